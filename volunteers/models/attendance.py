"""Who was there, on which day or in which session, who said so, and what counts as completed."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings.models import Session, Training
from trainings.models.checks import one_of


class AttendanceRuleQuerySet(models.QuerySet["AttendanceRule"]):
    def of(self, training: Training) -> "AttendanceRule":
        """The rule of `training`; the usual one, not saved, where there is none."""
        try:
            return training.attendance_rule  # the training remembers it
        except AttendanceRule.DoesNotExist:
            return AttendanceRule(training=training)


class AttendanceRule(models.Model):
    """How a training takes attendance, and how much of it is asked. Usually 80 % of the days."""

    USUAL_SHARE = 80

    training = models.OneToOneField(
        Training, models.CASCADE, related_name="attendance_rule", verbose_name=_("training")
    )
    share = models.PositiveSmallIntegerField(
        _("share to attend, in per cent"),
        default=USUAL_SHARE,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Whoever attended at least this much has completed the training."),
    )
    by_session = models.BooleanField(
        _("attendance is taken in each session"),
        default=False,
        help_text=_("Otherwise once a day. The share is then counted of the sessions with a day."),
    )

    objects = AttendanceRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule of attendance")
        verbose_name_plural = _("rules of attendance")
        constraints = [
            models.CheckConstraint(
                condition=Q(share__range=(1, 100)),
                name="volunteers_share_is_of_a_hundred",
                violation_error_message=_("The share is a number from 1 to 100."),
            )
        ]

    def __str__(self) -> str:
        return str(self.training)


class Source(models.TextChoices):
    """How a mark came in."""

    PHONE = "phone", _("check-in")
    DESK = "desk", _("at the desk")
    PAPER = "paper", _("typed from paper")
    FILE = "file", _("from a file")


class Attended(models.Model):
    """Someone on a day, or in a session of that day, and who said so."""

    day = models.DateField(_("day"))
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("session"),
        help_text=_("Empty: the day as a whole."),
    )
    marked_at = models.DateTimeField(_("when"), default=now)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("marked by"),
    )
    source = models.CharField(_("how"), max_length=5, choices=Source)

    class Meta:
        abstract = True


class Attendance(Attended):
    """Someone was there. A mark that is taken back is a row less here, and a row more of `Mark`."""

    registration = models.ForeignKey(
        "volunteers.Registration",
        models.CASCADE,
        related_name="attendances",
        verbose_name=_("registration"),
    )

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["day", "pk"]
        constraints = [
            one_of("source", Source),
            models.UniqueConstraint(
                fields=["registration", "day"],
                condition=Q(session__isnull=True),
                name="volunteers_attendance_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["registration", "session", "day"],
                condition=Q(session__isnull=False),
                name="volunteers_attendance_once_a_session",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration} · {self.day}"


class Mark(Attended):
    """What someone said once: here, or not here after all. Rows are only ever added."""

    registration = models.ForeignKey(
        "volunteers.Registration",
        models.CASCADE,
        related_name="marks",
        verbose_name=_("registration"),
    )
    # A session where nobody is marked any more may go, with what was marked and taken back.
    session = models.ForeignKey(
        Session, models.CASCADE, null=True, related_name="+", verbose_name=_("session")
    )
    is_here = models.BooleanField(_("here"))
    # Made by the phone, so that a mark which is sent again is known to be the same.
    key = models.CharField(max_length=36, null=True, unique=True, editable=False)  # noqa: DJ001
    received_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ["received_at", "pk"]
        constraints = [one_of("source", Source)]

    def __str__(self) -> str:
        return f"{self.registration} · {self.day}"


class CompletionOverride(models.Model):
    """An organizer's word on whether someone completed, against the arithmetic."""

    registration = models.OneToOneField(
        "volunteers.Registration",
        models.CASCADE,
        related_name="completion_override",
        verbose_name=_("registration"),
    )
    completed = models.BooleanField(_("completed"))
    # Empty only for a person who was erased.
    reason = models.TextField(_("reason"), max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    at = models.DateTimeField(_("when"), default=now)

    class Meta:
        verbose_name = _("word on completion")
        verbose_name_plural = _("words on completion")
        permissions = [
            ("override_completion", _("Can say that someone completed, or did not, with a reason"))
        ]

    def __str__(self) -> str:
        return str(self.registration)
