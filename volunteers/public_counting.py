"""Counting people for the public: by the steps they came to, and what of it may be told.

`volunteers.public_figures` is what pages ask; nothing else uses this.
"""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from trainings.models import FigureSource, Training
from volunteers import small_cells
from volunteers.donor import held
from volunteers.donor.asking import Breakdown
from volunteers.donor.bands import READY
from volunteers.donor.counting import (
    DISABILITIES,
    NOT_ASKED,
    SEXES,
    UNKNOWN,
    WITHHELD,
    Cell,
    people,
    people_of_each,
)
from volunteers.models import Category, Registration

BANDS = READY["18-29"]
PROTECTED = (Breakdown.SEX, Breakdown.AGE, Breakdown.DISABILITY)
# The steps in their order: each counts some of those of the step before.
STEPS = (
    FigureSource.REGISTERED,
    FigureSource.APPROVED,
    FigureSource.ATTENDED,
    FigureSource.COMPLETED,
)
ANSWERS = {
    Breakdown.SEX.value: [str(one) for one in SEXES],
    Breakdown.AGE.value: [*BANDS.keys, WITHHELD, NOT_ASKED, UNKNOWN],
    Breakdown.CATEGORY.value: [*Category.values, UNKNOWN],
    Breakdown.DISABILITY.value: [str(one) for one in DISABILITIES],
}


class Count:
    """People of the trainings of `keys` who came as far as `source`, by one breakdown or none.

    `told` are the trainings that the breakdown may hold; the others are in the total alone.
    """

    def __init__(self, keys: set[int], source: str, breakdown: str, told: set[int] | None = None):
        if source not in STEPS:
            raise ValueError(f"Nothing is computed for the source {source!r}.")
        self.keys, self.step, self.breakdown = keys, STEPS.index(FigureSource(source)), breakdown
        self.is_protected = breakdown in PROTECTED
        self.by = [breakdown] if breakdown else []
        self.told = self.keys if told is None else told
        if told is None and self.is_protected and len(keys) > 1:
            self.told = self.to_be_told()

    def to_be_told(self) -> set[int]:
        """The trainings that the sum may hold, for each may be shown by itself as well."""
        keys = sorted(self.keys)
        cells = [people_of_each(rows_at(step, keys), BANDS, self.by) for step in range(len(STEPS))]
        tables = [
            [
                self.table(step, [cell for cell in found if cell.training == key])
                for step, found in enumerate(cells)
            ]
            for key in keys
        ]
        may = small_cells.told_together(self.step, tables)
        return {key for key, is_told in zip(keys, may, strict=True) if is_told}

    @cached_property
    def tables(self) -> list[dict[str, int]]:
        """How many gave each answer, step by step; of the own step alone where none is hidden."""
        steps = range(len(STEPS)) if self.is_protected else [self.step]
        return [self.table(step, self.matched(step)) for step in steps]

    @property
    def own(self) -> dict[str, int]:
        return self.tables[self.step if self.is_protected else 0]

    @property
    def hidden(self) -> set[str]:
        """The answers whose numbers are not shown."""
        if not self.is_protected:
            return set()
        return small_cells.hidden_at(self.step, self.tables) if self.told else set(self.own)

    @cached_property
    def everyone(self) -> list[Cell]:
        return people(rows_at(self.step, self.keys), BANDS, [])

    @property
    def total(self) -> int:
        return sum(measured(self.step, cell) for cell in self.everyone if self.is_matched(cell))

    @property
    def unmatched(self) -> int:
        """Registrations of which nobody can tell whether they are of someone counted already."""
        return sum(measured(self.step, one) for one in self.everyone if not self.is_matched(one))

    def is_matched(self, cell: Cell) -> bool:
        return not (cell.unmatched and len(self.keys) > 1)

    def matched(self, step: int) -> list[Cell]:
        cells = people(rows_at(step, self.told), BANDS, self.by) if self.told else []
        return [cell for cell in cells if self.is_matched(cell)]

    def table(self, step: int, cells: list[Cell]) -> dict[str, int]:
        """How many of `cells` gave each answer, in the order of the answers."""
        found = dict.fromkeys(ANSWERS.get(self.breakdown, []), 0)
        for cell in cells if self.breakdown else []:
            key = cell.facts[self.breakdown]
            found[key] = found.get(key, 0) + measured(step, cell)
        return found

    @cached_property
    def known(self) -> int:
        """Of how many of the trainings it is known who came as far."""
        if self.step < STEPS.index(FigureSource.ATTENDED):
            return len(self.keys)
        rows: list[Any] = list(held.with_attendance(Training.objects.filter(pk__in=self.keys)))
        if self.step == STEPS.index(FigureSource.ATTENDED):
            return sum(one.was_taken for one in rows)
        said = completed_by_word(self.keys)
        return sum(
            one.pk in said or (one.was_taken and held.counts_completion(one)) for one in rows
        )


def rows_at(step: int, keys) -> QuerySet[Registration]:
    """The registrations at the trainings of `keys` among which those of a step are."""
    rows = Registration.objects.filter(training__in=keys)
    return rows.seated() if step else rows.filter(confirmed_at__isnull=False)


def measured(step: int, cell: Cell) -> int:
    """How many of `cell` came as far as a step."""
    return (cell.people, cell.people, cell.attended, cell.completed)[step]


def completed_by_word(keys) -> set[int]:
    """Those of the trainings where an organizer said of someone that she or he completed."""
    said = Registration.objects.seated().filter(completion_override__completed=True)
    return set(said.filter(training__in=keys).order_by().values_list("training", flat=True))
