"""Who a volunteer is: once as known of the person, once as given for a training."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.fields import SeveralField, language_code
from trainings.models import Country
from trainings.models.checks import Checked, one_of


class Category(models.TextChoices):
    """What kind of volunteer. “National” is not nationality: a refugee may be one."""

    NATIONAL = "national", _("national volunteer")
    INTERNATIONAL = "international", _("international volunteer")
    ONLINE = "online", _("online volunteer")
    COMMUNITY = "community", _("community volunteer")
    OTHER = "other", pgettext_lazy("volunteer", "other")


class Sex(models.TextChoices):
    """What a person says of herself. Empty means that nobody asked, or that it is not known."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")
    OTHER = "other", _("another answer")
    WITHHELD = "withheld", _("prefer not to say")


def plausible_birth_year(year: int) -> None:
    """Refuse a year nobody who volunteers now can be born in."""
    this_year = dt.date.today().year  # noqa: DTZ011 (a year, the same nearly everywhere)
    if not this_year - 110 <= year <= this_year - 10:
        raise ValidationError(_("Write the year of birth with four digits, such as 1998."))


class Described(Checked):
    """One display name; the native and Latin forms are optional, and so is nearly everything."""

    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=200,
        help_text=_("As you want to be called. One word is fine."),
    )
    native_name = models.CharField(
        _("name in your own script"),
        max_length=200,
        blank=True,
        help_text=_("Such as Зебо Қосимӣ."),
    )
    latin_name = models.CharField(
        _("name in Latin letters"), max_length=200, blank=True, help_text=_("For the certificate.")
    )
    nationality = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nationality"),
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("country where you volunteer"),
        help_text=_("The place is counted here."),
    )
    category = models.CharField(
        _("kind of volunteering"), max_length=13, choices=Category, blank=True
    )
    host_organisation = models.CharField(_("host organisation"), max_length=200, blank=True)
    sex = models.CharField(_("sex"), max_length=8, choices=Sex, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        _("year of birth"), null=True, blank=True, validators=[plausible_birth_year]
    )
    birth_year_withheld = models.BooleanField(
        _("prefers not to say the year of birth"), default=False
    )
    languages = SeveralField(_("languages spoken"), validators=[language_code])
    phone = models.CharField(_("telephone"), max_length=40, blank=True)

    # The columns, for copying what was given for a training to the person and back.
    COLUMNS = (
        "name",
        "native_name",
        "latin_name",
        "nationality",
        "country",
        "category",
        "host_organisation",
        "sex",
        "birth_year",
        "birth_year_withheld",
        "languages",
        "phone",
    )

    class Meta:
        abstract = True
        constraints = [
            one_of("category", Category, empty=True),
            one_of("sex", Sex, empty=True),
            models.CheckConstraint(
                condition=models.Q(birth_year__isnull=True) | models.Q(birth_year_withheld=False),
                name="%(app_label)s_%(class)s_birth_year_said_or_withheld",
                violation_error_message=_("Write the year of birth or withhold it, not both."),
            ),
        ]

    def described(self) -> dict:
        """What is known, by the name of the column."""
        return {column: getattr(self, column) for column in self.COLUMNS}

    def describe(self, described: dict) -> None:
        """Take over what is known from `described`; columns it does not name stay."""
        for column in self.COLUMNS:
            if column in described:
                setattr(self, column, described[column])
