"""What a query leaves open, to be filled in each time that it is asked: `together.kept`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression
from django.utils.timezone import now

PRESENT = "present"
# A list of any length in one place, so that the SQL stays the same.
KEYS = {
    "sqlite": "(SELECT value FROM json_each(%s))",
    "postgresql": "(SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST(%s AS json)))",
}
is_left_open: ContextVar[bool] = ContextVar("is_left_open", default=False)


class Given(Expression):
    """A value of this name, known only when the query is asked."""

    def __init__(self, name: str):
        super().__init__()
        self.name = name

    def as_sql(self, compiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]

    def taken_from(self, known: dict[str, Any]) -> Any:
        """Its value as a parameter."""
        return known[self.name]


class GivenKeys(Given):
    """Primary keys, however many, known only when the query is asked: `filter(pk__in=…)`."""

    def as_sql(self, compiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return KEYS[connection.vendor], [self]

    def taken_from(self, known: dict[str, Any]) -> str:
        return json.dumps(sorted(known[self.name]))


class Present(Given):
    """The moment at which the query is asked, so that a query that is kept does not grow old."""

    def __init__(self) -> None:
        super().__init__(PRESENT)

    def as_sql(self, compiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self if is_left_open.get() else present(connection)]


@contextmanager
def left_open() -> Iterator[None]:
    """While queries are made into SQL here, the present moment stays open too."""
    token = is_left_open.set(True)
    try:
        yield
    finally:
        is_left_open.reset(token)


def filled(params: list[Any], given: dict[str, Any], connection: BaseDatabaseWrapper) -> list[Any]:
    """The parameters of a query with what is `given` by name, and the moment, in their places."""
    known = {**given, PRESENT: present(connection)}
    return [one.taken_from(known) if isinstance(one, Given) else one for one in params]


def present(connection: BaseDatabaseWrapper) -> Any:
    """The present moment as the database takes it."""
    return connection.ops.adapt_datetimefield_value(now())
