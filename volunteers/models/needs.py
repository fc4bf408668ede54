"""What someone needs, kept apart from the registration and for a while only."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from volunteers.models.registration import Registration


class Needs(models.Model):
    """What someone needs for one training. Deleted by the worker after `purge_after`."""

    registration = models.OneToOneField(
        Registration, models.CASCADE, related_name="needs", verbose_name=_("registration")
    )
    travel = models.TextField(
        _("travel"), blank=True, max_length=1000, help_text=_("Where from, and how you would come.")
    )
    visa = models.TextField(
        _("visa"), blank=True, max_length=1000, help_text=_("Whether you need one, or a letter.")
    )
    diet = models.TextField(
        _("diet"), blank=True, max_length=1000, help_text=_("What you do not eat.")
    )
    access = models.TextField(
        _("access"),
        blank=True,
        max_length=1000,
        help_text=_("What helps you take part: a ramp, large print, a quiet room …"),
    )
    emergency_name = models.CharField(_("whom to call in an emergency"), max_length=200, blank=True)
    emergency_phone = models.CharField(_("telephone to call"), max_length=40, blank=True)
    purge_after = models.DateField(_("deleted after"), db_index=True)

    # The columns someone fills in.
    LINES = ("travel", "visa", "diet", "access", "emergency_name", "emergency_phone")

    class Meta:
        verbose_name = _("needs")
        verbose_name_plural = _("needs")

    def __str__(self) -> str:
        return str(self.registration)
