"""The programme in figures: trainings by year, series and country, and who attended them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from trainings import facets, wording
from trainings.lists import Words
from trainings.models import FigureSource


@dataclass
class Bar:
    """A line of a table with a bar: what it is, how many trainings, and where they are listed."""

    label: str
    count: int
    address: str


@dataclass
class Bars:
    title: str
    bars: list[Bar]

    @property
    def largest(self) -> int:
        return max((bar.count for bar in self.bars), default=0) or 1


class Programme:
    """Counts of trainings that were held, and of people where attendance was taken."""

    def __init__(self) -> None:
        self.sorted = facets.sort(Words())
        self.held = self.sorted.groups["state"].get("held", set())

    @property
    def tables(self) -> list[Bars]:
        found = [
            Bars(_("By year"), self.bars("year")),
            Bars(_("By series"), by_size(self.bars("series"))),
            Bars(_("By country where they were held"), by_size(self.bars("country"))),
        ]
        return [table for table in found if table.bars]

    def bars(self, name: str) -> list[Bar]:
        """The trainings that were held, by one of the filters of their list."""
        groups, names = self.sorted.groups[name], self.sorted.names[name]
        return [
            Bar(names.get(value, value), number, f"?state=held&{name}={value}")
            for value in facets.known(name, groups)
            if (number := len(groups[value] & self.held))
        ]

    @cached_property
    def people(self) -> dict[str, Any]:
        """Those who attended, each once: national and international, women and men."""
        # Imported here: the other app counts people, and imports this one.
        from volunteers.public_counting import Reading
        from volunteers.public_figures import figures_of_keys

        reading = Reading()
        return {
            breakdown: figures_of_keys(self.held, FigureSource.ATTENDED, breakdown, reading)
            for breakdown in ("category", "sex")
        }


def by_size(bars: list[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: (-bar.count, wording.sort_key(bar.label)))
