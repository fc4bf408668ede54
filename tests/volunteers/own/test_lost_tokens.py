"""A token that is lost, as after signing in anew in another window, loses nothing else."""

import pytest
from django.test import Client

from tests.pages.page import Page, read
from tests.volunteers.form.sending import value_of
from volunteers.models import User

PROFILE = "/en/me/profile/"
SAID = "Your browser did not send our cookie along."


@pytest.fixture
def strict_client(zebo):
    """Hers, without the token of any page."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(zebo.user, "volunteers.signing_in.MailedCode")
    return client


def test_the_profile_comes_back_as_typed_and_can_be_sent(strict_client, zebo):
    typed = {"name": "Zebo Rahimova", "language": "ru"}
    answer = strict_client.post(PROFILE, typed)
    assert f"{SAID} Send the form once more: nothing is lost." in Page(answer).text
    assert value_of(answer, "name") == "Zebo Rahimova"
    zebo.refresh_from_db()
    assert zebo.name == "Zebo Qosimi"
    token = value_of(answer, "csrfmiddlewaretoken")
    assert strict_client.post(PROFILE, typed | {"csrfmiddlewaretoken": token}).status_code == 302


def test_a_changed_registration_comes_back_as_typed(strict_client, registration):
    typed = {"name": "Zebo", "country": "TJ", "category": "national", "motivation": "Two springs."}
    answer = strict_client.post(f"{registration.get_absolute_url()}change/", typed)
    assert SAID in Page(answer).text
    assert value_of(answer, "motivation") == "Two springs."
    registration.refresh_from_db()
    assert registration.motivation == ""


@pytest.mark.parametrize("button", ["cancel", "come-back", "consents"])
def test_a_button_does_nothing_and_leads_back_to_itself(strict_client, registration, button):
    address = registration.get_absolute_url()
    answer = strict_client.post(f"{address}{button}/", {"kind": "photos", "yes": "yes"})
    assert answer.url == address
    assert f"{SAID} Press the button once more." in read(strict_client, address).text
    registration.refresh_from_db()
    assert (registration.state, registration.consents.count()) == ("confirmed", 0)


def test_nobody_is_erased(strict_client, zebo):
    answer = strict_client.post("/en/me/delete/", {"sure": "on"})
    assert SAID in Page(answer).text
    assert User.objects.filter(pk=zebo.user.pk).exists()
