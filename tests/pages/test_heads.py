"""What every public page carries and what none does."""

from collections import Counter
from datetime import datetime

import pytest

from tests.factories import PUBLISHED_AT
from tests.pages.kinds import KINDS, LISTS, SINGLE, make_bare, make_full
from tests.pages.page import read as read_with

MACHINES = [
    *("/", "/healthz", "/robots.txt", "/sitemap.xml", "/favicon.ico"),
    *("/en/feeds/reports.atom", "/en/feeds/trainings.atom", "/en/calendar.ics"),
    "/site.webmanifest",
]
SITE = "http://127.0.0.1:8000"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", ["title", "description"])
def test_titles_and_descriptions_are_there_and_differ(every_page, language, name):
    texts = [getattr(every_page[language, kind], name) for kind in KINDS]
    assert [text for text, times in Counter(texts).items() if times > 1 or not text] == []


@pytest.mark.parametrize("kind", [*LISTS, *SINGLE])
def test_a_description_is_a_sentence_or_two(every_page, kind):
    assert 50 <= len(every_page["en", kind].description) <= 300


@pytest.mark.parametrize("kind", KINDS)
def test_a_public_page_sets_no_cookie_and_is_the_same_for_everyone(every_page, kind):
    answer = every_page["en", kind].response
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_social_networks_get_the_page_in_a_few_words(every_page, language, kind):
    page = every_page[language, kind]
    found = [(one.get("property"), one.get("content")) for one in page.all(".//meta[@property]")]
    shared = dict(found)
    several = sum(name == "og:locale:alternate" for name, _value in found)
    assert len(shared) == len(found) - several + 1
    assert shared["og:url"] == f"{SITE}/{language}/{KINDS[kind].partition('?')[0]}"
    assert shared["og:title"] == page.title.removesuffix(" · Hashar")
    assert shared["og:description"] == page.description
    assert shared["og:locale"] == {"en": "en_GB", "ru": "ru_RU"}[language]
    assert shared["og:type"] in {"website", "article", "profile"}


def test_a_report_says_to_social_networks_when_it_was_published(every_page):
    (published,) = every_page["en", "report"].all('.//meta[@property="article:published_time"]')
    assert datetime.fromisoformat(published.get("content")) == PUBLISHED_AT


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_a_head_is_said_twice(every_page, kind):
    head = every_page["en", kind].all(".//head")[0]
    assert len(head.findall("title")) == 1
    for name in ("description", "color-scheme", "viewport"):
        assert len(head.findall(f'meta[@name="{name}"]')) == 1
    for rel in ("canonical", "manifest", "icon", "apple-touch-icon"):
        # What search engines are not to keep has no address for them, and a report is not the site.
        left_out = {"canonical": {"search"}, "manifest": {"report", "bare report"}}
        expected = 0 if kind in left_out.get(rel, ()) else 1
        assert len(head.findall(f'link[@rel="{rel}"]')) == expected
    schemes = [one.get("media") for one in head.findall('meta[@name="theme-color"]')]
    assert schemes == ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]


@pytest.mark.parametrize("address", [*MACHINES, *(f"/en/{one}" for one in KINDS.values())])
def test_a_public_address_is_only_read(client, db, address):
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", [*MACHINES, *(f"/en/{one}" for one in LISTS.values())])
def test_asking_for_the_head_alone_gives_no_body(client, db, address):
    head, whole = client.head(address), client.get(address)
    assert (head.status_code, head.content) == (whole.status_code, b"")


def test_every_link_inside_the_site_leads_somewhere(client, db):
    make_full(sessions=2)
    make_bare()
    pages = [read_with(client, f"/en/{address}") for address in KINDS.values()]
    found = {one.get("href").partition("#")[0] for page in pages for one in page.all(".//a[@href]")}
    inside = {link for link in found if link.startswith("/en/")}
    assert len(inside) > 40
    assert {link for link in inside if client.get(link, follow=True).status_code != 200} == set()
