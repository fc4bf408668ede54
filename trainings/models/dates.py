"""When something was, as exactly as anyone has said: a day, a season, "last week" or not at all."""

import calendar
import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.fields import SeveralField
from trainings.models.checks import Checked, one_of


class Precision(models.TextChoices):
    DAYS = "days", _("a day, or from one day to another")
    LIST = "list", _("separate days")
    NO_YEAR = "no_year", _("days without a year")
    MONTH = "month", _("a month, or from one month to another")
    SEASON = "season", _("a season")
    YEAR = "year", _("a year, or from one year to another")
    RELATIVE = "relative", _("only in words, such as “last week”")
    UNKNOWN = "unknown", _("not stated")


class Season(models.TextChoices):
    SPRING = "spring", _("spring")
    SUMMER = "summer", _("summer")
    AUTUMN = "autumn", _("autumn")
    WINTER = "winter", _("winter")


SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12, "": 1}
MONTHS = [(number, str(number)) for number in range(1, 13)]


# The constraints, by the ends of their names, and the field beside which each is explained.
BESIDE = {
    "ends_after_start": "end_date",
    "end_needs_start": "start_date",
    "days_known": "start_date",
    "list_known": "days",
    "day_month_known": "month",
    "month_known": "year",
    "season_known": "season",
    "year_known": "year",
    "wording_known": "date_wording",
    "end_year_after_year": "end_year",
    "ongoing_from_a_year": "is_ongoing",
}


def iso_day(text: str) -> None:
    """Refuse what is not a date such as 2027-04-22."""
    try:
        # Also 20270422 is ISO, but a day is written in one way only: days are looked for as text.
        known = dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        known = False
    if not known:
        raise ValidationError(
            _("%(text)s is not a date. Write each day as year-month-day, such as 2027-04-22."),
            params={"text": text},
        )


class SortDateField(models.DateField):
    """The earliest day the dates may mean, for sorting and filtering only; it is never shown."""

    def __init__(self, *args, **options):
        super().__init__(*args, **{"null": True, "editable": False, "db_index": True, **options})

    def pre_save(self, model_instance, add):
        value = model_instance.earliest_day
        setattr(model_instance, self.attname, value)
        return value


def _needs(precision: str, *fields: str) -> Q:
    """The condition that these columns are filled where the precision is `precision`."""
    filled = Q(**{f"{field}__isnull": False for field in fields})
    return ~Q(date_precision=precision) | filled


class Dated(Checked):
    """Dates of a training or of one of its places."""

    date_precision = models.CharField(
        _("how exactly the dates are known"),
        max_length=10,
        choices=Precision,
        default=Precision.UNKNOWN,
    )
    start_date = models.DateField(_("first day"), null=True, blank=True)
    end_date = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("The same for a single day; empty where only the first is known."),
    )
    days = SeveralField(
        _("separate days"),
        validators=[iso_day],
        help_text=_("Days that do not follow each other, such as 2023-04-04 2023-04-11."),
    )
    season = models.CharField(_("season"), max_length=6, choices=Season, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2200)],
    )
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True, choices=MONTHS)
    day = models.PositiveSmallIntegerField(
        _("day"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    end_year = models.PositiveSmallIntegerField(_("to the year"), null=True, blank=True)
    end_month = models.PositiveSmallIntegerField(
        _("to the month"), null=True, blank=True, choices=MONTHS
    )
    end_day = models.PositiveSmallIntegerField(
        _("to the day"), null=True, blank=True, validators=[MaxValueValidator(31)]
    )
    is_ongoing = models.BooleanField(
        _("and since then"),
        default=False,
        help_text=_("For a year: every year from then on, without a last one."),
    )
    date_wording = models.CharField(
        _("dates as published"),
        max_length=300,
        blank=True,
        help_text=_("The words of the source, such as “last week”. Shown beside the dates."),
    )
    days_stated = models.PositiveSmallIntegerField(
        _("number of days, as stated"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Only if someone said it. It is never counted from the dates."),
    )
    sort_date = SortDateField()

    beside = BESIDE

    class Meta:
        abstract = True
        constraints = [
            one_of("date_precision", Precision),
            models.CheckConstraint(
                condition=(Q(month__isnull=True) | Q(month__range=(1, 12)))
                & (Q(end_month__isnull=True) | Q(end_month__range=(1, 12))),
                name="%(app_label)s_%(class)s_months_are_months",
                violation_error_message=_("A month is a number from 1 to 12."),
            ),
            models.CheckConstraint(
                condition=(Q(day__isnull=True) | Q(day__range=(1, 31)))
                & (Q(end_day__isnull=True) | Q(end_day__range=(1, 31))),
                name="%(app_label)s_%(class)s_days_are_days",
                violation_error_message=_("A day is a number from 1 to 31."),
            ),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(1900, 2200)),
                name="%(app_label)s_%(class)s_year_is_near",
                violation_error_message=_("Write the year with four digits, such as 2027."),
            ),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message=_("The last day is before the first. Change one of them."),
            ),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(start_date__isnull=False),
                name="%(app_label)s_%(class)s_end_needs_start",
                violation_error_message=_(
                    "There is a last day but no first. Fill in the first day."
                ),
            ),
            models.CheckConstraint(
                condition=_needs("days", "start_date"),
                name="%(app_label)s_%(class)s_days_known",
                violation_error_message=_(
                    "The dates are said to be known to the day. Fill in the first day."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(date_precision="list") | ~Q(days=""),
                name="%(app_label)s_%(class)s_list_known",
                violation_error_message=_(
                    "Write the separate days, such as 2023-04-04 2023-04-11."
                ),
            ),
            models.CheckConstraint(
                condition=_needs("no_year", "month", "day"),
                name="%(app_label)s_%(class)s_day_month_known",
                violation_error_message=_("Fill in the month and the day."),
            ),
            models.CheckConstraint(
                condition=_needs("month", "year", "month"),
                name="%(app_label)s_%(class)s_month_known",
                violation_error_message=_("Fill in the year and the month."),
            ),
            models.CheckConstraint(
                condition=~Q(date_precision="season") | ~Q(season=""),
                name="%(app_label)s_%(class)s_season_known",
                violation_error_message=_("Choose the season."),
            ),
            models.CheckConstraint(
                condition=_needs("year", "year"),
                name="%(app_label)s_%(class)s_year_known",
                violation_error_message=_("Fill in the year."),
            ),
            models.CheckConstraint(
                condition=~Q(date_precision="relative") | ~Q(date_wording=""),
                name="%(app_label)s_%(class)s_wording_known",
                violation_error_message=_("Write the dates as published, such as “last week”."),
            ),
            models.CheckConstraint(
                condition=Q(end_year__isnull=True) | Q(end_year__gte=F("year")),
                name="%(app_label)s_%(class)s_end_year_after_year",
                violation_error_message=_("The last year is before the first. Change one of them."),
            ),
            models.CheckConstraint(
                condition=Q(is_ongoing=False) | Q(date_precision="year", end_year__isnull=True),
                name="%(app_label)s_%(class)s_ongoing_from_a_year",
                violation_error_message=_(
                    "Only what is known to the year, without a last one, goes on since then."
                ),
            ),
        ]

    def clean(self):
        """Refuse months in the wrong order, and a day that no calendar has, such as 31 April."""
        super().clean()
        self._check_months()
        if len(set(self.days)) < len(self.days):
            raise ValidationError({"days": _("One of these days stands here twice. Take it out.")})
        # A leap year, for 29 February is in some calendars.
        for name, month, day in (
            ("day", self.month, self.day),
            ("end_day", self.end_month, self.end_day),
        ):
            if month and day and day > calendar.monthrange(2024, month)[1]:
                raise ValidationError({name: _("This month has no such day. Change one of them.")})

    def _check_months(self):
        """Refuse an end that comes before its beginning, where a year or a month settles it."""
        if self.date_precision == Precision.MONTH and self.year and self.month:
            last = (self.end_year or self.year, self.end_month or self.month)
            if last < (self.year, self.month):
                message = _("The last month is before the first. Change one of them.")
                raise ValidationError({"end_month": message})
        one_month = self.end_month in (None, self.month)
        days = (self.day or 0, self.end_day or 31)
        if self.date_precision == Precision.NO_YEAR and one_month and days[1] < days[0]:
            message = _("The last day is before the first. Change one of them.")
            raise ValidationError({"end_day": message})

    @property
    def listed_days(self) -> list[dt.date]:
        """The separate days, sorted."""
        return sorted(dt.date.fromisoformat(day) for day in self.days)

    @property
    def first_day(self) -> dt.date | None:
        """The first day where the dates are known to the day with their year, otherwise None."""
        if self.date_precision == Precision.DAYS:
            return self.start_date
        if self.date_precision == Precision.LIST:
            return min(self.listed_days, default=None)
        return None

    @property
    def last_day(self) -> dt.date | None:
        """The last day where it is known; None where only the first was said."""
        if self.date_precision == Precision.DAYS:
            return self.end_date
        if self.date_precision == Precision.LIST:
            return max(self.listed_days, default=None)
        return None

    @property
    def every_day(self) -> list[dt.date]:
        """All days in order, where each of them is known; empty otherwise."""
        if self.date_precision == Precision.LIST:
            return sorted(set(self.listed_days))
        first, last = self.first_day, self.last_day
        if first is None or last is None:
            return []
        return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]

    @property
    def earliest_day(self) -> dt.date | None:
        """The earliest day the dates may mean; None without a year."""
        if self.first_day:
            return self.first_day
        if not self.year or self.date_precision == Precision.NO_YEAR:
            return None
        return dt.date(self.year, self.month or SEASON_MONTH[self.season], 1)

    @property
    def dates_known(self) -> bool:
        """Whether there is more than words or nothing."""
        return self.date_precision not in (Precision.RELATIVE, Precision.UNKNOWN) or bool(self.year)

    def dates_in_words(self, language: str | None = None) -> str:
        """The dates as a reader of `language` writes them; empty where they are not stated.

        A form that was refused shows its record with gaps: what is incomplete is not stated.
        """
        match self.date_precision:
            case Precision.DAYS if self.start_date and self.end_date is None:
                return self._first_day_in_words(language)
            case Precision.DAYS:
                return wording.date_range(self.start_date, self.end_date, language)
            case Precision.LIST:
                return wording.date_list(self.listed_days, language)
            case Precision.NO_YEAR if self.month and self.day:
                return wording.day_month(
                    self.month, self.day, self.end_month, self.end_day, language
                )
            case Precision.MONTH if self.year and self.month:
                return wording.month_range(
                    self.year, self.month, self.end_year, self.end_month, language
                )
            case Precision.SEASON if self.season:
                return wording.season(self.year, self.season, language)
            case Precision.YEAR if self.year:
                last = None if self.is_ongoing else self.end_year or self.year
                return wording.year_range(self.year, last, language)
        return wording.year(self.year, language) if self.year else ""

    def _first_day_in_words(self, language: str | None) -> str:
        """The first day, and that nobody said the last: it may have been the only one."""
        with translation.override(language or translation.get_language()):
            day = wording.date(self.start_date)
            return gettext("%(date)s (last day not stated)") % {"date": day}

    def covers(self, day: dt.date) -> bool | None:
        """Whether `day` is one of the days; None where the days are not known."""
        if self.date_precision == Precision.LIST:
            return day in self.listed_days
        if self.first_day is None:
            return None
        if day < self.first_day:
            return False
        return day <= self.last_day if self.last_day else None
