"""Numbers of a training's people, each with the address of the list it counts."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trainings import wording
from volunteers import narrowing
from volunteers.models.registration import RegistrationQuerySet, State

# How long a bar is, in its own units, and how high the chart of days.
FULL = 1000
HIGH = 100
WIDE = 10
MOST_COLUMNS = 60
MOST_HOSTS = 50


@dataclass(frozen=True)
class Number:
    """How many, and the list of them."""

    count: int
    address: str


@dataclass
class Line:
    """A line of a table: what it says, its numbers, and a quiet word beside it."""

    label: str | Promise
    numbers: list[Number]
    note: str = ""
    scale: int = 1
    marks: list[int] = field(default_factory=list)

    @property
    def bars(self) -> list[tuple[int, int]]:
        """The lengths of the bars, one in another: the first number is the longest."""
        return [
            (place, round(FULL * number.count / self.scale))
            for place, number in enumerate(self.numbers)
            if number.count
        ]

    @property
    def places(self) -> list[int]:
        """Where the limits stand."""
        return [round(FULL * mark / self.scale) for mark in self.marks]


@dataclass
class Table:
    slug: str
    title: str | Promise
    columns: list[str | Promise]
    lines: list[Line]
    note: str | Promise = ""

    def __post_init__(self):
        counts = [number.count for line in self.lines for number in line.numbers]
        limits = [mark for line in self.lines for mark in line.marks]
        for line in self.lines:
            line.scale = max([*counts, *limits, 1])


@dataclass(frozen=True)
class Column:
    """A bar of the chart of days: the days it stands for, and where it stands."""

    label: str
    number: Number
    x: int
    height: float

    @property
    def top(self) -> float:
        return HIGH - self.height


@dataclass(frozen=True)
class Chart:
    columns: list[Column]
    width: int
    highest: int

    @property
    def shown(self) -> list[Column]:
        return [column for column in self.columns if column.number.count]


# What the tables about people count, in the order of their columns.
COUNTED: dict[str, tuple[str | Promise, dict]] = {
    "applied": (_("applied"), {"step": "proven"}),
    "approved": (_("approved"), {"state__exact": State.APPROVED.value}),
    "attended": (narrowing.STEPS["attended"], {"step": "attended"}),
    "completed": (narrowing.STEPS["completed"], {"step": "completed"}),
}
# Those that wait for the first day of attendance; the other two are counted of the same rows.
OF_THE_DAYS = ("attended", "completed")


def list_address(training, **asked) -> str:
    """The list of registrations of `training`, narrowed by its filters."""
    address = reverse("admin:volunteers_registration_changelist")
    return f"{address}?{urlencode({'training': training.pk, **asked})}"


def cells_of(rows: RegistrationQuerySet) -> list[dict]:
    """How many of `rows` share a state, country, category, sex and age band: one query."""
    proven = ExpressionWrapper(Q(confirmed_at__isnull=False), BooleanField())
    parted = narrowing.with_ages(rows).annotate(proven=proven).order_by()
    columns = ("state", "proven", "country", "category", "sex", "age_band")
    return list(parted.values(*columns).annotate(number=Count("pk")))


def counted(rows: RegistrationQuerySet, cells: list[dict]) -> dict[str, list[dict]]:
    """The cells that each column of the tables counts, out of `cells` of `rows` where they are.

    Without anybody's attendance there are only the first two.
    """
    found = {
        "applied": [cell for cell in cells if cell["proven"]],
        "approved": [cell for cell in cells if cell["state"] == State.APPROVED],
    }
    said = {name: cells_of(narrowing.came_so_far(rows, name)) for name in OF_THE_DAYS}
    return found | said if any(said.values()) else found


def by_value(cells: Iterable[dict], cut: narrowing.Cut) -> Counter:
    """How many of each value of `cut`."""
    found: Counter = Counter()
    for cell in cells:
        found[cut.value_of(cell[cut.column])] += cell["number"]
    return found


def hosts_of(rows: RegistrationQuerySet) -> list[tuple[str, int, int]]:
    """The host organisations most often named, with how many applied and were approved."""
    host = narrowing.HOST.column
    approved = Count("pk", filter=Q(state=State.APPROVED))
    named = rows.filter(confirmed_at__isnull=False).order_by().values_list(host)
    found = named.annotate(applied=Count("pk"), approved=approved)
    return list(found.order_by("-applied", host)[: MOST_HOSTS + 1])


def chart_of(rows: RegistrationQuerySet, number_for: Callable[..., Number]) -> Chart | None:
    """When the forms were sent, in at most `MOST_COLUMNS` spans of equal length; None for none.

    `number_for(count, sent=…)` gives a number its list.
    """
    sent = narrowing.with_days_sent(rows).order_by().values_list("sent_on")
    numbers = dict(sent.annotate(number=Count("pk")))
    if not numbers:
        return None
    first, last = min(numbers), max(numbers)
    days = span_of((last - first).days + 1)
    spans: Counter = Counter()
    for day, number in numbers.items():
        spans[(day - first).days // days] += number
    highest = max(spans.values())
    columns = []
    for place in range(max(spans) + 1):
        begin = first + dt.timedelta(days=place * days)
        end = begin + dt.timedelta(days=days - 1)
        number = number_for(spans[place], sent=narrowing.days_in_address(begin, end))
        height = round(HIGH * spans[place] / highest, 1)
        columns.append(Column(wording.date_range(begin, end), number, place * WIDE, height))
    return Chart(columns, len(columns) * WIDE, highest)


def span_of(days: int) -> int:
    """How many days a column stands for: one, a week, or as many weeks as are needed."""
    if days <= MOST_COLUMNS:
        return 1
    return 7 * math.ceil(days / 7 / MOST_COLUMNS)
