"""What the database counts: who attended, on how many days of how many, and who completed."""

import datetime as dt

import pytest

from tests.factories import make_session, make_training
from tests.volunteers.factories import make_attendance, make_registration
from volunteers.models import AttendanceRule, CompletionOverride, Registration

FIVE = [f"2026-04-{day}" for day in range(20, 25)]


@pytest.fixture
def training(db):
    """Five days of April."""
    return make_training(date_precision="days", start_date=FIVE[0], end_date=FIVE[-1])


def seated(training, *days, **values) -> Registration:
    """Someone with a seat who was there on these days."""
    registration = make_registration(training, state="approved", **values)
    make_attendance(registration, *days)
    return registration


def counted(registration) -> tuple:
    row = Registration.objects.with_days().get(pk=registration.pk)
    return row.days_attended, row.days_held


def test_days_are_counted_of_the_days_of_the_training(training):
    assert counted(seated(training, *FIVE[:3])) == (3, 5)


def test_separate_days_are_counted_too(db):
    saturdays = ["2026-04-04", "2026-04-11", "2026-04-18"]
    training = make_training(date_precision="list", days=saturdays)
    assert counted(seated(training, *saturdays[:2])) == (2, 3)


def test_who_never_came_has_no_days_where_others_were_marked(training):
    seated(training, *FIVE)
    assert counted(seated(training)) == (0, 5)


def test_where_nobody_was_ever_marked_nobody_knows(training):
    assert counted(seated(training)) == (None, 5)


@pytest.mark.parametrize(
    "dates",
    [
        {"date_precision": "month", "year": 2026, "month": 4},
        {"date_precision": "days", "start_date": dt.date(2026, 4, 20)},
        {},
    ],
)
def test_days_that_are_not_known_are_not_counted(db, dates):
    assert counted(seated(make_training(**dates), FIVE[0])) == (1, None)


def test_a_day_that_is_none_of_the_training_any_more_does_not_count(training):
    registration = seated(training, *FIVE)
    training.end_date = FIVE[2]
    training.save()
    assert counted(registration) == (3, 3)


def test_a_day_beside_the_separate_days_does_not_count(db):
    training = make_training(date_precision="list", days=["2026-04-04", "2026-04-11"])
    assert counted(seated(training, "2026-04-04", "2026-04-05")) == (1, 2)


def test_four_of_five_at_eighty_per_cent_is_completed_and_three_is_not(training):
    four, _three = seated(training, *FIVE[:4]), seated(training, *FIVE[:3])
    assert list(Registration.objects.completed()) == [four]
    assert Registration.objects.attended().count() == 2


def test_a_training_may_ask_for_another_share(training):
    AttendanceRule.objects.create(training=training, share=60)
    three = seated(training, *FIVE[:3])
    assert list(Registration.objects.completed()) == [three]


def test_whoever_has_no_seat_any_more_neither_attended_nor_completed(training):
    make_attendance(make_registration(training, state="cancelled"), *FIVE)
    assert not Registration.objects.attended().exists()
    assert not Registration.objects.completed().exists()


def test_the_word_of_an_organizer_goes_before_the_arithmetic(training):
    two, five = seated(training, *FIVE[:2]), seated(training, *FIVE)
    CompletionOverride.objects.create(registration=two, completed=True, reason="Ill, and wrote.")
    CompletionOverride.objects.create(registration=five, completed=False, reason="Slept.")
    assert list(Registration.objects.completed()) == [two]


def test_sessions_are_counted_where_the_training_wants_it(training):
    AttendanceRule.objects.create(training=training, share=50, by_session=True)
    sessions = [make_session(training, date=day) for day in FIVE[:4]]
    make_session(training, "Coffee", kind="break", date=FIVE[0])
    make_session(training, "At home")
    half, less = seated(training), seated(training)
    for session in sessions[:2]:
        make_attendance(half, session.date, session=session)
    make_attendance(less, FIVE[0], session=sessions[0])
    assert list(Registration.objects.completed()) == [half]
    row = Registration.objects.with_parts().get(pk=half.pk)
    assert (row.parts_attended, row.parts_held) == (2, 4)


def test_of_sessions_side_by_side_one_is_enough(training):
    AttendanceRule.objects.create(training=training, share=100, by_session=True)
    at_nine = {"date": FIVE[0], "start_time": "09:00"}
    here, _there = make_session(training, **at_nine), make_session(training, **at_nine)
    registration = seated(training)
    make_attendance(registration, FIVE[0], session=here)
    assert list(Registration.objects.completed()) == [registration]
