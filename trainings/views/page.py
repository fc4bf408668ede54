"""What every public page carries: its languages, its canonical address, its description."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from config.inputs import without_controls
from trainings import wording
from trainings.lists import PER_PAGE

# A longer address is not taken along into another language: it would stand there several times.
LONGEST_ADDRESS = 2_000


def render_page(
    request: HttpRequest,
    template: str,
    context: dict | None = None,
    *,
    also_in: Iterable[str] = (),
    query: str = "",
    status: int = 200,
) -> HttpResponse:
    """A public page in the reader's language.

    `also_in` are codes of languages, beyond those of the interface, in which this page holds a
    text; the language switch and `hreflang` name them too. Only reports have texts: the labels of a
    training, and the lines of its figures, stand on the pages of the interface's languages.
    `query` is what belongs to the one address of the page, such as `?country=kz`.
    """
    context = context or {}
    listed = context.get("page")
    number = listed.number if listed else 1
    page = page_context(request, also_in, query=numbered(query, number))
    return render(request, template, {**page, **context}, status=status)


def numbered(query: str, number: int) -> str:
    """`query` with the number of a page of a list, which the first page does without."""
    if number == 1:
        return query
    return f"{query}&page={number}" if query else f"?page={number}"


def page_context(request: HttpRequest, also_in: Iterable[str] = (), *, query: str = "") -> dict:
    """The addresses of this page in its languages: `canonical`, `default_url` and `languages`.

    `query` ends each of them. In a language without an interface of its own the canonical page is
    the one its readers fall back to. At the desk the same page is a preview, which has no
    addresses but the way back.
    """
    if is_preview(request):
        return {"preview": "../change/", "canonical": settings.SITE_URL}
    current = get_language() or settings.LANGUAGE_CODE
    existing = languages_of(also_in)
    canonical = next(code for code in wording.fallback_chain(current) if code in existing)
    path, asked = escape_uri_path(request.path), request.get_full_path()
    if len(asked) > LONGEST_ADDRESS:
        asked = path
    addresses = {code: f"{settings.SITE_URL}{in_language(path, code)}{query}" for code in existing}
    return {
        "canonical": addresses[canonical],
        "default_url": addresses[settings.LANGUAGE_CODE],
        "languages": [
            {
                "code": code,
                "name": wording.own_language_name(code),
                "current": code == current,
                "switch": in_language(asked, code),
                "url": addresses.get(code),
            }
            for code, _name in settings.LANGUAGES
            if code in {*existing, current}
        ],
    }


def languages_of(also_in: Iterable[str] = ()) -> list[str]:
    """The languages a page with texts in `also_in` exists in, in the order of the settings."""
    existing = {*settings.INTERFACE_LANGUAGES, *also_in}
    return [code for code, _name in settings.LANGUAGES if code in existing]


def is_preview(request: HttpRequest) -> bool:
    """Whether a view of the desk shows a public page to staff."""
    match = request.resolver_match
    return match is not None and (match.url_name or "").endswith("_preview")


def in_language(path: str, code: str) -> str:
    """The public address `path`, such as /en/reports/, under the language `code`."""
    parts = path.split("/", 2)
    known = len(parts) == 3 and parts[1] in dict(settings.LANGUAGES)
    return f"/{code}/{parts[2]}" if known else f"/{code}/"


def first_or_404(rows: list) -> Any:
    """The one row that was looked for; Http404 where there is none."""
    if not rows:
        raise Http404
    return rows[0]


def words_asked(request: HttpRequest) -> str:
    """What someone typed into a search, without signs that nobody types."""
    return without_controls(request.GET.get("q", "")).strip()


def page_of(rows, request: HttpRequest) -> Page:
    """The page of `rows` that `?page=` asks for; the nearest one for a number out of range."""
    asked = request.GET.get("page", "")
    return Paginator(rows, PER_PAGE).get_page(asked if asked.lstrip("0").isdecimal() else 1)
