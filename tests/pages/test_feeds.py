"""The Atom feeds, by RFC 4287."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from tests.factories import (
    PUBLISHED_AT,
    make_block,
    make_place,
    make_quote,
    make_report,
    make_report_text,
    make_series,
    make_training,
)
from tests.pages.standards import ATOM, valid_feed
from trainings.models import Report, ReportText, Training

SITE = "http://127.0.0.1:8000"
FEEDS = ["reports", "trainings"]
CHANGED = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def feed(client, db):
    """A function giving the valid feed of reports or trainings."""

    def get(name, language="en"):
        answer = client.get(f"/{language}/feeds/{name}.atom")
        assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        return valid_feed(answer.content)

    return get


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def links(element):
    """The addresses of an element by what each is and its language."""
    found = element.findall(f"{ATOM}link")
    return {
        " ".join(filter(None, map(one.get, ("rel", "hreflang")))): one.get("href") for one in found
    }


def only_entry(root):
    (entry,) = root.findall(f"{ATOM}entry")
    return entry


def make_both():
    training = make_training("Springs", summary="About springs.")
    make_report(training, slug="told", headline="Told", lead="A lead.")


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_says_what_it_is_and_where_its_twin_is(feed, name):
    make_both()
    root = feed(name)
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Hashar"
    assert links(root) == {
        "self": f"{SITE}/en/feeds/{name}.atom",
        "alternate": f"{SITE}/en/{name}/",
        "alternate ru": f"{SITE}/ru/feeds/{name}.atom",
    }
    entry = only_entry(root)
    assert all(text(entry, one) for one in ("title", "published", "summary", "content"))


@pytest.mark.parametrize("name", FEEDS)
def test_an_empty_feed_is_whole_too(feed, name):
    assert feed(name).findall(f"{ATOM}entry") == []


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_says_when_it_was_published_and_when_changed(feed, name):
    make_both()
    assert text(only_entry(feed(name)), "updated") == PUBLISHED_AT.isoformat()
    model = {"trainings": Training, "reports": ReportText}[name]
    model.objects.update(changed_at=CHANGED)
    root = feed(name)
    entry = only_entry(root)
    assert text(entry, "published") == PUBLISHED_AT.isoformat()
    assert text(entry, "updated") == text(root, "updated") == CHANGED.isoformat()


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_is_the_same_one_in_every_language(feed, name):
    make_both()
    english, russian = feed(name), feed(name, "ru")
    identities = {text(only_entry(one), "id") for one in (english, russian)}
    assert len(identities) == 1
    assert identities.pop().startswith(SITE)
    assert text(english, "title") != text(russian, "title")


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_is_the_same_one_at_another_address(feed, name):
    make_both()
    before = only_entry(feed(name))
    {"trainings": Training, "reports": Report}[name].objects.update(slug="elsewhere")
    after = only_entry(feed(name))
    assert text(before, "id") == text(after, "id")
    assert links(before)["alternate"] != links(after)["alternate"]


def test_a_report_is_told_in_the_language_of_the_feed(feed):
    report = make_report(slug="told", headline="Told", lead="A lead.")
    make_report_text(report, "ru", headline="Рассказано", lead="Начало.")
    make_report_text(report, "kk", headline="Айтылды")
    entry = only_entry(feed("reports", "ru"))
    assert (text(entry, "title"), text(entry, "summary")) == ("Рассказано", "Начало.")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert links(entry) == {
        "alternate": f"{SITE}/ru/reports/told/",
        "alternate en": f"{SITE}/en/reports/told/",
        "alternate kk": f"{SITE}/kk/reports/told/",
    }


def test_a_report_stands_in_the_feed_with_its_words_and_what_may_be_quoted(feed):
    training = make_training()
    written = make_report(training, byline="A. Person", licence="CC BY 4.0").texts.get()
    make_block(written, body="Water **first**.", heading="Springs")
    make_block(written, "quote", quote=make_quote(training, "Come again"))
    make_block(written, "quote", quote=make_quote(training, "Secret", approval="not_asked"))
    entry = only_entry(feed("reports"))
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "A. Person"
    assert text(entry, "rights") == "CC BY 4.0"
    content = text(entry, "content")
    assert "<h2>Springs</h2>\n<p>Water <strong>first</strong>.</p>" in content
    assert "<blockquote><p>“Come again”</p></blockquote>" in content
    assert "Secret" not in content


@pytest.mark.parametrize("name", FEEDS)
def test_an_entry_names_its_series_and_countries(feed, name):
    training = make_training("Springs", series=make_series("Water school"))
    make_place(training, "KG")
    make_report(training)
    labels = {
        one.get("label"): one.get("term")
        for one in only_entry(feed(name)).findall(f"{ATOM}category")
    }
    assert labels == {"Water school": "water-school", "Kyrgyzstan": "kg"}


def test_a_training_says_when_it_is_where_that_is_known(feed):
    make_training("Springs", date_precision="year", year=2024)
    make_training("Wells")
    titles = [text(one, "title") for one in feed("trainings").findall(f"{ATOM}entry")]
    assert sorted(titles) == ["Springs (2024)", "Wells"]


@pytest.mark.parametrize("name", FEEDS)
def test_nothing_is_told_before_its_moment(feed, name):
    make_both()
    tomorrow = now() + timedelta(days=1)
    training = make_training("Wells", published_at=tomorrow)
    make_report_text(make_report(published=False), "ru", headline="Later", published_at=tomorrow)
    make_block(make_report(training, published=False).texts.get())
    assert text(only_entry(feed(name)), "title") in {"Springs", "Told"}


@pytest.mark.parametrize("name", FEEDS)
def test_signs_that_xml_cannot_hold_break_no_feed(feed, name):
    training = make_training("Spr\x0bings & <wells>", slug="springs", summary="\x01One\x1f")
    report = make_report(
        training, slug="told", headline="Spr\x0bings & <wells>", lead="\x01One\x1f"
    )
    make_block(report.texts.get(), body="Wa\x0bter\ufffe", heading="\x01")
    entry = only_entry(feed(name))
    assert (text(entry, "title"), text(entry, "summary")) == ("Springs & <wells>", "One")


@pytest.mark.parametrize("name", FEEDS)
def test_a_record_with_nothing_to_call_it_by_stands_under_its_address(feed, name):
    make_training("\x0b", slug="springs")
    make_report(slug="springs", headline="\x0b", lead="# " * 20_000)
    assert text(only_entry(feed(name)), "title") == "springs"


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_seen_before_costs_a_line(client, db, name):
    make_both()
    address = f"/en/feeds/{name}.atom"
    answer = client.get(address)
    assert answer.headers["Last-Modified"] == "Wed, 01 May 2024 09:00:00 GMT"
    again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("accept", ["text/html", "application/json", "*/*;q=0", "\x01", ""])
def test_whatever_a_reader_accepts_it_gets_the_feed(client, db, accept):
    answer = client.get("/en/feeds/reports.atom", headers={"accept": accept})
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not answer.cookies


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_does_not_ask_for_every_row(client, db, name, django_assert_max_num_queries):
    for number in range(12):
        training = make_training(series=make_series())
        make_place(training)
        text = make_report(training, slug=f"told-{number}").texts.get()
        make_block(text, "quote", quote=make_quote(training))
    with django_assert_max_num_queries(12):
        client.get(f"/en/feeds/{name}.atom")


def test_every_page_names_the_feeds_in_its_head(read):
    links = read("/en/").all('.//head/link[@type="application/atom+xml"]')
    assert [one.get("href") for one in links] == [
        "/en/feeds/reports.atom",
        "/en/feeds/trainings.atom",
    ]
