"""The list of trainings by what they have in common: filters that are links, each with its count.

A filter counts among the trainings that the other filters leave, so its number is that of the list
it leads to. The numbers and the list come from the same sets.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from config.inputs import without_controls
from trainings import wording
from trainings.goals import GOALS
from trainings.lists import Words
from trainings.models import Framework, Lifecycle, Place, PlaceMode, Training
from trainings.models.searchable import LONGEST, Terms
from trainings.together import Asked

NO_YEAR = "none"
EVERY_GOAL = "all"
NAMES = ("state", "country", "year", "series", "goal", "mode")
NONE: set[int] = set()
Groups = dict[str, set[int]]  # what a filter may be set to, and the trainings it would leave


@dataclass
class Option:
    """A link of a filter: what it says, how many trainings it leads to, and where."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass
class Facet:
    """A filter: at most one of its options is chosen."""

    name: str
    title: str
    every: Option
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.is_chosen), None)

    @property
    def shown(self) -> list[Option]:
        """The options with the way back to all of them, which a state always has beside it."""
        return [self.every, *self.options] if self.chosen or self.name == "state" else self.options


@dataclass
class Sorted:
    """The trainings, the newest first, and by each filter."""

    order: list[int] = field(default_factory=list)
    groups: dict[str, Groups] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)


class Listing:
    """The published trainings that `asked`, the query of an address, asks for.

    What can't be read is left out.
    """

    def __init__(self, asked: QueryDict):
        self.words = without_controls(asked.get("q", "")).strip()
        self.sorted = sort(Words(self.words))
        all_of_them = sort(Words()) if self.words else self.sorted
        self.chosen = {
            name: value
            for name, groups in all_of_them.groups.items()
            if (value := asked.get(name, "").lower()) in groups or value in all_of_them.names[name]
        }
        self.sorted.names = all_of_them.names

    def left(self, *, without: str = "") -> set[int]:
        """The trainings that all filters leave, or all but one of them."""
        found = set(self.sorted.order)
        for name, value in self.chosen.items():
            if name != without:
                found &= self.sorted.groups[name].get(value, NONE)
        return found

    @property
    def keys(self) -> list[int]:
        """The primary keys of the trainings to show, in their order."""
        left = self.left()
        return [key for key in self.sorted.order if key in left]

    @property
    def facets(self) -> list[Facet]:
        """The filters that have something to choose from, each with its links."""
        made = [self.facet(name, title) for name, title in titles().items()]
        return [one for one in made if one.options]

    def facet(self, name: str, title: str) -> Facet:
        among = self.left(without=name)
        chosen, groups = self.chosen.get(name), self.sorted.groups[name]
        counts = {value: len(rows & among) for value, rows in groups.items()}
        shown = [value for value in known(name, groups) if counts[value]]
        if chosen and chosen not in shown:
            shown.append(chosen)
        options = [
            Option(
                self.label(name, value),
                counts.get(value, 0),
                self.address({**self.chosen, name: value}),
                value == chosen,
            )
            for value in shown
        ]
        if name in ("country", "series"):
            options.sort(key=lambda option: wording.sort_key(option.label))
        every = Option(_("all"), len(among), self.address(self.without(name)), not chosen)
        return Facet(name, title, every, options)

    def label(self, name: str, value: str) -> str:
        return self.sorted.names[name].get(value, value)

    def address(self, chosen: dict[str, str], words: str | None = None) -> str:
        """The query of the list with these filters, each always in the same place."""
        words = self.words if words is None else words
        pairs = [(name, chosen[name]) for name in NAMES if name in chosen]
        pairs += [("q", words[:LONGEST])] if words else []
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def query(self) -> str:
        """The one address of what is shown."""
        return self.address(self.chosen)

    @property
    def picked(self) -> list[tuple[str, str, str]]:
        """What was chosen: the filter, the choice, and the query without it."""
        return [
            (title, self.label(name, self.chosen[name]), self.address(self.without(name)))
            for name, title in titles().items()
            if name in self.chosen
        ]

    @property
    def picked_names(self) -> list[str]:
        return [label for _title, label, _query in self.picked]

    @property
    def query_without_words(self) -> str:
        return self.address(self.chosen, words="")

    def without(self, name: str) -> dict[str, str]:
        return {key: value for key, value in self.chosen.items() if key != name}

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen or self.words)

    @property
    def is_for_search_engines(self) -> bool:
        """Whether the list is one of few: not a mixture of filters, and nobody's own words."""
        return len(self.chosen) < 2 and not self.words


def titles() -> dict[str, str]:
    """The filters in their order, by the names they have in an address."""
    said = (_("State"), _("Held in"), _("Year"), _("Series"), _("Goal"), _("How"))
    return dict(zip(NAMES, said, strict=True))


def sort(words: Words) -> Sorted:
    """The published trainings that hold `words`, by each filter, in one question."""
    found = Sorted(groups={name: defaultdict(set) for name in NAMES})
    found.names = {"state": states(), "goal": goals(), "mode": modes(), "country": {}, "series": {}}
    found.names["year"] = {NO_YEAR: _("not stated")}
    if words.mean_nothing:
        return found
    rows = words.ask(by_filters)
    for row in rows["trainings"]:
        put(found, *row)
    for key, code, name in rows["countries"]:
        found.groups["country"][code.lower()].add(key)
        found.names["country"][code.lower()] = str(name)
    for one in rows["upcoming"]:
        put_ahead(found.groups["state"], one)
    return found


def by_filters(terms: Terms) -> Asked:
    """What the filters go by: columns of trainings and of their countries, and those to come."""
    rows = Training.objects.published().with_words(terms)
    columns = ("pk", "lifecycle", "sort_date", "mode", "sdg_framework", "sdg_goals")
    countries = Place.objects.filter(
        training__in=rows.order_by().values("pk"), country__isnull=False
    )
    return {
        "trainings": rows.newest_first().values_list(*columns, "series__slug", "series__name"),
        "countries": countries.values_list("training", "country", "country__name"),
        "upcoming": rows.upcoming(),
    }


def put(found: Sorted, key, lifecycle, day, mode, framework, goals, slug, name) -> None:
    """Put one training under all that its own row says."""
    groups = found.groups
    found.order.append(key)
    groups["year"][str(day.year) if day else NO_YEAR].add(key)
    if lifecycle in Training.PAST:
        groups["state"]["held"].add(key)
    if lifecycle == Lifecycle.CANCELLED:
        groups["state"]["cancelled"].add(key)
    for goal in [EVERY_GOAL] if framework == Framework.ALL else goals:
        groups["goal"][goal].add(key)
    if mode:
        groups["mode"][mode].add(key)
    if slug:
        groups["series"][slug].add(key)
        found.names["series"][slug] = str(name)


def put_ahead(states: Groups, training: Training) -> None:
    """Which of those to come are still ahead, and open, their own clocks and moments decide."""
    if training.is_ahead:
        states["to_come"].add(training.pk)
        if training.stage == Lifecycle.OPEN:
            states["open"].add(training.pk)


def states() -> dict[str, str]:
    return {
        "open": _("registration open"),
        "to_come": _("to come"),
        "held": pgettext("trainings", "held"),
        "cancelled": pgettext("trainings", "cancelled"),
    }


def goals() -> dict[str, str]:
    named = {number: f"{number} · {title}" for number, title in GOALS}
    return {EVERY_GOAL: _("the Goals as a whole"), **named}


def modes() -> dict[str, str]:
    return {value: str(label) for value, label in PlaceMode.choices}


def known(name: str, groups: Groups) -> list[str]:
    """What a filter may be set to: in its own order, of years the newest first."""
    orders = {"state": states, "goal": goals, "mode": modes}
    if name in orders:
        return [value for value in orders[name]() if value in groups]
    return sorted(groups, key=lambda value: (value != NO_YEAR, value), reverse=True)
