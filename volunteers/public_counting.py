"""Counting people for the public: by the steps they came to, and what of it may be told.

`volunteers.public_figures` is what pages ask; nothing else uses this.
"""

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Func, Q

from trainings.given import GivenKeys, filled, left_open, places_for
from trainings.models import FigureSource, Session, Training
from trainings.together import Question, hang
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
    Part,
    cells,
    question,
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


class Reading:
    """What the database said, kept for several counts of the same people: each question once."""

    def __init__(self):
        self.kept: dict = {}
        self.read: dict[int, Any] = {}

    def once(self, key: tuple, ask: Callable):
        if key not in self.kept:
            self.kept[key] = ask()
        return self.kept[key]

    def people(self, step: int, keys, by: list[str]) -> list[Cell]:
        return self.cells(step, keys, tuple(by), apart=False)

    def each(self, step: int, keys, by: list[str]) -> list[Cell]:
        return self.cells(step, keys, tuple(by), apart=True)

    def cells(self, step: int, keys, by: tuple[str, ...], *, apart: bool) -> list[Cell]:
        keys, is_seated = frozenset(self.countable(step, keys)), step > 0
        asked = ("cells", is_seated, keys, by, apart)
        return self.once(asked, lambda: cells_of(is_seated, keys, by, apart) if keys else [])

    def countable(self, step: int, keys) -> set[int]:
        """Those of the trainings whose people can be counted: nobody completes one that runs."""
        return (
            set(keys) - self.running(keys) if STEPS[step] == FigureSource.COMPLETED else set(keys)
        )

    def running(self, keys) -> set[int]:
        return {one.pk for one in self.trainings(keys) if one.is_ahead}

    def trainings(self, keys) -> list[Any]:
        """The trainings of `keys` with what is known of attendance, each read once."""
        if unread := sorted(set(keys) - self.read.keys()):
            self.read |= {one.pk: one for one in with_attendance(unread)}
        return [self.read[key] for key in keys if key in self.read]

    def told_here(self, keys) -> set[int]:
        """Those of the trainings that are ahead, or for which anybody registered: of others, that
        nobody is counted says only that they took no registrations here."""
        rows = Registration.objects.filter(training__in=keys, confirmed_at__isnull=False)
        return self.running(keys) | set(rows.order_by().values_list("training", flat=True))

    def known(self, step: int, keys) -> set[int]:
        return self.once(("known", step, frozenset(keys)), lambda: self.known_of(step, keys))

    def known_of(self, step: int, keys) -> set[int]:
        """The trainings of `keys` of which it is known who came as far as `step`."""
        if step < STEPS.index(FigureSource.ATTENDED):
            return set(keys)
        taken = [one for one in self.trainings(keys) if one.was_taken]
        if step == STEPS.index(FigureSource.ATTENDED):
            return {one.pk for one in taken}
        counted = {one.pk for one in taken if held.counts_completion(one)}
        return counted | completed_by_word(keys)


class Count:
    """People of the trainings of `keys` who came as far as `source`, by one breakdown or none.

    The breakdown holds the trainings of `told`; the others are in the total alone.
    """

    def __init__(
        self,
        keys: set[int],
        source: str,
        breakdown: str,
        reading: Reading | None = None,
    ):
        self.reading = reading or Reading()
        if source not in STEPS:
            raise ValueError(f"Nothing is computed for the source {source!r}.")
        self.keys, self.step, self.breakdown = keys, STEPS.index(FigureSource(source)), breakdown
        self.is_protected = breakdown in PROTECTED
        self.by = [breakdown] if breakdown else []
        self.told = self.keys
        if self.is_protected and len(keys) > 1:
            self.told = self.to_be_told()

    def to_be_told(self) -> set[int]:
        """The trainings that the sum may hold, for each may be shown by itself as well."""
        tables = self.tables_of_each
        keys = sorted(tables)
        may = small_cells.told_together(self.step, [tables[key] for key in keys])
        told = {key for key, is_told in zip(keys, may, strict=True) if is_told}
        twice = any(
            small_cells.tells_who_came_twice(
                [tables[key][step] for key in told], self.table(step, self.matched(step, told))
            )
            for step in range(len(STEPS))
        )
        return set() if twice else told

    @property
    def tables_of_each(self) -> dict[int, list[dict[str, int]]]:
        """The tables of each training by itself, step by step."""
        steps = range(len(STEPS))
        of: dict[tuple, list[Cell]] = {(key, step): [] for key in self.keys for step in steps}
        for step in steps:
            for cell in self.reading.each(step, self.keys, self.by):
                of[cell.training, step].append(cell)
        return {key: [self.table(step, of[key, step]) for step in steps] for key in self.keys}

    @cached_property
    def tables(self) -> list[dict[str, int]]:
        """How many gave each answer, step by step; of the own step alone where none is hidden."""
        steps = range(len(STEPS)) if self.is_protected else [self.step]
        return [self.table(step, self.matched(step, self.told)) for step in steps]

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
        return self.reading.people(self.step, self.keys, [])

    @property
    def total(self) -> int:
        return sum(measured(self.step, cell) for cell in self.everyone if self.is_matched(cell))

    @property
    def unmatched(self) -> int:
        """Registrations of which nobody can tell whether they are of someone counted already."""
        return sum(measured(self.step, one) for one in self.everyone if not self.is_matched(one))

    def is_matched(self, cell: Cell) -> bool:
        return not (cell.unmatched and len(self.keys) > 1)

    def matched(self, step: int, told: set[int]) -> list[Cell]:
        cells = self.reading.people(step, told, self.by) if told else []
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
        keys = self.reading.countable(self.step, self.keys)
        if keys and self.step < STEPS.index(FigureSource.ATTENDED) and not self.total:
            keys = self.reading.told_here(keys)
        return len(self.reading.known(self.step, keys)) if keys else 0

    @property
    def not_over(self) -> int:
        """How many of the trainings are not over, where that keeps them from being counted."""
        return len(self.keys - self.reading.countable(self.step, self.keys))


def cells_of(is_seated: bool, keys: frozenset[int], by: tuple[str, ...], apart: bool) -> list[Cell]:
    """The cells of those with a seat, or of all proven, at the trainings of `keys`."""
    part = Part(by, apart)
    query, params = question_of(connection.vendor, places_for(len(keys)), is_seated, part)
    given = {"trainings": sorted(keys)}
    (found,) = cells(query, filled(params, given, connection), [part])
    return found


@cache
def question_of(_engine: str, places: int, is_seated: bool, part: Part) -> tuple:
    """The query of `cells_of`, made once: that takes many times as long as asking it."""
    rows = Registration.objects.filter(Few(Q(training__in=GivenKeys("trainings", places))))
    rows = rows.seated() if is_seated else rows.filter(confirmed_at__isnull=False)
    with left_open():
        return question(rows, BANDS, [part])


class Few(Func):
    """A condition that holds for few rows, which SQLite is told.

    It takes all trainings to have as many registrations as each other, so for a dozen of them it
    would read the whole table, where nearly all may be of a training of which nobody asks.
    """

    template = "%(expressions)s"
    output_field = BooleanField()

    def as_sqlite(self, compiler, connection, **context):
        return super().as_sqlite(
            compiler, connection, template="unlikely(%(expressions)s)", **context
        )


def with_attendance(keys: list[int]) -> list[Training]:
    """The trainings of `keys` with what is known of attendance, and their days."""
    rows = trainings_of(connection.vendor, places_for(len(keys))).answers(keys=keys)
    hang(rows["trainings"], "sessions", rows["sessions"], by="training")
    return rows["trainings"]


@cache
def trainings_of(_engine: str, places: int) -> Question:
    """The question of `with_attendance`, made into SQL once."""
    keys = GivenKeys("keys", places)
    days = Session.objects.exclude(date=None).filter(training__in=keys)
    return Question(
        {"trainings": held.with_marks(Training.objects.filter(pk__in=keys)), "sessions": days}
    )


def measured(step: int, cell: Cell) -> int:
    """How many of `cell` came as far as a step."""
    return (cell.people, cell.people, cell.attended, cell.completed)[step]


def completed_by_word(keys) -> set[int]:
    """Those of the trainings where an organizer said of someone that she or he completed."""
    said = Registration.objects.seated().filter(completion_override__completed=True)
    return set(said.filter(training__in=keys).order_by().values_list("training", flat=True))
