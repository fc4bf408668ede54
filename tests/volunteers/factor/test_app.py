"""The second step by an app that shows codes."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.utils.timezone import now
from time_machine import travel

from tests.volunteers.factor.steps import (
    SECRET,
    SET_UP,
    STEP,
    code,
    decrypted,
    give_code,
    give_password,
    is_at_desk,
    secret_on,
    sign_in,
    text,
    with_app,
)
from trainings.services.refusal import NotAllowed
from volunteers.models import Letter
from volunteers.services import second_factor


def test_a_password_and_a_code_open_the_desk(client, aigerim):
    with_app(aigerim)
    assert client.get(give_password(client, aigerim).url).url == f"{STEP}?next=%2Fadmin%2F"
    assert not is_at_desk(client)
    assert give_code(client).url == "/admin/"
    assert is_at_desk(client)


def test_after_the_second_step_the_page_that_was_asked_for_is_shown(client, aigerim):
    with_app(aigerim)
    give_password(client, aigerim)
    asked = client.get("/admin/volunteers/user/?q=a").url
    assert asked == f"{STEP}?next=%2Fadmin%2Fvolunteers%2Fuser%2F%3Fq%3Da"
    assert 'value="/admin/volunteers/user/?q=a"' in client.get(asked).content.decode()
    address = "/admin/volunteers/user/?q=a"
    assert give_code(client, next=address).url == address


def test_nobody_is_led_to_another_site(client, aigerim):
    with_app(aigerim)
    give_password(client, aigerim)
    assert give_code(client, next="https://elsewhere.example.com/").url == "/admin/"


def test_an_app_is_set_up_by_its_first_code(client, aigerim):
    give_password(client, aigerim)
    page = client.get(f"{SET_UP}app/")
    secret = secret_on(page)
    answer = client.post(f"{SET_UP}app/", {"code": code(secret)})
    assert answer.url == f"{SET_UP}codes/?next=%2Fadmin%2F"
    assert is_at_desk(client)
    app = Authenticator.objects.get(user=aigerim, type="totp")
    assert decrypted(app) == secret
    assert secret not in str(app.data), "a copy of the database alone is of no use"
    assert "An app that shows codes was set up" in Letter.objects.get().text


def test_a_wrong_first_code_keeps_the_secret_and_says_what_to_do(client, aigerim):
    give_password(client, aigerim)
    secret = secret_on(client.get(f"{SET_UP}app/"))
    answer = client.post(f"{SET_UP}app/", {"code": "000 00"})
    assert (answer.status_code, secret_on(answer)) == (422, secret)
    assert "Type the six digits that the app shows at this moment" in text(answer)
    assert not Authenticator.objects.exists()


def test_the_code_that_set_up_an_app_is_used_up(client, aigerim):
    give_password(client, aigerim)
    secret = secret_on(client.get(f"{SET_UP}app/"))
    shown = code(secret)
    client.post(f"{SET_UP}app/", {"code": shown})
    client.post("/admin/logout/")
    give_password(client, aigerim)
    assert give_code(client, shown).status_code == 422


def test_a_code_is_good_once(client, aigerim):
    with_app(aigerim)
    shown = code()
    give_password(client, aigerim)
    assert give_code(client, shown).status_code == 302
    client.post("/admin/logout/")
    give_password(client, aigerim)
    again = give_code(client, shown)
    assert (again.status_code, is_at_desk(client)) == (422, False)
    assert "This is not a code that is good now." in text(again)


def test_after_a_later_code_an_earlier_one_is_good_no_more(client, aigerim):
    with_app(aigerim)
    earlier = code()
    give_password(client, aigerim)
    assert give_code(client, code(later=30)).status_code == 302
    client.post("/admin/logout/")
    give_password(client, aigerim)
    assert give_code(client, earlier).status_code == 422


@pytest.mark.parametrize(("seconds", "status"), [(-30, 302), (30, 302), (-120, 422), (120, 422)])
def test_clocks_may_differ_by_half_a_minute(client, aigerim, seconds, status):
    with_app(aigerim)
    give_password(client, aigerim)
    assert give_code(client, code(later=seconds)).status_code == status


def test_spaces_in_a_code_do_not_matter(client, aigerim):
    with_app(aigerim)
    give_password(client, aigerim)
    assert give_code(client, f" {code()[:3]} {code()[3:]} ").status_code == 302


@pytest.mark.parametrize("typed", ["", "abc", "000000\0", "٣" * 6, "9" * 5000])
def test_nonsense_is_answered_with_a_sentence(client, aigerim, typed):
    with_app(aigerim)
    give_password(client, aigerim)
    answer = give_code(client, typed)
    assert answer.status_code == 422
    assert "The second step" in text(answer)


def test_a_code_made_with_another_key_of_the_site_opens_nothing(client, aigerim, settings):
    with_app(aigerim)
    settings.SECRET_KEY = "another-key-" * 6
    give_password(client, aigerim)
    assert give_code(client).status_code == 422


def test_another_app_takes_the_place_of_the_first(client, aigerim):
    with_app(aigerim)
    sign_in(client, aigerim)
    secret = secret_on(client.get(f"{SET_UP}app/"))
    assert client.post(f"{SET_UP}app/", {"code": code(secret)}).url == SET_UP
    assert decrypted(Authenticator.objects.get(type="totp")) == secret != SECRET


def test_factors_are_changed_only_soon_after_the_second_step(client, aigerim):
    with_app(aigerim)
    sign_in(client, aigerim)
    assert client.get(SET_UP).status_code == 200
    with travel(now() + dt.timedelta(minutes=16), tick=False):
        assert client.get(f"{SET_UP}app/").url.startswith(f"{STEP}?next=")
        app = Authenticator.objects.get(type="totp")
        assert client.post(f"{SET_UP}remove/{app.pk}/").url.startswith(f"{STEP}?next=")
        assert Authenticator.objects.filter(pk=app.pk).exists()
        assert is_at_desk(client), "the rest of the desk stays open"


def test_the_last_factor_can_not_be_removed(client, aigerim):
    with_app(aigerim)
    sign_in(client, aigerim)
    app = Authenticator.objects.get(type="totp")
    answer = client.post(f"{SET_UP}remove/{app.pk}/", follow=True)
    assert "Set up another one, then remove it." in text(answer)
    assert Authenticator.objects.filter(pk=app.pk).exists()


def test_whoever_was_slower_adds_nothing_to_an_account_that_has_a_factor(aigerim):
    """Two pages to set up the first one may stand open at once; the view looked too early."""
    with_app(aigerim)
    other = "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU"
    said = "This account has a second step already. Sign in with it first."
    with pytest.raises(NotAllowed, match=said):
        second_factor.add_app(aigerim, other, code=code(other), proven=False)
    with pytest.raises(NotAllowed, match=said):
        second_factor.add_passkey(aigerim, {}, name="", proven=False)
    assert second_factor.factors_of(aigerim).count() == 1
