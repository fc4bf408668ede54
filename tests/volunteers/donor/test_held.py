"""What is known of a training for its donors, and that nothing is guessed."""

import datetime as dt

import pytest

from tests.factories import (
    make_organisation,
    make_organisation_role,
    make_place,
    make_session,
    make_training,
)
from trainings.models import Training
from volunteers.donor import held
from volunteers.donor.bands import Bands, bands_in

pytestmark = pytest.mark.django_db


def read(training: Training) -> Training:
    return held.with_all(Training.objects.filter(pk=training.pk)).get()


def make_days(first=1, last=5, **values) -> Training:
    """A training of days in April 2026."""
    return make_training(
        date_precision="days",
        start_date=dt.date(2026, 4, first),
        end_date=dt.date(2026, 4, last),
        **values,
    )


def hours_of(*sessions, **training) -> float | None:
    """The contact hours of a training with `sessions`, each `(day, from, to, kind)`."""
    row = make_days(**training)
    for day, begin, end, *kind in sessions:
        kinds = {"kind": kind[0]} if kind else {}
        date = f"2026-04-0{day}" if day else None
        make_session(row, date=date, start_time=begin, end_time=end, **kinds)
    return held.hours(read(row))


def test_hours_are_those_of_the_agenda_without_breaks():
    day = [(1, "09:00", "10:30"), (1, "10:30", "11:00", "break"), (1, "11:00", "12:30")]
    assert hours_of(*day) == 3.0


def test_what_runs_side_by_side_counts_once():
    assert hours_of((1, "09:00", "11:00"), (1, "10:00", "12:00"), (1, "09:00", "10:00")) == 3.0


def test_a_break_within_a_long_session_is_not_counted():
    day = [(1, "09:00", "17:00", "module"), (1, "12:00", "13:15", "break")]
    assert hours_of(*day) == 6.75


def test_what_participants_worked_on_without_a_day_is_no_agenda():
    assert hours_of((1, "09:00", "10:00"), (None, None, None)) == 1.0


def test_hours_are_not_known_where_a_session_has_no_end():
    assert hours_of((1, "09:00", "10:00"), (1, "11:00", None)) is None
    assert hours_of() is None


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"date_precision": "days", "start_date": "2026-04-01", "end_date": "2026-04-05"}, 5),
        ({"date_precision": "list", "days": ["2026-04-04", "2026-04-11"]}, 2),
        ({"date_precision": "days", "start_date": "2026-04-01"}, None),
        ({"date_precision": "month", "year": 2026, "month": 4, "days_stated": 28}, 28),
        ({}, None),
    ],
)
def test_days_are_those_of_the_dates_or_as_stated(dates, expected):
    made = make_training(**dates)
    made.refresh_from_db()
    assert held.days(made) == expected


@pytest.mark.parametrize(
    ("last", "sessions", "expected"),
    [
        (2, [], True),
        (5, [(1, "09:00", "18:00")], True),
        (5, [(1, "09:00", "18:00"), (2, "09:00", "15:00")], False),
        (5, [], None),
    ],
)
def test_what_is_too_short_to_report_is_told(last, sessions, expected):
    row = make_days(last=last)
    for day, begin, end in sessions:
        make_session(row, date=f"2026-04-0{day}", start_time=begin, end_time=end)
    assert held.is_short(read(row)) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"lifecycle": "planned"}, "potential"),
        ({"lifecycle": "planned", "date_precision": "month", "year": 2031, "month": 4}, "planned"),
        ({"lifecycle": "open", "date_precision": "year", "year": 2031}, "planned"),
        ({"lifecycle": "cancelled"}, "cancelled"),
        ({"lifecycle": "held"}, "completed"),
        ({"lifecycle": "reported"}, "completed"),
    ],
)
def test_the_status_is_one_of_the_five(values, expected):
    assert held.status(make_training(**values)) == expected


def test_a_training_is_active_on_its_days(time_machine):
    training = make_days(lifecycle="closed", time_zone="Asia/Bishkek")
    found = []
    for day in ("2026-03-31T12:00Z", "2026-03-31T19:00Z", "2026-04-05T12:00Z", "2026-04-06T12:00Z"):
        time_machine.move_to(day)
        found.append(str(held.status(training)))
    assert found == ["planned", "active", "active", "completed"]


def test_the_venue_is_seen_from_where_people_come():
    row = make_days()
    make_place(row, "KZ")
    make_organisation_role(row, make_organisation(country="NO"), role="funder")
    training = read(row)
    seen = [
        held.venue(training, countries) for countries in ({"KZ"}, {"TJ", "KG"}, {"KZ", "TJ"}, set())
    ]
    assert seen == ["in_country", "third_country", None, None]


def test_the_country_of_the_donor_is_elsewhere():
    row = make_days()
    make_place(row, "NO")
    make_organisation_role(row, make_organisation(country="NO"), role="funder")
    assert held.venue(read(row), {"TJ"}) == "elsewhere"


def test_of_several_venues_or_none_nothing_is_said():
    row = make_days()
    assert held.venue(row, {"TJ"}) is None
    make_place(row, "KZ")
    make_place(row, "TJ")
    assert held.venue(read(row), {"TJ"}) is None


@pytest.mark.parametrize(
    ("typed", "starts"),
    [
        ("15–24", (0, 15, 25)),
        ("36+, 15-24; 25–35", (0, 15, 25, 36)),
        ("0-17, 20", (0, 18, 20, 21)),
        ("18-29,40—49", (0, 18, 30, 40, 50)),
    ],
)
def test_bands_leave_no_age_out(typed, starts):
    assert bands_in(typed) == Bands(starts)
