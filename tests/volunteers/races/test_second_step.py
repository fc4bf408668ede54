"""Many try the second step of one account at the same moment."""

from functools import partial

from tests.factories import make_account
from tests.volunteers.factor.steps import code, with_app
from tests.volunteers.races.racing import race
from volunteers.models import Letter
from volunteers.services.second_factor import WRONG, recovery_codes, use_code


def test_a_code_typed_five_times_at_once_opens_the_desk_once(db):
    """Without `select_for_update` in `use_code` it opens several times on PostgreSQL."""
    account = with_app(make_account(is_staff=True))
    outcomes = race(*[partial(use_code, account, code())] * 5)
    assert outcomes == {"done": 1, str(WRONG): 4}


def test_a_recovery_code_typed_five_times_at_once_opens_the_desk_once(db):
    account = with_app(make_account(is_staff=True))
    outcomes = race(*[partial(use_code, account, recovery_codes(account)[0])] * 5)
    assert outcomes == {"done": 1, str(WRONG): 4}


def test_of_thirty_wrong_codes_at_once_at_most_five_are_looked_at(db):
    account = with_app(make_account(is_staff=True))
    outcomes = race(*[partial(use_code, account, "000000")] * 30)
    refused = "Too many wrong tries. Try again in 60 minutes."
    assert outcomes[str(WRONG)] <= 5
    assert outcomes[str(WRONG)] + outcomes[refused] == 30, outcomes
    assert Letter.objects.count() == 1, "the owner is told once"
