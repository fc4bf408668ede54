"""Nothing is left in English on the Russian pages of registering, nor in the letters."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as site
from django.test import Client
from django.utils import translation
from django.utils.timezone import now

from tests.factories import make_training
from tests.languages.reading import in_english, latin, phrases
from tests.languages.record import both
from tests.languages.registering import make_called, make_one, make_people
from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.form.sending import filled
from trainings import wording
from volunteers import letters, links
from volunteers.models import Letter, LetterKind, State

pytestmark = pytest.mark.django_db

FORM = "/ru/trainings/springs/register/"


def told(answer) -> list[str]:
    return phrases(answer.content.decode(), "ru")


def said(client, *addresses) -> list[str]:
    """What the pages at `addresses` say, which have to be there."""
    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200] * len(addresses)
    return [phrase for answer in answers for phrase in told(answer)]


def typed(**changes) -> dict:
    return filled(**{"motivation": "Хочу беречь воду.", **changes})


def is_russian(words: list[str], english) -> None:
    assert in_english(words, english) == []
    assert latin(words) == set()
    assert [one for one in words if ".." in one] == []  # «г.» at the end of a sentence


def signed_in(registration) -> Client:
    client = Client()
    client.force_login(registration.volunteer.user, "volunteers.signing_in.MailedCode")
    return client


def link_of(registration) -> str:
    return links.confirm_url(registration).removeprefix("http://127.0.0.1:8000")


def test_the_form_is_in_russian(client, english):
    make_called()
    is_russian(said(client, "/ru/trainings/springs/", FORM), english)


def test_what_there_is_to_mend_is_said_in_russian(client, english):
    make_called()
    wrong = {"name": "12", "email": "x", "country": "ZZ", "birth_year": "1", "phone": "?"}
    for sent in ({}, typed(**wrong), typed(stamp="", website="я"), typed(question_1="")):
        answer = client.post(FORM, sent)
        assert answer.status_code == 422
        is_russian(told(answer), english)


def test_things_to_mend_are_counted_as_russian_counts(client):
    make_open_training(slug="springs")
    answers = [client.post(FORM, typed(name="1", **more)) for more in ({}, {"email": "x"})]
    titles = [one for answer in answers for one in told(answer) if "Нужно" in one]
    assert titles == ["Нужно поправить 1 пункт", "Нужно поправить 2 пункта"]


@pytest.mark.parametrize(
    "values",
    [
        *({"lifecycle": stage} for stage in ("cancelled", "closed", "held", "planned")),
        {"registration_opens_at": timedelta(days=2)},
        {"registration_closes_at": -timedelta(days=2)},
        {"capacity": 0},
        {"capacity": 0, "has_waiting_list": False},
        {"deciding": "first_come"},
    ],
)
def test_pages_in_place_of_the_form_are_in_russian(client, english, values):
    at = {key: now() + it for key, it in values.items() if isinstance(it, timedelta)}
    training = make_open_training(both("Springs", "Родники"), slug="springs", **values | at)
    is_russian(said(client, "/ru/trainings/springs/", FORM), english)
    if training.lifecycle == "closed":
        is_russian(told(client.post(FORM, typed())), english)


def test_the_page_after_the_form_is_in_russian(client, english):
    make_called()
    client.post(FORM, typed())
    is_russian(said(client, f"{FORM}sent/"), english)


def test_pages_of_the_mailed_link_are_in_russian(client, english):
    people = make_people(make_called())
    own = people[0]
    nominated = make_registration(own.training, state="submitted", name="Анна", language="ru")
    nominated.nominated_by = nominated.volunteer.user
    nominated.save()
    words = said(client, link_of(own), link_of(nominated), link_of(people[1]))
    words += told(client.post(link_of(nominated)))
    words += told(client.get("/ru/confirm/xyz/"))
    words += told(client.get(link_of(people[-1])))
    with time_machine.travel(now() + timedelta(days=8)):
        words += told(client.get(link_of(own)))
    is_russian(words, english)


@pytest.mark.parametrize("state", State)
def test_own_pages_are_in_russian(english, state):
    own = make_one(make_called(), state, "Зебо")
    client, address = signed_in(own), f"/ru/me/registrations/{own.code}/"
    words = said(client, "/ru/me/", address)
    for page in ("change/", "cancel/"):
        words += told(client.get(address + page, follow=True))
    for page in ("change/", "come-back/", "consents/", "cancel/"):
        words += told(client.post(address + page, {"kind": "listed"}, follow=True))
    is_russian(words, english)


def test_pages_of_the_person_are_in_russian(english):
    client = signed_in(make_one(make_called(), "approved", "Зебо"))
    words = said(client, "/ru/me/profile/", "/ru/me/delete/")
    words += told(client.post("/ru/me/profile/", {}))
    words += told(client.post("/ru/me/delete/", {}))
    words += told(client.post("/ru/me/delete/", {"sure": "on"}, follow=True))
    themselves = {wording.own_language_name(code) for code, _name in site.LANGUAGES}
    is_russian([one for one in words if one not in themselves], english)


def test_past_trainings_are_in_russian_too(english):
    training = make_called()
    own = make_one(training, "waitlisted", "Зебо")
    type(training).objects.update(lifecycle="held")
    address = f"/ru/me/registrations/{own.code}/"
    is_russian(said(signed_in(own), "/ru/me/", address), english)


def test_signing_in_is_in_russian(client, english):
    address = "/ru/me/sign-in/"
    words = said(client, address)
    words += told(client.get("/ru/me/", follow=True))
    words += told(client.post(address, {"email": "x"}))
    words += told(client.post(address, {"email": "zebo@example.org"}, follow=True))
    words += told(client.post(f"{address}code/", {"code": "1"}))
    words += told(client.get("/ru/me/registrations/AAAAAAAAAAAAAAAA/"))
    is_russian(words, english)


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind != "message"])
def test_letters_are_in_russian(client, settings, english, kind):
    settings.DEMO = True
    own = make_one(make_called(), "waitlisted", "Зебо")
    match kind:
        case "code":
            letters.code(own.volunteer.user, "8261-5530", language="ru")
        case "security":
            letters.security(own.volunteer.user, "Ключ убран.", language="ru")
        case "changed":
            letters.changed(own, changes="Страна: Кыргызстан")
        case "cancelled" | "declined":
            getattr(letters, kind)(own, reason="Так решено.")
        case _:
            getattr(letters, kind)(own)
    letter = Letter.objects.get(kind=kind)
    is_russian([letter.subject, *letter.text.splitlines()], english)
    is_russian(phrases(letter.html, "ru"), english)
    is_russian(said(client, "/ru/demo/letters/", f"/ru/demo/letters/{letter.pk}/"), english)


def test_the_empty_mailbox_of_the_demo_is_in_russian(client, settings, english):
    settings.DEMO = True
    is_russian(said(client, "/ru/demo/letters/"), english)


def test_what_an_organizer_changed_is_told_in_russian():
    from volunteers.services.changes import change
    from volunteers.services.seats import ALL

    own = make_one(make_called(), "confirmed", "Зебо")
    with translation.override("en"):
        change(own, {"languages": ["ru"], "birth_year": None, "sex": ""}, tell=True, world=ALL)
    letter = Letter.objects.get(kind="changed")
    assert "Языки общения: русский (раньше: таджикский)" in letter.text
    assert "Год рождения: – (раньше: 1998)" in letter.text


def test_a_training_without_registration_says_so_in_russian(client, english):
    make_training(both("Springs", "Родники"), slug="springs")
    is_russian(said(client, FORM), english)
