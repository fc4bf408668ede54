"""The call of a training: who may register, how it is decided, and what is asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings.fields import SeveralField
from trainings.labels import LabelTextField
from trainings.models import Country, Training
from trainings.models.checks import one_of
from volunteers.models.described import Category


class Deciding(models.TextChoices):
    ORGANIZER = "organizer", _("an organizer decides")
    FIRST_COME = "first_come", _("first come, first served, within the limits")


class Promotion(models.TextChoices):
    """How a freed seat finds the next in line."""

    AUTOMATIC = "automatic", _("at once, to the first whose country and category have room")
    CLICK = "click", _("by an organizer's click")


class Ask(models.TextChoices):
    """Sections of the form that a training may switch on."""

    HOST = "host", _("host organisation")
    TRAVEL = "travel", _("travel")
    VISA = "visa", _("visa")
    DIET = "diet", _("diet")
    ACCESS = "access", _("access")
    EMERGENCY = "emergency", _("emergency contact")
    FUNCTIONING = "functioning", _("difficulties in seeing, hearing, walking … (six questions)")


class CallQuerySet(models.QuerySet["Call"]):
    def of(self, training: Training) -> "Call":
        """The call of `training`; one with the usual answers, not saved, where there is none.

        A training that was read with `select_related("call")` costs no query.
        """
        try:
            return training.call  # the training remembers it
        except Call.DoesNotExist:
            return Call(training=training)


class Call(models.Model):
    """What a training says about registering. A training without one has the usual answers."""

    training = models.OneToOneField(
        Training, models.CASCADE, related_name="call", verbose_name=_("training")
    )
    deciding = models.CharField(
        _("who decides"), max_length=10, choices=Deciding, default=Deciding.ORGANIZER
    )
    has_waiting_list = models.BooleanField(_("with a waiting list"), default=True)
    promotion = models.CharField(
        _("a freed seat is given"), max_length=9, choices=Promotion, default=Promotion.AUTOMATIC
    )
    countries = models.ManyToManyField(
        Country,
        blank=True,
        related_name="+",
        verbose_name=_("for volunteers in"),
        help_text=_("Empty: volunteers in any country may register."),
    )
    categories = SeveralField(
        _("for"), choices=Category.choices, help_text=_("Empty: volunteers of every kind.")
    )
    shows_seats_by_country = models.BooleanField(
        _("the page shows seats left by country"), default=False
    )
    asks = SeveralField(
        _("what is asked besides"),
        choices=Ask.choices,
        help_text=_("Ask only what someone will use: each of these is deleted after the training."),
    )
    cost = LabelTextField(
        _("what it costs"), blank=True, help_text=_("Empty: taking part costs nothing.")
    )
    next_steps = LabelTextField(
        _("what happens after registering"),
        blank=True,
        help_text=_("Empty: the usual sentence about the letter and the decision."),
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("reminder, days before"), null=True, blank=True, default=3, help_text=_("Empty: none.")
    )
    closing_notice_days = models.PositiveSmallIntegerField(
        _("“closes soon”, days before"),
        null=True,
        blank=True,
        default=2,
        help_text=_("To whoever has not confirmed the address yet. Empty: none."),
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        constraints = [one_of("deciding", Deciding), one_of("promotion", Promotion)]

    def __str__(self) -> str:
        return str(self.training)
