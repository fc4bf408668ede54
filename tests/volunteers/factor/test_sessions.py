"""How long a session at the desk lasts, and what ends it at once."""

import datetime as dt

import pytest
from django.test import Client
from django.utils.timezone import now
from time_machine import travel

from tests.desk.forms import send
from tests.factories import make_account
from tests.volunteers.factor.steps import (
    PASSWORD,
    SET_UP,
    give_code,
    give_password,
    is_at_desk,
    sign_in,
    with_app,
)
from tests.volunteers.own.test_signing_in import ask, enter, mailed_code
from volunteers.models import User


@pytest.fixture
def at_desk(client, aigerim):
    """A browser signed in at the desk as Aigerim, by the forms."""
    sign_in(client, with_app(aigerim))
    assert is_at_desk(client)
    return client


@pytest.fixture
def administrator(db):
    """A browser of another administrator, who took the second step."""
    account = make_account("admin@example.org", is_staff=True, is_superuser=True)
    account.set_password(PASSWORD)
    account.save()
    client = Client()
    sign_in(client, with_app(account))
    return client


def test_a_session_ends_after_twelve_hours_however_busy_it_was(at_desk):
    begun = now()
    for hours in (4, 8, 11.9):
        with travel(begun + dt.timedelta(hours=hours), tick=False):
            assert is_at_desk(at_desk)
            session = at_desk.session
            session["something"] = hours
            session.save()
    with travel(begun + dt.timedelta(hours=12, seconds=5), tick=False):
        assert at_desk.get("/admin/").url == "/admin/login/?next=/admin/"


def test_so_does_the_session_of_a_volunteer(client, db):
    make_account("zebo@example.org")
    ask(client)
    enter(client, mailed_code())
    begun = now()
    for hours, status in ((11.9, 200), (12.1, 302)):
        with travel(begun + dt.timedelta(hours=hours), tick=False):
            assert client.get("/en/me/").status_code == status
            session = client.session
            session["something"] = hours
            session.save()


def test_taking_the_second_step_again_makes_it_no_longer(at_desk):
    begun = now()
    with travel(begun + dt.timedelta(hours=11), tick=False):
        assert give_code(at_desk).status_code == 302
    with travel(begun + dt.timedelta(hours=12, seconds=5), tick=False):
        assert not is_at_desk(at_desk)


def test_who_gave_the_password_only_has_a_quarter_of_an_hour(client, aigerim):
    give_password(client, aigerim)
    assert client.get(SET_UP).status_code == 200
    with travel(now() + dt.timedelta(minutes=16), tick=False):
        assert client.get(SET_UP).url == "/admin/login/"


def change(client, account, **values):
    send(client, f"/admin/volunteers/user/{account.pk}/change/", **values)


def test_closing_the_account_ends_its_sessions_at_once_and_for_good(
    at_desk, aigerim, administrator
):
    change(administrator, aigerim, is_active=[])
    assert not User.objects.get(pk=aigerim.pk).is_active
    change(administrator, aigerim, is_active="on")
    assert at_desk.get("/admin/").url == "/admin/login/?next=/admin/"


@pytest.mark.parametrize(
    "closed", [{"is_active": False}, {"is_staff": False, "is_superuser": False}]
)
def test_an_account_closed_by_other_means_is_out_at_once_too(at_desk, aigerim, closed):
    User.objects.filter(pk=aigerim.pk).update(**closed)
    assert not is_at_desk(at_desk)
    assert at_desk.get("/en/me/").status_code == 302


def test_taking_the_desk_away_ends_the_sessions(at_desk, aigerim, administrator):
    change(administrator, aigerim, is_staff=[])
    change(administrator, aigerim, is_staff="on")
    assert not is_at_desk(at_desk)


def test_a_new_password_ends_the_sessions_elsewhere(at_desk, aigerim):
    aigerim.set_password("lantern-tuned-14")
    aigerim.save()
    assert at_desk.get("/admin/").url == "/admin/login/?next=/admin/"


def test_saving_an_account_without_closing_it_ends_nothing(at_desk, aigerim, administrator):
    change(administrator, aigerim, name="Aigerim A.")
    assert is_at_desk(at_desk)
