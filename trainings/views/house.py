"""Addresses for machines, and the door: `/`, robots.txt, sitemap.xml, the manifest, healthz."""

from django.conf import settings
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.sitemap import entries, parts

# The paper of static/css/tokens.css in both schemes.
LIGHT, DARK = "#fbfaf6", "#0f1826"


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """To the pages in the reader's language, by what her browser asks for."""
    response = redirect(f"/{asked_language(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def asked_language(request: HttpRequest) -> str:
    """The language of the interface nearest to what the browser asks for.

    Kazakh, Kyrgyz, Tajik and Uzbek readers come to Russian until their own interface is complete.
    """
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            supported = get_supported_language_variant(code)
        except LookupError:
            continue
        for candidate in wording.fallback_chain(supported):
            if candidate in settings.INTERFACE_LANGUAGES:
                return candidate
    return settings.LANGUAGE_CODE


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /certificates/",
        "Disallow: /check-in/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponsePermanentRedirect(static("img/favicon-32.png"))


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """`ok` where the site answers and its database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The web manifest, by which a telephone keeps the site among its programs (W3C)."""
    told = {
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME,
        "id": "/",
        "start_url": "/",  # leads each reader to her language
        "scope": "/",
        "display": "minimal-ui",
        **colours(LIGHT),
        "user_preferences": {"color_scheme": {"dark": colours(DARK)}},
        "icons": [icon("icon-192.png"), icon("icon-512.png"), icon("icon-maskable-512.png")],
    }
    return JsonResponse(told, content_type="application/manifest+json")


def colours(paper: str) -> dict[str, str]:
    return {"theme_color": paper, "background_color": paper}


def icon(name: str) -> dict[str, str]:
    """An icon of the manifest; its file says in its name how wide it is and what it is for."""
    size = name.removesuffix(".png").rsplit("-", 1)[-1]
    purpose = "maskable" if "maskable" in name else "any"
    address = static(f"img/{name}")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages, or the files that hold them where one can't."""
    files = parts(entries())
    if len(files) == 1:
        return xml(request, "sitemap.xml", {"entries": files[0]})
    numbers = range(1, len(files) + 1)
    addresses = [f"{settings.SITE_URL}{reverse('sitemap_part', args=[one])}" for one in numbers]
    return xml(request, "sitemap_index.xml", {"addresses": addresses})


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One of the files that the sitemap names."""
    files = parts(entries())
    if not 1 <= number <= len(files):
        raise Http404
    return xml(request, "sitemap.xml", {"entries": files[number - 1]})


def xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
