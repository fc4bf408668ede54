"""Quotas: how many seats a country, a category, or both have."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trainings.models import Country, Training
from trainings.models.checks import one_of
from volunteers.models.described import Category


class Quota(models.Model):
    """Seats kept (minimum), hoped for (target) and allowed at most (maximum)."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="quotas", verbose_name=_("training")
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotas",
        verbose_name=_("country"),
        help_text=_("Empty: of any country."),
    )
    category = models.CharField(
        _("category"),
        max_length=13,
        choices=Category,
        blank=True,
        help_text=_("Empty: of any category."),
    )
    minimum = models.PositiveIntegerField(
        _("at least"),
        null=True,
        blank=True,
        help_text=_("These seats are kept: nobody else is given one of them."),
    )
    target = models.PositiveIntegerField(
        _("hoped for"), null=True, blank=True, help_text=_("Shown when deciding, never enforced.")
    )
    maximum = models.PositiveIntegerField(_("at most"), null=True, blank=True)

    class Meta:
        verbose_name = _("quota")
        verbose_name_plural = _("quotas")
        ordering = ["country", "category", "pk"]
        constraints = [
            one_of("category", Category, empty=True),
            models.UniqueConstraint(
                fields=["training", "country", "category"],
                name="volunteers_quota_once",
                violation_error_message=_("There is a quota for these already."),
            ),
            models.UniqueConstraint(
                fields=["training", "category"],
                condition=Q(country__isnull=True),
                name="volunteers_quota_of_category_once",
                violation_error_message=_("There is a quota for these already."),
            ),
            models.CheckConstraint(
                condition=Q(country__isnull=False) | ~Q(category=""),
                name="volunteers_quota_is_of_something",
                violation_error_message=_("Choose a country, a category or both."),
            ),
            models.CheckConstraint(
                condition=(
                    (Q(minimum__isnull=True) | Q(target__isnull=True) | Q(target__gte=F("minimum")))
                    & (
                        Q(target__isnull=True)
                        | Q(maximum__isnull=True)
                        | Q(maximum__gte=F("target"))
                    )
                    & (
                        Q(minimum__isnull=True)
                        | Q(maximum__isnull=True)
                        | Q(maximum__gte=F("minimum"))
                    )
                ),
                name="volunteers_quota_rises",
                violation_error_message=_(
                    "“At least” can't be more than “hoped for”, nor that more than “at most”."
                ),
            ),
        ]

    def __str__(self) -> str:
        parts = [str(self.country)] if self.country else []
        parts += [str(self.get_category_display())] if self.category else []
        return ", ".join(parts)

    def covers(self, country_id: str | None, category: str) -> bool:
        """Whether someone of this country and category takes one of these seats."""
        return self.country_id in (None, country_id) and self.category in ("", category)
