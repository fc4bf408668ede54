"""Short lists of rows, read in one question to the database.

The page of a training shows some twenty lists of a few rows. `prefetch_related` asks for them one
by one; each question costs a way to the database and back, which on a second machine is most of the
time the page takes. Here each list is a column of one answer, as JSON, and the rows are made of it
by Django itself: fields, `select_related` and annotations work as ever. Lists of ten thousands of
rows are for the ordinary way.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

# JSON has no days and times. SQLite has none either: there Django reads them from text as ever.
FROM_JSON: dict[str, Any] = {
    "DateField": dt.date.fromisoformat,
    "DateTimeField": dt.datetime.fromisoformat,
    "TimeField": dt.time.fromisoformat,
}
LIST = {
    "sqlite": "json_group_array(json_array({}))",
    "postgresql": "CAST(COALESCE(json_agg(json_build_array({})), '[]') AS text)",
}


def rows_of(**asked: QuerySet) -> dict[str, list]:
    """The rows of each queryset, in its order, all in one question.

    The querysets give whole rows of models without JSON columns. Their prefetches are asked for
    afterwards, one by one.
    """
    compilers = {name: rows.query.get_compiler(using=rows.db) for name, rows in asked.items()}
    columns, values = [], []
    for compiler in compilers.values():
        sql, params = compiler.as_sql(with_col_aliases=True)
        names = ", ".join(connection.ops.quote_name(name) for *_rest, name in compiler.select)
        made = LIST[connection.vendor].format(names)
        columns.append(f"(SELECT {made} FROM ({sql}) AS listed)")  # noqa: S608 - made by Django
        values += params
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)}", values)
        answer = cursor.fetchone()
    return {
        name: made_of(asked[name], compiler, json.loads(found))
        for (name, compiler), found in zip(compilers.items(), answer, strict=True)
    }


def made_of(rows: QuerySet, compiler, found: list[list]) -> list:
    """The objects that `rows` would have given, made of what was found in its stead."""
    if connection.vendor != "sqlite":
        found = with_times(compiler, found)
    filled = rows.all()
    filled.query = copy(rows.query)
    filled.query.get_compiler = lambda *_args, **_options: Answered(compiler, found)  # type: ignore[method-assign]
    return list(filled)


def with_times(compiler, found: list[list]) -> list[list]:
    """The rows with days and times where JSON holds text."""
    kinds = [expression.output_field.get_internal_type() for expression, *_rest in compiler.select]
    read = [(place, FROM_JSON[kind]) for place, kind in enumerate(kinds) if kind in FROM_JSON]
    for row in found:
        for place, reader in read:
            if row[place] is not None:
                row[place] = reader(row[place])
    return found


class Answered:
    """A compiler whose question is answered already."""

    def __init__(self, compiler, found: list[list]):
        self.compiler = compiler
        self.found = found

    def execute_sql(self, *_args, **_options) -> list[list[list]]:
        return [self.found]

    def __getattr__(self, name: str):
        return getattr(self.compiler, name)


def hang(owners: Iterable[Model], name: str, rows: Iterable[Any], *, by: str) -> None:
    """Give each owner those of `rows` that name it in their column `by`; see `keep`."""
    held: dict[Any, list[Model]] = defaultdict(list)
    for owner in owners:
        held[owner.pk].append(owner)
    owned = defaultdict(list)
    for row in rows:
        if found := held.get(getattr(row, f"{by}_id")):
            setattr(row, by, found[0])
            owned[found[0].pk].append(row)
    for key, same in held.items():
        for owner in same:
            keep(owner, name, owned[key])


def keep(owner: Any, name: str, rows: list) -> None:
    """Let `owner.name.all()` be `rows`, which asks the database nothing."""
    kept: InHand = InHand(type(owner)._meta.get_field(name).related_model)
    kept._result_cache = rows
    owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = kept


class InHand(QuerySet):
    """Rows that were read already. To narrow them in the database would ask again: an error."""

    def _clone(self):
        raise TypeError("These rows are in hand: pick among them in Python.")
