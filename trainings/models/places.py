"""Countries, and the places where a training is held."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.addresses import address
from trainings.fields import SearchKeyField
from trainings.given import Present
from trainings.labels import LabelField, LabelTextField
from trainings.models.dates import Dated
from trainings.models.searchable import SearchableQuerySet


class CountryQuerySet(SearchableQuerySet):
    def on_record(self):
        """Countries that the pages of published trainings name."""
        from trainings import models as record  # imported here: those models name this one

        return self.filter(
            Q(pk__in=Place.objects.public().values("country"))
            | Q(pk__in=record.GroupCountry.objects.public().values("country"))
            | Q(pk__in=record.Appearance.objects.public().values("country"))
            | Q(pk__in=record.Organisation.objects.on_record().values("country"))
        )

    def with_trainings(self):
        """With `held_count` and `from_count`: published trainings held there, and with people.

        People are those of the groups as reported, and those who are named with the country.
        """
        from trainings import models as record

        here = models.OuterRef(models.OuterRef("pk"))
        places = Place.objects.filter(country=here)
        groups = record.GroupCountry.objects.filter(country=here)
        named = record.Appearance.objects.shown().filter(country=here)
        held = Q(pk__in=places.values("training"))
        came = Q(pk__in=groups.values("group__training")) | Q(pk__in=named.values("training"))
        published = record.Training.objects.published().order_by()
        return self.annotate(
            held_count=number_of(published.filter(held)),
            from_count=number_of(published.filter(came)),
        )


def number_of(rows: models.QuerySet) -> models.Subquery:
    """How many `rows` there are, as a column of the query around them."""
    # Not Count: that would group the rows first.
    counted = models.Func(F("pk"), function="COUNT", output_field=models.IntegerField())
    return models.Subquery(rows.annotate(number=counted).values("number"))


class Country(models.Model):
    """A code list with names in six languages; seeded once, then edited by people."""

    code = models.CharField(
        _("code"), max_length=2, primary_key=True, help_text=_("ISO 3166-1, two letters.")
    )
    alpha3 = models.CharField(_("three letters"), max_length=3, blank=True)
    m49 = models.CharField(_("UN M49 number"), max_length=3, blank=True)
    name = LabelField(_("name"))
    footnote = LabelTextField(
        _("footnote"), blank=True, help_text=_("Stands wherever the country's page is shown.")
    )
    search_key = SearchKeyField("name")

    objects = CountryQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{2}$"),
                name="trainings_country_code_is_two_capitals",
                violation_error_message=_("The code is two capital letters, such as KZ."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return address("country", self.code.lower())


class PlaceMode(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("in person and online")


class PlaceQuerySet(models.QuerySet):
    def public(self):
        """Places of published trainings."""
        return self.filter(training__published_at__lte=Present())


class Place(Dated):
    """Where a training was held: any of country, city and venue may be unknown."""

    training = models.ForeignKey(
        "trainings.Training", models.CASCADE, related_name="places", verbose_name=_("training")
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("country"),
    )
    city = LabelField(_("city"), blank=True)
    venue = LabelField(_("venue"), blank=True)
    address = LabelField(pgettext_lazy("street", "address"), blank=True)
    mode = models.CharField(
        _("mode"),
        max_length=10,
        choices=PlaceMode,
        blank=True,
        help_text=_("Only where it differs from the training's own."),
    )
    lead = models.ForeignKey(
        "trainings.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="led_places",
        verbose_name=_("led here by"),
    )
    note = LabelField(
        _("note"), blank=True, help_text=_("Such as “90 km from Dakar”, shown with the place.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PlaceQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        parts = [str(part) for part in (self.venue, self.city, self.country) if part]
        return ", ".join(parts) or str(self.get_mode_display() or _("place not stated"))
