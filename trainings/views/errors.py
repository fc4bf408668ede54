"""Pages for what went wrong: they look like the site and lead back."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trainings.views.page import page_context

MOST_LETTERS = 80


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    context = {**page_context(request), "q": words_in(request.path)}
    return render(request, "errors/404.html", context, status=404)


def words_in(path: str) -> str:
    """What to search for instead of an address: the words of its last part, `first training`.

    Nothing for a code, such as that of a registration: `ezLkHSUs` is no word.
    """
    last = path.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if re.search(r"[a-z]\d*[A-Z]", last):
        return ""
    words = re.findall(r"[^\W\d_]{2,}", last)
    return " ".join(words)[:MOST_LETTERS] if last not in dict(settings.LANGUAGES) else ""


def no_access(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "errors/403.html", page_context(request), status=403)


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "errors/400.html", page_context(request), status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/csrf.html", page_context(request), status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    # Nothing here may ask the database: it may be what failed.
    return render(request, "errors/500.html", page_context(request), status=500)
