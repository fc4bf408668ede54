"""The second step by a passkey, and the answers of browsers that are refused."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.factories import make_account
from tests.volunteers.factor.device import SITE, Device
from tests.volunteers.factor.steps import (
    PASSWORD,
    SET_UP,
    STEP,
    give_password,
    is_at_desk,
    sign_in,
    text,
    with_app,
)
from volunteers.models import Letter

NEW = f"{SET_UP}passkey/"


def asked(page) -> dict:
    """What the page asks the browser for."""
    raw = page.content.decode().split('<script id="passkey-asked" type="application/json">')[1]
    return json.loads(raw.split("</script>")[0])


def make(client, device, **more):
    credential = device.make(asked(client.get(NEW)))
    return client.post(NEW, {"credential": credential, **more})


def use(client, device):
    return client.post(STEP, {"credential": device.use(asked(client.get(STEP)))})


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def phone():
    return Device()


@pytest.fixture
def signed_out(client, aigerim, phone):
    """A browser signed out again, after Aigerim set up a passkey on her phone."""
    give_password(client, aigerim)
    assert make(client, phone, name="my phone").url.startswith(f"{SET_UP}codes/")
    client.post("/admin/logout/")
    return client


def test_a_password_and_a_passkey_open_the_desk(signed_out, aigerim, phone):
    give_password(signed_out, aigerim)
    assert not is_at_desk(signed_out)
    assert use(signed_out, phone).url == "/admin/"
    assert is_at_desk(signed_out)
    assert "The passkey “my phone” was added" in Letter.objects.get().text


def test_an_answer_is_good_once(signed_out, aigerim, phone):
    give_password(signed_out, aigerim)
    answer = phone.use(asked(signed_out.get(STEP)))
    assert signed_out.post(STEP, {"credential": answer}).status_code == 302
    assert signed_out.post(STEP, {"credential": answer}).status_code == 422
    signed_out.post("/admin/logout/")
    give_password(signed_out, aigerim)
    again = signed_out.post(STEP, {"credential": answer})
    assert (again.status_code, is_at_desk(signed_out)) == (422, False)
    assert "The passkey did not work. Try again, or use a code." in text(again)


def test_an_answer_given_to_another_site_is_refused(signed_out, aigerim, phone):
    give_password(signed_out, aigerim)
    phone.origin = "https://elsewhere.example.com"
    assert use(signed_out, phone).status_code == 422


def test_a_passkey_of_someone_else_is_refused(signed_out, aigerim):
    other, stranger = Client(), Device()
    nurlan = make_account("nurlan@example.org", is_staff=True)
    nurlan.set_password(PASSWORD)
    nurlan.save()
    give_password(other, nurlan)
    make(other, stranger)
    give_password(signed_out, aigerim)
    assert use(signed_out, stranger).status_code == 422
    assert not is_at_desk(signed_out)


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", '{"id": 1}', "\0", "x" * 30_000])
def test_forged_answers_are_answered_with_a_sentence(signed_out, aigerim, answer):
    give_password(signed_out, aigerim)
    signed_out.get(STEP)
    assert signed_out.post(STEP, {"credential": answer}).status_code == 422


@pytest.mark.parametrize("answer", ["", "{}", "null", "\0", "x" * 30_000])
def test_a_forged_passkey_is_not_kept(client, aigerim, answer):
    give_password(client, aigerim)
    client.get(NEW)
    assert client.post(NEW, {"credential": answer, "name": "mine"}).status_code == 422
    assert not Authenticator.objects.exists()


def test_a_passkey_made_for_another_site_is_not_kept(client, aigerim):
    give_password(client, aigerim)
    assert make(client, Device(site="elsewhere.example.com")).status_code == 422
    assert make(client, Device(origin="http://testserver:9999")).status_code == 422
    assert not Authenticator.objects.exists()


def test_two_passkeys_without_a_name_are_told_apart(client, aigerim, phone):
    give_password(client, aigerim)
    make(client, phone)
    make(client, Device())
    names = [row.data["name"] for row in Authenticator.objects.filter(type="webauthn")]
    assert names == ["Passkey 1", "Passkey 2"]


def test_one_of_two_factors_is_removed(client, aigerim, phone):
    sign_in(client, with_app(aigerim))
    make(client, phone, name="my phone")
    app = Authenticator.objects.get(type="totp")
    answer = client.post(f"{SET_UP}remove/{app.pk}/", follow=True)
    assert "Removed. A letter tells you of it." in text(answer)
    kinds = Authenticator.objects.values_list("type", flat=True)
    assert set(kinds) == {"webauthn", "recovery_codes"}


def test_nobody_removes_a_factor_of_someone_else(client, aigerim):
    other = with_app(make_account("nurlan@example.org", is_staff=True))
    app = Authenticator.objects.get(user=other, type="totp")
    sign_in(client, with_app(aigerim))
    assert client.post(f"{SET_UP}remove/{app.pk}/").status_code == 404


def test_on_a_bare_network_address_the_page_says_where_passkeys_work(client, aigerim, settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    give_password(client, aigerim)
    assert "Open the desk at http://localhost:8000" in text(client.get(NEW))


def test_a_real_site_asks_for_passkeys_of_its_own_domain(client, aigerim, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://hashar.example.org", ["*"]
    give_password(client, aigerim)
    page = client.get(NEW, secure=True, headers={"host": "hashar.example.org"})
    wanted = asked(page)["publicKey"]
    assert wanted["rp"] == {"name": "Hashar", "id": "hashar.example.org"}
    assert "aigerim" not in wanted["user"]["id"]
