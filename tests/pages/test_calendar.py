"""A training as a calendar entry (RFC 5545)."""

from datetime import date

import pytest
from icalendar import Calendar

from tests.factories import make_place, make_training
from trainings.models import Lifecycle

DAYS = {
    "date_precision": "days",
    "start_date": date(2027, 4, 22),
    "end_date": date(2027, 4, 23),
}


@pytest.fixture
def calendar(client, db):
    """A function giving the events of a training's calendar file."""

    def events(slug="springs", language="en"):
        answer = client.get(f"/{language}/trainings/{slug}/calendar.ics")
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{slug}.ics"'
        parsed = Calendar.from_ical(answer.content)
        assert parsed["VERSION"] == "2.0"
        assert parsed["PRODID"]
        return parsed.walk("VEVENT")

    return events


def test_the_days_are_whole_days(calendar):
    training = make_training("Springs", slug="springs", summary="All about springs.", **DAYS)
    make_place(training, "KG", city="Osh")
    (event,) = calendar()
    assert event["SUMMARY"] == "Springs"
    assert event["DESCRIPTION"] == "All about springs."
    assert event["LOCATION"] == "Osh, Kyrgyzstan"
    assert event["URL"] == "http://127.0.0.1:8000/en/trainings/springs/"
    assert event.decoded("DTSTART") == date(2027, 4, 22)
    assert event.decoded("DTEND") == date(2027, 4, 24)  # the day after the last, as the RFC says


def test_separate_days_are_separate_entries(calendar):
    make_training(slug="springs", date_precision="list", days=["2027-05-06", "2027-04-22"])
    events = calendar()
    assert [one.decoded("DTSTART") for one in events] == [date(2027, 4, 22), date(2027, 5, 6)]
    assert [one.decoded("DTEND") for one in events] == [date(2027, 4, 23), date(2027, 5, 7)]
    assert len({one["UID"] for one in events}) == 2


def test_separate_days_left_over_from_before_are_no_entries(calendar):
    make_training(slug="springs", days=["2027-05-06"], **DAYS)
    (event,) = calendar()
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 4, 22), date(2027, 4, 24))


def test_the_entry_keeps_its_identity_in_every_language(calendar):
    make_training({"en": "Springs", "ru": "Родники"}, slug="springs", **DAYS)
    (english,), (russian,) = calendar(), calendar(language="ru")
    assert english["UID"] == russian["UID"]
    assert (english["SUMMARY"], russian["SUMMARY"]) == ("Springs", "Родники")


def test_a_cancelled_training_is_taken_out_of_calendars(calendar):
    make_training(slug="springs", lifecycle=Lifecycle.CANCELLED, **DAYS)
    (event,) = calendar()
    assert event["STATUS"] == "CANCELLED"


def test_line_breaks_in_a_title_start_no_line_of_the_file(client, db):
    make_training("Springs\r\nBEGIN:VALARM;x", slug="springs", **DAYS)
    lines = client.get("/en/trainings/springs/calendar.ics").content.split(b"\r\n")
    assert b"BEGIN:VALARM;x" not in lines
    assert max(map(len, lines)) <= 75


@pytest.mark.parametrize(
    "dates",
    [
        {},
        {"date_precision": "relative", "date_wording": "last week"},
        {"date_precision": "month", "year": 2027, "month": 4},
        {"date_precision": "season", "season": "spring", "year": 2027},
        {"date_precision": "year", "year": 2027},
        {"date_precision": "no_year", "month": 4, "day": 22},
    ],
)
def test_without_known_days_there_is_no_entry(client, db, dates):
    make_training(slug="springs", **dates)
    assert client.get("/en/trainings/springs/").status_code == 200
    assert client.get("/en/trainings/springs/calendar.ics").status_code == 404
