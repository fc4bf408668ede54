"""Nothing is left in English at the Russian desk about the people of a training."""

import pytest
from django.utils.timezone import now

from tests.languages.reading import in_english, phrases
from tests.languages.record import both
from tests.languages.registering import make_called, make_people
from tests.volunteers.desk.deciding import page, press
from tests.volunteers.factories import make_open_training
from volunteers import letters
from volunteers.admin.deciding import VERBS
from volunteers.models import ConsentText, Letter, LetterState, LetterWording, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """Someone in each state, at a training that has every kind of limit."""
    return make_people(make_called())


@pytest.fixture
def desk(organizer_client):
    """The desk in the browser of somebody who reads Russian."""
    organizer_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ru"
    return organizer_client


def told(answer) -> list[str]:
    assert answer.status_code == 200
    return phrases(answer.content.decode(), "ru")


def is_russian(words: list[str], english) -> None:
    assert in_english(words, english) == []
    assert [one for one in words if ".." in one] == []  # «г.» at the end of a sentence


@pytest.mark.parametrize("state", ["", *State.values])
def test_the_decision_page_is_in_russian(desk, people, english, state):
    refused = "&".join(f"refused={one.pk}" for one in people)
    words = told(desk.get(f"{page(people[0].training)}?state={state}&{refused}"))
    words += told(desk.get(f"{page(people[0].training)}?state={state}&q=Ъ"))
    is_russian(words, english)


@pytest.mark.parametrize("verb", VERBS)
def test_decisions_are_announced_and_told_in_russian(desk, people, english, verb):
    address = page(people[0].training).replace("decide", "act")
    words = told(desk.post(address, {"verb": verb, "chosen": [one.pk for one in people]}))
    words += told(press(desk, verb, *people))
    is_russian(words, english)


def test_what_can_not_be_done_is_said_in_russian(desk, people, english):
    type(people[0].training).objects.update(capacity=0)
    refused = [one for one in people if one.state in ("confirmed", "waitlisted", "submitted")]
    address = page(people[0].training)
    words = told(press(desk, "approve", *refused)) + told(press(desk, "look_again", *refused))
    for last in ("act", "note", "promote"):
        words += told(desk.post(address.replace("decide", last), {}, follow=True))
    typed = {"chosen": people[0].pk, "text": "Была у родника."}
    words += told(desk.post(address.replace("decide", "note"), typed, follow=True))
    is_russian(words, english)


def test_registering_somebody_else_is_in_russian(desk, people, english):
    address = page(people[0].training).replace("decide", "register")
    typed = {"name": "Анна", "email": "anna@example.org", "country": "TJ", "category": "national"}
    words = told(desk.get(address)) + told(desk.post(address, {}))
    for _twice in range(2):
        words += told(desk.post(address, {**typed, "language": "ru"}, follow=True))
    is_russian(words, english)


def test_the_pages_of_people_and_of_their_training_are_in_russian(desk, people, english):
    training = people[0].training
    other = make_open_training(both("Wells", "Колодцы"))
    type(training).objects.update(capacity=0)
    addresses = [
        *(f"volunteers/registration/{one.pk}/change/" for one in people),
        f"volunteers/volunteer/{people[0].volunteer_id}/change/",
        *(f"volunteers/{name}/" for name in ("registration", "volunteer", "consenttext")),
        *(f"volunteers/consenttext/{one.pk}/change/" for one in ConsentText.objects.all()),
        f"trainings/training/{training.pk}/change/",
        f"trainings/training/{training.pk}/copy-questions/",
        f"trainings/training/{other.pk}/copy-questions/",
        "trainings/training/",
        "",
    ]
    words = [phrase for address in addresses for phrase in told(desk.get(f"/admin/{address}"))]
    is_russian(words, english)


def test_the_outbox_is_in_russian(desk, people, english):
    for one in people[:4]:
        letters.known(one)
    given_up, sent, tried, _waits = written = list(Letter.objects.all())
    given_up.state, sent.state, sent.sent_at = LetterState.GIVEN_UP, LetterState.SENT, now()
    given_up.tries = tried.tries = 2
    Letter.objects.bulk_update(written, ["state", "sent_at", "tries"])
    address = "/admin/volunteers/letter/"
    words = told(desk.get(address)) + told(desk.get("/admin/"))
    for one in written:
        words += told(desk.get(f"{address}{one.pk}/change/"))
        words += told(desk.post(f"{address}{one.pk}/again/", follow=True))
    is_russian(words, english)


def test_the_words_of_letters_are_changed_in_russian(desk, people, english):
    training = people[0].training
    address, asked = "/admin/volunteers/letterwording/", f"training={training.pk}&kind=confirm"
    typed = {"subject": "Письмо", "body": "{link} {nmae}"}
    words = told(desk.get(address)) + told(desk.get(f"{address}add/"))
    for language in ("ru", "kk"):
        here = f"{asked}&language={language}"
        words += told(desk.get(f"{address}add/?{here}"))
        words += told(desk.post(f"{address}add/?{here}", typed))
        words += told(desk.post(f"{address}preview/?{here}", typed))
    LetterWording.objects.create(
        training=training, kind="confirm", language="ru", subject="Письмо", body="{link}"
    )
    is_russian(words + told(desk.get(address)), english)
