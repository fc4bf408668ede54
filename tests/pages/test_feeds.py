"""The Atom feeds, by RFC 4287."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from tests.factories import make_report, make_report_text, make_training

SITE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["reports", "trainings"]


@pytest.fixture
def feed(client, db):
    """A function giving the parsed feed of reports or trainings."""

    def get(name, language="en"):
        answer = client.get(f"/{language}/feeds/{name}.atom")
        assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(answer.content)

    return get


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def links(element):
    return {one.get("rel"): one.get("href") for one in element.findall(f"{ATOM}link")}


def make_both():
    training = make_training("Springs", summary="About springs.")
    make_report(training, slug="told", headline="Told", lead="A lead.")


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_has_what_the_standard_asks_for(feed, name):
    make_both()
    root = feed(name)
    assert root.tag == f"{ATOM}feed"
    assert all(text(root, one) for one in ("id", "title", "updated"))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Hashar"
    assert links(root) == {
        "self": f"{SITE}/en/feeds/{name}.atom",
        "alternate": f"{SITE}/en/{name}/",
    }
    (entry,) = root.findall(f"{ATOM}entry")
    assert all(text(entry, one) for one in ("id", "title", "updated", "published", "summary"))


@pytest.mark.parametrize("name", FEEDS)
def test_an_empty_feed_is_whole_too(feed, name):
    root = feed(name)
    assert root.findall(f"{ATOM}entry") == []
    assert all(text(root, one) for one in ("id", "title", "updated"))


@pytest.mark.parametrize("name", FEEDS)
def test_moments_are_written_as_rfc_3339_says(feed, name):
    make_both()
    root = feed(name)
    moments = [one.text for tag in ("updated", "published") for one in root.iter(f"{ATOM}{tag}")]
    assert len(moments) == 3
    assert {datetime.fromisoformat(one) for one in moments} == {datetime(2024, 5, 1, 9, tzinfo=UTC)}


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_is_the_same_one_in_every_language(feed, name):
    make_both()
    english, russian = feed(name), feed(name, "ru")
    identities = {one.findtext(f"{ATOM}entry/{ATOM}id") for one in (english, russian)}
    assert len(identities) == 1
    assert identities.pop().startswith(SITE)
    assert text(english, "title") != text(russian, "title")


def test_a_report_is_told_in_the_language_of_the_feed(feed):
    report = make_report(slug="told", headline="Told", lead="A lead.")
    make_report_text(report, "ru", headline="Рассказано", lead="Начало.")
    (entry,) = feed("reports", "ru").findall(f"{ATOM}entry")
    assert (text(entry, "title"), text(entry, "summary")) == ("Рассказано", "Начало.")
    assert links(entry)["alternate"] == f"{SITE}/ru/reports/told/"


def test_a_training_says_when_it_is_where_that_is_known(feed):
    make_training("Springs", date_precision="year", year=2024)
    make_training("Wells")
    titles = [text(one, "title") for one in feed("trainings").findall(f"{ATOM}entry")]
    assert sorted(titles) == ["Springs (2024)", "Wells"]


@pytest.mark.parametrize("name", FEEDS)
def test_signs_that_xml_cannot_hold_break_no_feed(feed, name):
    training = make_training("Spr\x0bings & <wells>", slug="springs", summary="\x01One\x1f")
    make_report(training, slug="told", headline="Spr\x0bings & <wells>", lead="\x01One\x1f")
    (entry,) = feed(name).findall(f"{ATOM}entry")
    assert (text(entry, "title"), text(entry, "summary")) == ("Springs & <wells>", "One")


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_does_not_ask_for_every_row(client, db, name, django_assert_max_num_queries):
    for number in range(12):
        make_report(make_training(), slug=f"told-{number}")
    with django_assert_max_num_queries(6):
        client.get(f"/en/feeds/{name}.atom")


def test_every_page_names_the_feeds_in_its_head(read):
    links = read("/en/").all('.//head/link[@type="application/atom+xml"]')
    assert [one.get("href") for one in links] == [
        "/en/feeds/reports.atom",
        "/en/feeds/trainings.atom",
    ]
