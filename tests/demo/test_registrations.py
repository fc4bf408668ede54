"""Who registers in the demo: enough people, states and reasons to see what deciding looks like."""

from collections import Counter

import pytest
from django.utils.timezone import now

from trainings.models import Training
from volunteers import demo as loading
from volunteers.calls import announced
from volunteers.demo import registrations
from volunteers.models import Call, Letter, Option, Question, Registration, User
from volunteers.services.seats import position, seats_of

SLUG = "volunteers-for-clean-water"


@pytest.fixture
def training(demo):
    return Training.objects.get(slug=SLUG)


def test_some_are_decided_about_and_most_wait_for_it(training):
    assert Counter(training.registrations.values_list("state", flat=True)) == {
        "confirmed": 22,
        "approved": 14,
        "declined": 2,
        "waitlisted": 2,
        "submitted": 2,
        "cancelled": 1,
    }


def test_they_come_from_five_countries_and_all_live_at_example_org(training):
    countries = set(training.registrations.values_list("country", flat=True))
    assert countries == {"KG", "KZ", "TJ", "TM", "UZ"}
    addresses = User.objects.values_list("email", flat=True)
    assert {address.split("@")[1] for address in addresses} == {"example.org"}


def test_everyone_says_why_in_a_sentence_of_her_or_his_own(training):
    said = list(training.registrations.values_list("motivation", flat=True))
    assert len(set(said)) == len(said)
    assert [words for words in said if len(words) < 20 or words[-1] not in ".?!"] == []


def test_every_required_question_is_answered_and_no_other_is_asked(training):
    questions = list(training.questions.with_options())
    for registration in training.registrations.prefetch_related("answers"):
        asked = {
            one for one in questions if one.is_for(registration.category, registration.country)
        }
        answered = {one.question for one in registration.answers.all()}
        assert {one for one in asked if one.required} <= answered <= asked


def test_one_country_is_full_and_its_line_can_be_seen(training):
    assert seats_of(training).refusal("TM", "national") == (
        "Turkmenistan: all seats are taken (5 of 5)."
    )
    assert [position(one) for one in training.registrations.waiting()] == [1, 2]


def test_its_page_takes_registrations_and_shows_seats_by_country(training):
    call = announced(training)
    assert call.takes_forms
    assert {str(quota.country_id): left for quota, left in call.by_country} == {
        "KG": 11,
        "KZ": 8,
        "TJ": 12,
        "TM": 0,
        "UZ": 10,
    }


def test_each_step_caused_a_letter_that_waits(training):
    assert set(Letter.objects.values_list("state", flat=True)) == {"waiting"}
    for registration in training.registrations.all():
        assert registration.letters.count() == registration.moves.count()


def test_the_steps_lie_behind_us_in_their_order(training):
    for registration in training.registrations.all():
        moments = [registration.submitted_at, registration.confirmed_at, registration.decided_at]
        moments = [moment for moment in moments if moment]
        assert moments == sorted(moments)
        assert moments[-1] < now()
        assert [move.at for move in registration.moves.all()][: len(moments)] == moments


def test_the_demo_organizer_decided_and_left_notes(training):
    decided = Registration.objects.filter(state__in=["approved", "declined", "waitlisted"])
    assert {one.moves.last().by.email for one in decided} == {loading.ORGANIZER}
    assert training.registrations.exclude(notes=None).count() == 3


def test_what_is_asked_stands_in_english_and_in_russian(training):
    labels = [one.label for model in (Question, Option) for one in model.objects.all()]
    labels += [one.help for one in Question.objects.all() if one.help]
    labels += [training.call.next_steps]
    assert [label for label in labels if set(label.languages()) != {"en", "ru"}] == []


def test_nobody_is_registered_once_the_training_has_closed(training):
    training.registrations.all().delete()
    for rows in (Call.objects, training.quotas, training.questions):
        rows.all().delete()
    Training.objects.filter(slug=SLUG).update(lifecycle="held")
    for path in loading.REGISTRATIONS.glob("*.yaml"):
        registrations.load(path, User.objects.get(is_staff=True))
    assert (training.quotas.count(), training.registrations.count()) == (6, 0)
