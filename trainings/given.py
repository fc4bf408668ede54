"""What a query leaves open, to be filled in each time that it is asked: `together.kept`."""

import datetime as dt
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

    def taken_from(self, known: dict[str, Any]) -> Any:
        """Its value as a parameter."""
        return known[self.name]


class GivenKeys(Given):
    """Primary keys known only when the query is asked, for `filter(pk__in=…)`: at most `places`.

    A list as one parameter would be shorter, but PostgreSQL, which cannot see how many there are,
    then plans for far too many rows: a count of 100,000 registrations took minutes.
    """

    def __init__(self, name: str, places: int):
        super().__init__(name)
        self.places = places

    def as_sql(self, compiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        each = [GivenKey(self.name, place) for place in range(self.places)]
        return f"({', '.join(['%s'] * self.places)})", each


class GivenKey(Given):
    """One of `GivenKeys`; 0, which no row has, where there are fewer."""

    def __init__(self, name: str, place: int):
        super().__init__(name)
        self.place = place

    def taken_from(self, known: dict[str, Any]) -> int:
        keys = known[self.name]
        return keys[self.place] if self.place < len(keys) else 0


def places_for(number: int) -> int:
    """How many places a query has that is to take `number` keys; few sizes, so few queries."""
    return 1 << max(number - 1, 0).bit_length()


class Present(Given):
    """The moment at which the query is asked, so that a query that is kept does not grow old."""

    def __init__(self) -> None:
        super().__init__(PRESENT)

    def as_sql(self, compiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        moment = connection.ops.adapt_datetimefield_value(now())
        return "%s", [self if is_left_open.get() else moment]


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
    known = {**given, PRESENT: now()}
    for name, value in known.items():
        if isinstance(value, dt.datetime):  # as the database takes it
            known[name] = connection.ops.adapt_datetimefield_value(value)
    return [one.taken_from(known) if isinstance(one, Given) else one for one in params]
