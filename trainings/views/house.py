"""Addresses for machines, and the door: `/`, robots.txt, sitemap.xml, healthz."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.models import Country, Organisation, Person, Report, Training


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
def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages with the languages they exist in."""
    lists = ["", "trainings/", "reports/", "people/", "organisations/", "countries/"]
    pages = [(path, ()) for path in lists]
    for kind, slugs in (
        ("trainings", Training.objects.published().values_list("slug", flat=True)),
        ("people", Person.objects.on_record().values_list("slug", flat=True)),
        ("organisations", Organisation.objects.on_record().values_list("slug", flat=True)),
        ("countries", Country.objects.on_record().values_list("code", flat=True)),
    ):
        pages += [(f"{kind}/{slug.lower()}/", ()) for slug in sorted(slugs)]
    for report in Report.objects.published().prefetch_related("texts"):
        pages.append((f"reports/{report.slug}/", report.site_languages))
    entries = [
        [(code, f"{settings.SITE_URL}/{code}/{path}") for code in languages_of(also_in)]
        for path, also_in in pages
    ]
    return render(
        request, "sitemap.xml", {"entries": entries}, content_type="application/xml; charset=utf-8"
    )


def languages_of(also_in) -> list[str]:
    """The languages a page exists in, in the order of the settings."""
    offered = {*settings.INTERFACE_LANGUAGES, *also_in}
    return [code for code, _name in settings.LANGUAGES if code in offered]
