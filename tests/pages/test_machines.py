"""Addresses for machines: healthz, robots.txt, the sitemap, the icon, the web manifest."""

from datetime import UTC, datetime
from math import ceil
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.urls import URLPattern
from PIL import Image

from tests.factories import (
    make_appearance,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_report_text,
    make_series,
    make_training,
)
from tests.pages.standards import valid_xml
from trainings import sitemap as map_of_the_site
from trainings.models import ReportText, Training
from trainings.sitemap import LISTS
from trainings.urls import urlpatterns

SITE = "http://127.0.0.1:8000"
URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}url"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LASTMOD = "{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod"
LINK = "{http://www.w3.org/1999/xhtml}link"


CHANGED = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def urls(client, db):
    """A function giving the entries of the sitemap, which has to be valid."""

    def entries(address="/sitemap.xml") -> list:
        answer = client.get(address)
        assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
        return valid_xml(answer.content, "sitemap").findall(URL)

    return entries


@pytest.fixture
def sitemap(urls):
    """A function giving the sitemap: each address with its alternates by language."""

    def entries() -> dict[str, dict]:
        return {
            url.find(LOC).text: {
                link.get("hreflang"): link.get("href") for link in url.findall(LINK)
            }
            for url in urls()
        }

    return entries


def test_a_site_that_is_well_says_ok(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get("/healthz")
    assert answer.content == b"ok\n"
    assert "no-store" in answer.headers["Cache-Control"]


def test_robots_stay_out_of_the_desk_and_find_the_sitemap(client):
    answer = client.get("/robots.txt")
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /certificates/",
        "Disallow: /check-in/",
        f"Sitemap: {SITE}/sitemap.xml",
    ]


def test_the_icon_is_found_where_browsers_look(client):
    assert client.get("/favicon.ico").url == "/static/img/favicon-32.png"


def test_the_sitemap_lists_every_public_page_in_both_languages(sitemap, client):
    training = make_training("Springs", series=make_series("Water"))
    make_place(training, "KZ")
    make_organisation_role(training, make_organisation("Union"))
    make_appearance(training, make_person("Karimov"))
    make_report(training, slug="told")
    paths = [
        *LISTS,
        *("trainings/springs/", "reports/told/", "people/karimov/"),
        *("organisations/union/", "countries/kz/", "series/water/"),
    ]
    expected = {f"{SITE}/{code}/{path}" for path in paths for code in ("en", "ru")}
    found = sitemap()
    assert set(found) == expected
    assert {client.get(one.removeprefix(SITE)).status_code for one in found} == {200}


def test_each_address_names_its_twins_and_itself(sitemap):
    for address, alternates in sitemap().items():
        assert set(alternates) == {"en", "ru", "x-default"}
        assert alternates["x-default"] == alternates["en"]
        assert address in alternates.values()


def test_a_report_is_listed_in_a_further_language_only_where_it_has_a_text(sitemap):
    report = make_report(slug="told")
    assert f"{SITE}/kk/reports/told/" not in sitemap()
    text = make_report_text(report, "kk")
    assert set(sitemap()[f"{SITE}/kk/reports/told/"]) == {"en", "ru", "kk", "x-default"}
    text.state = "draft"
    text.save()
    assert f"{SITE}/kk/reports/told/" not in sitemap()


def test_the_sitemap_and_the_pages_agree_on_their_languages(sitemap, read):
    report = make_report(slug="told")
    make_report_text(report, "uz")
    for address, alternates in sitemap().items():
        assert read(address.removeprefix(SITE)).alternates == alternates


def test_the_sitemap_says_when_a_page_changed_where_that_is_known(urls):
    make_training(slug="springs")
    make_report(slug="told")
    Training.objects.update(changed_at=CHANGED)
    ReportText.objects.update(changed_at=CHANGED)
    said = {one.findtext(LOC): one.findtext(LASTMOD) for one in urls()}
    known = {address for address, moment in said.items() if moment}
    paths = ("trainings/springs/", "reports/told/")
    assert known == {f"{SITE}/{code}/{path}" for code in ("en", "ru") for path in paths}
    assert {said[address] for address in known} == {CHANGED.isoformat()}


def test_drafts_are_in_no_sitemap(sitemap):
    draft = make_training(slug="draft", published=False)
    make_place(draft, "KZ")
    make_appearance(draft, make_person("Karimov"))
    make_report(draft, slug="told", published=False)
    assert len(sitemap()) == 2 * len(LISTS)


def test_a_large_sitemap_is_an_index_of_files(client, urls, monkeypatch):
    for number in range(9):
        make_training(slug=f"springs-{number}")
    monkeypatch.setattr(map_of_the_site, "MOST", 11)
    index = valid_xml(client.get("/sitemap.xml").content, "sitemap")
    files = [urlsplit(one.text).path for one in index.iter(LOC)]
    pages = len(LISTS) + 9
    # Five pages in two languages are ten addresses, and a page stands in one file whole.
    assert files == [f"/sitemap-{number}.xml" for number in range(1, ceil(pages / 5) + 1)]
    held = [one.findtext(LOC) for file in files for one in urls(file)]
    assert len(held) == len(set(held)) == 2 * pages
    assert {client.get(f"/sitemap-{number}.xml").status_code for number in (0, len(files) + 1)} == {
        404
    }


def test_every_list_of_the_site_is_in_the_sitemap():
    kept_out = {"search/", "calendar.ics", "feeds/reports.atom", "feeds/trainings.atom"}
    kept_out |= {"figures/trainings.csv", "figures/trainings.json"}
    plain = {
        str(one.pattern)
        for one in urlpatterns
        if isinstance(one, URLPattern) and "<" not in str(one.pattern)
    }
    assert plain - kept_out == set(LISTS)


def test_the_sitemap_does_not_ask_for_every_row(client, db, django_assert_max_num_queries):
    for number in range(12):
        make_report(make_training(), slug=f"told-{number}")
    with django_assert_max_num_queries(7):
        client.get("/sitemap.xml")


def test_a_telephone_can_keep_the_site(client, db):
    answer = client.get("/site.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    told = answer.json()
    assert (told["name"], told["start_url"], told["display"]) == ("Hashar", "/", "minimal-ui")
    assert told["theme_color"] == "#fbfaf6"
    assert told["user_preferences"]["color_scheme"]["dark"]["theme_color"] == "#0f1826"
    for icon in told["icons"]:
        image = Image.open(finders.find(icon["src"].removeprefix("/static/")))
        assert f"{image.width}x{image.height}" == icon["sizes"]
    assert [icon["purpose"] for icon in told["icons"]] == ["any", "any", "maskable"]


def test_the_colours_of_the_manifest_are_those_of_the_head(client, read):
    told = client.get("/site.webmanifest").json()
    colours = [one.get("content") for one in read("/en/").all('.//meta[@name="theme-color"]')]
    dark = told["user_preferences"]["color_scheme"]["dark"]["theme_color"]
    assert colours == [told["theme_color"], dark]
