"""The door in front of Django: answers with a page that is kept, or lets Django make it.

A page is made for nobody in particular: what the browser sent beside the address, cookies above
all, is left out. It is kept with the stamps read before it was made, so that a change in the
meantime makes it wrong at once.
"""

import time
from threading import Lock
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

from config.pages import moments
from config.pages.kept import KeptPages, Key, SharedPages
from config.pages.page import Headers, Page
from config.pages.shown import MAKING, Making
from config.pages.stamps import CurrentStamps, Stamps
from config.pages.tables import RECORD

# What visitors bring along from elsewhere, and no page reads.
TRACKERS = ("utm_", "fbclid", "gclid", "yclid")
LONGEST_QUERY = 300
# Pages that may be made at the same time; two of one turn wait for each other for nothing.
TURNS = 64
# What Django is told of a request, beside the address and what belongs to the server.
TOLD = ("HTTP_HOST", "HTTP_X_FORWARDED_PROTO")


class Door:
    """The WSGI application `application`, with at most so many bytes of kept pages before it."""

    def __init__(self, application, *, most_bytes: int):
        self.application = application
        self.stamps = CurrentStamps()
        self.kept = SharedPages(most_bytes) if is_shared() else KeptPages(most_bytes)
        self.turns = [Lock() for _each in range(TURNS)]
        self.ends: tuple[str, float] = ("", 0.0)

    def __call__(self, environ: dict, start_response):
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self.application(environ, start_response)
        page = self.kept.get(key_of(environ, environ.get("QUERY_STRING", "")))
        if page is None or not page.is_right(self.stamps.read()):
            query = kept_query(environ)
            if query is None:
                return self.application(environ, start_response)
            page = self.page(environ, query)
        return page.answer(environ, start_response)

    def page(self, environ: dict, query: str) -> Page:
        """The page of an address that is shown to all: a kept one, or a new one.

        Who asks for a page that is being made waits for that one, so that a rush makes it once.
        """
        key = key_of(environ, query)
        with self.turns[hash(key) % TURNS]:
            stamps = self.stamps.read()
            for find in (self.kept.get, self.kept.find):
                page = find(key)
                if page and page.is_right(stamps):
                    self.kept.put(key, page)
                    return page
            return self.make(environ, query, stamps)

    def make(self, environ: dict, query: str, stamps: Stamps) -> Page:
        """The page as Django makes it for nobody in particular, kept if it may be."""
        making = Making(lambda: self.next_change(stamps))
        status, headers, body = run(self.application, told(environ, query) | {MAKING: making})
        page = Page(status, headers, body)
        if making.scopes is not None and making.scopes <= stamps.keys() and page.is_for_all:
            page.stamps = {scope: stamps[scope] for scope in making.scopes}
            page.until = making.until
            self.kept.put(key_of(environ, query), page)
            self.kept.share(key_of(environ, query), page)
        return page

    def next_change(self, stamps: Stamps) -> float:
        """When a page may change by itself, found out once for each state of the record."""
        stamp, until = self.ends
        if stamp != stamps.get(RECORD) or until <= time.time():
            self.ends = stamps.get(RECORD, ""), moments.next_change()
        return self.ends[1]


def with_kept_pages(application):
    """The application with the door in front, unless the site is told to keep no pages."""
    most = settings.KEPT_PAGES_MB * 1024 * 1024
    return Door(application, most_bytes=most) if most else application


def is_shared() -> bool:
    return "locmem" not in settings.CACHES["default"]["BACKEND"]


def key_of(environ: dict, query: str) -> Key:
    """What pages are told apart by; the host and the way it came as they were claimed."""
    return (
        environ["PATH_INFO"],
        query,
        environ.get("HTTP_HOST", ""),
        environ["wsgi.url_scheme"],
        environ.get("HTTP_X_FORWARDED_PROTO", ""),
    )


def kept_query(environ: dict) -> str | None:
    """The query of the address as pages are kept by; None where its page is not kept."""
    parameters = parameters_of(environ["PATH_INFO"])
    query = environ.get("QUERY_STRING", "")
    if parameters is None or len(query) > LONGEST_QUERY:
        return None
    asked = [pair for pair in parse_qsl(query) if not pair[0].startswith(TRACKERS)]
    if not parameters.issuperset(name for name, _value in asked):
        return None
    return urlencode(sorted(asked, key=lambda pair: pair[0]))


def parameters_of(path: str) -> frozenset[str] | None:
    """The parameters that make pages of the address; None for one that is not shown to all."""
    try:
        path = path.encode("latin-1").decode()
        # The addresses are in the language that they begin with.
        with translation.override(translation.get_language_from_path(path)):
            return getattr(resolve(path).func, "parameters", None)
    except (UnicodeError, Resolver404):
        return None


def told(environ: dict, query: str) -> dict:
    """The request as if nobody in particular had made it."""
    return {
        **{
            name: value
            for name, value in environ.items()
            if not name.startswith("HTTP_") or name in TOLD
        },
        "REQUEST_METHOD": "GET",
        "QUERY_STRING": query,
    }


def run(application, environ: dict) -> tuple[str, Headers, bytes]:
    """What a WSGI application answers, in full."""
    begun: list = []
    answer = application(environ, lambda *of_the_answer: begun.extend(of_the_answer))
    try:
        body = b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    return begun[0], begun[1], body
