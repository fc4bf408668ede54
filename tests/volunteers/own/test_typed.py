"""An own form that is sent after the session ended: what was typed is there after signing in."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import now

from tests.pages.page import Page, read
from tests.volunteers.form.sending import paper, value_of
from tests.volunteers.own.test_signing_in import ask, mailed_code

PROFILE = "/en/me/profile/"
KEPT = "You are not signed in any more. What you typed is kept for an hour"
AGAIN = "This is what you typed before you signed in. It is not saved yet"
BACKEND = "volunteers.signing_in.MailedCode"


@pytest.fixture
def client(zebo):
    """Hers: a browser that keeps the cookie of the form longer than that of the session."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(zebo.user, BACKEND)
    return client


def change(registration) -> str:
    return f"{registration.get_absolute_url()}change/"


def opened(client, path: str) -> dict:
    """What the form of `path` carries along; then the session ends."""
    page = client.get(path)
    names = ("csrfmiddlewaretoken", "whose")
    given = {name: value_of(page, name) for name in names}
    del client.cookies["sessionid"]
    return given


def test_the_profile_comes_back_as_typed(client, zebo):
    sent = {**opened(client, PROFILE), "name": "Zebo Rahimova", "language": "ru"}
    asked = client.post(PROFILE, sent)
    assert asked.url == f"/en/me/sign-in/?next={PROFILE}"
    assert KEPT in read(client, asked.url).text
    client.force_login(zebo.user, BACKEND)
    shown = client.get(PROFILE)
    assert (value_of(shown, "name"), value_of(shown, "language")) == ("Zebo Rahimova", "ru")
    assert AGAIN in Page(shown).text
    zebo.refresh_from_db()
    assert zebo.name == "Zebo Qosimi"


def test_it_is_saved_by_the_button_alone(client, zebo):
    client.post(PROFILE, {**opened(client, PROFILE), "name": "Zebo R.", "language": "en"})
    client.force_login(zebo.user, BACKEND)
    token = value_of(client.get(PROFILE), "csrfmiddlewaretoken")
    client.post(PROFILE, {"csrfmiddlewaretoken": token, "name": "Zebo R.", "language": "en"})
    zebo.refresh_from_db()
    assert zebo.name == "Zebo R."
    assert AGAIN not in Page(client.get(PROFILE)).text


def test_a_changed_registration_comes_back_in_any_language(client, zebo, registration):
    sent = {**opened(client, change(registration)), "name": "Zebo", "motivation": "Two springs."}
    client.post(change(registration), {**sent, "question_1": paper()})
    client.force_login(zebo.user, BACKEND)
    shown = client.get(change(registration).replace("/en/", "/ru/"))
    assert value_of(shown, "motivation") == "Two springs."
    registration.refresh_from_db()
    assert registration.motivation == ""


def test_the_whole_way_with_a_code(client, zebo):
    asked = client.post(PROFILE, {**opened(client, PROFILE), "name": "Zebo R.", "language": "en"})
    following = value_of(client.get(asked.url), "next")
    client.handler.enforce_csrf_checks = False
    step = ask(client, next=following).url
    answer = client.post(step, {"code": mailed_code(), "next": following}, follow=True)
    assert value_of(answer, "name") == "Zebo R."


def test_nobody_else_finds_it(client, zebo, registration, other_client):
    client.post(PROFILE, {**opened(client, PROFILE), "name": "Zebo Rahimova", "language": "ru"})
    other = other_client.get(PROFILE).wsgi_request.user
    client.force_login(other, BACKEND)
    shown = client.get(PROFILE)
    assert (value_of(shown, "name"), AGAIN in Page(shown).text) == ("Nurlan Other", False)
    assert "typed" not in client.session


def test_it_is_kept_for_an_hour(client, zebo):
    client.post(PROFILE, {**opened(client, PROFILE), "name": "Zebo Rahimova", "language": "ru"})
    with time_machine.travel(now() + dt.timedelta(minutes=61)):
        client.force_login(zebo.user, BACKEND)
        assert value_of(client.get(PROFILE), "name") == "Zebo Qosimi"


@pytest.mark.parametrize(
    "given",
    [
        {"whose": "", "name": "Planted"},
        {"whose": "1:forged", "name": "Planted"},
        {"csrfmiddlewaretoken": "x" * 64, "name": "Planted"},
    ],
)
def test_what_is_not_of_our_own_form_is_not_kept(client, zebo, given):
    sent = {**opened(client, PROFILE), **given}
    assert KEPT not in read(client, client.post(PROFILE, sent).url).text
    assert "typed" not in client.session


def test_more_than_64_kb_is_not_kept_and_it_is_said(client, zebo):
    sent = {**opened(client, PROFILE), "name": "Z" * 70_000}
    said = read(client, client.post(PROFILE, sent).url).text
    assert "this text is too long for us to keep. Go back in your browser, copy it" in said
    assert "typed" not in client.session


def test_a_button_keeps_nothing_and_a_page_that_is_not_hers_stays_hidden(client, registration):
    sent = {**opened(client, PROFILE), "name": "Zebo"}
    del sent["whose"]
    assert client.post(change(registration), sent).status_code == 404
