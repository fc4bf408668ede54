"""Short lists of rows, read in one question to the database.

The page of a training shows some twenty lists of a few rows. `prefetch_related` asks for them one
by one; each question costs a way to the database and back, which on a second machine is most of the
time the page takes. Here each list is a column of one answer, as JSON, and the rows are made of it
by Django itself: fields, `select_related` and annotations work as ever. Lists of ten thousands of
rows are for the ordinary way.
"""

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, wraps
from inspect import signature
from itertools import count
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.query import ModelIterable, get_related_populators
from django.db.models.sql import Query

from trainings.given import Given, filled, left_open

# JSON has no days and times. SQLite has none either: there Django reads them from text as ever.
FROM_JSON: dict[str, Any] = {
    "DateField": dt.date.fromisoformat,
    "DateTimeField": dt.datetime.fromisoformat,
    "TimeField": dt.time.fromisoformat,
}
# Django looks for places without a name anew each time, in SQL of twenty thousand characters.
PLACE = re.compile(r"(?<!%)%s")
LIST = {
    "sqlite": "json_group_array(json_array({}))",
    "postgresql": "CAST(COALESCE(json_agg(json_build_array({})), '[]') AS text)",
}


class Counted:
    """How many rows a queryset has, beside the lists of a question."""

    def __init__(self, rows: QuerySet):
        self.rows = rows


Asked = dict[str, Any]  # by name: a queryset, or how many rows one has


def rows_of(**asked: QuerySet) -> dict[str, list]:
    """The rows of each queryset, in its order, all in one question.

    The querysets give whole rows of models, or tuples of some columns. Their prefetches are asked
    for afterwards, one by one.
    """
    return Question(asked).answers()


def kept(build: Callable[..., Asked]) -> Callable[..., dict[str, Any]]:
    """`build` as a question that is made into SQL once, and then only asked.

    Making it takes many times as long as asking it. So `build` names what differs from time to time
    as its parameters, gets a `Given` for each, and must not look at it; whoever asks tells their
    values by name.
    """
    names = signature(build).parameters

    @cache
    def question(_engine: str) -> Question:
        return Question(build(**{name: Given(name) for name in names}))

    @wraps(build)
    def answers(**given: Any) -> dict[str, Any]:
        return question(connection.vendor).answers(**given)

    return answers


class Question:
    """Lists of rows and numbers of rows, each a column of one query that may be asked again."""

    def __init__(self, asked: Asked):
        self.columns: dict[str, Number | List] = {}
        self.params: list[Any] = []
        parts = []
        with left_open():
            for name, one in asked.items():
                column = Number(one.rows) if isinstance(one, Counted) else List(one)
                self.columns[name] = column
                parts.append(column.sql)
                self.params += column.params
        numbers = count()
        self.sql = PLACE.sub(lambda _match: f"%({next(numbers)})s", f"SELECT {', '.join(parts)}")

    def answers(self, **given: Any) -> dict[str, Any]:
        """What is found when the places that were left open are filled with `given`."""
        with connection.cursor() as cursor:
            params = filled(self.params, given, connection)
            cursor.execute(self.sql, {str(place): one for place, one in enumerate(params)})
            found = cursor.fetchone()
        columns = zip(self.columns.items(), found, strict=True)
        return {name: column.read(value) for (name, column), value in columns}


class Number:
    """The column with how many rows there are."""

    def __init__(self, rows: QuerySet):
        compiler = compiler_of(rows.order_by().values("pk"))
        sql, self.params = compiler.as_sql()
        self.sql = f"(SELECT COUNT(*) FROM ({sql}) AS counted)"  # noqa: S608 - made by Django

    def read(self, found: int) -> int:
        return found


class List:
    """The column with rows as JSON, and the way from there to objects."""

    def __init__(self, rows: QuerySet):
        self.rows = rows
        self.compiler = compiler_of(rows)
        sql, self.params = self.compiler.as_sql(with_col_aliases=True)
        names = (in_json(expression, name) for expression, _sql, name in self.compiler.select)
        made = LIST[connection.vendor].format(", ".join(names))
        self.sql = f"(SELECT {made} FROM ({sql}) AS listed)"  # noqa: S608 - made by Django
        expressions = [expression for expression, *_rest in self.compiler.select]
        self.converters = self.compiler.get_converters(expressions)
        self.times = [
            (place, FROM_JSON[kind])
            for place, expression in enumerate(expressions)
            if (kind := expression.output_field.get_internal_type()) in FROM_JSON
        ]
        self.row: Callable[[list], Any] = tuple
        if rows._iterable_class is ModelIterable:  # type: ignore[attr-defined]
            self.row = Row(rows, self.compiler)

    def read(self, found: str) -> list:
        """The objects that the queryset would have given, made of what was found in its stead."""
        lines = json.loads(found)
        if not lines:
            return []
        if connection.vendor != "sqlite":
            self.put_times(lines)
        rows = self.objects(lines)
        if isinstance(self.row, Row):
            for row, line in zip(rows, lines, strict=True):
                row.made_of = Line(self, tuple(line))
        prefetch_related_objects(rows, *self.rows._prefetch_related_lookups)  # type: ignore[attr-defined]
        return rows

    def objects(self, lines: list) -> list:
        """An object for each line of the answer."""
        return [self.row(line) for line in self.compiler.apply_converters(lines, self.converters)]

    def put_times(self, lines: list[list]) -> None:
        """Days and times where JSON holds text."""
        for line in lines:
            for place, reader in self.times:
                if line[place] is not None:
                    line[place] = reader(line[place])


class Line(NamedTuple):
    """What a row was made of, to be compared with another's: all columns of its line.

    Of a row that was joined to the one of the line, `joined` is its name there.
    """

    list: List
    values: tuple
    joined: str = ""

    def row(self) -> Any:
        """The row, made anew."""
        (row,) = self.list.objects([self.values])
        return getattr(row, self.joined) if self.joined else row


class Row:
    """Makes objects of lines with all columns of a query, as Django's `ModelIterable` does.

    That finds out anew each time how, which took longer than to make the few rows of a list.
    """

    def __init__(self, rows: QuerySet, compiler):
        self.model, self.db = rows.model, rows.db
        fields = compiler.klass_info["select_fields"]
        self.own = slice(fields[0], fields[-1] + 1)
        self.names = [column.target.attname for column, *_rest in compiler.select[self.own]]
        self.related = get_related_populators(  # type: ignore[call-arg]
            compiler.klass_info, compiler.select, rows.db
        )
        self.annotated = compiler.annotation_col_map or {}

    def __call__(self, line: list) -> Model:
        row = self.model.from_db(self.db, self.names, line[self.own])
        for one in self.related:
            one.populate(line, row)
        for name, place in self.annotated.items():
            setattr(row, name, line[place])
        return row


def in_json(expression: Any, name: str) -> str:
    """The column `name` as part of a line: JSON in it stays text, which Django then reads."""
    quoted = connection.ops.quote_name(name)
    is_json = expression.output_field.get_internal_type() == "JSONField"
    return f"CAST({quoted} AS text)" if is_json else quoted


def joined(row: Any, name: str) -> Any:
    """The row of another model that was read in the line of `row`."""
    other = getattr(row, name)
    other.made_of = row.made_of._replace(joined=name)
    return other


def compiler_of(rows: QuerySet):
    """What makes SQL of `rows`, even where it is clear already that there are none."""
    return rows.query.get_compiler(using=rows.db, elide_empty=False)


def hang(owners: Iterable[Model], name: str, rows: Iterable[Any], *, by: str) -> None:
    """Give each owner those of `rows` that name it in their column `by`; see `keep`."""
    held: dict[Any, list[Model]] = defaultdict(list)
    for owner in owners:
        held[owner.pk].append(owner)
    owned = defaultdict(list)
    for row in rows:
        if found := held.get(getattr(row, f"{by}_id")):
            # What Django does when it sets a row, but for asking whether it may.
            row._meta.get_field(by).set_cached_value(row, found[0])
            owned[found[0].pk].append(row)
    for key, same in held.items():
        for owner in same:
            keep(owner, name, owned[key])


def keep(owner: Any, name: str, rows: list) -> None:
    """Let `owner.name.all()` be `rows`, which asks the database nothing."""
    model = type(owner)._meta.get_field(name).related_model
    kept: InHand = InHand(model, nothing_asked(model))
    kept._result_cache = rows
    owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = kept


@cache
def nothing_asked(model: type[Model]) -> Query:
    """The query of rows in hand, which is never asked."""
    return Query(model)


class InHand(QuerySet):
    """Rows that were read already. To narrow them in the database would ask again: an error."""

    def _clone(self):
        raise TypeError("These rows are in hand: pick among them in Python.")
