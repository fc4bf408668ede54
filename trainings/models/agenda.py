"""Sessions: what participants worked on, with or without a time."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings import wording
from trainings.fields import SearchKeyField, language_code, name_of
from trainings.given import Given
from trainings.labels import LabelField, LabelTextField
from trainings.models.people import Role
from trainings.models.places import PlaceMode
from trainings.models.searchable import SearchableQuerySet


class SessionKind(models.TextChoices):
    PLENARY = "plenary", _("plenary")
    WORKSHOP = "workshop", _("workshop")
    CASE_STUDY = "case_study", _("case study")
    LECTURE = "lecture", _("lecture")
    PANEL = "panel", _("panel")
    MODULE = "module", _("module")
    EXERCISE = "exercise", _("exercise")
    CEREMONY = "ceremony", _("ceremony")
    VISIT = "visit", _("visit")
    BREAK = "break", _("break")
    OTHER = "other", _("other")


class SessionQuerySet(SearchableQuerySet):
    def holding(self, beginning: str | Given) -> Q:
        """Those with such a word in the title, in that of the training, or in a person's name."""
        people = SessionPerson.objects.filter(
            session=OuterRef("pk"), appearance__person__search_key__contains=beginning
        )
        titles = Q(search_key__contains=beginning) | Q(training__search_key__contains=beginning)
        return titles | Q(Exists(people))

    def untended(self):
        """Those in which nobody is named yet, though somebody should do something: no breaks."""
        return self.filter(people=None).exclude(kind=SessionKind.BREAK)


class Session(models.Model):
    """A part of a training. Without a date or a time it is what participants worked on."""

    training = models.ForeignKey(
        "trainings.Training", models.CASCADE, related_name="sessions", verbose_name=_("training")
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=SessionKind, default=SessionKind.WORKSHOP
    )
    title = LabelField(_("title"))
    text = LabelTextField(_("text"), blank=True, help_text=_("Markdown."))
    language = models.CharField(
        _("language"),
        max_length=8,
        blank=True,
        validators=[language_code],
        help_text=_("A code such as en, ru or ky."),
    )
    place = models.ForeignKey(
        "trainings.Place",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("place"),
    )
    room = models.CharField(_("room"), max_length=120, blank=True)
    date = models.DateField(_("day"), null=True, blank=True)
    end_date = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Only for a session of several days.")
    )
    start_time = models.TimeField(
        pgettext_lazy("time", "from"),
        null=True,
        blank=True,
        help_text=_("Local time of the training."),
    )
    end_time = models.TimeField(pgettext_lazy("time", "to"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    search_key = SearchKeyField("title")

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = [
            F("date").asc(nulls_last=True),
            F("start_time").asc(nulls_last=True),
            "order",
            "pk",
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(end_time__gt=F("start_time"))
                # Without the first half an empty last day would make the whole unknown, which
                # counts as true.
                | Q(end_date__isnull=False, end_date__gt=F("date")),
                name="trainings_session_ends_after_start",
                violation_error_message=_("The session ends before it starts. Change one of them."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True) | Q(start_time__isnull=False),
                name="trainings_session_end_needs_start",
                violation_error_message=_("There is an end but no beginning. Fill in “from”."),
            ),
            models.CheckConstraint(
                condition=Q(start_time__isnull=True) | Q(date__isnull=False),
                name="trainings_session_time_needs_day",
                violation_error_message=_("There is a time but no day. Fill in the day."),
            ),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("date")),
                name="trainings_session_last_day_after_first",
                violation_error_message=_("The last day is before the first. Change one of them."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.when}" if self.when else str(self.title)

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        return name_of(self.kind, SessionKind)

    def clean(self):
        """Refuse a day outside the days of the training, where those are known."""
        super().clean()
        for field in ("date", "end_date"):
            day = getattr(self, field)
            if day and self.training_id and self.training.covers(day) is False:
                raise ValidationError(
                    {
                        field: _(
                            "This day is outside the training (%(days)s). Change the day, or the "
                            "days of the training."
                        )
                        % {"days": self.training.dates_in_words()}
                    }
                )

    @property
    def when(self) -> str:
        """Day and hours in words; empty where they are not known."""
        if self.date is None:
            return ""
        day = wording.date_range(self.date, self.end_date or self.date)
        return f"{day}, {self.hours}" if self.hours else day

    @property
    def is_online(self) -> bool:
        """Whether one can take part from elsewhere: as its place says, or else the training."""
        mode = (self.place and self.place.mode) or self.training.mode
        return mode in (PlaceMode.ONLINE, PlaceMode.HYBRID)

    @property
    def begins(self) -> dt.datetime | None:
        """When it begins, on the clocks of the training; None where any of it is unknown."""
        return self._moment(self.date, self.start_time)

    @property
    def ends(self) -> dt.datetime | None:
        return self._moment(self.end_date or self.date, self.end_time)

    def _moment(self, day: dt.date | None, time: dt.time | None) -> dt.datetime | None:
        zone = self.training.time_zone
        if day is None or time is None or not zone:
            return None
        return dt.datetime.combine(day, time, ZoneInfo(zone))

    @property
    def hours(self) -> str:
        """`09:00–10:30`, `09:00` or empty."""
        if self.start_time is None:
            return ""
        if self.end_time is None:
            return wording.time(self.start_time)
        return wording.time_range(self.start_time, self.end_time)


class SessionPerson(models.Model):
    """What someone does in a session."""

    session = models.ForeignKey(
        Session, models.CASCADE, related_name="people", verbose_name=_("session")
    )
    appearance = models.ForeignKey(
        "trainings.Appearance",
        models.CASCADE,
        related_name="session_roles",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=15, choices=Role, default=Role.SPEAKER)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("person in the session")
        verbose_name_plural = _("people in the session")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "appearance", "role"],
                name="trainings_session_person_once",
                violation_error_message=_("This person has this role in the session already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.appearance.shown_name} · {self.get_role_display()}"

    def get_role_display(self) -> str:  # type: ignore[no-redef]
        return name_of(self.role, Role)

    def clean(self):
        super().clean()
        if not (self.appearance_id and self.session_id):
            return
        if self.appearance.training_id != self.session.training_id:
            raise ValidationError(
                {"appearance": _("Choose someone who takes part in this training.")}
            )
