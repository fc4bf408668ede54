"""All that a row tells a template, as a key: its columns, and the rows that it has in hand."""

from collections.abc import Hashable
from typing import Any, NamedTuple

from django.db.models import Model

from trainings.together import InHand, Line, keep


class Untold(Exception):
    """A row was not read in `trainings.together`, so nobody knows all that it may tell."""


class Told(NamedTuple):
    """The line that a row was made of, and by name the rows that `keep` gave it."""

    line: Line
    kept: tuple[tuple[str, Hashable], ...]

    def row(self) -> Model:
        """A row that tells this and no more: for anything else it would ask the database."""
        row = self.line.row()
        for name, rows in self.kept:
            keep(row, name, retold(rows))
        return row


class Alone(NamedTuple):
    """A row as a value without the rows that it has in hand, of which there may be many."""

    row: Model


class Several(tuple):
    """What each row of a list tells."""


def told(value: Any) -> Hashable:
    """What `value` tells a template, as a key: a row, one alone, rows, words or a number.

    Raises Untold for anything else, and for a row of a draft or of an ordinary query.
    """
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list | InHand):
        return Several(map(told, value))
    if isinstance(value, Alone):
        return Told(line_of(value.row), ())
    line, in_hand = line_of(value), value.__dict__.get("_prefetched_objects_cache", {})
    return Told(line, tuple((name, told(rows)) for name, rows in in_hand.items()))


def line_of(row: Any) -> Line:
    """What `row` was made of; raises Untold where that is not known, or where it is no row."""
    line = getattr(row, "made_of", None)
    if line is None:
        raise Untold
    return line


def retold(key: Any) -> Any:
    """A value that tells what `key` of `told` does."""
    if isinstance(key, Several):
        return [retold(one) for one in key]
    return key.row() if isinstance(key, Told) else key
