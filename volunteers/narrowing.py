"""What registrations are counted by, and what their list is narrowed by: one definition for both.

A number at the desk and the list behind it can't disagree, because the number groups by the
column that the list filters by.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import ExtractYear, TruncDate
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteers.models import Category, Sex
from volunteers.models.registration import RegistrationQuerySet

UNKNOWN = "unknown"
NOT_STATED = pgettext_lazy("column", "not stated")
WITHHELD = "withheld"

# Names, first and last age of the bands. Only years of birth are known, so the age is the one
# reached in the year in which the training begins.
AGE_BANDS = (("0-17", 0, 17), ("18-24", 18, 24), ("25-29", 25, 29), ("30-35", 30, 35))
OLDEST = "36"
AGE = ExtractYear("training__sort_date") - F("birth_year")
AGE_UNKNOWN = Q(birth_year=None) | Q(training__sort_date=None) | Q(age__lt=0)
AGE_BAND = Case(
    When(birth_year_withheld=True, then=Value(WITHHELD)),
    When(AGE_UNKNOWN, then=Value(UNKNOWN)),
    *(When(Q(age__lte=last), then=Value(name)) for name, _first, last in AGE_BANDS),
    default=Value(OLDEST),
    output_field=CharField(),
)
AGE_LABELS: dict[str, str | Promise] = {
    "0-17": _("under 18"),
    "18-24": "18–24",
    "25-29": "25–29",
    "30-35": "30–35",
    OLDEST: _("36 and older"),
    WITHHELD: Sex.WITHHELD.label,
    UNKNOWN: NOT_STATED,
}


@dataclass(frozen=True)
class Cut:
    """One way to part registrations: its name in addresses, its column, and its values in order.

    A cut without `labels` has values that nobody listed, such as the names people typed.
    """

    name: str
    title: str | Promise
    column: str
    labels: dict[str, str | Promise] | None = None
    empty: str | None = ""

    def condition(self, value: str) -> Q:
        """The registrations of one value."""
        return Q(**{self.column: self.empty if value == UNKNOWN else value})

    def value_of(self, stored: str | None) -> str:
        """The value as addresses have it; what is not known is `UNKNOWN`."""
        return stored or UNKNOWN


def in_order(choices) -> dict[str, str | Promise]:
    return {**dict(choices), UNKNOWN: NOT_STATED}


class AgeCut(Cut):
    """By bands of age: `with_age(rows)` are asked for one without working out the others."""

    def condition(self, value: str) -> Q:
        withheld = Q(birth_year_withheld=True)
        # Not a range: a database would work out the age twice, for its two ends.
        spans = {name: Q(age__in=range(first, last + 1)) for name, first, last in AGE_BANDS}
        spans |= {OLDEST: Q(age__gt=AGE_BANDS[-1][2]), UNKNOWN: AGE_UNKNOWN}
        return withheld if value == WITHHELD else ~withheld & spans[value]


COUNTRY = Cut("country", _("country"), "country", empty=None)
CATEGORY = Cut("category", _("category"), "category", in_order(Category.choices))
SEX = Cut("sex", _("sex"), "sex", in_order(Sex.choices))
AGE_CUT = AgeCut("age", _("age"), "age_band", AGE_LABELS, empty=UNKNOWN)
HOST = Cut("host", _("host organisation"), "host_organisation")


def with_age(rows: RegistrationQuerySet) -> RegistrationQuerySet:
    """`rows` with what `AGE_CUT` narrows by."""
    return rows.alias(age=AGE)


def with_ages(rows: RegistrationQuerySet) -> RegistrationQuerySet:
    """`rows` with the column that `AGE_CUT` groups by."""
    return with_age(rows).annotate(age_band=AGE_BAND)


def with_days_sent(rows: RegistrationQuerySet) -> RegistrationQuerySet:
    """`rows` with `sent_on`, the day they were submitted by the clocks of the desk."""
    return rows.annotate(sent_on=TruncDate("submitted_at"))


def days_asked(text: str) -> tuple[dt.date, dt.date] | None:
    """`2026-11-20` or `2026-11-16..2026-11-22` as first and last day; None for anything else."""
    first, _dots, last = text.partition("..")
    try:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    except ValueError:
        return None
    return days if days[0] <= days[1] else None


def days_in_address(first: dt.date, last: dt.date) -> str:
    return f"{first}" if first == last else f"{first}..{last}"


def last_week() -> str:
    """The days up to today, seven of them, as an address has them."""
    today = localdate()
    return days_in_address(today - dt.timedelta(days=6), today)


# How far people came, beside the state: names in addresses and what they are called.
STEPS: dict[str, str | Promise] = {
    "proven": _("address proven"),
    "attended": pgettext_lazy("registrations", "attended"),
    "completed": pgettext_lazy("registrations", "completed"),
    "absent": _("approved, and never there"),
}


def came_so_far(rows: RegistrationQuerySet, step: str) -> RegistrationQuerySet:
    """Those of `rows` that came as far as `step`; all of them for a step there is not."""
    match step:
        case "proven":
            return rows.filter(confirmed_at__isnull=False)
        case "attended":
            return rows.attended()
        case "completed":
            return rows.completed()
        case "absent":
            return rows.seated().filter(attendances=None)
    return rows
