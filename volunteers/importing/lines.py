"""Lines of a list on their way in: what a column may hold, and what was found about each line."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from volunteers.importing.tables import Table


@dataclass(frozen=True)
class Field:
    """Something a column may hold. `spellings` are usual headings, parted by bars.

    `read` turns a cell into a value or raises ValidationError. `means` knows headings that can't
    be listed.
    """

    key: str
    label: object
    spellings: str
    read: Callable[[str], object]
    means: Callable[[str], bool] = lambda heading: False


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True)
class Change:
    """What a line would change of something that exists, in words."""

    label: str
    before: str
    after: str


@dataclass
class Line:
    """A line of the file: `given` are its values by key, `errors` sentences by key or "".

    `target` is what exists of it already.
    """

    number: int
    cells: list[str]
    given: dict = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    target: Any = None
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        if self.errors:
            return Verdict.WRONG
        if self.target is None:
            return Verdict.NEW
        return Verdict.CHANGED if self.changes else Verdict.UNCHANGED


@dataclass
class Checked:
    """All lines of a list, looked at."""

    lines: list[Line]

    @property
    def counted(self) -> Counter[Verdict]:
        return Counter(line.verdict for line in self.lines)

    @property
    def wrong(self) -> list[Line]:
        return [line for line in self.lines if line.errors]


def parsed(table: Table, columns: dict[int, Field], tick=lambda number: None) -> Iterator[Line]:
    """The lines of `table` with their cells read; empty cells give nothing.

    `tick` is told how many lines are done.
    """
    known: dict[tuple[str, str], object] = {}
    for done, (number, cells) in enumerate(table.rows, start=1):
        line = Line(number, cells)
        for place, one in columns.items():
            if cells[place]:
                read_cell(line, one, cells[place], known)
        tick(done)
        yield line


def read_cell(line: Line, one: Field, cell: str, known: dict) -> None:
    """Read a cell into `line`. `known` remembers cells: most columns hold the same few."""
    asked = one.key, cell
    if asked not in known:
        try:
            known[asked] = one.read(cell)
        except ValidationError as error:
            known[asked] = error
    value = known[asked]
    if isinstance(value, ValidationError):
        line.errors[one.key] = " ".join(value.messages)
    elif value not in (None, "", []):
        line.given[one.key] = value


def refuse_twice(lines: Sequence[Line], key: str, sentence) -> None:
    """Mark the later of two lines with the same value of `key`; `sentence` names the first."""
    first: dict[object, int] = {}
    for line in lines:
        value = line.given.get(key)
        if value is None:
            continue
        value = value.casefold() if isinstance(value, str) else value
        if value in first:
            line.errors.setdefault(key, sentence % {"line": first[value]})
        first.setdefault(value, line.number)
