"""Whether a training takes registrations: by its moments, its stage, its days and its seats."""

import datetime as dt

import pytest

from tests.volunteers.factories import make_open_training, make_quota, make_registration
from volunteers.calls import announced

pytestmark = pytest.mark.django_db

OPENS = dt.datetime(2026, 11, 2, 3, tzinfo=dt.UTC)
CLOSES = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
A_SECOND = dt.timedelta(seconds=1)


def standing_of(training) -> str:
    return announced(training).standing.value


def test_the_moments_open_and_close_it_to_the_second(time_machine):
    training = make_open_training(registration_opens_at=OPENS, registration_closes_at=CLOSES)
    seen = []
    for moment in (OPENS - A_SECOND, OPENS, CLOSES - A_SECOND, CLOSES):
        time_machine.move_to(moment, tick=False)
        seen.append(standing_of(training))
    assert seen == ["not_yet", "open", "open", "closed"]


def test_the_moments_open_a_training_that_is_still_called_planned(time_machine):
    training = make_open_training(lifecycle="planned", registration_opens_at=OPENS)
    time_machine.move_to(OPENS, tick=False)
    assert standing_of(training) == "open"


@pytest.mark.parametrize(
    ("stage", "standing"),
    [
        ("planned", "none"),
        ("open", "open"),
        ("closed", "closed"),
        ("held", "closed"),
        ("reported", "closed"),
        ("cancelled", "cancelled"),
    ],
)
def test_without_moments_the_stage_decides(stage, standing):
    assert standing_of(make_open_training(lifecycle=stage)) == standing


@pytest.mark.parametrize("stage", ["closed", "cancelled"])
def test_the_stage_may_always_close_or_cancel(stage, time_machine):
    training = make_open_training(lifecycle=stage, registration_opens_at=OPENS)
    time_machine.move_to(CLOSES, tick=False)
    assert standing_of(training) == stage


@pytest.mark.parametrize(
    ("has_waiting_list", "standing"), [(True, "waiting_list"), (False, "full")]
)
def test_when_it_is_full_it_has_a_waiting_list_or_not(has_waiting_list, standing):
    training = make_open_training(capacity=1, has_waiting_list=has_waiting_list)
    make_registration(training, state="approved")
    assert standing_of(training) == standing
    assert announced(training).takes_forms is has_waiting_list


def test_a_training_whose_last_day_has_passed_is_closed_whatever_its_stage(time_machine):
    last = dt.date(2027, 4, 23)
    training = make_open_training(
        date_precision="days", start_date=last, end_date=last, time_zone="Asia/Bishkek"
    )
    time_machine.move_to("2027-04-23T17:59Z", tick=False)
    assert standing_of(training) == "open"
    time_machine.move_to("2027-04-23T18:01Z", tick=False)  # midnight has passed in Bishkek
    assert standing_of(training) == "closed"


def test_the_page_shows_the_seats_left_by_country_if_the_call_says_so():
    shown = make_open_training("One", shows_seats_by_country=True)
    hidden = make_open_training("Two")
    for training in (shown, hidden):
        make_quota(training, "TJ", maximum=5)
        make_quota(training, category="online", maximum=3)
    assert [(str(quota), left) for quota, left in announced(shown).by_country] == [
        ("Tajikistan", 5)
    ]
    assert announced(hidden).by_country == []
