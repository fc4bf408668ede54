"""Addresses for machines: healthz, robots.txt, the sitemap, the icon."""

from xml.etree import ElementTree

import pytest

from tests.factories import (
    make_appearance,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_report_text,
    make_training,
)

SITE = "http://127.0.0.1:8000"
URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}url"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def sitemap(client, db):
    """A function giving the sitemap: each address with its alternates by language."""

    def entries() -> dict[str, dict]:
        answer = client.get("/sitemap.xml")
        assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
        return {
            url.find(LOC).text: {
                link.get("hreflang"): link.get("href") for link in url.findall(LINK)
            }
            for url in ElementTree.fromstring(answer.content).findall(URL)
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
        f"Sitemap: {SITE}/sitemap.xml",
    ]


def test_the_icon_is_found_where_browsers_look(client):
    assert client.get("/favicon.ico").url == "/static/img/favicon-32.png"


def test_the_sitemap_lists_every_public_page_in_both_languages(sitemap, client):
    training = make_training("Springs")
    make_place(training, "KZ")
    make_organisation_role(training, make_organisation("Union"))
    make_appearance(training, make_person("Karimov"))
    make_report(training, slug="told")
    paths = [
        *("", "trainings/", "reports/", "people/", "organisations/", "countries/"),
        *("trainings/springs/", "reports/told/", "people/karimov/"),
        *("organisations/union/", "countries/kz/"),
    ]
    expected = {f"{SITE}/{code}/{path}" for path in paths for code in ("en", "ru")}
    found = sitemap()
    assert set(found) == expected
    assert {client.get(one.removeprefix(SITE)).status_code for one in found} == {200}


def test_each_address_names_its_twins_and_itself(sitemap):
    for address, alternates in sitemap().items():
        assert set(alternates) == {"en", "ru"}
        assert address in alternates.values()


def test_a_report_is_listed_in_a_further_language_only_where_it_has_a_text(sitemap):
    report = make_report(slug="told")
    assert f"{SITE}/kk/reports/told/" not in sitemap()
    text = make_report_text(report, "kk")
    assert set(sitemap()[f"{SITE}/kk/reports/told/"]) == {"en", "ru", "kk"}
    text.state = "draft"
    text.save()
    assert f"{SITE}/kk/reports/told/" not in sitemap()


def test_the_sitemap_and_the_pages_agree_on_their_languages(sitemap, read):
    report = make_report(slug="told")
    make_report_text(report, "uz")
    for address, alternates in sitemap().items():
        in_head = read(address.removeprefix(SITE)).alternates
        assert in_head.pop("x-default") == alternates["en"]
        assert in_head == alternates


def test_the_sitemap_does_not_ask_for_every_row(client, db, django_assert_max_num_queries):
    for number in range(12):
        make_report(make_training(), slug=f"told-{number}")
    with django_assert_max_num_queries(6):
        client.get("/sitemap.xml")
