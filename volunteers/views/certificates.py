"""Checking a certificate: for anybody who holds one and wants to know whether it is true."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.views.house import asked_language
from trainings.views.page import render_page
from volunteers.clients import client_of
from volunteers.models import Certificate
from volunteers.services import attempts
from volunteers.views.private import private


@require_safe
@private
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """The page behind the QR code, in the reader's language: the address is the same in all."""
    language = request.GET.get("language")
    if language not in settings.INTERFACE_LANGUAGES:
        language = asked_language(request)
    with translation.override(language):
        response = checked(request, code)
    response.headers["Content-Language"] = language
    patch_vary_headers(response, ["Accept-Language"])
    return response


def checked(request: HttpRequest, code: str) -> HttpResponse:
    """What is known of `code`. Whoever tries many codes is told nothing any more for an hour."""
    client = client_of(request)
    try:
        attempts.refuse_beyond(attempts.CODES, client)
        found = Certificate.objects.to_check().filter(code=code).first()
        if found is None:
            attempts.count(attempts.CODES, client)
    except attempts.TooMany as refusal:
        return page(request, None, refusal=refusal, status=429)
    return page(request, found, status=200 if found else 404)


def page(request: HttpRequest, found: Certificate | None, *, status: int, **more) -> HttpResponse:
    context = {"certificate": found, "languages": switches(request), **more}
    return render_page(request, "volunteers/certificate.html", context, status=status)


def switches(request: HttpRequest) -> list[dict]:
    """The languages of this page: since its address has none, each is asked for beside it."""
    return [
        {
            "code": code,
            "name": wording.own_language_name(code),
            "current": code == translation.get_language(),
            "switch": f"{request.path}?language={code}",
        }
        for code in settings.INTERFACE_LANGUAGES
    ]
