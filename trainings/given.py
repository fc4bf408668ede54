"""What a query leaves open, to be filled in each time that it is asked: `together.kept`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression
from django.utils.timezone import now

PRESENT = "present"
is_left_open: ContextVar[bool] = ContextVar("is_left_open", default=False)


class Given(Expression):
    """A value of this name, known only when the query is asked."""

    def __init__(self, name: str):
        super().__init__()
        self.name = name

    def as_sql(self, compiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]


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
    return [known[one.name] if isinstance(one, Given) else one for one in params]


def present(connection: BaseDatabaseWrapper) -> Any:
    """The present moment as the database takes it."""
    return connection.ops.adapt_datetimefield_value(now())
