"""Pages for what went wrong: they look like the site and lead back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trainings.views.page import page_context


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "errors/404.html", page_context(request), status=404)


def no_access(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "errors/403.html", page_context(request), status=403)


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    return render(request, "errors/400.html", page_context(request), status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/csrf.html", page_context(request), status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    # Nothing here may ask the database: it may be what failed.
    return render(request, "errors/500.html", page_context(request), status=500)
