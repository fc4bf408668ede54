"""Who took part, as reported. These figures are kept as said; groups are never summed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.given import Present
from trainings.labels import LabelField
from trainings.models.checks import Checked, one_of
from trainings.models.places import PlaceMode


class Qualifier(models.TextChoices):
    EXACT = "exact", _("exactly")
    MORE_THAN = "more_than", _("more than")
    AT_LEAST = "at_least", _("at least")
    ABOUT = "about", _("about")
    NEARLY = "nearly", _("nearly")
    AT_MOST = "at_most", _("at most")


# Whole phrases, so that each language can put the number where it belongs.
QUALIFIED = {
    Qualifier.EXACT: "%(number)s",
    Qualifier.MORE_THAN: _("more than %(number)s"),
    Qualifier.AT_LEAST: _("at least %(number)s"),
    Qualifier.ABOUT: _("about %(number)s"),
    Qualifier.NEARLY: _("nearly %(number)s"),
    Qualifier.AT_MOST: _("at most %(number)s"),
}


def qualified(count: int | None, qualifier: str = Qualifier.EXACT) -> str:
    """A count with its qualifier, such as `more than 20`; empty where the count is unknown."""
    return "" if count is None else in_qualifier(wording.number(count), qualifier)


def in_qualifier(number: str, qualifier: str) -> str:
    """A written number, such as `1,091`, in the words of its qualifier."""
    return str(QUALIFIED[Qualifier(qualifier)]) % {"number": number}


class CountryRelation(models.TextChoices):
    """How a group stands to its countries."""

    NOT_SAID = "", _("not said")
    FROM = "from", _("from")
    ORIGIN = "origin", _("countries of origin")
    NATIONALITY = "nationality", _("nationality")
    DUTY_STATION = "duty_station", _("serving in")
    DESTINATION = "destination", _("leaving for")
    NOMINATED_BY = "nominated_by", _("nominated by")


class Unit(models.TextChoices):
    PEOPLE = "people", _("people")
    ORGANISATIONS = "organisations", _("organisations")
    APPLICATIONS = "applications", _("applications")


class Sex(models.TextChoices):
    NOT_SAID = "", _("not said")
    FEMALE = "female", _("women")
    MALE = "male", _("men")
    OTHER = "other", _("other")


class ParticipantGroup(Checked):
    """A figure as a source gives it, with its wording; the count may be unknown."""

    training = models.ForeignKey(
        "trainings.Training", models.CASCADE, related_name="groups", verbose_name=_("training")
    )
    capacity = LabelField(
        _("who they are"), help_text=_("As the source calls them, such as “UN Volunteers”.")
    )
    is_total = models.BooleanField(
        _("the total"), default=False, help_text=_("Everyone who took part, as reported.")
    )
    subset_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    count = models.PositiveIntegerField(
        _("how many"), null=True, blank=True, help_text=_("Empty: not stated. Never a guess.")
    )
    qualifier = models.CharField(_("qualifier"), max_length=9, choices=Qualifier, default="exact")
    wording = models.CharField(
        _("as published"), max_length=300, blank=True, help_text=_("Such as “Forty five”.")
    )
    unit = models.CharField(_("what is counted"), max_length=13, choices=Unit, default="people")
    relation = models.CharField(
        _("how they stand to the countries"), max_length=12, choices=CountryRelation, blank=True
    )
    place = models.ForeignKey(
        "trainings.Place",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="groups",
        verbose_name=_("at the place"),
        help_text=_("Only for a figure about one of several places."),
    )
    session = models.ForeignKey(
        "trainings.Session",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="groups",
        verbose_name=_("in the session"),
        help_text=_("Only for a figure about one session, such as one week of a course."),
    )
    mode = models.CharField(
        _("took part"),
        max_length=10,
        choices=PlaceMode,
        blank=True,
        help_text=_("Only where the source says how these took part."),
    )
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    age_from = models.PositiveSmallIntegerField(_("from the age of"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("to the age of"), null=True, blank=True)
    countries_count = models.PositiveSmallIntegerField(
        _("number of countries, as stated"),
        null=True,
        blank=True,
        help_text=_("Where the source gives only their number."),
    )
    region = LabelField(
        _("region"), blank=True, help_text=_("Where the source names a region, not countries.")
    )
    note = LabelField(_("note"), blank=True)
    reported_in = models.ForeignKey(
        "trainings.Report",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="groups",
        verbose_name=_("reported in"),
        help_text=_("Where sources differ: the report that says so."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("group as reported")
        verbose_name_plural = _("groups as reported")
        ordering = ["order", "pk"]
        constraints = [
            one_of("qualifier", Qualifier),
            one_of("unit", Unit),
            models.CheckConstraint(
                condition=Q(subset_of__isnull=True) | ~Q(subset_of=F("id")),
                name="trainings_group_is_not_its_own_part",
                violation_error_message=_("A group can't be a part of itself. Choose another."),
            ),
            models.CheckConstraint(
                condition=Q(age_to__isnull=True)
                | Q(age_from__isnull=True)
                | Q(age_to__gte=F("age_from")),
                name="trainings_group_ages_in_order",
                violation_error_message=_("The ages are the wrong way round. Change one of them."),
            ),
            models.CheckConstraint(
                condition=Q(count__isnull=True) | Q(count__gte=0),
                name="trainings_group_count_not_negative",
                violation_error_message=_("A count can't be below 0. Leave it empty if unknown."),
            ),
        ]

    def __str__(self) -> str:
        number = qualified(self.count, self.qualifier)
        return f"{self.capacity}: {number}" if number else str(self.capacity)

    def clean(self):
        """Refuse what belongs to another training, and a chain of parts that returns to itself."""
        super().clean()
        for field in ("place", "session"):
            other = getattr(self, field)
            if other and self.training_id and other.training_id != self.training_id:
                raise ValidationError({field: _("Choose one of the same training.")})
        above, seen = self.subset_of, {self.pk}
        while above is not None:
            if above.pk is not None and above.pk in seen:
                raise ValidationError(
                    {"subset_of": _("A group can't be a part of itself. Choose another.")}
                )
            seen.add(above.pk)
            if self.training_id and above.training_id != self.training_id:
                raise ValidationError({"subset_of": _("Choose a group of the same training.")})
            above = above.subset_of


class GroupCountryQuerySet(models.QuerySet):
    def public(self):
        """Countries of groups of published trainings."""
        return self.filter(group__training__published_at__lte=Present())


class GroupCountry(models.Model):
    """A country of a group, in printed order, under the name the source prints."""

    group = models.ForeignKey(
        ParticipantGroup, models.CASCADE, related_name="countries", verbose_name=_("group")
    )
    country = models.ForeignKey(
        "trainings.Country",
        models.PROTECT,
        related_name="group_counts",
        verbose_name=_("country"),
    )
    as_published = models.CharField(
        _("name as published"),
        max_length=120,
        blank=True,
        help_text=_("Only where it differs, such as “South Korea”."),
    )
    count = models.PositiveIntegerField(
        _("how many"), null=True, blank=True, help_text=_("Empty: not stated.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = GroupCountryQuerySet.as_manager()

    class Meta:
        verbose_name = _("country of the group")
        verbose_name_plural = _("countries of the group")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "country"],
                name="trainings_group_country_once",
                violation_error_message=_("This country stands in this group already."),
            ),
            models.CheckConstraint(
                condition=Q(count__isnull=True) | Q(count__gte=0),
                name="trainings_group_country_count_not_negative",
                violation_error_message=_("A count can't be below 0. Leave it empty if unknown."),
            ),
        ]

    def __str__(self) -> str:
        number = qualified(self.count)
        return f"{self.country}: {number}" if number else str(self.country)

    @property
    def printed_otherwise(self) -> bool:
        """Whether the source prints another name than the one the reader is shown."""
        return self.as_published not in ("", str(self.country.name))
