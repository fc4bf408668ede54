"""Many at the same moment: no seat is given twice and nobody sees the database complain.

On SQLite these tests need a database in a file (see `tests.settings`), where writers really meet.
"""

from collections import Counter
from functools import partial

import pytest
from django.utils.timezone import now

from tests.volunteers.factories import (
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from tests.volunteers.races.racing import race
from volunteers.models import Letter, Move, Registration, User, Volunteer
from volunteers.services import registration as services
from volunteers.services.seats import position

MAXIMA = {"TJ": 8, "KZ": 7, "KG": 9}
RELOAD = "A registration that is “approved” can't become “approved”. Reload the page first."


def make_many(training, number, *, state="confirmed", countries=("TJ",)) -> list[Registration]:
    """So many registrations, the countries in turn, without a form's checks: only for speed."""
    addresses = [f"racer-{training.pk}-{i}@example.org" for i in range(number)]
    users = User.objects.bulk_create([User(email=address) for address in addresses])
    volunteers = Volunteer.objects.bulk_create([Volunteer(user=user) for user in users])
    rows = [
        Registration(
            training=training,
            volunteer=volunteer,
            name=f"Racer {i}",
            country_id=countries[i % len(countries)],
            category="national",
            state=state,
            waitlisted_at=now() if state == "waitlisted" else None,
        )
        for i, volunteer in enumerate(volunteers)
    ]
    return Registration.objects.bulk_create(rows)


def test_two_hundred_approvals_for_twenty_seats_seat_exactly_twenty(organizer):
    """200 at once for 20 seats and three countries whose maxima add up to 24.

    That the lock does it was checked by taking it out: with `Training.objects.get` alone in
    `services.moves.lock` this test seats 43 or 46 on PostgreSQL, and the tests of first come, of
    seats given up and of twenty clicks fail as well; that of twenty forms fails without the lock
    of `services.people.account`. On SQLite the transaction itself is the lock: without
    `transaction_mode` in `config.environment` one of the 200 is seated, and the others are told
    "database is locked".
    """
    training = make_open_training(capacity=20)
    for country, maximum in MAXIMA.items():
        make_quota(training, country, maximum=maximum)
    everyone = make_many(training, 200, countries=tuple(MAXIMA))
    outcomes = race(*(partial(services.approve, one, by=organizer) for one in everyone))
    seated = Counter(Registration.objects.seated().values_list("country", flat=True))
    assert (outcomes.pop("done"), seated.total()) == (20, 20)
    assert {country: n for country, n in seated.items() if n > MAXIMA[country]} == {}
    assert [told for told in outcomes if "all seats are taken" not in told.lower()] == []
    assert outcomes.total() == 180
    assert Letter.objects.count() == Move.objects.filter(to_state="approved").count() == 20


def test_fifty_who_confirm_at_once_for_five_seats_get_five_and_one_line():
    training = make_open_training(capacity=5, deciding="first_come")
    everyone = make_many(training, 50, state="submitted")
    assert race(*(partial(services.confirm, one) for one in everyone)) == {"done": 50}
    assert Registration.objects.seated().count() == 5
    line = [position(one) for one in Registration.objects.waiting()]
    assert line == list(range(1, 46))


def test_seats_given_up_at_once_each_go_to_one_of_those_who_wait():
    training = make_open_training(capacity=10)
    leaving = make_many(training, 10, state="approved")
    waiting = [make_registration(training, state="waitlisted") for _each in range(15)]
    assert race(*(partial(services.cancel, one) for one in leaving)) == {"done": 10}
    assert set(Registration.objects.seated()) == set(waiting[:10])
    assert Letter.objects.filter(kind="seat_free").count() == 10


def test_a_seat_given_up_while_two_organizers_give_it_away_is_given_once(organizer):
    runners, trainings = [], [make_open_training(f"Training {i}", capacity=1) for i in range(10)]
    for training in trainings:
        leaving = make_registration(training, state="approved")
        waiting = make_registration(training, state="waitlisted")
        runners += [
            partial(services.cancel, leaving),
            partial(services.approve, waiting, by=organizer),
            partial(services.approve, make_registration(training), by=organizer),
        ]
    outcomes = race(*runners)
    assert [training.registrations.seated().count() for training in trainings] == [1] * 10
    assert set(outcomes) <= {"done", RELOAD, "All seats are taken (1 of 1)."}


def test_twenty_clicks_of_approve_are_one_approval(organizer):
    registration = make_registration(make_open_training())
    outcomes = race(*[partial(services.approve, registration, by=organizer)] * 20)
    assert outcomes == {"done": 1, RELOAD: 19}
    assert Letter.objects.count() == Move.objects.count() == 1


@pytest.mark.parametrize("key", ["the same form", None])
def test_twenty_forms_of_one_address_are_one_registration(key):
    make_volunteer("zebo@example.org")  # else the new account alone would keep the others back
    training = make_open_training()
    form = {"email": "zebo@example.org", "described": {"name": "Zebo"}, "language": "en"}
    send = partial(services.submit, training, **form)
    assert race(*[partial(send, form_key=key)] * 20) == {"done": 20}
    registration = Registration.objects.get()
    assert Move.objects.count() == 1
    # A double click causes one letter; forms filled in anew are told what exists each time.
    assert registration.letters.count() == (1 if key else 20)


def test_forms_of_one_address_for_many_trainings_make_one_account():
    trainings = [make_open_training(f"Training {i}") for i in range(10)]
    form = {"email": "zebo@example.org", "described": {"name": "Zebo"}, "language": "en"}
    assert race(*(partial(services.submit, training, **form) for training in trainings)) == {
        "done": 10
    }
    assert (Registration.objects.count(), User.objects.count()) == (10, 1)


def test_one_person_may_prove_registrations_for_many_trainings_at_once():
    volunteer = make_volunteer()
    trainings = [make_open_training(f"T {i}", deciding="first_come") for i in range(10)]
    everything = [make_registration(one, volunteer, state="submitted") for one in trainings]
    assert race(*(partial(services.confirm, one) for one in everything)) == {"done": 10}
    assert Registration.objects.seated().count() == 10
