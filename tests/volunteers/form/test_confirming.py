"""The link of a letter: its page changes nothing, its button proves the address once."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.db import connection
from django.test import Client
from django.utils.timezone import now

from tests.pages.page import Page, read
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.form.sending import consent
from volunteers import links
from volunteers.models import ConsentText, Letter, Registration
from volunteers.services.given import agree
from volunteers.services.registration import confirm

pytestmark = pytest.mark.django_db


@pytest.fixture
def registration():
    """A registration whose address is not proven, with the consent a form gives."""
    training = make_open_training("Springs", slug="springs")
    row = make_registration(
        training, make_volunteer("zebo@example.org", name="Зебо"), state="submitted"
    )
    agree(row, [ConsentText.objects.current()["data"]], "en")
    return row


def link_of(registration) -> str:
    return links.confirm_url(registration).removeprefix("http://127.0.0.1:8000")


def state_of(registration) -> str:
    return Registration.objects.get(pk=registration.pk).state


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_opening_the_link_changes_nothing(client, registration):
    page = read(client, link_of(registration))
    assert page.lines(".//main//dd")[0] == "Springs"
    assert "Зебо" in page.text
    assert page.lines(".//main//form//button") == ["Yes, this is my address"]
    assert client.head(link_of(registration)).status_code == 200
    assert state_of(registration) == "submitted"
    assert not is_signed_in(client)


def test_its_button_proves_the_address_and_signs_in(client, registration):
    answer = client.post(link_of(registration))
    assert answer.headers["Location"] == registration.get_absolute_url()
    assert state_of(registration) == "confirmed"
    assert client.session["_auth_user_id"] == str(registration.volunteer.user_id)
    assert [one.kind for one in Letter.objects.all()] == ["received"]


def test_a_second_click_says_so_and_signs_nobody_in(client, registration):
    client.post(link_of(registration))
    client.logout()
    for page in (client.get(link_of(registration)), client.post(link_of(registration))):
        assert Page(page).heading == "Your address is confirmed already"
        assert Page(page).links()["See my registration"] == registration.get_absolute_url()
    assert not is_signed_in(client)
    assert Letter.objects.count() == 1


def test_of_two_clicks_at_once_one_signs_in(client, registration):
    first = iter([registration])

    def click_first(execute, sql, *rest):
        if "FROM" in sql and '"volunteers_consent"' in sql and (row := next(first, None)):
            confirm(row)
        return execute(sql, *rest)

    with connection.execute_wrapper(click_first):
        page = Page(client.post(link_of(registration)))
    assert page.heading == "Your address is confirmed already"
    assert not is_signed_in(client)


def test_an_account_of_the_desk_is_never_signed_in_by_a_letter(client, registration):
    user = registration.volunteer.user
    user.is_staff = True
    user.save()
    page = Page(client.post(link_of(registration)))
    assert page.heading == "Your address is confirmed already"
    assert state_of(registration) == "confirmed"
    assert not is_signed_in(client)


def test_an_organizer_stays_signed_in_who_follows_someones_link(
    organizer, organizer_client, registration
):
    organizer_client.post(link_of(registration))
    assert organizer_client.session["_auth_user_id"] == str(organizer.pk)


def test_an_expired_link_offers_a_new_letter(client, registration):
    link = link_of(registration)
    with time_machine.travel(now() + timedelta(days=7, hours=1)):
        page = client.get(link)
        assert page.status_code == 410
        assert Page(page).lines(".//main//form//button") == ["Send me a new letter"]
        answer = client.post(link)
    assert answer.headers["Location"] == "/en/trainings/springs/register/sent/"
    assert [(one.kind, one.to) for one in Letter.objects.all()] == [("confirm", "zebo@example.org")]
    assert state_of(registration) == "submitted"


def test_new_letters_are_limited(client, registration):
    link = link_of(registration)
    with time_machine.travel(now() + timedelta(days=8)):
        answers = [client.post(link) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert Letter.objects.count() == 5


@pytest.mark.parametrize(
    ("state", "heading", "status"),
    [
        ("dropped", "This link has expired", 410),
        ("confirmed", "Your address is confirmed already", 200),
        ("cancelled", "Your address is confirmed already", 200),
    ],
)
@pytest.mark.parametrize("days", [0, 8])
def test_no_new_letter_where_nothing_waits_for_it(client, state, heading, status, days):
    row = make_registration(state=state)
    link = link_of(row)
    with time_machine.travel(now() + timedelta(days=days)):
        answers = [client.get(link), client.post(link)]
    assert [Page(one).heading for one in answers] == [heading] * 2
    assert [one.status_code for one in answers] == [status] * 2
    assert not Letter.objects.exists()


@pytest.mark.parametrize("token", ["x", "abc:def:ghi", "%00", "Зебо", "IjEi:1:x"])
def test_a_damaged_link_says_what_to_do(client, registration, token):
    for address in (f"/en/confirm/{token}/", link_of(registration)[:-4] + "/"):
        page = client.get(address)
        assert (page.status_code, Page(page).heading) == (404, "This link is damaged")


def test_a_link_is_good_for_its_own_purpose_alone(client, registration):
    token = signing.dumps(registration.code, salt="another purpose")
    assert client.post(f"/en/confirm/{token}/").status_code == 404
    assert state_of(registration) == "submitted"


def test_an_erased_registration_is_gone(client, registration):
    Registration.objects.update(volunteer=None)
    page = client.get(link_of(registration))
    assert (page.status_code, Page(page).heading) == (410, "This registration is gone")


def test_too_late_is_said(client, registration):
    registration.training.lifecycle = "held"
    registration.training.save()
    answer = client.post(link_of(registration))
    assert answer.status_code == 409
    assert Page(answer).heading == "It is too late for this one"
    assert not is_signed_in(client)


def test_who_was_registered_by_others_is_asked_for_consent(client, organizer):
    training = make_open_training("Springs", slug="springs")
    row = make_registration(
        training, state="submitted", nominated_by=organizer, nominating_office="Pamir House"
    )
    assert "Pamir House registered you for this training." in read(client, link_of(row)).text
    refused = client.post(link_of(row))
    assert refused.status_code == 422
    assert Page(refused).title.startswith("Error: ")
    assert state_of(row) == "submitted"
    client.post(link_of(row), {consent(): "on", consent("photographs"): "on"})
    given = row.consents.values_list("text__kind", "language")
    assert sorted(given) == [("data", "en"), ("photographs", "en")]
    assert state_of(row) == "confirmed"


def test_a_forged_button_proves_nothing(registration):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link_of(registration)).status_code == 403
    assert state_of(registration) == "submitted"
