"""Trainings as iCalendar (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils.timezone import now

from tests.factories import (
    PUBLISHED_AT,
    make_appearance,
    make_person,
    make_place,
    make_session,
    make_session_person,
    make_training,
)
from tests.pages.standards import valid_calendar
from trainings.models import Lifecycle, Training

DAYS = {
    "date_precision": "days",
    "start_date": date(2027, 4, 22),
    "end_date": date(2027, 4, 23),
}
LONG = "Выпить чаю, послушать; и \\ вернуться к роднику. " * 4


@pytest.fixture
def calendar(client, db):
    """A function giving the events of a calendar file of the training `springs`."""

    def events(name="calendar", language="en"):
        answer = client.get(f"/{language}/trainings/springs/{name}.ics")
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        saved_as = {"calendar": "springs", "agenda": "springs-agenda"}[name]
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{saved_as}.ics"'
        return valid_calendar(answer.content).events

    return events


@pytest.fixture
def site(client, db):
    """A function giving the calendar of the whole site."""
    return lambda language="en": valid_calendar(client.get(f"/{language}/calendar.ics").content)


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


def test_a_change_is_a_later_revision_of_the_same_entry(calendar):
    make_training(slug="springs", **DAYS)
    (first,) = calendar()
    Training.objects.update(changed_at=PUBLISHED_AT + timedelta(hours=2))
    (second,) = calendar()
    assert (first["UID"], first["SEQUENCE"], first["DTSTAMP"].dt) == (
        second["UID"],
        0,
        PUBLISHED_AT,
    )
    assert second["SEQUENCE"] == 120
    assert (
        second["LAST-MODIFIED"].dt == second["DTSTAMP"].dt == datetime(2024, 5, 1, 11, tzinfo=UTC)
    )


def test_long_lines_and_signs_of_the_format_come_back_as_written(calendar):
    make_training(LONG, slug="springs", summary=f"{LONG}\n{LONG}", **DAYS)
    (event,) = calendar()
    assert event["SUMMARY"] == LONG.strip()
    assert event["DESCRIPTION"] == f"{LONG}\n{LONG}"


def test_line_breaks_in_a_title_start_no_line_of_the_file(client, db):
    make_training("Springs\r\nBEGIN:VALARM;x", slug="springs", **DAYS)
    lines = client.get("/en/trainings/springs/calendar.ics").content.split(b"\r\n")
    assert b"BEGIN:VALARM;x" not in lines


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
def test_without_known_days_there_is_no_entry(client, site, dates):
    make_training(slug="springs", **dates)
    assert client.get("/en/trainings/springs/").status_code == 200
    assert client.get("/en/trainings/springs/calendar.ics").status_code == 404
    assert site().events == []


def test_the_agenda_stands_on_the_clocks_of_its_place(calendar):
    training = make_training("Springs", slug="springs", time_zone="Asia/Almaty", **DAYS)
    make_place(training, "KZ", city="Almaty")
    nine = {"date": date(2027, 4, 22), "start_time": time(9), "end_time": time(10, 30)}
    session = make_session(training, "Wells", text="Bring a **map**.", room="Hall 2", **nine)
    make_session_person(session, make_appearance(training, make_person("Aigul"), title="expert"))
    make_session(training, "Without a time", date=date(2027, 4, 22))
    (event,) = calendar("agenda")
    assert event["DTSTART"].params["TZID"] == "Asia/Almaty"
    assert event.start.astimezone(UTC) == datetime(2027, 4, 22, 4, tzinfo=UTC)
    assert event.end.astimezone(UTC) == datetime(2027, 4, 22, 5, 30, tzinfo=UTC)
    assert event["LOCATION"] == "Hall 2, Almaty, Kazakhstan"
    assert event["DESCRIPTION"] == "Bring a map.\nAigul · expert\nSprings"


def test_a_zone_that_changed_its_clocks_is_described_as_it_was(client, db):
    training = make_training(slug="springs", time_zone="Asia/Almaty")
    for month in (2, 3):
        make_session(training, date=date(2024, month, 20), start_time=time(9))
    calendar = valid_calendar(client.get("/en/trainings/springs/agenda.ics").content)
    (zone,) = calendar.timezones
    assert {part["TZOFFSETTO"].td for part in zone.standard} == {
        timedelta(hours=6),
        timedelta(hours=5),
    }
    hours = [event.start.astimezone(UTC).hour for event in calendar.events]
    assert hours == [3, 4]


def test_a_session_of_several_days_is_at_its_hours_on_each(calendar):
    training = make_training(slug="springs", time_zone="Asia/Bishkek")
    days = {"date": date(2027, 4, 22), "end_date": date(2027, 4, 23)}
    make_session(training, "Daily", start_time=time(9), end_time=time(10), **days)
    make_session(training, "Through the night", start_time=time(22), end_time=time(6), **days)
    starts = sorted((str(one["SUMMARY"]), one.start.day, one.end.day) for one in calendar("agenda"))
    assert starts == [("Daily", 22, 22), ("Daily", 23, 23), ("Through the night", 22, 23)]


def test_without_a_zone_hours_are_those_of_any_clock(calendar):
    make_session(make_training(slug="springs"), date=date(2027, 4, 22), start_time=time(9))
    (event,) = calendar("agenda")
    assert event.start == datetime(2027, 4, 22, 9)


def test_an_agenda_without_times_is_no_calendar(client, db):
    make_session(make_training(slug="springs"), date=date(2027, 4, 22))
    assert client.get("/en/trainings/springs/agenda.ics").status_code == 404


def test_mistyped_years_ask_for_no_more_than_is_sensible(calendar, site):
    far = {"date": date(1, 1, 1), "end_date": date(9999, 12, 31)}
    training = make_training(
        slug="springs",
        time_zone="Asia/Bishkek",
        date_precision="days",
        start_date=far["date"],
        end_date=far["end_date"],
    )
    make_session(training, start_time=time(9), **far)
    assert len(calendar("agenda")) == 366
    assert len(site().events) == len(calendar()) == 1


def test_the_site_can_be_subscribed_to(site):
    make_training("Springs", **DAYS)
    make_training("Wells", lifecycle="planned", date_precision="list", days=["2027-05-06"])
    make_training("Draft", published=False, **DAYS)
    make_training("Later", published_at=now() + timedelta(days=1), **DAYS)
    calendar = site()
    assert [str(one["SUMMARY"]) for one in calendar.events] == ["Springs", "Wells"]
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Trainings of Hashar"
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"PT12H"
    assert calendar["SOURCE"] == "http://127.0.0.1:8000/en/calendar.ics"


def test_the_site_calendar_asks_no_query_for_each_training(client, db, django_assert_num_queries):
    for number in range(5):
        make_place(make_training(f"Springs {number}", **DAYS))
    with django_assert_num_queries(3):
        answer = client.get("/en/calendar.ics")
    assert answer.headers["ETag"]
    assert not answer.cookies


def test_a_draft_has_no_calendar(client, db):
    draft = make_training(slug="springs", published=False, **DAYS)
    make_session(draft, date=date(2027, 4, 22), start_time=time(9))
    for name in ("calendar", "agenda"):
        assert client.get(f"/en/trainings/springs/{name}.ics").status_code == 404
