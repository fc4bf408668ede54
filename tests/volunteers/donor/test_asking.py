"""The six questions about difficulties: asked where a training wants it, and kept apart."""

import datetime as dt

import pytest
from django.test import Client

from tests.pages.page import read
from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.form.sending import address_of, errors, send, value_of
from volunteers.models import Functioning, Outcome, Registration
from volunteers.models.functioning import QUESTIONS, outcome_of
from volunteers.services import due, privacy

pytestmark = pytest.mark.django_db

# As https://www.washingtongroup-disability.com publishes them, in its order.
ASKED = [
    "Do you have difficulty seeing, even if wearing glasses?",
    "Do you have difficulty hearing, even if using a hearing aid?",
    "Do you have difficulty walking or climbing steps?",
    "Do you have difficulty remembering or concentrating?",
    "Do you have difficulty with self-care, such as washing all over or dressing?",
    (
        "Using your usual language, do you have difficulty communicating, for example "
        "understanding or being understood?"
    ),
]
ANSWERS = [
    "No difficulty",
    "Some difficulty",
    "A lot of difficulty",
    "Cannot do at all",
    "prefer not to say",
]
NOTHING = dict.fromkeys(QUESTIONS, "none")


@pytest.fixture
def training(db):
    return make_open_training(
        asks=["functioning"],
        date_precision="days",
        start_date=dt.date(2031, 4, 1),
        end_date=dt.date(2031, 4, 3),
    )


def given(client, training, **answers) -> tuple:
    """What the six answers sent with a form came to, and when they are deleted."""
    send(client, training, **answers)
    row = Functioning.objects.get()
    return row.outcome, row.purge_after


def test_the_questions_stand_there_in_their_words_and_order(client, training):
    page = read(client, address_of(training))
    legends = page.lines('.//fieldset[@id="part-functioning"]//legend')
    assert [line.removesuffix(" optional") for line in legends[1:]] == ASKED
    assert page.lines('.//fieldset[@id="part-functioning"]//label')[:5] == ANSWERS
    assert "disab" not in page.section("part-functioning").lower()


def test_a_training_that_does_not_want_them_asks_none(client):
    training = make_open_training(asks=["travel"])
    assert "Do you have difficulty" not in read(client, address_of(training)).text
    send(client, training, seeing="cannot")
    assert Registration.objects.count() == 1
    assert not Functioning.objects.exists()


def test_a_lot_of_difficulty_in_one_is_enough(client, training):
    answers = {**NOTHING, "hearing": "a_lot"}
    assert given(client, training, **answers) == ("yes", dt.date(2031, 5, 3))


def test_all_six_answered_without_is_no(client, training):
    assert given(client, training, **{**NOTHING, "seeing": "some"})[0] == "no"


def test_leaving_all_open_is_an_answer_that_nobody_knows(client, training):
    assert given(client, training)[0] == "unknown"


def test_withheld_is_not_unknown():
    assert outcome_of(["none", "withheld", "", "", "", ""]) == Outcome.WITHHELD
    assert outcome_of(["none", "withheld", "cannot", "", "", ""]) == Outcome.YES
    assert outcome_of(["none", "none", "none", "none", "some", ""]) == Outcome.UNKNOWN


def test_an_answer_that_is_none_is_refused_and_nothing_is_lost(client, training):
    answer = send(client, training, seeing="badly", walking="some")
    assert [line.split("? ")[1] for line in errors(answer)] == [
        "Choose one of the answers on the list."
    ]
    assert value_of(answer, "walking") == "some"
    assert not Registration.objects.exists()


def test_they_can_be_changed_on_the_own_page(training):
    row = make_registration(training)
    Functioning.objects.create(registration=row, seeing="cannot", outcome="yes")
    hers = Client()
    hers.force_login(row.volunteer.user, "volunteers.signing_in.MailedCode")
    assert value_of(hers.get(f"{row.get_absolute_url()}change/"), "seeing") == "cannot"
    told = {"name": "Zebo", "country": "TJ", "category": "national", "motivation": "A spring."}
    hers.post(f"{row.get_absolute_url()}change/", {**told, **NOTHING})
    assert Functioning.objects.get().outcome == "no"


def test_the_answers_go_after_the_training_and_what_they_come_to_stays(training):
    gone = {"seeing": "cannot", "outcome": "yes", "purge_after": dt.date(2020, 1, 1)}
    Functioning.objects.create(registration=make_registration(training), **gone)
    kept = {"seeing": "cannot", "outcome": "yes", "purge_after": dt.date(2031, 5, 3)}
    Functioning.objects.create(registration=make_registration(training), **kept)
    assert due.empty_functioning() == 1
    rows = Functioning.objects.order_by("pk").values_list("seeing", "outcome", "purge_after")
    assert list(rows) == [("", "yes", None), ("cannot", "yes", dt.date(2031, 5, 3))]


def test_they_are_in_the_own_file_and_go_with_the_person(training):
    row = make_registration(training)
    Functioning.objects.create(registration=row, seeing="cannot", outcome="yes")
    held = privacy.held(row.volunteer.user)["registrations"][0]["functioning"]
    assert (held["seeing"], held["hearing"], held["outcome"]) == ("cannot", "", "yes")
    privacy.erase(row.volunteer.user)
    assert not Functioning.objects.exists()
