"""One mark at a time: what it leaves, what it refuses, and that nothing is marked twice."""

import datetime as dt
from functools import partial

import pytest
from django.utils.timezone import now

from tests.factories import make_session
from tests.volunteers.factories import make_registration
from trainings.services.refusal import NotAllowed
from volunteers.models import Attendance, AttendanceRule, Mark
from volunteers.services.attendance import Part, Taken, mark, parts_on, today


@pytest.fixture
def say(organizer):
    """Marks someone today, as the check-in page does."""

    def say(registration, day=None, **values) -> Taken:
        part = values.pop("part", None) or Part(day or today(registration.training))
        return mark(registration, part, **{"by": organizer, "source": "phone", **values})

    return say


def refusal(verb) -> str:
    with pytest.raises(NotAllowed) as refused:
        verb()
    return str(refused.value)


def test_a_mark_says_who_when_and_how(say, zebo, organizer):
    say(zebo)
    row = Attendance.objects.get()
    assert (row.registration, row.day, row.session) == (zebo, today(zebo.training), None)
    assert (row.marked_by, row.source) == (organizer, "phone")
    assert now() - row.marked_at < dt.timedelta(minutes=1)


def test_a_second_mark_changes_nothing_and_tells_of_the_first(say, zebo, other):
    first = say(zebo).attendance
    assert say(zebo, by=other) == Taken(first, is_new=False)
    assert (Attendance.objects.count(), Mark.objects.count()) == (1, 1)


def test_a_mark_is_taken_back_and_both_stay_in_the_history(say, zebo):
    say(zebo)
    assert say(zebo, is_here=False) == Taken(None, is_new=True)
    assert not Attendance.objects.exists()
    assert list(Mark.objects.values_list("is_here", flat=True)) == [True, False]


def test_a_mark_that_is_sent_again_after_it_was_taken_back_does_not_return(say, zebo):
    say(zebo, key="from the phone")
    say(zebo, is_here=False)
    again = say(zebo, key="from the phone")
    assert again == Taken(None, is_new=False, is_repeat=True)
    assert not Attendance.objects.exists()


def test_a_mark_keeps_the_moment_it_was_made_offline_but_none_to_come(say, zebo):
    morning = now() - dt.timedelta(hours=3)
    assert say(zebo, at=morning).attendance.marked_at == morning
    say(zebo, is_here=False)
    assert say(zebo, at=now() + dt.timedelta(days=1)).attendance.marked_at <= now()


def test_nobody_without_a_seat_is_marked(say, training):
    row = make_registration(training, state="cancelled", name="Zebo")
    told = "Zebo has no seat: cancelled. Ask an organizer to decide first."
    assert refusal(partial(say, row)) == told


def test_a_mark_of_someone_who_lost_the_seat_can_be_taken_back(say, zebo):
    say(zebo)
    type(zebo).objects.update(state="cancelled")
    assert say(zebo, is_here=False).is_new


def test_a_day_beside_the_training_is_refused_and_one_that_has_not_come(say, zebo):
    first = zebo.training.start_date
    assert "is not a day of this training" in refusal(
        partial(say, zebo, first - dt.timedelta(days=1))
    )
    assert "has not come yet" in refusal(partial(say, zebo, zebo.training.end_date))


def test_any_day_is_taken_where_the_days_are_not_known(say, zebo):
    type(zebo.training).objects.update(date_precision="unknown", start_date=None, end_date=None)
    zebo.training.refresh_from_db()
    assert say(zebo).is_new


def test_a_training_that_counts_sessions_wants_to_know_which(say, zebo):
    AttendanceRule.objects.create(training=zebo.training, by_session=True)
    day = today(zebo.training)
    session = make_session(zebo.training, date=day)
    assert "Choose the session first." in refusal(partial(say, zebo))
    assert say(zebo, part=Part(day, session)).attendance.session == session
    assert parts_on(zebo.training, day) == [Part(day, session)]


def test_the_day_is_that_of_the_place(training):
    training.time_zone = "Pacific/Kiritimati"
    ahead = today(training)
    training.time_zone = "Pacific/Pago_Pago"
    assert ahead - today(training) >= dt.timedelta(days=1)
