"""A training: its title, its dates, its stage, and what it is for."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.addresses import address
from trainings.fields import (
    ChangedField,
    OnceSlugField,
    SearchKeyField,
    SeveralField,
    language_code,
    latest,
    name_of,
)
from trainings.given import Given, Present
from trainings.goals import GOALS
from trainings.labels import LabelField, LabelTextField
from trainings.models.checks import one_of
from trainings.models.dates import Dated
from trainings.models.figures import ParticipantGroup
from trainings.models.places import Place, PlaceMode
from trainings.models.searchable import SearchableQuerySet
from trainings.models.series import Series
from trainings.pictures import PictureField
from trainings.zones import known_time_zone


class Lifecycle(models.TextChoices):
    PLANNED = "planned", _("planned")
    OPEN = "open", _("registration open")
    CLOSED = "closed", _("registration closed")
    HELD = "held", _("held")
    REPORTED = "reported", _("held and reported")
    CANCELLED = "cancelled", _("cancelled")


class Framework(models.TextChoices):
    NONE = "", _("none said")
    ALL = "all", _("the Sustainable Development Goals as a whole")
    GOALS = "goals", _("chosen goals")


class TrainingQuerySet(SearchableQuerySet):
    def published(self):
        """Trainings the public may see."""
        return self.filter(published_at__lte=Present())

    def upcoming(self):
        """Planned, or with registration open or closed, and not yet held."""
        return self.filter(lifecycle__in=Training.TO_COME)

    def past(self):
        return self.filter(lifecycle__in=Training.PAST)

    def ahead(self):
        """Those still to be held: `is_ahead`.

        Asks the database at once for the few that have begun and are not said to be held: which
        day of theirs is the last, and whether it is past on their clocks, Python alone can tell.
        """
        begun = Training.objects.upcoming().filter(sort_date__lte=localdate())
        return self.upcoming().exclude(pk__in=[one.pk for one in begun if one.is_over])

    def open_now(self):
        """Those whose `stage` is open at this moment."""
        moment = now()
        said = Q(lifecycle=Lifecycle.OPEN, registration_opens_at__isnull=True)
        begun = Q(
            lifecycle__in=(Lifecycle.PLANNED, Lifecycle.OPEN), registration_opens_at__lte=moment
        )
        return self.ahead().filter(said | begun).exclude(registration_closes_at__lte=moment)

    def held_in(self, country):
        """Trainings with a place in `country`, or in the one of that two-letter code."""
        return self.filter(places__country=country).distinct()

    def holding(self, beginning: str | Given) -> Q:
        """Those with such a word of their own, or in the name of their series."""
        return super().holding(beginning) | Q(series__search_key__contains=beginning)

    def in_year(self, year: int):
        """Trainings whose dates begin in `year`."""
        return self.filter(sort_date__year=year)

    def without_year(self):
        """Trainings whose year is not stated."""
        return self.filter(sort_date__isnull=True)

    def newest_first(self):
        """By date, those without a year last."""
        return self.order_by(F("sort_date").desc(nulls_last=True), "-published_at", "pk")

    def soonest_first(self):
        return self.order_by(F("sort_date").asc(nulls_last=True), "pk")

    def with_places(self):
        """With all that a line in a list shows, in a fixed number of queries."""
        totals = ParticipantGroup.objects.filter(is_total=True, count__isnull=False)
        return self.select_related("series").prefetch_related(
            models.Prefetch("places", Place.objects.select_related("country")),
            models.Prefetch("groups", totals, to_attr="totals"),
        )


class Training(Dated):
    title = LabelField(_("title"))
    slug = OnceSlugField("title", verbose_name=_("address"))
    kind = LabelField(
        _("kind"),
        blank=True,
        help_text=_("As the organiser calls it, such as “regional workshop”. Empty: training."),
    )
    slogan = LabelField(_("slogan or theme"), blank=True)
    summary = LabelTextField(
        _("summary"), blank=True, help_text=_("One or two sentences under the title.")
    )
    description = LabelTextField(_("description"), blank=True, help_text=_("Markdown."))
    audience = LabelTextField(_("who it is for"), blank=True)
    practical = LabelTextField(
        _("practical information"), blank=True, help_text=_("Markdown: travel, stay, access.")
    )
    contact = models.EmailField(_("contact"), blank=True)
    series = models.ForeignKey(
        Series,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="trainings",
        verbose_name=_("series"),
    )
    edition_number = models.PositiveSmallIntegerField(_("edition"), null=True, blank=True)
    edition_wording = LabelField(
        _("edition as published"),
        blank=True,
        help_text=_("Such as “first”: a claim of the source, shown as reported, never counted."),
    )
    programme = LabelField(
        _("programme or project"), blank=True, help_text=_("The larger project it was part of.")
    )
    mode = models.CharField(
        _("mode"), max_length=10, choices=PlaceMode, blank=True, help_text=_("Empty: not stated.")
    )
    duration_wording = LabelField(
        _("duration as published"), blank=True, help_text=_("Such as “four weeks”.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[known_time_zone],
        help_text=_("Such as Asia/Bishkek. Needed where sessions have times."),
    )
    wording_language = models.CharField(
        _("language of what is kept as published"),
        max_length=8,
        default="en",
        validators=[language_code],
        help_text=_("A code such as en, fr or ru, for the words kept as the source wrote them."),
    )
    sdg_framework = models.CharField(
        _("Sustainable Development Goals"), max_length=5, choices=Framework, blank=True
    )
    sdg_goals = SeveralField(_("chosen goals"), choices=GOALS)
    guest_list_is_partial = models.BooleanField(
        _("the list of guests is not complete"),
        default=False,
        help_text=_("The page then says “among the invited guests”."),
    )
    cover = PictureField(_("cover"), upload_to="covers", blank=True)
    cover_alt = LabelField(_("what the cover shows"), blank=True)
    cover_credit = LabelField(_("credit of the cover"), blank=True)
    lifecycle = models.CharField(
        _("stage"), max_length=10, choices=Lifecycle, default=Lifecycle.PLANNED
    )
    capacity = models.PositiveIntegerField(pgettext_lazy("seats", "places"), null=True, blank=True)
    registration_opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    published_at = models.DateTimeField(
        _("published"), null=True, blank=True, help_text=_("Empty: a draft that only staff see.")
    )
    desk_note = models.TextField(
        _("note for organizers"), blank=True, help_text=_("Never shown to the public.")
    )
    search_key = SearchKeyField("title", "slogan", "kind")
    changed_at = ChangedField(_("changed"), but=["desk_note", "published_at"])

    TO_COME = (Lifecycle.PLANNED, Lifecycle.OPEN, Lifecycle.CLOSED)
    PAST = (Lifecycle.HELD, Lifecycle.REPORTED)

    objects = TrainingQuerySet.as_manager()

    beside = {
        **Dated.beside,
        "goals_chosen": "sdg_goals",
        "closes_after_opening": "registration_closes_at",
    }

    class Meta(Dated.Meta):
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = [F("sort_date").desc(nulls_last=True), "-pk"]
        constraints = [
            one_of("lifecycle", Lifecycle),
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title=""),
                name="trainings_training_has_title",
                violation_error_message=_("Fill in the title in at least one language."),
            ),
            models.CheckConstraint(
                condition=Q(sdg_framework="goals", sdg_goals__regex=r"\d")
                | (~Q(sdg_framework="goals") & Q(sdg_goals="")),
                name="trainings_training_goals_chosen",
                violation_error_message=_(
                    "Choose goals together with “chosen goals”, and none otherwise."
                ),
            ),
            models.CheckConstraint(
                condition=Q(registration_closes_at__isnull=True)
                | Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                name="trainings_training_closes_after_opening",
                violation_error_message=_(
                    "Registration closes before it opens. Change one of them."
                ),
            ),
        ]

    # How it stands where all seats are taken, for its card; who counts them says it.
    full_standing = ""

    def __str__(self) -> str:
        when = self.dates_in_words()
        return f"{self.title} ({when})" if when else str(self.title)

    def get_mode_display(self) -> str:  # type: ignore[no-redef]
        return name_of(self.mode, PlaceMode)

    def get_absolute_url(self) -> str:
        return address("training", self.slug)

    @property
    def is_to_come(self) -> bool:
        return self.lifecycle in self.TO_COME

    @property
    def is_over(self) -> bool:
        """Whether it was held, or the last of its known days has passed where it is held."""
        last = self.last_day or self.first_day
        zone = ZoneInfo(self.time_zone) if self.time_zone else None
        return self.lifecycle in self.PAST or (last is not None and last < localdate(None, zone))

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to be held: not cancelled, and no last day of it has passed."""
        return self.is_to_come and not self.is_over

    @property
    def stage(self) -> str:
        """The stage at this moment: before the training, the moments of registration decide.

        They may be missing; then what was chosen decides, which may always close or cancel.
        """
        moment = now()
        opens, closes = self.registration_opens_at, self.registration_closes_at
        if not self.is_to_come or self.lifecycle == Lifecycle.CLOSED:
            return self.lifecycle
        if self.is_over:
            return Lifecycle.CLOSED
        if closes is not None and closes <= moment:
            return Lifecycle.CLOSED
        if opens is not None:
            return Lifecycle.OPEN if opens <= moment else Lifecycle.PLANNED
        return self.lifecycle

    @property
    def goals(self) -> list[tuple[str, str]]:
        """The chosen goals: pairs of number and short official title."""
        return [(number, str(title)) for number, title in GOALS if number in self.sdg_goals]

    @property
    def shown_documents(self) -> list:
        """Documents for the public that belong to the training as a whole. Reads `documents`."""
        return [one for one in self.documents.all() if one.public and one.session_id is None]

    @property
    def shown_related_events(self) -> list:
        """Those in words and those the public may see. Reads `related_events`."""
        events = self.related_events.all()
        return [one for one in events if one.other is None or one.other.is_published]

    @property
    def last_changed(self) -> dt.datetime | None:
        """When what its page shows last changed: published, or edited since."""
        return latest(self.published_at, self.changed_at)

    @property
    def is_published(self) -> bool:
        return self.published_at is not None and self.published_at <= now()
