"""Marks the views whose pages are the same for every reader, and watches what such a page reads."""

import re
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, wraps

from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpRequest, HttpResponse

from config.pages.tables import every_table, watched

# Whoever keeps a copy asks each time whether it is still right, which costs a line.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
# Where the door leaves, in the environment of a request, what it wants to know of the page.
MAKING = "pages.making"
TABLE = re.compile(r'\b(?:FROM|JOIN)\s+\(*"?(\w+)', re.IGNORECASE)


@dataclass
class Making:
    """What is found out about a page while it is made."""

    next_change: Callable[[], float]
    until: float = 0.0  # Unix time
    tables: set[str] = field(default_factory=set)

    @property
    def scopes(self) -> set[str] | None:
        """The scopes it depends on; None where it read something whose changes nobody tells."""
        scopes = watched()
        return {scopes[name] for name in self.tables} if self.tables <= scopes.keys() else None

    @contextmanager
    def watching(self):
        """Note when the page, which is made inside this block, ends and what it reads."""
        self.until = self.next_change()
        with connections[DEFAULT_DB_ALIAS].execute_wrapper(self.note):
            yield

    def note(self, execute, sql, params, many, context):
        self.tables |= tables_in(sql)
        return execute(sql, params, many, context)


@lru_cache(maxsize=500)
def tables_in(sql: str) -> frozenset[str]:
    """The tables that a query names; kept, as a page asks by tens of thousands of letters."""
    # Aliases and columns stand after FROM as well.
    return every_table().intersection(TABLE.findall(sql))


def shown_to_all(*parameters: str):
    """A view whose page depends on its address and what is in the database, and on nobody.

    Of the address only the named `parameters` make a page of its own that is kept; with any other
    the page is made each time. A view that reads more than watched tables is never kept either.
    """

    def decorate(view):
        @wraps(view, updated=())
        def shown(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            making = request.META.get(MAKING)
            if making is None:
                response = view(request, *args, **kwargs)
            else:
                with making.watching():
                    response = view(request, *args, **kwargs)
            if response.status_code == 200:
                response.headers.setdefault("Cache-Control", CACHE_CONTROL)
            return response

        shown.parameters = frozenset(parameters)  # type: ignore[attr-defined]
        return shown

    return decorate
