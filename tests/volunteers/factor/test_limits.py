"""How often a password or a code may be wrong; counted in the database, so by all processes."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from time_machine import travel

from tests.factories import make_account
from tests.volunteers.factor.steps import (
    PASSWORD,
    STEP,
    code,
    give_code,
    give_password,
    is_at_desk,
    text,
    with_app,
)
from volunteers.forms.second_step import BY_CLIENT
from volunteers.models import Letter
from volunteers.services.attempts import count

MOMENT = dt.datetime(2026, 11, 25, 9, 0, 10, tzinfo=dt.UTC)
TOO_MANY = "Too many wrong passwords within an hour. Try again in 60 minutes"


def wrong_passwords(client, account, number):
    for _ in range(number):
        answer = give_password(client, account, "wrong")
    return text(answer)


def test_the_eleventh_wrong_password_is_refused_and_says_until_when(client, aigerim):
    with travel(MOMENT, tick=False):
        assert TOO_MANY not in wrong_passwords(client, aigerim, 10)
        assert TOO_MANY in text(give_password(client, aigerim))
    with travel(MOMENT + dt.timedelta(minutes=55), tick=False):
        assert "Try again in 5 minutes" in text(give_password(client, aigerim))
    with travel(MOMENT + dt.timedelta(minutes=61), tick=False):
        assert give_password(client, aigerim).url == "/admin/"


def test_a_flood_from_elsewhere_does_not_lock_the_owner_out(client, aigerim):
    wrong_passwords(Client(REMOTE_ADDR="192.0.2.7"), aigerim, 11)
    assert give_password(client, aigerim).url == "/admin/"


def test_a_flood_over_many_accounts_is_refused_too(client, aigerim):
    give_password(client, make_account(), "wrong")
    for _ in range(99):
        count(BY_CLIENT, "127.0.0.1")
    assert "Too many wrong passwords" in text(give_password(client, aigerim))


def test_a_right_password_begins_the_count_anew(client, aigerim):
    for _ in range(2):
        wrong_passwords(client, aigerim, 9)
        assert give_password(client, aigerim).url == "/admin/"
        client.post(f"{STEP}leave/")


def test_the_sixth_wrong_code_is_refused_even_in_another_process(client, aigerim):
    with travel(MOMENT, tick=False):
        with_app(aigerim)
        give_password(client, aigerim)
        for _ in range(5):
            assert give_code(client, "000000").status_code == 422
        cache.clear()
        other = Client(REMOTE_ADDR="192.0.2.7")
        give_password(other, aigerim)
        answer = give_code(other)
        assert (answer.status_code, is_at_desk(other)) == (429, False)
        assert "Too many wrong tries. Try again in 60 minutes." in text(answer)
    with travel(MOMENT + dt.timedelta(minutes=61), tick=False):
        give_password(client, aigerim)
        assert give_code(client).status_code == 302


def test_a_recovery_code_and_a_passkey_count_as_well(client, aigerim):
    with_app(aigerim)
    give_password(client, aigerim)
    for _ in range(5):
        assert client.post(STEP, {"credential": "{}"}).status_code == 422
    assert give_code(client, "1234-5678").status_code == 429


def test_the_owner_is_told_of_a_flood_once(client, aigerim):
    with_app(aigerim)
    give_password(client, aigerim)
    for _ in range(9):
        give_code(client, "000000")
    letter = Letter.objects.get()
    assert (letter.to, letter.kind) == (aigerim.email, "security")
    assert "change your password now" in letter.text


def test_a_right_code_begins_the_count_anew(client, aigerim):
    with_app(aigerim)
    for later in (0, 30):
        give_password(client, aigerim)
        for _ in range(4):
            give_code(client, "000000")
        assert give_code(client, code(later=later)).status_code == 302


@pytest.mark.parametrize("typed", ["aigerim@example.org", " AIGERIM@example.org "])
def test_the_spelling_of_an_address_makes_no_other_of_it(client, aigerim, typed):
    wrong_passwords(client, aigerim, 10)
    form = {"username": typed, "password": PASSWORD}
    assert "Too many wrong passwords" in text(client.post("/admin/login/", form))
