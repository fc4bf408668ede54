"""The states of a registration and the moves between them."""

import pytest

from tests.volunteers.factories import make_open_training, make_quota, make_registration
from trainings.services.refusal import NotAllowed
from volunteers.models import State
from volunteers.services import registration as services
from volunteers.services.seats import position

pytestmark = pytest.mark.django_db

WAYS = {
    ("submitted", "confirmed"),
    ("submitted", "dropped"),
    ("confirmed", "approved"),
    ("confirmed", "waitlisted"),
    ("confirmed", "declined"),
    ("confirmed", "cancelled"),
    ("approved", "waitlisted"),
    ("approved", "cancelled"),
    ("waitlisted", "approved"),
    ("waitlisted", "declined"),
    ("waitlisted", "cancelled"),
    ("declined", "confirmed"),
    ("cancelled", "confirmed"),
    ("dropped", "submitted"),
}


@pytest.mark.parametrize("to", State)
@pytest.mark.parametrize("before", State)
def test_a_registration_moves_along_the_table_alone(before, to):
    registration = make_registration(state=before)
    if (before.value, to.value) in WAYS:
        services.walk(registration, to, actor="organizer")
    else:
        with pytest.raises(NotAllowed):
            services.walk(registration, to, actor="organizer")
    registration.refresh_from_db()
    assert registration.state == (to if (before.value, to.value) in WAYS else before)


def test_a_freed_seat_goes_to_the_first_whose_country_has_room(organizer):
    training = make_open_training(capacity=2)
    make_quota(training, "TJ", maximum=1)
    leaving = make_registration(training, state="approved", country="KZ")
    make_registration(training, state="approved", country="TJ")
    passed_over = make_registration(training, state="waitlisted", country="TJ")
    next_in_line = make_registration(training, state="waitlisted", country="KG")
    services.cancel(leaving)
    next_in_line.refresh_from_db()
    passed_over.refresh_from_db()
    assert (next_in_line.state, passed_over.state) == ("approved", "waitlisted")
    assert position(passed_over) == 1


def test_a_full_country_refuses_with_its_limit(organizer):
    training = make_open_training(capacity=20)
    make_quota(training, "TJ", maximum=1)
    make_registration(training, state="approved", country="TJ")
    late = make_registration(training, country="TJ")
    with pytest.raises(NotAllowed, match=r"Tajikistan: all seats are taken \(1 of 1\)\."):
        services.approve(late, by=organizer)
    services.approve(late, by=organizer, override_reason="A trainer asked for her.")
    assert late.moves.get().override_reason == "A trainer asked for her."
