"""How full a training is: numbers for a table, and the lengths of the bars beside them."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainings import wording
from volunteers.models import Category, Quota
from volunteers.roles import World
from volunteers.services.seats import Seated, Seats, covered

# How long a bar is, in its own units.
FULL = 1000


@dataclass
class Bar:
    """One line: who, how many sit, wait and are to be decided, and the limits; None is “none”."""

    name: str
    # None where these are for others to know.
    filled: int | None
    waiting: int | None
    to_decide: int | None
    left: int | None = None
    minimum: int | None = None
    target: int | None = None
    maximum: int | None = None
    scale: int = 1

    @property
    def applied(self) -> int:
        return (self.filled or 0) + (self.waiting or 0) + (self.to_decide or 0)

    @property
    def longest(self) -> int:
        return max(self.applied, self.minimum or 0, self.target or 0, self.maximum or 0, 1)

    @property
    def is_full(self) -> bool:
        return self.left == 0

    @property
    def is_short(self) -> bool:
        """Whether seats are kept that nobody has yet."""
        return (self.filled or 0) < (self.minimum or 0)

    def length(self, count: int) -> int:
        return round(FULL * count / self.scale)

    @property
    def pieces(self) -> list[tuple[str, int, int]]:
        """What the bar is made of: a class, where it begins, and how long it is."""
        found, begin = [], 0
        for name in ("filled", "waiting", "to_decide"):
            length = self.length(getattr(self, name) or 0)
            if length:
                found.append((name, begin, length))
            begin += length
        return found

    @property
    def marks(self) -> list[tuple[str, int]]:
        """Where the limits stand: a class and a place."""
        limits = ("minimum", "target", "maximum")
        return [
            (name, self.length(limit))
            for name in limits
            if (limit := getattr(self, name)) is not None
        ]


@dataclass
class Bars:
    """A table of the page: its heading and its lines, all on one scale."""

    title: str
    bars: list[Bar]

    def __post_init__(self):
        scale = max((bar.longest for bar in self.bars), default=1)
        for bar in self.bars:
            bar.scale = scale


def bars_of(
    seats: Seats, to_decide: Seated, names: dict[str, str], world: World, *, tells_left: bool
) -> list[Bars]:
    """The tables of a training: the whole, by country, by category, and by both.

    `names` are those of the countries by their codes. Who sees only the countries of a `world` gets
    the lines of these; and how full the whole training is only with `tells_left`: as the public
    reads it, which is not told of seats beyond the limit.
    """
    told = seats.capacity - seats.left if tells_left and seats.left is not None else None
    whole = Bar(
        _("the whole training"),
        seats.taken if world.is_whole else told,
        seats.waiting.total() if world.is_whole else None,
        to_decide.total() if world.is_whole else None,
        left=seats.left if tells_left else None,
        maximum=seats.capacity,
    )
    lines = Lines(seats, to_decide, world, tells_left)
    both = [
        quota
        for quota in seats.quotas
        if quota.country_id and quota.category and world.holds(quota.country_id)
    ]
    tables = [
        Bars(_("The whole training"), [whole]),
        Bars(_("By country"), lines.by_country(names)),
        Bars(_("By category"), lines.by_category() if world.is_whole else []),
        Bars(_("By country and category"), [lines.of(quota, str(quota)) for quota in both]),
    ]
    return [table for table in tables if table.bars]


@dataclass
class Lines:
    """Makes the lines out of the counts."""

    seats: Seats
    to_decide: Seated
    world: World
    tells_left: bool

    def of(self, quota: Quota, name: str) -> Bar:
        return Bar(
            name,
            self.seats.filled(quota),
            self.seats.in_line(quota),
            covered(quota, self.to_decide),
            left=self.seats.left_of(quota, of_all=self.tells_left),
            minimum=quota.minimum,
            target=quota.target,
            maximum=quota.maximum,
        )

    def by_country(self, names: dict[str, str]) -> list[Bar]:
        """Countries with a quota or with someone who applied; unknown countries come last."""
        quotas = {q.country_id: q for q in self.seats.quotas if q.country_id and not q.category}
        codes = {country for country, _category in self.everyone()} | set(quotas)
        bars = [
            self.of(quotas.get(code) or Quota(country_id=code), names.get(code, code))
            for code in codes
            if code and self.world.holds(code)
        ]
        bars.sort(key=lambda bar: wording.sort_key(bar.name))
        unknown = [
            sum(n for (country, _c), n in counted.items() if country is None)
            for counted in (self.seats.seated, self.seats.waiting, self.to_decide)
        ]
        is_shown = any(unknown) and self.world.holds(None)
        return [*bars, *([Bar(_("country not stated"), *unknown)] if is_shown else [])]

    def by_category(self) -> list[Bar]:
        """Categories with a quota or with someone who applied, in their usual order."""
        quotas = {q.category: q for q in self.seats.quotas if q.category and not q.country_id}
        used = {category for _country, category in self.everyone()} | set(quotas)
        return [
            self.of(quotas.get(category) or Quota(category=category), str(label))
            for category, label in Category.choices
            if category in used
        ]

    def everyone(self) -> Counter:
        return self.seats.seated + self.seats.waiting + self.to_decide
