"""What comes due by itself: reminders once each, and what is deleted after its time."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.factories import make, make_account
from tests.volunteers.factories import make_open_training, make_registration
from volunteers import letters
from volunteers.models import Letter, Needs
from volunteers.services import due

pytestmark = pytest.mark.django_db

# Nine in the morning in Bishkek (UTC+6), three days before the first day.
MORNING = datetime(2027, 5, 7, 3, tzinfo=UTC)
EARLIER = MORNING - timedelta(days=10)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def in_may():
    return make_open_training(
        "In May",
        date_precision="days",
        start_date=date(2027, 5, 10),
        end_date=date(2027, 5, 12),
        time_zone="Asia/Bishkek",
        reminder_days=3,
        closing_notice_days=2,
        registration_closes_at=MORNING,
    )


def seat(training, **values):
    return make_registration(training, state="approved", decided_at=EARLIER, **values)


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (MORNING - MINUTE, 0),
        (MORNING, 1),
        (datetime(2027, 5, 9, 17, 59, tzinfo=UTC), 1),  # the worker was down for two days
        (datetime(2027, 5, 9, 18, 0, tzinfo=UTC), 0),  # it has begun
    ],
)
def test_a_seat_is_reminded_of_in_the_morning_so_many_days_before(in_may, moment, written):
    registration = seat(in_may)
    make_registration(in_may, state="waitlisted")
    with time_machine.travel(moment, tick=False):
        assert (due.remind(), due.remind()) == (written, 0)
    assert (
        list(Letter.objects.values_list("registration", flat=True)) == [registration.pk] * written
    )


def test_whoever_got_the_seat_since_is_not_written_to_again(in_may):
    make_registration(in_may, state="approved", decided_at=MORNING + MINUTE)
    with time_machine.travel(MORNING + 2 * MINUTE, tick=False):
        assert due.remind() == 0


def test_a_training_moved_to_other_days_is_reminded_of_again(in_may):
    seat(in_may)
    with time_machine.travel(MORNING, tick=False):
        due.remind()
    in_may.start_date += timedelta(days=1)
    in_may.save()
    with time_machine.travel(MORNING + timedelta(days=1), tick=False):
        assert due.remind() == 1


@pytest.mark.parametrize("change", [{"lifecycle": "cancelled"}, {"published_at": None}])
def test_nobody_is_reminded_of_what_does_not_take_place(in_may, change):
    seat(in_may)
    type(in_may).objects.update(**change)
    with time_machine.travel(MORNING, tick=False):
        assert due.remind() == 0


def test_a_training_that_wants_no_reminder_gets_none(in_may):
    seat(in_may)
    in_may.call.reminder_days = None
    in_may.call.save()
    with time_machine.travel(MORNING, tick=False):
        assert due.remind() == 0


def test_who_did_not_confirm_is_written_to_once_before_registration_closes(in_may):
    waits = make_registration(in_may, state="submitted", submitted_at=EARLIER)
    make_registration(in_may, state="submitted", submitted_at=MORNING - timedelta(days=1))
    make_registration(in_may, state="confirmed", submitted_at=EARLIER)
    moments = [MORNING - timedelta(days=2) - MINUTE, MORNING - MINUTE, MORNING - MINUTE, MORNING]
    written = []
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            written.append(due.remind_to_confirm())
    assert written == [0, 1, 0, 0]
    assert Letter.objects.get().registration == waits


def test_needs_are_deleted_after_their_day(in_may):
    kept, gone = seat(in_may), seat(in_may)
    make(Needs, registration=kept, diet="no nuts", purge_after=date(2027, 5, 7))
    make(Needs, registration=gone, diet="no nuts", purge_after=date(2027, 5, 6))
    with time_machine.travel(MORNING, tick=False):
        assert due.delete_needs() == 1
    assert Needs.objects.get().registration == kept


def test_a_sign_in_code_is_deleted_after_a_day_and_other_letters_stay(in_may):
    with time_machine.travel(EARLIER, tick=False):
        letters.code(make_account(), "123456", language="en")
        stays = letters.received(seat(in_may))
    with time_machine.travel(EARLIER + timedelta(days=1) - MINUTE, tick=False):
        assert due.delete_codes() == 0
    with time_machine.travel(EARLIER + timedelta(days=1) + MINUTE, tick=False):
        assert due.delete_codes() == 1
    assert Letter.objects.get() == stays
