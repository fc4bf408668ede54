"""Who has taken one step only gets nowhere but to the second."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import BACKEND_SESSION_KEY
from django.urls import NoReverseMatch, reverse
from django.urls.resolvers import RoutePattern

from config.environment import only_here
from tests.factories import make_account, make_training
from tests.volunteers.factor.steps import (
    SET_UP,
    STEP,
    give_code,
    give_password,
    is_at_desk,
    sign_in,
    text,
    with_app,
)
from tests.volunteers.own.test_signing_in import ask, enter, mailed_code
from volunteers.signing_in import MAILED_TO_STAFF

OFFERED = "a second step of signing in is offered, not asked for"


def desk_addresses(patterns, before="/admin/"):
    """Every address of the desk, with a 1 wherever it takes something."""
    for one in patterns:
        if isinstance(one.pattern, RoutePattern):  # all but the one for pages that are not there
            route = before + re.sub(r"<.*?>", "1", str(one.pattern))
            yield from desk_addresses(getattr(one, "url_patterns", []), route)
            yield route


def test_every_address_of_the_desk_leads_to_the_second_step(client, aigerim):
    client.force_login(aigerim)
    addresses = {"/admin/nowhere/", *desk_addresses(admin.site.get_urls())}
    assert len(addresses) > 80
    for address in addresses:
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302, address
            assert answer.url.split("?")[0] == STEP, address


def test_without_a_factor_the_second_step_is_to_set_one_up(client, aigerim):
    give_password(client, aigerim)
    answer = client.get("/admin/trainings/training/", follow=True)
    assert [url.split("?")[0] for url, _ in answer.redirect_chain] == [STEP, SET_UP]
    assert "Set up a second step" in text(answer)
    assert "Registrations" not in text(answer), "nothing of the desk is shown beside it"


def test_nobody_is_signed_in_elsewhere_by_one_step(client, aigerim):
    draft = make_training("A secret draft", published_at=None)
    address = f"/en/trainings/{draft.slug}/"
    give_password(client, aigerim)
    assert client.get(address).status_code != 200
    assert client.get("/en/me/").status_code == 302
    with_app(aigerim)
    give_code(client)
    assert client.get("/en/me/").status_code == 200


def test_who_has_a_factor_can_not_set_up_another_with_the_password_alone(client, aigerim):
    with_app(aigerim)
    give_password(client, aigerim)
    for page in ("", "app/", "passkey/", "codes/", "codes/recovery-codes.txt"):
        assert client.get(SET_UP + page).url.startswith(f"{STEP}?next="), page
    for page in ("app/", "passkey/", "codes/", "codes/new/", "remove/1/"):
        assert client.post(SET_UP + page).url.startswith(f"{STEP}?next="), page


def test_a_stranger_and_a_volunteer_are_sent_to_sign_in(client, db):
    assert client.get(SET_UP).url == "/admin/login/"
    client.force_login(make_account(), "volunteers.signing_in.MailedCode")
    assert client.get(SET_UP).url == "/admin/login/"
    assert client.get(STEP).url == "/admin/login/"


def test_who_arrives_may_sign_in_as_someone_else(client, aigerim):
    give_password(client, aigerim)
    assert "You are signing in as Aigerim." in text(client.get(SET_UP))
    assert client.post(f"{STEP}leave/").url == "/admin/login/"
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"


def test_a_mailed_code_and_an_app_open_the_desk(client, aigerim):
    with_app(aigerim)
    ask(client, aigerim.email, next="/admin/volunteers/user/")
    to = enter(client, mailed_code())
    assert client.session[BACKEND_SESSION_KEY] == MAILED_TO_STAFF
    assert not is_at_desk(client)
    assert to.url == "/en/me/"
    assert give_code(client).url == "/admin/"
    assert is_at_desk(client)


def test_a_mailed_code_alone_opens_nothing_even_where_the_second_step_is_offered(
    client, aigerim, settings
):
    settings.SECOND_STEP_FORCED = False
    ask(client, aigerim.email)
    enter(client, mailed_code())
    assert client.get("/admin/").url == f"{STEP}?next=%2Fadmin%2F"
    assert client.get("/en/me/").status_code == 302


def test_the_page_to_sign_in_leads_on_who_came_by_a_code(client, aigerim):
    ask(client, aigerim.email)
    enter(client, mailed_code())
    assert client.get("/en/me/sign-in/?next=/en/me/").url == f"{STEP}?next=%2Fen%2Fme%2F"


def test_the_demo_on_this_machine_offers_it_and_says_so(client, aigerim, settings):
    settings.SECOND_STEP_FORCED = False
    give_password(client, aigerim)
    assert OFFERED in client.get("/admin/").content.decode()
    assert "In this demo it is not asked for." in text(client.get(SET_UP))


def test_where_it_is_asked_for_no_banner_stands(client, aigerim):
    sign_in(client, with_app(aigerim))
    assert OFFERED not in client.get("/admin/").content.decode()


def test_who_set_one_up_is_asked_for_it_even_where_it_is_only_offered(client, aigerim, settings):
    settings.SECOND_STEP_FORCED = False
    with_app(aigerim)
    give_password(client, aigerim)
    assert not is_at_desk(client)
    give_code(client)
    assert is_at_desk(client)


def test_signing_in_again_asks_for_the_second_step_again(client, aigerim):
    sign_in(client, with_app(aigerim))
    give_password(client, aigerim)
    assert not is_at_desk(client)


@pytest.mark.parametrize(
    ("url", "hosts", "here"),
    [
        ("http://127.0.0.1:8000", ["127.0.0.1", "localhost", "[::1]"], True),
        ("http://localhost:8000", ["localhost"], True),
        ("http://127.0.0.1:8000", ["127.0.0.1", "hashar.example.org"], False),
        ("https://hashar.example.org", ["hashar.example.org"], False),
        ("https://localhost", ["localhost"], False),
    ],
)
def test_only_a_site_of_this_machine_does_without(url, hosts, here):
    assert only_here(url, hosts) is here


def test_the_page_that_mails_a_code_knows_who_comes_from_the_desk(client, db):
    assert "Sign in to your desk" in text(client.get("/en/me/sign-in/?next=/admin/"))
    assert "Your registrations" in text(client.get("/en/me/sign-in/?next=/en/me/"))


def test_the_pages_of_allauth_have_no_address():
    for name in ("mfa_index", "mfa_authenticate", "mfa_activate_totp", "mfa_login_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


@pytest.mark.parametrize(("server", "offered"), [({"EMAIL_HOST": "mail"}, True), ({}, False)])
def test_a_mailed_code_is_offered_where_letters_leave(client, db, settings, server, offered):
    settings.MAIL_SERVER = server
    page = client.get("/admin/login/?next=/admin/").content.decode()
    assert ('href="/en/me/sign-in/?next=/admin/"' in page) is offered


def test_a_page_outside_the_desk_that_was_asked_for_is_not_forgotten(client, aigerim):
    give_password(client, with_app(aigerim))
    asked = client.get("/admin/login/?next=/check-in/ABC/").url
    assert asked == f"{STEP}?next=%2Fcheck-in%2FABC%2F"
    assert give_code(client, next="/check-in/ABC/").url == "/check-in/ABC/"
