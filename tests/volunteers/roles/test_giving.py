"""Giving roles, countries and trainings on the page of an account: administrators alone do it."""

import pytest
from django.contrib.auth.models import Group

from tests.desk.forms import errors, send
from tests.factories import make_account, make_country
from tests.volunteers.factories import make_registration
from tests.volunteers.roles.people import make_staff
from volunteers.models import User
from volunteers.roles import Role


def change(account) -> str:
    return f"/admin/volunteers/user/{account.pk}/change/"


@pytest.fixture
def administrator_client(client, db):
    client.force_login(make_staff(Role.ADMINISTRATOR))
    return client


def test_an_administrator_gives_a_role_and_countries(administrator_client):
    make_country("TJ")
    account = make_account()
    role = Group.objects.get(name=Role.COORDINATOR)
    send(administrator_client, change(account), is_staff="on", groups=[role.pk], countries=["TJ"])
    account = User.objects.get(pk=account.pk)
    assert account.roles == {Role.COORDINATOR}
    assert account.world.countries == {"TJ"}


def test_roles_are_named_in_the_readers_language(administrator_client):
    body = administrator_client.get(change(make_account())).content.decode()
    roles = ("Country coordinator", "Check-in helper", "Monitoring officer")
    assert [role for role in roles if role not in body] == []


def test_nobody_makes_an_account_able_to_do_more_than_the_own(administrator_client):
    account = make_account()
    send(administrator_client, change(account), name="Nurlan", is_superuser="on")
    account.refresh_from_db()
    assert (account.name, account.is_superuser) == ("Nurlan", False)


@pytest.mark.parametrize("page", ["change", "delete", "password"])
def test_an_account_that_may_do_everything_is_out_of_an_administrators_reach(
    administrator_client, organizer, page
):
    path = f"/admin/volunteers/user/{organizer.pk}/{page}/"
    sent = {"email": "mine@example.org", "post": "yes", "password1": "p", "password2": "p"}
    administrator_client.post(path, sent)
    before = organizer.email, organizer.password
    organizer.refresh_from_db()
    assert (organizer.email, organizer.password) == before


def test_a_role_itself_is_not_edited(organizer_client):
    role = Group.objects.get(name=Role.EDITOR)
    path = f"/admin/auth/group/{role.pk}/"
    assert organizer_client.get(f"{path}change/").status_code == 200
    assert organizer_client.post(f"{path}change/", {"name": "Mine"}).status_code == 403
    assert organizer_client.post(f"{path}delete/", {"post": "yes"}).status_code == 403


def test_what_a_role_may_is_said_in_the_language_of_the_reader(organizer_client):
    path = f"/admin/auth/group/{Group.objects.get(name=Role.EDITOR).pk}/change/"
    page = organizer_client.get(path, headers={"accept-language": "ru"}).content.decode()
    assert "<li>Отчёт: изменение</li>" in page
    assert "Can change" not in page
    accounts = organizer_client.get("/admin/volunteers/user/", headers={"accept-language": "ru"})
    assert "Помощник на отметке прибытия" in accounts.content.decode()


def test_the_account_of_a_volunteer_goes_by_the_own_wish_only(organizer_client, db):
    account = make_registration(name="Zebo").volunteer.user
    path = f"/admin/volunteers/user/{account.pk}/delete/"
    assert organizer_client.post(path, {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=account.pk).exists()


def test_an_account_of_staff_is_deleted_too(organizer_client):
    account = make_staff(Role.EDITOR)
    organizer_client.post(f"/admin/volunteers/user/{account.pk}/delete/", {"post": "yes"})
    assert not User.objects.filter(pk=account.pk).exists()


@pytest.mark.parametrize("key", ["9" * 20, "many", ""])
def test_a_role_that_there_is_not_is_refused_in_words(administrator_client, key):
    page = send(administrator_client, change(make_account()), groups=[key])
    assert "groups" in errors(page)


def test_a_permission_that_there_is_not_is_refused_in_words(organizer_client):
    page = send(organizer_client, "/admin/auth/group/add/", name="Some", permissions=["9" * 20])
    assert "permissions" in errors(page)
