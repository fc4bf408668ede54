"""A form is taken in once, and only where the training takes forms."""

import datetime as dt

import pytest

from tests.factories import make_account, make_country
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_registration,
    make_volunteer,
)
from tests.volunteers.services.reading import letters, state, steps
from trainings.services.refusal import NotAllowed
from volunteers.models import Answer, Needs, Registration, User, Volunteer
from volunteers.services import registration as services

pytestmark = pytest.mark.django_db


def test_a_form_waits_for_its_address_to_be_proven(send):
    registration, is_new = send(make_open_training(), motivation="Our spring is muddy.")
    assert (is_new, registration.state, registration.email) == (
        True,
        "submitted",
        "zebo@example.org",
    )
    assert Registration.objects.get().motivation == "Our spring is muddy."
    assert steps(registration) == [("", "submitted", "volunteer")]
    assert letters(registration) == ["confirm"]


def test_what_was_given_is_kept_as_given(send):
    described = {
        "name": "Ўғилой",
        "native_name": "Ўғилой Ё.",
        "country": make_country("UZ"),
        "nationality": make_country("TJ"),
        "category": "online",
        "birth_year_withheld": True,
        "languages": ["uz", "tg"],
    }
    send(make_open_training(), described=described, language="uz")
    row = Registration.objects.get()
    assert {column: getattr(row, column) for column in described} == described
    assert row.language == "uz"


def test_an_account_and_a_volunteer_are_made_without_a_name_or_a_password(send):
    send(make_open_training())
    user = User.objects.get()
    assert (user.name, user.has_usable_password(), user.volunteer.name) == ("", False, "")


def test_an_address_in_other_letters_is_the_same_person(send):
    first, _new = send(make_open_training("One"), "Zebo@Example.org")
    second, _new = send(make_open_training("Two"), "zebo@EXAMPLE.ORG")
    assert first.volunteer == second.volunteer
    assert User.objects.count() == Volunteer.objects.count() == 1


def test_a_known_address_changes_nothing_and_is_told(send):
    training = make_open_training()
    first, _new = send(training, name="Zebo")
    services.confirm(first)
    again, is_new = send(training, name="Somebody Else", form_key="another form")
    assert (again, is_new) == (first, False)
    assert state(first) == "confirmed"
    assert first.name == "Zebo"
    assert letters(first) == ["confirm", "received", "known"]


def test_a_double_click_sends_one_letter(send):
    training = make_open_training()
    first, _new = send(training, form_key="the key of the form")
    second, is_new = send(training, form_key="the key of the form")
    assert (second, is_new) == (first, False)
    assert letters(first) == ["confirm"]


def test_a_form_sent_again_with_the_address_mended_is_another_persons(send):
    training = make_open_training()
    send(training, "zbo@example.org", form_key="the key of the form")
    mended, is_new = send(training, "zebo@example.org", form_key="the key of the form")
    assert (is_new, mended.email, letters(mended)) == (True, "zebo@example.org", ["confirm"])


def test_one_who_is_signed_in_needs_no_letter_to_prove_the_address(send):
    registration, is_new = send(make_open_training(), proven=True)
    assert (is_new, registration.state) == (True, "confirmed")
    assert letters(registration) == ["received"]
    assert steps(registration) == [
        ("", "submitted", "volunteer"),
        ("submitted", "confirmed", "volunteer"),
    ]


def test_a_nominated_person_is_asked_by_letter(send, organizer):
    training = make_open_training()
    registration, _new = send(training, nominated_by=organizer, nominating_office="Almaty office")
    assert registration.moves.get().by == organizer
    assert steps(registration) == [("", "submitted", "organizer")]
    assert letters(registration) == ["nominated"]
    assert (registration.nominating_office, registration.state) == ("Almaty office", "submitted")


def test_an_office_may_name_people_after_registration_has_closed(send, organizer):
    training = make_open_training(lifecycle="closed")
    with pytest.raises(NotAllowed, match="does not take registrations now"):
        send(training)
    _registration, is_new = send(training, nominated_by=organizer)
    assert is_new


@pytest.mark.parametrize("stage", ["held", "cancelled"])
def test_nobody_is_named_for_a_training_that_is_over_or_cancelled(send, organizer, stage):
    training = make_open_training(lifecycle=stage)
    with pytest.raises(NotAllowed, match="does not take registrations now"):
        send(training, nominated_by=organizer)
    assert not User.objects.exclude(pk=organizer.pk).exists()


def test_a_dropped_form_begins_anew_and_forgets_what_was_never_proven(send, consent):
    training = make_open_training()
    question = make_question(training)
    first, _new = send(
        training,
        name="Whoever",
        consents=consent.values(),
        needs={"diet": "no fish"},
        answer=lambda row: Answer.objects.create(registration=row, question=question, text="old"),
    )
    services.walk(first, "dropped", actor="rule")
    again, is_new = send(training, name="Zebo", form_key="later", consents=[consent["data"]])
    assert (is_new, again, again.state, again.name) == (True, first, "submitted", "Zebo")
    assert [one.text.kind for one in again.consents.filter(withdrawn_at=None)] == ["data"]
    assert (again.answers.count(), Needs.objects.count()) == (0, 0)
    assert steps(again)[-1] == ("dropped", "submitted", "volunteer")
    assert letters(again) == ["confirm", "confirm"]


def test_what_goes_wrong_in_an_answer_leaves_nothing_half_saved(send):
    def fail(registration):
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        send(make_open_training(), answer=fail)
    assert (Registration.objects.count(), User.objects.count()) == (0, 0)


def test_needs_lie_apart_until_a_month_after_the_training(send):
    last = dt.date(2099, 4, 23)
    training = make_open_training(
        date_precision="days", start_date=dt.date(2099, 4, 22), end_date=last
    )
    registration, _new = send(training, needs={"diet": "no meat", "visa": ""})
    needs = Needs.objects.get()
    assert (needs.registration, needs.diet) == (registration, "no meat")
    assert needs.purge_after == last + dt.timedelta(days=30)


def test_needs_are_kept_for_a_year_where_the_training_has_no_day(send, time_machine):
    time_machine.move_to("2026-11-25T10:00Z")
    send(make_open_training(), needs={"access": "a ramp"})
    assert Needs.objects.get().purge_after == dt.date(2027, 11, 25)


def test_no_needs_are_no_row(send):
    send(make_open_training(), needs={"diet": "", "visa": ""})
    assert Needs.objects.count() == 0


def test_an_organizers_own_account_keeps_its_name(send):
    make_account("aigerim@example.org", name="Aigerim", is_staff=True)
    registration, _new = send(make_open_training(), "aigerim@example.org", name="A Joke")
    services.confirm(registration)
    assert User.objects.get().name == "Aigerim"


def test_a_form_of_someone_who_came_before_does_not_change_the_profile_yet(send):
    volunteer = make_volunteer("zebo@example.org", name="Zebo", phone="+992 1")
    make_registration(make_open_training("Before"), volunteer)
    send(make_open_training("Now"), name="Somebody Else")
    volunteer.refresh_from_db()
    assert (volunteer.name, volunteer.phone) == ("Zebo", "+992 1")
