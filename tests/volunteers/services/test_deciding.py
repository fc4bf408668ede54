"""What an organizer decides, what the volunteer takes back, and who gets the seat then."""

import pytest
from django.contrib.auth.models import Permission

from tests.factories import make_account
from tests.volunteers.factories import make_open_training, make_quota, make_registration
from tests.volunteers.services.reading import letters, state, steps
from trainings.services.refusal import NotAllowed
from volunteers.models import Registration, State
from volunteers.services import registration as services

pytestmark = pytest.mark.django_db


def test_an_approval_is_written_down_and_told(organizer):
    registration = services.approve(make_registration(), by=organizer)
    assert (registration.state, letters(registration)) == ("approved", ["approved"])
    move = registration.moves.get()
    assert (move.by, move.actor, move.override_reason) == (organizer, "organizer", "")
    assert registration.decided_at


def test_an_approval_beyond_the_capacity_names_it(organizer):
    training = make_open_training(capacity=1)
    make_registration(training, state="approved")
    late = make_registration(training)
    with pytest.raises(NotAllowed, match=r"^All seats are taken \(1 of 1\)\.$"):
        services.approve(late, by=organizer)
    assert (state(late), letters(late), steps(late)) == ("confirmed", [], [])


def test_without_a_capacity_there_is_always_room(organizer):
    training = make_open_training(capacity=None)
    for _each in range(3):
        services.approve(make_registration(training), by=organizer)
    assert Registration.objects.seated().count() == 3


def test_going_beyond_a_limit_needs_a_permission():
    training = make_open_training(capacity=0)
    desk = make_account("desk@example.org", is_staff=True)
    with pytest.raises(NotAllowed, match="needs a permission"):
        services.approve(make_registration(training), by=desk, override_reason="My cousin.")
    desk.user_permissions.add(Permission.objects.get(codename="override_seats"))
    desk = type(desk).objects.get(pk=desk.pk)
    approved = services.approve(make_registration(training), by=desk, override_reason=" A guide. ")
    assert approved.moves.get().override_reason == "A guide."


def test_a_reason_of_spaces_is_none(organizer):
    training = make_open_training(capacity=0)
    with pytest.raises(NotAllowed, match="All seats are taken"):
        services.approve(make_registration(training), by=organizer, override_reason="  ")


def test_a_reason_that_was_not_needed_is_not_kept(organizer):
    approved = services.approve(make_registration(), by=organizer, override_reason="To be sure.")
    assert approved.moves.get().override_reason == ""


def test_who_waited_is_told_of_a_free_seat(organizer):
    approved = services.approve(make_registration(state="waitlisted"), by=organizer)
    assert (letters(approved), approved.waitlisted_at) == (["seat_free"], None)


def test_an_old_page_approves_nobody_twice(organizer):
    registration = make_registration()
    services.approve(registration, by=organizer)
    with pytest.raises(NotAllowed, match="Reload the page first"):
        services.approve(registration, by=organizer)
    assert letters(registration) == ["approved"]


def test_the_waiting_list_grows_at_its_end(organizer):
    training = make_open_training()
    first = services.waitlist(make_registration(training), by=organizer)
    second = services.waitlist(make_registration(training), by=organizer)
    assert list(Registration.objects.waiting()) == [first, second]
    assert letters(second) == ["waitlisted"]


def test_a_seat_taken_back_goes_to_the_next_and_not_to_the_same(organizer):
    training = make_open_training(capacity=1)
    seated = make_registration(training, state="approved")
    next_one = make_registration(training, state="waitlisted")
    services.waitlist(seated, by=organizer)
    assert (state(seated), state(next_one)) == ("waitlisted", "approved")


def test_a_seat_taken_back_stays_free_when_nobody_else_waits(organizer):
    seated = make_registration(make_open_training(capacity=1), state="approved")
    services.waitlist(seated, by=organizer)
    assert state(seated) == "waitlisted"


def test_a_refusal_tells_its_reason(organizer):
    declined = services.decline(make_registration(), by=organizer, reason=" Too far away. ")
    assert (declined.state, declined.moves.get().reason) == ("declined", "Too far away.")
    assert "Too far away." in declined.letters.get().text


def test_a_cancelled_seat_goes_to_the_first_in_line():
    training = make_open_training(capacity=1)
    leaving = make_registration(training, state="approved")
    first = make_registration(training, state="waitlisted")
    second = make_registration(training, state="waitlisted")
    services.cancel(leaving)
    assert [state(one) for one in (leaving, first, second)] == [
        "cancelled",
        "approved",
        "waitlisted",
    ]
    assert (letters(leaving), letters(first)) == (["cancelled"], ["seat_free"])
    assert steps(first) == [("waitlisted", "approved", "rule")]


def test_a_place_in_the_line_that_is_given_up_frees_no_seat():
    training = make_open_training(capacity=1)
    leaving = make_registration(training, state="waitlisted")
    waiting = make_registration(training, state="waitlisted")
    services.cancel(leaving)
    assert state(waiting) == "waitlisted"


def test_where_a_click_promotes_the_seat_waits_for_it(organizer):
    training = make_open_training(capacity=1, promotion="click")
    leaving = make_registration(training, state="approved")
    waiting = make_registration(training, state="waitlisted")
    services.cancel(leaving)
    assert state(waiting) == "waitlisted"
    assert services.promote(training, by=organizer) == [waiting]
    assert (state(waiting), waiting.moves.get().by) == ("approved", organizer)
    assert services.promote(training, by=organizer) == []


def test_the_click_fills_every_free_seat_within_the_quotas(organizer):
    training = make_open_training(capacity=3, promotion="click")
    make_quota(training, "TJ", maximum=1)
    line = [
        make_registration(training, state="waitlisted", country=code)
        for code in ("TJ", "TJ", "KG", "KZ", "UZ")
    ]
    services.promote(training, by=organizer)
    assert [state(one) for one in line] == [
        "approved",
        "waitlisted",
        "approved",
        "approved",
        "waitlisted",
    ]


@pytest.mark.parametrize("stage", ["held", "cancelled"])
def test_no_seat_of_a_training_that_is_over_is_given_on(organizer, stage):
    training = make_open_training(capacity=1)
    leaving = make_registration(training, state="approved")
    waiting = make_registration(training, state="waitlisted")
    type(training).objects.update(lifecycle=stage)
    services.cancel(leaving, by=organizer)
    assert (state(leaving), state(waiting)) == ("cancelled", "waitlisted")


def test_after_the_training_a_volunteer_can_not_cancel():
    registration = make_registration(make_open_training(lifecycle="held"), state="approved")
    with pytest.raises(NotAllowed, match="nothing to cancel"):
        services.cancel(registration)
    assert state(registration) == "approved"


def test_who_comes_back_is_decided_about_again():
    registration = services.cancel(make_registration())
    assert services.come_back(registration).state == "confirmed"
    assert letters(registration) == ["cancelled", "received"]


def test_who_comes_back_first_come_gets_a_free_seat_but_no_longer_the_old_one():
    training = make_open_training(capacity=1, deciding="first_come")
    leaving = make_registration(training, state="approved")
    make_registration(training, state="waitlisted")
    services.cancel(leaving)
    assert services.come_back(leaving).state == "waitlisted"


def test_it_is_too_late_to_come_back_when_registration_has_closed():
    training = make_open_training()
    registration = services.cancel(make_registration(training))
    type(training).objects.update(lifecycle="closed")
    with pytest.raises(NotAllowed, match="too late to come back"):
        services.come_back(registration)


def test_nobody_comes_back_to_a_full_training_without_a_waiting_list():
    training = make_open_training(capacity=1, has_waiting_list=False)
    registration = services.cancel(make_registration(training))
    make_registration(training, state="approved")
    with pytest.raises(NotAllowed, match="no waiting list"):
        services.come_back(registration)


@pytest.mark.parametrize("before", [one for one in State if one != State.CANCELLED])
def test_only_a_cancelled_registration_comes_back(before):
    registration = make_registration(state=before)
    with pytest.raises(NotAllowed, match="Only a registration that was cancelled"):
        services.come_back(registration)


def test_whom_an_organizer_cancelled_has_to_ask_the_organizers(organizer):
    training = make_open_training(deciding="first_come")
    registration = services.cancel(make_registration(training, state="approved"), by=organizer)
    with pytest.raises(NotAllowed, match="Write to the organizers"):
        services.come_back(registration)
    assert state(registration) == "cancelled"


def test_a_refusal_may_be_looked_at_again(organizer):
    again = services.look_again(make_registration(state="declined"), by=organizer)
    assert (again.state, letters(again), again.decided_at) == ("confirmed", [], None)


def test_an_organizer_can_not_prove_an_address(organizer):
    registration = make_registration(state="submitted")
    with pytest.raises(NotAllowed, match="not proven yet"):
        services.look_again(registration, by=organizer)


def test_what_someone_edits_meanwhile_is_not_overwritten_by_a_decision(organizer):
    registration = make_registration(phone="1")
    Registration.objects.update(phone="2")
    services.walk(registration, State.APPROVED, actor="organizer", by=organizer)
    registration.refresh_from_db()
    assert (registration.state, registration.phone) == ("approved", "2")
