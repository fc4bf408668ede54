"""Download my data, and the documents of answers."""

import datetime as dt
import json

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.test import Client

from tests.factories import make_account
from tests.volunteers.factories import make_open_training, make_question, make_registration
from volunteers import letters
from volunteers.models import Answer, ConsentText, Needs, Note
from volunteers.services import registration as services
from volunteers.services.given import agree

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(registration, training):
    """The answer of Zebo's that is a document."""
    question = make_question(training, "A letter of your office", kind="file")
    answer = Answer(registration=registration, question=question)
    answer.file.save("letter.pdf", ContentFile(b"%PDF-1.7 Zebo's letter", name="letter.pdf"))
    return answer


def address_of(answer) -> str:
    return f"{answer.registration.get_absolute_url()}files/{answer.pk}/"


def held(client) -> dict:
    answer = client.get("/en/me/data.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    return json.loads(answer.content)


def test_everything_held_is_in_the_file(owner_client, registration, training, organizer):
    day = dt.date(2030, 5, 1)
    Needs.objects.create(registration=registration, diet="no meat", purge_after=day)
    agree(registration, ConsentText.objects.current().values(), "ru")
    question = make_question(training, "Which ones?", kind="choices", options=["A", "B"])
    Answer.objects.create(registration=registration, question=question).options.set(
        question.options.all()
    )
    services.decline(registration, by=organizer, reason="Please come in autumn.")
    data = held(owner_client)
    assert data["account"]["email"] == "zebo@example.org"
    assert (data["profile"]["name"], data["profile"]["country"]) == ("Zebo Qosimi", "TJ")
    (one,) = data["registrations"]
    assert (one["training"], one["state"]) == ("Volunteers for clean water", "declined")
    assert one["answers"] == [{"question": "Which ones?", "answer": "A and B"}]
    assert (one["needs"]["diet"], one["needs"]["purge_after"]) == ("no meat", "2030-05-01")
    assert {row["kind"]: row["language"] for row in one["consents"]} == {
        "data": "ru",
        "photographs": "ru",
        "listed": "ru",
    }
    assert one["consents"][0]["text"].startswith("Мои данные")
    assert [(row["to"], row["by"], row["reason"]) for row in one["steps"]] == [
        ("declined", "organizer", "Please come in autumn.")
    ]
    assert "Please come in autumn." in data["letters"][0]["text"]


def test_the_keys_are_those_that_are_documented(owner_client, document):
    Needs.objects.create(registration=document.registration, purge_after=dt.date(2030, 5, 1))
    agree(document.registration, ConsentText.objects.current().values(), "en")
    services.cancel(document.registration)
    text = (settings.BASE_DIR / "docs/personal-data.md").read_text(encoding="utf-8")
    missing = sorted(key for key in keys(held(owner_client)) if f"`{key}`" not in text)
    assert missing == []


def keys(value) -> set[str]:
    """The names of everything in a file of JSON, however deep."""
    if isinstance(value, dict):
        return set(value).union(*(keys(one) for one in value.values()))
    return set().union(*(keys(one) for one in value)) if isinstance(value, list) else set()


def test_nothing_of_others_is_in_it(owner_client, registration, training):
    make_registration(training, name="Somebody Else")
    Note.objects.create(registration=registration, text="Between colleagues.")
    written = owner_client.get("/en/me/data.json").content.decode()
    assert "Zebo Qosimi" in written
    assert "Somebody Else" not in written
    assert "Between colleagues." not in written


def test_an_address_in_other_letters_still_gets_its_letters(owner_client, zebo, registration):
    letters.received(registration)
    zebo.user.email = "ZEBO@example.org"
    zebo.user.save()
    assert len(held(owner_client)["letters"]) == 1


def test_without_a_profile_the_file_says_so(client, django_user_model):
    account = django_user_model.objects.create_user("new@example.org")
    client.force_login(account, "volunteers.signing_in.MailedCode")
    data = held(client)
    assert (data["profile"], data["registrations"]) == (None, [])


def test_a_stranger_is_asked_to_sign_in(stranger_client, registration):
    assert stranger_client.get("/en/me/data.json").url.startswith("/en/me/sign-in/")


def test_the_owner_fetches_a_document_by_the_address_in_the_file(owner_client, document):
    (said,) = held(owner_client)["registrations"][0]["answers"]
    assert said["file"] == "letter.pdf"
    assert said["download"] == f"http://127.0.0.1:8000{address_of(document)}"
    answer = owner_client.get(address_of(document))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 Zebo's letter"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_nobody_else_fetches_it(other_client, stranger_client, document):
    assert other_client.get(address_of(document)).status_code == 404
    assert stranger_client.get(address_of(document)).status_code == 404
    assert stranger_client.get(f"/media/{document.file.name}").status_code == 404


def test_staff_need_the_permission(document):
    staff = make_account("staff@example.org", is_staff=True)
    client = Client()
    client.force_login(staff)
    assert client.get(address_of(document)).status_code == 404
    staff.user_permissions.add(Permission.objects.get(codename="view_registration"))
    assert client.get(address_of(document)).status_code == 200


def test_a_document_belongs_to_one_registration(owner_client, zebo, document):
    other = make_registration(make_open_training("Another"), zebo)
    address = f"{other.get_absolute_url()}files/{document.pk}/"
    assert owner_client.get(address).status_code == 404


def test_a_document_that_is_lost_is_a_404(owner_client, document):
    document.file.storage.delete(document.file.name)
    assert owner_client.get(address_of(document)).status_code == 404


def test_an_answer_without_a_document_has_none(owner_client, registration, training):
    answer = Answer.objects.create(registration=registration, question=make_question(training))
    assert owner_client.get(address_of(answer)).status_code == 404
