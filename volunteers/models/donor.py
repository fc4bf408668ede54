"""What is kept for those who pay: what a training cost, and figures as they were handed over."""

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings.models import Training

currency_code = RegexValidator(
    r"\A[A-Z]{3}\Z", _("Write the currency as three capital letters, such as USD or KGS.")
)


def amount(label, help_text="") -> models.DecimalField:
    """A sum of money that may be unknown."""
    return models.DecimalField(
        label,
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=help_text,
    )


class TrainingCost(models.Model):
    """What a training cost, split as donors ask. Empty is unknown, and 0 is nothing."""

    training = models.OneToOneField(
        Training, models.CASCADE, related_name="donor_cost", verbose_name=_("training")
    )
    currency = models.CharField(_("currency"), max_length=3, validators=[currency_code])
    instruction = amount(_("instruction"), _("Trainers, rooms, materials."))
    participants = amount(_("participants"), _("Board, lodging and allowances."))
    travel = amount(_("travel"), _("The participants’ journeys."))

    AMOUNTS = ("instruction", "participants", "travel")

    class Meta:
        verbose_name = _("cost of a training")
        verbose_name_plural = _("costs of trainings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(currency__regex=r"^[A-Z]{3}$"),
                name="volunteers_trainingcost_currency_is_a_code",
                violation_error_message=_(
                    "Write the currency as three capital letters, such as USD or KGS."
                ),
            )
        ]

    def __str__(self) -> str:
        return str(self.training)


class FrozenFigures(models.Model):
    """Donor figures as they were at a moment. The row is never changed.

    `content` is what `volunteers.donor.figures.Figures.as_json` writes: it names everything it
    needs, so that nothing that is edited or erased later changes what it says.
    """

    title = models.CharField(
        _("for whom, or for what"), max_length=200, help_text=_("Such as the donor and the report.")
    )
    content = models.JSONField(_("figures"))
    frozen_at = models.DateTimeField(_("frozen"), default=now)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("donor figures")
        verbose_name_plural = _("donor figures")
        ordering = ["-frozen_at", "-pk"]
        default_permissions = ()
        permissions = [
            ("view_donor_figures", _("Can see, download and freeze donor figures")),
        ]

    def __str__(self) -> str:
        return self.title
