"""Whatever verbs follow each other on whomever, a training stays within its limits."""

from contextlib import suppress

import pytest
from django.db import transaction
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.volunteers.factories import make_open_training, make_quota, make_registration
from trainings.services.refusal import NotAllowed
from volunteers.models import Deciding, Promotion, Registration, State
from volunteers.services import registration as services
from volunteers.services.moves import MOVES
from volunteers.services.seats import position, seats_of

pytestmark = pytest.mark.django_db

LONG_AGO = now() - 2 * services.DROPPED_AFTER
PEOPLE = ["TJ", "TJ", "TJ", "KZ", "KG"]
VERBS = {
    "submit": lambda one, by: services.submit(
        one.training, email=one.email, described={}, language="ru"
    ),
    "drop": lambda one, by: services.drop_unconfirmed(),
    "confirm": lambda one, by: services.confirm(one),
    "approve": lambda one, by: services.approve(one, by=by),
    "waitlist": lambda one, by: services.waitlist(one, by=by),
    "decline": lambda one, by: services.decline(one, by=by),
    "cancel": lambda one, by: services.cancel(one),
    "cancel for": lambda one, by: services.cancel(one, by=by),
    "come back": lambda one, by: services.come_back(one),
    "look again": lambda one, by: services.look_again(one, by=by),
    "promote": lambda one, by: services.promote(one.training, by=by),
}
calls = st.fixed_dictionaries(
    {
        "deciding": st.sampled_from(Deciding),
        "promotion": st.sampled_from(Promotion),
        "has_waiting_list": st.booleans(),
        "capacity": st.integers(0, 3),
    }
)
steps = st.lists(
    st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, len(PEOPLE) - 1)), max_size=25
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(calls, steps)
def test_no_order_of_verbs_breaks_a_limit_or_leaves_the_table(organizer, call, steps):
    with transaction.atomic():
        training = make_open_training(**call)
        quota = make_quota(training, "TJ", maximum=1)
        people = [
            make_registration(training, state="submitted", country=code, submitted_at=LONG_AGO)
            for code in PEOPLE
        ]
        for verb, number in steps:
            with suppress(NotAllowed):  # most verbs do not fit most states
                VERBS[verb](people[number], organizer)
            seats = seats_of(training)
            assert seats.taken <= call["capacity"]
            assert seats.filled(quota) <= 1
        for registration in Registration.objects.filter(training=training):
            every_step_is_written_down(registration)
        the_line_is_one_line(training)
        transaction.set_rollback(True)


def every_step_is_written_down(registration) -> None:
    """The history leads along the table, without a gap, from the form to the state it is in."""
    there = State.SUBMITTED
    for move in registration.moves.all():
        assert move.from_state == there
        assert move.to_state in MOVES[State(there)]
        there = move.to_state
    assert there == registration.state


def the_line_is_one_line(training) -> None:
    """Who waits has a place of her own in her country's line, and nobody else has one."""
    waiting = list(Registration.objects.filter(training=training).waiting())
    places = [(one.country_id, position(one)) for one in waiting]
    assert len(set(places)) == len(places)
    for country in {one.country_id for one in waiting}:
        line = [place for of, place in places if of == country]
        assert line == list(range(1, len(line) + 1))
