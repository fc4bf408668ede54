"""Signing in by a mailed code, and who can't."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import now
from time_machine import travel

from tests.factories import make_account
from tests.pages.page import Page
from tests.volunteers.factories import make_registration
from volunteers.links import confirm_url
from volunteers.models import Attempt, ConsentText, Letter, User
from volunteers.services.given import agree
from volunteers.signing_in import MailedCode

pytestmark = pytest.mark.django_db

SIGN_IN = "/en/me/sign-in/"
CODE = "/en/me/sign-in/code/"


def ask(client, email="zebo@example.org", **more):
    return client.post(SIGN_IN, {"email": email, **more})


def mailed_code() -> str:
    """The code in the newest letter."""
    letter = Letter.objects.filter(kind="code").first()
    return re.search(r"\d{4}-\d{4}", letter.text).group()


def enter(client, code):
    return client.post(CODE, {"code": code})


def is_signed_in(client) -> bool:
    return client.get("/en/me/").status_code == 200


def test_a_mailed_code_signs_in(client, zebo):
    assert ask(client).url == CODE
    assert enter(client, mailed_code()).url == "/en/me/"
    assert is_signed_in(client)


def test_the_letter_goes_to_the_address_in_the_language_of_the_page(client, zebo):
    client.post("/ru/me/sign-in/", {"email": "zebo@example.org"})
    letter = Letter.objects.get()
    assert (letter.kind, letter.to, letter.language) == ("code", "zebo@example.org", "ru")


def test_the_case_of_the_address_does_not_matter(client, db):
    make_account("Zebo.Q@example.org")
    ask(client, "zebo.q@EXAMPLE.org")
    enter(client, mailed_code())
    assert is_signed_in(client)


def test_spaces_and_dashes_of_the_code_do_not_matter(client, zebo):
    ask(client)
    enter(client, f" {mailed_code().replace('-', ' ')} ")
    assert is_signed_in(client)


def test_after_signing_in_the_page_that_was_asked_for_is_shown(client, registration):
    address = registration.get_absolute_url()
    step = ask(client, next=address).url
    assert client.post(step, {"code": mailed_code(), "next": address}).url == address


def test_nobody_is_sent_to_another_site(client, zebo):
    ask(client, next="https://elsewhere.example.com/")
    code = {"code": mailed_code(), "next": "https://elsewhere.example.com/"}
    assert client.post(CODE, code).url == "/en/me/"


def test_the_answer_is_the_same_for_an_unknown_address(zebo):
    known, unknown = Client(), Client()
    answers = [ask(known), ask(unknown, "nobody@example.org")]
    assert answers[0].url == answers[1].url
    pages = [Page(known.get(CODE)).text, Page(unknown.get(CODE)).text]
    assert pages[0] == pages[1].replace("nobody@", "zebo@")
    assert [Letter.objects.count(), User.objects.filter(email__startswith="nobody").count()] == [
        1,
        0,
    ]


def test_a_wrong_code_is_answered_alike_for_an_unknown_address(zebo):
    known, unknown = Client(), Client()
    ask(known), ask(unknown, "nobody@example.org")
    pages = [Page(enter(one, "0000-0000")).text for one in (known, unknown)]
    assert "This is not the code of the newest letter." in pages[0]
    assert pages[0] == pages[1].replace("nobody@", "zebo@")


def test_a_code_has_three_tries(client, zebo):
    ask(client)
    code = mailed_code()
    assert [enter(client, "0000-0000").status_code for _ in range(2)] == [422, 422]
    assert enter(client, "0000-0000").url == SIGN_IN
    assert enter(client, code).url == SIGN_IN
    assert not is_signed_in(client)
    assert "mistyped three times" in Page(client.get(SIGN_IN)).text


def test_tries_at_the_same_moment_are_counted_together(client, zebo):
    ask(client)
    session = client.session
    before = dict(session.items())
    for _ in range(3):
        enter(client, "0000-0000")
        session = client.session
        session.update(before)  # as if none of the requests had seen the others
        session.save()
    enter(client, mailed_code())
    assert not is_signed_in(client)


def test_a_code_is_good_for_ten_minutes(client, zebo):
    ask(client)
    with travel(now() + dt.timedelta(minutes=11), tick=False):
        assert enter(client, mailed_code()).url == SIGN_IN
        assert not is_signed_in(client)


def test_a_code_is_good_once_and_in_one_browser(client, zebo):
    other = Client()
    ask(client)
    code = mailed_code()
    assert enter(other, code).url == SIGN_IN
    enter(client, code)
    client.post("/en/me/sign-out/")
    assert enter(client, code).url == SIGN_IN


def test_an_address_gets_five_letters_an_hour(client, zebo):
    assert [ask(client).status_code for _ in range(5)] == [302] * 5
    answer = ask(client)
    assert answer.status_code == 429
    assert "wait an hour" in Page(answer).text
    assert 'value="zebo@example.org"' in answer.content.decode()
    assert Letter.objects.count() == 5
    with travel(now() + dt.timedelta(minutes=61), tick=False):
        assert ask(client).status_code == 302


def test_a_classroom_behind_one_router_can_sign_in(client, db):
    asked = [ask(Client(), f"person-{n}@example.org").status_code for n in range(60)]
    assert asked == [302] * 60
    assert ask(Client(), "one-more@example.org").status_code == 429
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert ask(elsewhere, "one-more@example.org").status_code == 302


def test_behind_a_proxy_what_the_client_claims_is_not_believed(client, db, settings):
    settings.BEHIND_PROXY = True
    for n in range(61):
        claimed = {"HTTP_X_FORWARDED_FOR": f"203.0.113.{n}, 192.0.2.9"}
        answer = client.post(SIGN_IN, {"email": f"p-{n}@example.org"}, **claimed)
    assert answer.status_code == 429


def test_no_address_is_kept_with_an_attempt(client, zebo):
    ask(client)
    kept = " ".join(f"{row.what} {row.who}" for row in Attempt.objects.all())
    assert (Attempt.objects.count(), "zebo" in kept, "127.0.0.1" in kept) == (2, False, False)


def test_what_is_no_address_is_asked_again(client, db):
    answer = ask(client, "zebo@")
    assert answer.status_code == 422
    assert "Write your e-mail address, like name@example.org." in Page(answer).text
    assert 'value="zebo@"' in answer.content.decode()


@pytest.mark.parametrize("staff", [True, False])
def test_a_blocked_account_gets_no_code(client, db, staff):
    make_account("zebo@example.org", is_active=False, is_staff=staff)
    assert ask(client).url == CODE
    assert Letter.objects.count() == 0


def test_who_becomes_staff_before_the_code_is_entered_has_a_second_step_to_take(client, zebo):
    ask(client)
    User.objects.update(is_staff=True)
    enter(client, mailed_code())
    assert client.get("/admin/").url.startswith("/admin/second-step/")
    assert not is_signed_in(client)


def test_a_code_never_opens_the_desk(client, zebo):
    ask(client)
    enter(client, mailed_code())
    assert client.get("/admin/").status_code == 302
    User.objects.update(is_staff=True, is_superuser=True)
    assert client.get("/admin/").status_code == 302
    assert not is_signed_in(client)
    assert MailedCode().get_user(zebo.user.pk) is None


def test_a_mailed_link_never_opens_the_desk_either(client, zebo):
    registration = make_registration(volunteer=zebo, state="submitted")
    agree(registration, ConsentText.objects.current().values(), "en")
    client.post(confirm_url(registration).removeprefix("http://127.0.0.1:8000"))
    assert is_signed_in(client)
    User.objects.update(is_staff=True, is_superuser=True)
    assert client.get("/admin/").status_code == 302


def test_staff_open_their_own_pages_by_the_desk(client, zebo):
    zebo.user.is_staff = True
    zebo.user.set_password("a long password")
    zebo.user.save()
    sign_in = {"username": "zebo@example.org", "password": "a long password"}
    client.post("/admin/login/", sign_in)
    assert is_signed_in(client)


def test_signing_out_takes_a_post(client, owner_client):
    assert owner_client.get("/en/me/sign-out/").status_code == 405
    assert is_signed_in(owner_client)
    owner_client.post("/en/me/sign-out/")
    assert not is_signed_in(owner_client)


def test_who_is_signed_in_is_not_asked_again(owner_client):
    assert owner_client.get(SIGN_IN).url == "/en/me/"


def test_a_mistyped_address_can_be_corrected(client, zebo):
    ask(client, "zbeo@example.org")
    assert client.get(SIGN_IN).status_code == 200
    ask(client)
    enter(client, mailed_code())
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "name", ["signup", "email", "change_password", "reset_password", "inactive", "logout"]
)
def test_no_other_page_of_allauth_has_an_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(f"account_{name}")


def test_the_page_to_sign_in_starts_no_session(client, db):
    assert list(client.get(SIGN_IN).cookies) == ["csrftoken"]
