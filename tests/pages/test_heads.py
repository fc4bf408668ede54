"""What every public page carries and what none does."""

from collections import Counter

import pytest

from tests.pages.kinds import KINDS, LISTS, SINGLE, make_bare, make_full
from tests.pages.page import read as read_with

MACHINES = [
    *("/", "/healthz", "/robots.txt", "/sitemap.xml", "/favicon.ico"),
    *("/en/feeds/reports.atom", "/en/feeds/trainings.atom"),
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


@pytest.mark.parametrize("kind", KINDS)
def test_social_networks_get_the_address(every_page, kind):
    page = every_page["en", kind]
    shared = {one.get("property"): one.get("content") for one in page.all(".//meta[@property]")}
    assert shared["og:url"] == f"{SITE}/en/{KINDS[kind].partition('?')[0]}"


@pytest.mark.parametrize("kind", ["training", "report"])
def test_social_networks_get_a_picture_they_can_read(every_page, client, kind):
    (picture,) = every_page["en", kind].all('.//meta[@property="og:image"]')
    address = picture.get("content").removeprefix(SITE)
    assert client.get(address).headers["Content-Type"] in {"image/jpeg", "image/png"}


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
