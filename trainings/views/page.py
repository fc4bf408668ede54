"""What every public page carries: its languages, its canonical address, its description."""

from collections.abc import Iterable

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from trainings import wording

PER_PAGE = 24


def render_page(
    request: HttpRequest,
    template: str,
    context: dict | None = None,
    *,
    also_in: Iterable[str] = (),
    status: int = 200,
) -> HttpResponse:
    """A public page in the reader's language.

    `also_in` are codes of languages, beyond those of the interface, in which this page holds a
    text; the language switch and `hreflang` name them too.
    """
    page = page_context(request, also_in)
    return render(request, template, {**page, **(context or {})}, status=status)


def page_context(request: HttpRequest, also_in: Iterable[str] = ()) -> dict:
    """The addresses of this page in its languages: `canonical`, `default_url` and `languages`.

    At the desk the same page is a preview, which has no addresses but the way back.
    """
    current = get_language() or settings.LANGUAGE_CODE
    if is_preview(request):
        return {"preview": "../change/", "canonical": settings.SITE_URL}
    offered = {*settings.INTERFACE_LANGUAGES, *also_in, current}
    codes = [code for code, _name in settings.LANGUAGES if code in offered]
    number = request.GET.get("page", "")
    query = f"?page={number}" if number.isdigit() and number != "1" else ""
    return {
        "canonical": f"{settings.SITE_URL}{request.path}{query}",
        "default_url": f"{settings.SITE_URL}{in_language(request.path, 'en')}{query}",
        "languages": [
            {
                "code": code,
                "name": wording.own_language_name(code),
                "current": code == current,
                "switch": in_language(request.get_full_path(), code),
                "url": f"{settings.SITE_URL}{in_language(request.path, code)}{query}",
            }
            for code in codes
        ],
    }


def is_preview(request: HttpRequest) -> bool:
    """Whether a view of the desk shows a public page to staff."""
    match = request.resolver_match
    return match is not None and (match.url_name or "").endswith("_preview")


def in_language(path: str, code: str) -> str:
    """The public address `path`, such as /en/reports/, under the language `code`."""
    parts = path.split("/", 2)
    known = len(parts) == 3 and parts[1] in dict(settings.LANGUAGES)
    return f"/{code}/{parts[2]}" if known else f"/{code}/"


def page_of(rows, request: HttpRequest) -> Page:
    """The page of `rows` that `?page=` asks for; the nearest one for a number out of range."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
