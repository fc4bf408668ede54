"""A message reaches those to whom all that was asked applies, and nobody else."""

import pytest

from tests.volunteers.factories import (
    make_attendance,
    make_question,
    make_registration,
    make_volunteer,
)
from tests.volunteers.writing.writing import make_message, names
from volunteers.models import Answer, Registration
from volunteers.services.privacy import erase
from volunteers.writing.groups import Group


@pytest.fixture
def others(training, people):
    """One in each of the other states, of whom two never proved the address."""
    states = ["submitted", "confirmed", "waitlisted", "declined", "cancelled", "dropped"]
    return [
        make_registration(training, make_volunteer(name=state), state=state, category="online")
        for state in states
    ]


def test_without_anything_asked_it_is_everyone_whose_address_is_proven(training, others, organizer):
    message = make_message(training, organizer)
    asked = {"Zebo", "Dana", "Timur", "confirmed", "waitlisted", "declined", "cancelled"}
    assert set(names(message)) == asked


def test_several_parts_all_apply(training, others, organizer):
    states = ("approved", "waitlisted")
    assert names(make_message(training, organizer, states=states, countries=("KZ",))) == [
        "Dana",
        "Timur",
    ]
    said = Group(states=states, countries=("KZ", "unknown"), categories=("online",)).in_words()
    assert said == [
        ("state", "approved and on the waiting list"),
        ("country", "Kazakhstan and not stated"),
        ("category", "online volunteer"),
    ]
    online = make_message(training, organizer, states=states, categories=("online",))
    assert names(online) == ["waitlisted"]


def test_an_unknown_country_can_be_asked_for(training, people, organizer):
    Registration.objects.filter(name="Zebo").update(country=None)
    assert names(make_message(training, organizer, countries=("unknown",))) == ["Zebo"]


@pytest.mark.parametrize(("step", "who"), [("attended", ["Zebo"]), ("absent", ["Dana", "Timur"])])
def test_attendance_is_asked_for(training, people, organizer, step, who):
    make_attendance(people[0], "2030-05-06")
    assert names(make_message(training, organizer, step=step)) == who


def test_an_answer_is_asked_for(training, people, organizer):
    question = make_question(training, "By bus?", kind="choices", options=["Yes", "No"])
    yes, no = question.options.all()
    for person, chosen in ((people[0], [yes, no]), (people[1], [no])):
        Answer.objects.create(registration=person, question=question).options.set(chosen)
    message = make_message(training, organizer, option=yes.pk)
    assert names(message) == ["Zebo"]
    assert Group.from_column(message.group).in_words() == [("what was answered", "By bus? Yes")]
    assert names(make_message(training, organizer, option=no.pk)) == ["Zebo", "Dana"]


def test_people_of_another_training_are_not_reached(training, people, organizer):
    make_registration(state="approved")
    assert len(names(make_message(training, organizer))) == 3


def test_a_coordinator_reaches_the_own_countries_only(training, people, coordinator):
    assert names(make_message(training, coordinator)) == ["Zebo"]
    assert names(make_message(training, coordinator, countries=("KZ",))) == []


def test_whoever_was_erased_is_not_reached(training, people, organizer):
    erase(people[0].volunteer.user)
    assert names(make_message(training, organizer)) == ["Dana", "Timur"]


def test_an_answer_that_is_not_asked_any_more_reaches_nobody(training, people, organizer):
    question = make_question(training, "By bus?", kind="choice", options=["Yes"])
    option = question.options.get()
    message = make_message(training, organizer, option=option.pk)
    option.delete()
    assert names(message) == []
    assert "not asked any more" in Group.from_column(message.group).in_words()[0][1]
