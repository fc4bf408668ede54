"""Which row of a file is which row on record, so that rows keep their ids when a file is loaded
again: other rows refer to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from trainings.records.schema import Thing
from trainings.records.shaping import Row


def snapshot(thing: Thing, instance: models.Model) -> dict[str, object]:
    """What the columns of a row hold, in a form that can be compared."""
    return {
        name: column.get_prep_value(getattr(instance, column.attname))
        for name, column in thing.columns.items()
    }


def match(
    thing: Thing, there: list[models.Model], rows: list[Row]
) -> tuple[list[tuple[Row, models.Model | None]], list[models.Model]]:
    """Pair each row with the one on record that it is, or None; and those that none is.

    Rows that are alike in all but their place come first, then the columns of `thing.same` decide,
    the surest first. Those that are like none are paired in their order.
    """
    all_but_order = tuple(name for name in thing.columns if name != "order")
    paired: dict[int, models.Model] = {}
    for columns in (all_but_order, *thing.same, ()):
        waiting: dict[tuple, list[models.Model]] = {}
        taken = {instance.pk for instance in paired.values()}
        for instance in there:
            if instance.pk not in taken:
                key = _of_instance(thing, instance, columns)
                waiting.setdefault(key, []).append(instance)
        for row in rows:
            if id(row) not in paired:
                alike = waiting.get(_of_row(thing, row, columns))
                if alike:
                    paired[id(row)] = alike.pop(0)
    kept = {instance.pk for instance in paired.values()}
    left_over = [instance for instance in there if instance.pk not in kept]
    return [(row, paired.get(id(row))) for row in rows], left_over


def _of_instance(thing: Thing, instance: models.Model, columns: Iterable[str]) -> tuple:
    held = snapshot(thing, instance)
    return tuple(held[name] for name in columns)


def _of_row(thing: Thing, row: Row, columns: Iterable[str]) -> tuple:
    return tuple(_wanted(thing.columns[name], row, name) for name in columns)


def _wanted(column: models.Field, row: Row, name: str):
    """What the file says for a column, as `snapshot` has it."""
    if name in row.files:
        return row.files[name]
    if isinstance(column, models.ForeignKey):
        target = row.targets.get(name)
        return target.pk if target is not None else None
    return column.get_prep_value(row.values.get(name))
