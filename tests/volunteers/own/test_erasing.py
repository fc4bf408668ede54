"""Delete me: what is erased, what stays, and that nothing names the person any more."""

import datetime as dt
import json

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.test import Client

from tests.factories import make_account, make_country, make_training
from tests.pages.page import Page, read
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_registration,
    make_volunteer,
)
from volunteers.models import Answer, ConsentText, Letter, Needs, Note, Registration, User
from volunteers.services import privacy
from volunteers.services import registration as services
from volunteers.services.given import agree

pytestmark = pytest.mark.django_db

DELETE = "/en/me/delete/"
# What nobody but this person would have written.
TELLING = (
    *("Zulfiya", "Зулфия", "zulfiya", "Qalamova", "+992 55 555 55 55", "secret spring"),
    *("no walnuts", "told to colleagues", "told to her", "1971", "Walnut House"),
)


@pytest.fixture
def zulfiya(db):
    return make_volunteer(
        "Zulfiya@example.org",
        name="Zulfiya Qalamova",
        native_name="Зулфия",
        latin_name="Zulfiya",
        nationality=make_country("UZ"),
        phone="+992 55 555 55 55",
        birth_year=1971,
        sex="female",
        category="community",
        host_organisation="Walnut House",
        languages=["tg"],
    )


@pytest.fixture
def client_of_hers(zulfiya):
    client = Client()
    client.force_login(zulfiya.user, "volunteers.signing_in.MailedCode")
    return client


def make_traces(volunteer, organizer, *, training=None, state="confirmed") -> Registration:
    """A registration with everything that can hang on one."""
    training = training or make_open_training(capacity=1)
    row = make_registration(training, volunteer, state=state, motivation="A secret spring.")
    row.nominating_office = "Office of Zulfiya"
    row.save()
    Needs.objects.create(registration=row, diet="no walnuts", purge_after=dt.date(2030, 1, 1))
    agree(row, ConsentText.objects.current().values(), "en")
    note = Note.objects.create(registration=row, author=organizer, text="told to colleagues")
    answer = Answer(registration=row, question=make_question(training, kind="file"))
    answer.file.save("zulfiya.txt", ContentFile(b"secret spring", name="zulfiya.txt"))
    for logged in (row, note, volunteer, volunteer.user):
        LogEntry.objects.create(
            user=organizer,
            content_type=ContentType.objects.get_for_model(logged),
            object_id=logged.pk,
            object_repr=str(logged),
            action_flag=CHANGE,
            change_message=json.dumps([{"changed": {"object": str(logged)}}]),
        )
    return row


def everything() -> str:
    """All that the database holds, decoded, as one text."""
    written = [str(session.get_decoded()) for session in Session.objects.all()]
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            written.append(f"{model._meta.label}: {row}")
    return "\n".join(written)


def telling(text: str) -> list[str]:
    """The lines of `text` that still name her."""
    return [line for line in text.splitlines() if any(word in line for word in TELLING)]


def test_nothing_that_names_her_stays_in_the_database(client_of_hers, zulfiya, organizer):
    row = make_traces(zulfiya, organizer)
    services.decline(row, by=organizer, reason="told to her, Zulfiya")
    make_traces(zulfiya, organizer, training=make_training(), state="approved")
    Client().post("/en/me/sign-in/", {"email": "zulfiya@example.org"})
    assert len(telling(everything())) >= 12, "there is something to find"
    client_of_hers.post(DELETE, {"sure": "on"})
    assert telling(everything()) == []


def test_a_count_stays(client_of_hers, zulfiya, organizer):
    make_traces(zulfiya, organizer, training=make_training(), state="approved")
    client_of_hers.post(DELETE, {"sure": "on"})
    row = Registration.objects.get()
    kept = (row.state, row.country_id, row.category, row.sex)
    assert kept == ("approved", "TJ", "community", "female")
    empty = Registration(training=row.training)
    left = {column for column in Registration.COLUMNS if column not in privacy.KEPT}
    assert {c: getattr(row, c) for c in left} == {c: getattr(empty, c) for c in left}
    assert (row.volunteer, row.motivation, row.form_key, str(row)) == (None, "", None, "erased")
    related = (Needs, Note, Answer, Letter)
    assert [model.objects.count() for model in related] == [0, 0, 0, 0]
    assert (row.consents.count(), row.moves.count()) == (0, 0)


def test_the_address_of_the_page_leads_nowhere(client_of_hers, zulfiya, organizer):
    row = make_traces(zulfiya, organizer)
    address = row.get_absolute_url()
    assert client_of_hers.get(address).status_code == 200
    client_of_hers.post(DELETE, {"sure": "on"})
    row.refresh_from_db()
    assert row.get_absolute_url() != address
    assert client_of_hers.get(address).status_code == 404


def test_the_session_ends_and_so_do_all_others(client_of_hers, zulfiya):
    elsewhere = Client()
    elsewhere.force_login(zulfiya.user, "volunteers.signing_in.MailedCode")
    page = Page(client_of_hers.post(DELETE, {"sure": "on"}))
    assert page.heading == "Your data is erased"
    for client in (client_of_hers, elsewhere):
        assert client.get("/en/me/").status_code == 302
    assert not User.objects.filter(email__iexact="zulfiya@example.org").exists()


def test_the_documents_are_deleted(
    client_of_hers, zulfiya, organizer, django_capture_on_commit_callbacks
):
    row = make_traces(zulfiya, organizer)
    file = row.answers.get().file
    assert file.storage.exists(file.name)
    with django_capture_on_commit_callbacks(execute=True):
        client_of_hers.post(DELETE, {"sure": "on"})
    assert not file.storage.exists(file.name)


def test_a_document_that_someone_else_sent_too_stays(
    client_of_hers, zulfiya, organizer, django_capture_on_commit_callbacks
):
    make_traces(zulfiya, organizer)
    theirs = make_traces(make_volunteer(), organizer).answers.get()
    with django_capture_on_commit_callbacks(execute=True):
        client_of_hers.post(DELETE, {"sure": "on"})
    assert theirs.file.read() == b"secret spring"


def test_her_seat_goes_to_the_next_in_line(client_of_hers, zulfiya, organizer):
    row = make_traces(zulfiya, organizer, state="approved")
    waiting = make_registration(row.training, state="waitlisted")
    client_of_hers.post(DELETE, {"sure": "on"})
    waiting.refresh_from_db()
    row.refresh_from_db()
    assert (row.state, waiting.state) == ("cancelled", "approved")
    assert [letter.kind for letter in Letter.objects.all()] == ["seat_free"]


def test_an_unproven_form_is_dropped(client_of_hers, zulfiya, organizer):
    row = make_traces(zulfiya, organizer, state="submitted")
    client_of_hers.post(DELETE, {"sure": "on"})
    row.refresh_from_db()
    assert row.state == "dropped"


def test_others_are_left_alone(client_of_hers, zulfiya, organizer):
    other = make_traces(make_volunteer("a-zulfiya@example.org", name="Other"), organizer)
    theirs = Client()
    theirs.post("/en/me/sign-in/", {"email": "a-zulfiya@example.org"})
    Letter.objects.all().delete()
    services.waitlist(other, by=organizer)
    before = everything().count("Other")
    client_of_hers.post(DELETE, {"sure": "on"})
    other.refresh_from_db()
    assert (other.name, other.needs.diet, other.notes.count()) == ("Other", "no walnuts", 1)
    assert everything().count("Other") == before
    assert Letter.objects.get().to == "a-zulfiya@example.org"
    assert theirs.get("/en/me/sign-in/code/").status_code == 200


def test_the_page_says_first_what_goes_and_what_stays(client_of_hers, zulfiya, organizer):
    make_traces(zulfiya, organizer, state="approved", training=make_open_training("Water"))
    page = read(client_of_hers, DELETE)
    assert "your names, year of birth, nationality" in page.section("erased")
    assert "the country and kind of volunteering, and the sex" in page.section("stays")
    assert "You lose your seat, and it goes to the next in line: Water" in page.text
    assert User.objects.filter(email__iexact="zulfiya@example.org").exists()


def test_without_the_tick_nothing_is_erased(client_of_hers, zulfiya):
    answer = client_of_hers.post(DELETE, {})
    assert answer.status_code == 422
    assert "Tick the box, or nothing is erased." in Page(answer).text
    assert User.objects.filter(pk=zulfiya.user.pk).exists()


def test_an_account_of_staff_stays_and_is_told_so(client, zulfiya, organizer):
    User.objects.filter(pk=zulfiya.user.pk).update(is_staff=True)
    client.force_login(User.objects.get(pk=zulfiya.user.pk))
    make_traces(zulfiya, organizer)
    assert "not your account: it is one of staff" in read(client, DELETE).text
    client.post(DELETE, {"sure": "on"})
    assert User.objects.filter(pk=zulfiya.user.pk).exists()
    assert not hasattr(User.objects.get(pk=zulfiya.user.pk), "volunteer")
    assert Registration.objects.get().name == ""


def test_who_never_registered_can_be_erased_too(client, db):
    client.force_login(make_account("new@example.org"), "volunteers.signing_in.MailedCode")
    client.post(DELETE, {"sure": "on"})
    assert User.objects.count() == 0


def test_a_stranger_erases_nobody(stranger_client, zulfiya):
    assert stranger_client.post(DELETE, {"sure": "on"}).url.startswith("/en/me/sign-in/")
    assert User.objects.filter(pk=zulfiya.user.pk).exists()


def test_she_is_welcome_again(client_of_hers, zulfiya, organizer):
    training = make_traces(zulfiya, organizer).training
    client_of_hers.post(DELETE, {"sure": "on"})
    services.submit(
        training, email="zulfiya@example.org", described={"name": "Zulfiya"}, language="en"
    )
    assert training.registrations.count() == 2
