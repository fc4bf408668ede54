"""Proving the address: the organizer decides from then on, or the rule of the training at once."""

import pytest

from tests.factories import make_country
from tests.volunteers.factories import (
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from tests.volunteers.services.reading import letters, state, steps
from trainings.services.refusal import NotAllowed
from volunteers.services import registration as services

pytestmark = pytest.mark.django_db


def first_come(**values):
    return make_open_training(deciding="first_come", **values)


def test_where_an_organizer_decides_it_waits_for_the_decision():
    registration = services.confirm(make_registration(state="submitted"))
    assert (registration.state, letters(registration)) == ("confirmed", ["received"])
    assert registration.confirmed_at
    assert registration.decided_at is None
    assert steps(registration) == [("submitted", "confirmed", "volunteer")]


def test_first_come_gets_the_seat_at_once():
    registration = services.confirm(make_registration(first_come(capacity=1), state="submitted"))
    assert (registration.state, letters(registration)) == ("approved", ["approved"])
    assert registration.decided_at
    assert steps(registration)[-1] == ("confirmed", "approved", "rule")


def test_whoever_comes_when_it_is_full_waits():
    training = first_come(capacity=1)
    make_registration(training, state="approved")
    late = services.confirm(make_registration(training, state="submitted"))
    assert (late.state, letters(late)) == ("waitlisted", ["waitlisted"])
    assert late.waitlisted_at


def test_without_a_waiting_list_it_is_declined_with_the_reason():
    training = first_come(capacity=1, has_waiting_list=False)
    make_registration(training, state="approved")
    late = services.confirm(make_registration(training, state="submitted"))
    assert (late.state, letters(late)) == ("declined", ["declined"])
    assert late.moves.last().reason == "All seats are taken."


def test_the_reason_is_told_in_the_language_of_the_registration():
    training = first_come(has_waiting_list=False)
    make_quota(training, "TJ", maximum=0)
    late = make_registration(training, state="submitted", country="TJ", language="ru")
    assert "Таджикистан" in services.confirm(late).moves.last().reason


def test_confirming_twice_changes_nothing():
    registration = services.confirm(make_registration(state="submitted"))
    services.confirm(registration)
    assert (len(steps(registration)), letters(registration)) == (1, ["received"])


def test_one_that_was_decided_meanwhile_stays_as_it_is():
    registration = make_registration(state="declined")
    assert services.confirm(registration).state == "declined"
    assert letters(registration) == []


def test_a_dropped_one_is_told_to_register_again():
    with pytest.raises(NotAllowed, match="Please register again"):
        services.confirm(make_registration(state="dropped"))


@pytest.mark.parametrize("stage", ["held", "cancelled"])
def test_it_is_too_late_when_the_training_is_over_or_cancelled(stage):
    late = make_registration(make_open_training(lifecycle=stage), state="submitted")
    with pytest.raises(NotAllowed, match="takes no registrations any more"):
        services.confirm(late)
    assert state(late) == "submitted"


def test_a_form_sent_in_time_may_be_confirmed_after_registration_has_closed():
    late = make_registration(make_open_training(lifecycle="closed"), state="submitted")
    assert services.confirm(late).state == "confirmed"


def test_the_profile_learns_what_was_proven_and_keeps_what_was_not_asked():
    volunteer = make_volunteer(
        "zebo@example.org", name="Z", latin_name="Zebo Example", birth_year=1990
    )
    registration = make_registration(
        None,
        volunteer,
        state="submitted",
        name="Зебо",
        latin_name="",
        country=make_country("KG"),
        birth_year=None,
        birth_year_withheld=True,
        language="tg",
    )
    services.confirm(registration)
    volunteer.refresh_from_db()
    assert (volunteer.name, volunteer.latin_name, volunteer.country_id, volunteer.language) == (
        "Зебо",
        "Zebo Example",
        "KG",
        "tg",
    )
    assert (volunteer.birth_year, volunteer.birth_year_withheld) == (None, True)
    assert volunteer.user.name == "Зебо"


def test_who_comes_now_does_not_overtake_those_who_wait_for_the_click():
    training = first_come(capacity=2, promotion="click")
    make_registration(training, state="approved")
    waiting = make_registration(training, state="waitlisted")
    assert services.confirm(make_registration(training, state="submitted")).state == "waitlisted"
    assert state(waiting) == "waitlisted"


def test_those_who_wait_get_a_free_seat_before_who_comes_now():
    training = first_come(capacity=2)
    make_registration(training, state="approved")
    waiting = make_registration(training, state="waitlisted")
    late = services.confirm(make_registration(training, state="submitted"))
    assert (state(waiting), late.state) == ("approved", "waitlisted")
    assert letters(waiting) == ["seat_free"]


def test_who_comes_now_passes_those_whose_country_is_full():
    training = first_come(capacity=3, promotion="click")
    make_quota(training, "TJ", maximum=0)
    waiting = make_registration(training, state="waitlisted", country="TJ")
    newcomer = make_registration(training, state="submitted", country="KZ")
    assert services.confirm(newcomer).state == "approved"
    assert state(waiting) == "waitlisted"
