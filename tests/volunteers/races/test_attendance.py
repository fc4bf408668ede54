"""Two phones at one door: a person is marked once, whoever is faster."""

from functools import partial

from django.db.models import OuterRef, Subquery

from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.races.racing import race
from volunteers.models import Attendance, Mark, Move
from volunteers.services import registration as registrations
from volunteers.services.attendance import Part, mark, today


def at_the_door():
    """Someone with a seat in a training without known days, and today."""
    row = make_registration(make_open_training(), state="approved")
    return row, Part(today(row.training))


def test_twenty_helpers_who_mark_one_person_at_once_leave_one_mark(organizer):
    """Without the lock of `locked` some of the twenty are told of a broken constraint."""
    row, part = at_the_door()
    say = partial(mark, row, part, by=organizer, source="phone")
    assert race(*(partial(say, key=f"phone {n}") for n in range(20))) == {"done": 20}
    assert (Attendance.objects.count(), Mark.objects.count()) == (1, 1)


def test_one_mark_that_is_sent_many_times_at_once_is_one_mark(organizer):
    row, part = at_the_door()
    say = partial(mark, row, part, by=organizer, source="phone", key="the same")
    assert race(*[say] * 20) == {"done": 20}
    assert Mark.objects.count() == 1


def test_who_is_cancelled_while_being_marked_is_either_marked_before_or_not_at_all(organizer):
    pairs = [at_the_door() for _each in range(8)]
    marks = [partial(mark, row, part, by=organizer, source="phone") for row, part in pairs]
    race(*marks, *(partial(registrations.cancel, row, by=organizer) for row, _part in pairs))
    cancelled = Move.objects.filter(registration=OuterRef("registration"), to_state="cancelled")
    late = Mark.objects.filter(received_at__gt=Subquery(cancelled.values("at")[:1]))
    assert (Move.objects.count(), late.count()) == (8, 0)
