"""Facts: sourced statements about a series or an organisation."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.labels import LabelField
from trainings.models.checks import Checked, one_of
from trainings.models.figures import Qualifier, in_qualifier, qualified


class FactKind(models.TextChoices):
    NUMBER = "number", _("a number")
    YEAR = "year", _("a year")
    STATEMENT = "statement", _("a statement without a number")


class FactQuerySet(models.QuerySet):
    def current(self):
        """Facts that no later one replaces."""
        return self.filter(replaced_by__isnull=True)


class Fact(Checked):
    """A sourced statement about a series or an organisation, reused by any report.

    A later value is a new fact that replaces the old one; nothing is overwritten.
    """

    organisation = models.ForeignKey(
        "trainings.Organisation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("organisation"),
    )
    series = models.ForeignKey(
        "trainings.Series",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("series"),
    )
    country = models.ForeignKey(
        "trainings.Country",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("in the country"),
    )
    key = models.SlugField(
        _("key"), max_length=100, unique=True, help_text=_("A name to find it by in record files.")
    )
    kind = models.CharField(_("kind"), max_length=9, choices=FactKind, default="number")
    value = models.BigIntegerField(_("value"), null=True, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=9, choices=Qualifier, default="exact")
    wording = LabelField(
        _("wording"), help_text=_("What the value says, such as “national volunteers”.")
    )
    as_published = models.CharField(
        _("value as published"), max_length=120, blank=True, help_text=_("Such as “1.091”.")
    )
    as_of = models.DateField(_("as of"), null=True, blank=True)
    as_of_wording = LabelField(
        _("as of, in words"), blank=True, help_text=_("Where no day is known: “as of the report”.")
    )
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), blank=True, max_length=500)
    replaces = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["order", "pk"]
        constraints = [
            one_of("kind", FactKind),
            one_of("qualifier", Qualifier),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, series__isnull=True)
                | Q(organisation__isnull=True, series__isnull=False),
                name="trainings_fact_has_one_subject",
                violation_error_message=_("Choose either an organisation or a series."),
            ),
            models.CheckConstraint(
                condition=Q(kind="statement", value__isnull=True)
                | (~Q(kind="statement") & Q(value__isnull=False)),
                name="trainings_fact_value_fits_kind",
                violation_error_message=_(
                    "Fill in the value; a statement without a number has none."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(replaces=F("id")),
                name="trainings_fact_replaces_another",
                violation_error_message=_("A fact can't replace itself. Choose another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.wording}".strip()

    @property
    def number(self) -> str:
        """`1970`, `more than 140` or, for a statement without a number, nothing."""
        if self.kind == FactKind.YEAR and self.value is not None:
            return in_qualifier(wording.year(self.value), self.qualifier)
        return qualified(self.value, self.qualifier)
