"""The steps of a registration, each written down once and for good."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.models.checks import one_of
from volunteers.models.registration import Registration, State


class Actor(models.TextChoices):
    """Who moved a registration."""

    VOLUNTEER = "volunteer", _("the volunteer")
    ORGANIZER = "organizer", _("an organizer")
    RULE = "rule", _("the rule of the training")


class Move(models.Model):
    """One step of a registration: from which state to which, by whom, when and why."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="moves", verbose_name=_("registration")
    )
    from_state = models.CharField(
        pgettext_lazy("step", "from"), max_length=10, choices=State, blank=True
    )
    to_state = models.CharField(pgettext_lazy("step", "to"), max_length=10, choices=State)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    actor = models.CharField(_("moved by"), max_length=9, choices=Actor)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("account"),
    )
    reason = models.TextField(_("reason told to the volunteer"), blank=True)
    override_reason = models.TextField(_("reason for going beyond a limit"), blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("history")
        ordering = ["at", "pk"]
        constraints = [one_of("to_state", State), one_of("actor", Actor)]

    def __str__(self) -> str:
        return self.get_to_state_display()
