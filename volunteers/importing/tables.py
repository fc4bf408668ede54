"""A list as it stood in the file: headings and lines of text, kept as JSON until it is taken in."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording

MOST_LINES = 20_000
MOST_COLUMNS = 60
# Titles and remarks may stand above the headings.
LINES_ABOVE = 10

# A line of the file: its number there, from 1, and its cells.
Numbered = tuple[int, list[str]]


@dataclass
class Table:
    """`rows` are the lines that hold anything, `notes` what the organizer should know."""

    headings: list[str]
    rows: list[Numbered]
    notes: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The same for two files with the same headings and lines."""
        held = json.dumps([self.headings, self.rows], ensure_ascii=False)
        return hashlib.sha256(held.encode()).hexdigest()

    def as_json(self) -> bytes:
        held = {"headings": self.headings, "rows": self.rows, "notes": self.notes}
        return json.dumps(held, ensure_ascii=False).encode()

    @classmethod
    def of_json(cls, content: bytes) -> "Table":
        held = json.loads(content)
        rows = [(number, cells) for number, cells in held["rows"]]
        return cls(held["headings"], rows, held["notes"])

    def samples(self, column: int) -> list[str]:
        """The first three different entries of a column."""
        found: dict[str, None] = {}
        for _number, cells in self.rows[:200]:
            if cells[column]:
                found.setdefault(cells[column])
            if len(found) == 3:
                break
        return list(found)


def table_of(lines: Iterable[Numbered], is_heading: Callable[[str], bool]) -> Table:
    """The table that the lines of a file make; `is_heading` knows the usual headings.

    Raises ValidationError, with a sentence, for a file that is no such table.
    """
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if not filled:
        raise ValidationError(_("There is nothing in this file. Choose another one."))
    first = place_of_headings(filled, is_heading)
    headings = without_end(filled[first][1])
    rows = filled[first + 1 :]
    if not rows:
        raise ValidationError(
            _("This file holds headings but no line under them. Fill it in and choose it again.")
        )
    if len(rows) > MOST_LINES:
        raise ValidationError(too_long())
    refuse_unnamed(headings, rows)
    width = len(headings)
    padded = [(number, (cells + [""] * width)[:width]) for number, cells in rows]
    return Table(headings, padded)


def too_long() -> str:
    return _("A list may have at most %(most)s lines. Part it into several files.") % {
        "most": wording.number(MOST_LINES)
    }


def place_of_headings(filled: list[Numbered], is_heading: Callable[[str], bool]) -> int:
    """Which line has most of the usual headings; the first one where none has any."""
    known = [sum(map(is_heading, cells)) for _number, cells in filled[:LINES_ABOVE]]
    return known.index(max(known))


def without_end(cells: list[str]) -> list[str]:
    """`cells` without the empty ones after the last that is filled."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def refuse_unnamed(headings: list[str], rows: list[Numbered]) -> None:
    """Raise ValidationError where a column has entries but no heading, as under merged cells."""
    unnamed = {
        place
        for _number, cells in rows
        for place, cell in enumerate(cells)
        if cell and (place >= len(headings) or not headings[place])
    }
    if not unnamed:
        return
    text = ngettext(
        "Column %(columns)s has entries but no heading. Where the heading is merged with its "
        "neighbour, part the cells, then give each column a heading of its own in one line.",
        "Columns %(columns)s have entries but no heading. Where headings are merged with their "
        "neighbours, part the cells, then give each column a heading of its own in one line.",
        len(unnamed),
    )
    named = wording.list_of(letter_of(place) for place in sorted(unnamed)[:5])
    raise ValidationError(text % {"columns": named})


def letter_of(place: int) -> str:
    """What a spreadsheet calls a column: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
