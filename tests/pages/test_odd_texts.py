"""Texts as people paste them break nothing that is written for machines."""

from datetime import date, time

import pytest

from tests.factories import make_place, make_report, make_session, make_training
from tests.pages.schema_org import things
from tests.pages.standards import valid_calendar, valid_feed, valid_xml

ODD = {
    "signs": "Springs & wells < 3 > 2 \"quoted\" 'so' ]]> <!-- ; , \\ \\n : | %20 +",
    "emoji": "Springs 🚰 👩🏽\u200d🌾 🇰🇬 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ",
    "both ways": "\u202eSprings\u202c \u200fעברית \u2066عربي\u2069 \ufeff\u200b.",
    "long": ("Родники и колодцы 🚰, чай " * 20)[:300],
    "lines": "Spr\nings\r\nwells\u2028and\u2029more\x0b\x0c\ttea",
    "controls": "\x01Spr\x7fings\x1b \x80and \ufffewells\x9f",
}
# The night in which Berlin's clocks skip an hour.
NIGHT, MORNING = date(2027, 3, 27), date(2027, 3, 28)
DAYS = {"date_precision": "days", "start_date": NIGHT, "end_date": MORNING}


@pytest.fixture
def odd(db):
    """A training with a night's session and a report for each text, told by it alone."""
    for number, text in enumerate(ODD.values()):
        said = {"summary": text, "description": text, "time_zone": "Europe/Berlin"}
        training = make_training(text, slug=f"springs-{number}", **said, **DAYS)
        make_place(training, "KG", city=text[:100], venue=text[:150])
        night = {"end_date": MORNING, "start_time": time(22), "end_time": time(6)}
        make_session(training, text, text=text, room=text[:50], date=NIGHT, **night)
        make_session(training, text, date=MORNING, start_time=time(2, 30), end_time=time(4))
        make_report(training, slug=f"told-{number}", headline=text, lead=text, byline=text[:100])
    make_report(slug="bare", headline="A report without training, date or lead")


@pytest.mark.parametrize("name", ["reports", "trainings"])
def test_odd_texts_break_no_feed(client, odd, name):
    assert len(valid_feed(client.get(f"/en/feeds/{name}.atom").content)) > len(ODD)


def test_odd_texts_break_no_calendar(client, odd):
    names = [f"trainings/springs-{number}/agenda" for number in range(len(ODD))]
    for name in ["calendar", *names, *(one.replace("agenda", "calendar") for one in names)]:
        assert valid_calendar(client.get(f"/en/{name}.ics").content).events


def test_odd_texts_break_no_map_of_the_site(client, odd):
    valid_xml(client.get("/sitemap.xml").content, "sitemap")


@pytest.mark.parametrize("number", range(len(ODD)), ids=ODD)
def test_odd_texts_break_no_data_and_no_words_to_share(read, odd, number):
    for address, kind in (("trainings/springs", "Event"), ("reports/told", "NewsArticle")):
        page = read(f"/en/{address}-{number}/")
        told = things(page)[kind]
        shared = page.all('.//meta[@property="og:title"]')[0].get("content")
        assert told.get("headline", told.get("name")) == shared
