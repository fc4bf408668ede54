"""Whether someone completed, with the sum in words, and an organizer's word against it."""

import pytest

from tests.factories import make_account
from tests.volunteers.factories import make_attendance, make_registration
from trainings.services.refusal import NotAllowed
from volunteers.models import Registration
from volunteers.services.completion import (
    Sum,
    completion_of,
    override,
    take_override_back,
)


def test_four_of_five_are_eighty_per_cent():
    four = Sum(4, 5, 80)
    assert (four.has_completed, four.in_words) == (True, "4 of 5 days, 80%: completed")


@pytest.mark.parametrize(("attended", "held", "share"), [(7, 10, 70), (29, 50, 58), (57, 100, 57)])
def test_a_share_that_a_float_would_miss_is_enough(attended, held, share):
    assert Sum(attended, held, share).has_completed is True


def test_a_day_too_few_is_not_completed_and_says_what_was_asked():
    three = Sum(3, 5, 80)
    assert three.has_completed is False
    assert three.in_words == "3 of 5 days, 60%: not completed, for 80% are asked"


def test_a_share_is_never_rounded_up_to_what_was_asked():
    assert "79%: not completed" in Sum(199, 250, 80).in_words


def test_while_the_training_runs_nobody_has_missed_too_much():
    one = Sum(1, 5, 80, is_over=False)
    assert (one.has_completed, one.in_words) == (None, "1 of 5 days so far; 80% are asked")


def test_what_is_not_known_is_said_so():
    no_days, nobody = Sum(2, None, 80), Sum(None, 5, 80)
    assert (no_days.has_completed, nobody.has_completed) == (None, None)
    assert no_days.in_words == "Days attended: 2. How many there were is not known."
    assert nobody.in_words == "No attendance was taken, so it is not known who completed."


def test_the_sum_is_that_of_the_database(zebo):
    first = zebo.training.start_date
    make_attendance(zebo, first)
    assert completion_of(zebo) == Sum(1, 5, 80, is_over=False)


def test_an_organizer_may_say_otherwise_with_a_reason(zebo, organizer):
    make_attendance(zebo, zebo.training.start_date)
    override(zebo, completed=True, reason=" She taught the rest. ", by=organizer)
    said = completion_of(zebo).said
    assert (said.completed, said.reason, said.by) == (True, "She taught the rest.", organizer)
    assert list(Registration.objects.completed()) == [zebo]
    take_override_back(zebo, by=organizer)
    assert completion_of(zebo).has_completed is None


def test_saying_it_anew_takes_the_place_of_what_was_said(zebo, organizer):
    override(zebo, completed=True, reason="One.", by=organizer)
    override(zebo, completed=False, reason="Two.", by=organizer)
    assert completion_of(zebo).has_completed is False


@pytest.mark.parametrize(
    ("reason", "may", "state", "told"),
    [
        (" ", True, "approved", "Write the reason"),
        ("Ill.", False, "approved", "a permission that your account lacks"),
        ("Ill.", True, "declined", "has no seat in this training"),
    ],
)
def test_it_needs_a_reason_a_permission_and_a_seat(training, reason, may, state, told):
    by = make_account(is_staff=True, is_superuser=may)
    row = make_registration(training, state=state)
    with pytest.raises(NotAllowed, match=told):
        override(row, completed=True, reason=reason, by=by)
