"""Accounts at the desk."""

from django.contrib.auth.models import Group, Permission

from tests.desk.forms import errors, send
from tests.factories import make_account
from volunteers.models import User


def change(account) -> str:
    return f"/admin/volunteers/user/{account.pk}/change/"


def test_an_account_is_made_from_an_address(organizer_client):
    send(
        organizer_client,
        "/admin/volunteers/user/add/",
        email="new@example.org",
        name="Nurlan",
        password1="tuned-lantern-41",
        password2="tuned-lantern-41",
    )
    account = User.objects.get(email="new@example.org")
    assert (account.name, account.check_password("tuned-lantern-41")) == ("Nurlan", True)


def test_an_address_is_taken_whatever_the_case(organizer_client):
    make_account("nurlan@example.org")
    page = send(
        organizer_client,
        "/admin/volunteers/user/add/",
        email="Nurlan@example.org",
        password1="tuned-lantern-41",
        password2="tuned-lantern-41",
    )
    assert errors(page)["__all__"] == ["There is an account with this address already."]


def test_an_account_gets_a_group(organizer_client):
    group = Group.objects.create(name="Organizers")
    account = make_account()
    send(organizer_client, change(account), is_staff="on", groups=[group.pk])
    account.refresh_from_db()
    assert (account.is_staff, list(account.groups.all())) == (True, [group])


def test_only_who_may_do_everything_hands_out_powers(client, db):
    clerk = make_account("clerk@example.org", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(content_type__model="user"))
    client.force_login(clerk)
    send(client, change(clerk), is_superuser="on", name="Clerk")
    clerk.refresh_from_db()
    assert (clerk.name, clerk.is_superuser) == ("Clerk", False)


def test_an_account_is_found_by_name_in_any_case(organizer_client):
    make_account("a@example.org", name="Айгерим")
    make_account("b@example.org", name="Нурлан")
    page = organizer_client.get("/admin/volunteers/user/", {"q": "айгерим"})
    assert [account.email for account in page.context["cl"].result_list] == ["a@example.org"]


def test_when_somebody_signed_in_stands_there_in_our_words(organizer_client):
    account = make_account("nurlan@example.org")
    User.objects.filter(pk=account.pk).update(last_login="2025-03-01T12:00Z")
    for page in ("/admin/volunteers/user/", change(account)):
        assert "1 March 2025" in organizer_client.get(page).content.decode()
