"""Recovery codes, and the way back in for who lost those as well."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.test import Client

from tests.factories import make_account
from tests.volunteers.factor.steps import (
    SET_UP,
    code,
    give_code,
    give_password,
    is_at_desk,
    secret_on,
    sign_in,
    text,
    with_app,
)
from tests.volunteers.roles.people import make_staff
from volunteers.models import Letter, User
from volunteers.roles import Role
from volunteers.services.second_factor import recovery_codes

CODES = f"{SET_UP}codes/"
FILE = f"{CODES}recovery-codes.txt"


def shown(client) -> list[str]:
    return re.findall(r"<code>(\d{4}-\d{4})</code>", client.get(CODES).content.decode())


def set_up_app(client, account):
    give_password(client, account)
    secret = secret_on(client.get(f"{SET_UP}app/"))
    client.post(f"{SET_UP}app/", {"code": code(secret)})


def test_ten_recovery_codes_come_with_the_first_factor(client, aigerim):
    set_up_app(client, aigerim)
    codes = shown(client)
    assert (len(set(codes)), codes) == (10, recovery_codes(aigerim))
    file = client.get(FILE)
    assert file.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert file.headers["Cache-Control"] == "private, no-store"
    assert file.content.decode().splitlines()[2:] == codes


def test_they_are_shown_until_they_are_kept_and_never_again(client, aigerim):
    set_up_app(client, aigerim)
    assert client.post(CODES, {"next": "/admin/volunteers/user/"}).url == "/admin/volunteers/user/"
    assert [client.get(CODES).url, client.get(FILE).url] == [SET_UP, SET_UP]


def test_another_session_never_sees_them(client, aigerim):
    set_up_app(client, aigerim)
    other = Client()
    give_password(other, aigerim)
    give_code(other, recovery_codes(aigerim)[0])
    assert is_at_desk(other)
    assert other.get(CODES).url == SET_UP


def test_a_recovery_code_works_once(client, aigerim):
    with_app(aigerim)
    first, *others = recovery_codes(aigerim)
    give_password(client, aigerim)
    assert give_code(client, first).url == "/admin/"
    assert recovery_codes(aigerim) == others
    assert "A recovery code was used" in Letter.objects.get().text
    client.post("/admin/logout/")
    give_password(client, aigerim)
    assert give_code(client, first).status_code == 422
    assert give_code(client, others[0].replace("-", " ")).url == "/admin/"


def test_new_codes_make_the_old_ones_worthless(client, aigerim):
    with_app(aigerim)
    old = recovery_codes(aigerim)
    sign_in(client, aigerim)
    assert client.post(f"{CODES}new/").url.startswith(CODES)
    assert set(shown(client)).isdisjoint(old)
    assert "New recovery codes were made" in Letter.objects.get().text


@pytest.fixture
def desk(db):
    """The browser of another administrator, signed in by both steps."""
    admin = make_account("nurlan@example.org", is_staff=True, name="Nurlan")
    admin.groups.add(Group.objects.get(name="administrator"))
    admin.set_password("tuned-lantern-41")
    admin.save()
    client = Client()
    sign_in(client, with_app(admin))
    return client


def reset_page(account) -> str:
    return f"/admin/volunteers/user/{account.pk}/second-step/"


@pytest.fixture
def clerk(db):
    """Someone of staff with an app, whose device got lost."""
    account = make_account("clerk@example.org", is_staff=True, name="Clerk")
    account.set_password("tuned-lantern-41")
    account.save()
    return with_app(account)


def test_an_administrator_resets_the_factor_of_who_lost_the_device(client, desk, clerk):
    sign_in(client, clerk)
    page = desk.get(f"/admin/volunteers/user/{clerk.pk}/change/").content.decode()
    assert f'The app that shows codes. <a href="{reset_page(clerk)}">' in page
    answer = desk.post(reset_page(clerk), {"reason": "I called her."}, follow=True)
    assert "The second step of Clerk is reset; a letter says so." in text(answer)
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert client.get("/admin/").url == "/admin/login/?next=/admin/", "a thief is out at once"
    give_password(client, clerk)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith(SET_UP)


def test_the_reset_is_written_down_and_told(desk, clerk):
    Letter.objects.all().delete()
    desk.post(reset_page(clerk), {"reason": "I called her."})
    said = "The second step of signing in was reset by Nurlan. Reason: I called her."
    assert said in Letter.objects.get(to=clerk.email).text
    entry = LogEntry.objects.order_by("pk").last()
    assert (entry.user.name, entry.object_id, said in entry.change_message) == (
        "Nurlan",
        str(clerk.pk),
        True,
    )


def test_a_reset_needs_a_reason(desk, clerk):
    answer = desk.post(reset_page(clerk), {"reason": " "})
    assert answer.status_code == 422
    assert "Write the reason; the person reads it in a letter." in text(answer)
    assert Authenticator.objects.filter(user=clerk).exists()


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("nurlan@example.org", "Nobody resets their own second step."),
        ("aigerim@example.org", "Only another such account resets its second step."),
    ],
)
def test_neither_the_own_factor_nor_one_of_who_may_more_is_reset(desk, aigerim, email, sentence):
    with_app(aigerim)
    account = User.objects.get(email=email)
    assert sentence in text(desk.get(reset_page(account)))
    assert desk.post(reset_page(account), {"reason": "Please."}).status_code == 422
    assert Authenticator.objects.filter(user=account).exists()


def test_who_may_not_reset_does_not(client, aigerim, clerk):
    sign_in(client, clerk)
    assert client.post(reset_page(clerk), {"reason": "Please."}).status_code == 403
    assert Authenticator.objects.filter(user=clerk).exists()


def test_an_account_without_a_factor_has_nothing_to_reset(desk, clerk):
    Authenticator.objects.filter(user=clerk).delete()
    said = "This account has no second step, so there is nothing to reset."
    assert said in text(desk.get(reset_page(clerk)))
    assert desk.post(reset_page(clerk), {"reason": "She asked."}).status_code == 422


def test_the_last_administrator_is_helped_by_who_runs_the_server(aigerim, capsys):
    with_app(aigerim)
    call_command("reset_second_step", "Aigerim@example.org", "--reason", "Phone stolen.")
    assert not Authenticator.objects.exists()
    assert "was reset by whoever runs this site. Reason: Phone stolen." in Letter.objects.get().text
    with pytest.raises(CommandError, match=r"no account with the address nobody@example\.org"):
        call_command("reset_second_step", "nobody@example.org", "--reason", "x")


def test_secrets_have_no_page_at_the_desk(desk):
    assert desk.get("/admin/mfa/authenticator/").status_code == 404


def test_who_may_only_look_is_not_led_to_the_reset(client, settings, clerk):
    settings.SECOND_STEP_FORCED = False
    client.force_login(make_staff(Role.ADMINISTRATOR))
    page = f"/admin/volunteers/user/{clerk.pk}/change/"
    assert reset_page(clerk) in client.get(page).content.decode()
    looker = make_account("looker@example.org", is_staff=True)
    looker.user_permissions.add(Permission.objects.get(codename="view_user"))
    client.force_login(looker)
    shown = client.get(page).content.decode()
    assert "The app that shows codes." in shown
    assert reset_page(clerk) not in shown
