"""Roles: their table, the groups made of it, and what follows from having one or none."""

from fnmatch import fnmatch

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from tests.factories import make_account
from tests.volunteers.factories import make_open_training
from tests.volunteers.roles.people import make_staff
from volunteers.roles import MAY, Role, may_check_in


def labels() -> set[str]:
    rows = Permission.objects.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in rows}


def test_migrating_makes_the_groups(db):
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_every_line_of_the_table_gives_something(db):
    known = labels()
    idle = [one for may in MAY.values() for one in may if not any(fnmatch(n, one) for n in known)]
    assert idle == []


def test_the_command_makes_a_role_again_and_leaves_other_groups(db, capsys):
    own = Group.objects.create(name="Our own group")
    own.permissions.set(Permission.objects.filter(codename="view_letter"))
    editor = Group.objects.get(name=Role.EDITOR)
    before = set(editor.permissions.all())
    editor.permissions.set(Permission.objects.filter(codename="delete_user"))
    Group.objects.filter(name=Role.OBSERVER).delete()
    call_command("roles")
    call_command("roles")
    assert set(editor.permissions.all()) == before
    assert Group.objects.filter(name=Role.OBSERVER).count() == 1
    assert [one.codename for one in own.permissions.all()] == ["view_letter"]


@pytest.mark.parametrize("role", [Role.ORGANIZER, Role.COORDINATOR, Role.HELPER, Role.MONITORING])
def test_only_an_administrator_may_touch_accounts(db, role):
    user = make_staff(role)
    powers = ("add_user", "change_user", "delete_user", "change_group", "view_entry")
    assert [one for one in powers if user.has_perm(f"volunteers.{one}")] == []
    assert make_staff(Role.ADMINISTRATOR).has_perm("volunteers.change_user")


def test_a_helper_checks_in_at_the_own_training_only(db):
    own, other = make_open_training("Own"), make_open_training("Other")
    helper = make_staff(Role.HELPER, trainings=[own])
    assert [may_check_in(helper, one) for one in (own, other)] == [True, False]


def test_an_organizer_checks_in_anywhere_and_an_observer_nowhere(db):
    training = make_open_training()
    may = {role: may_check_in(make_staff(role, trainings=[training]), training) for role in Role}
    assert {role for role, is_so in may.items() if is_so} == {
        Role.ADMINISTRATOR,
        Role.ORGANIZER,
        Role.HELPER,
    }


def test_a_closed_account_checks_nobody_in(db):
    training = make_open_training()
    helper = make_staff(Role.HELPER, trainings=[training])
    helper.is_active = False
    assert not may_check_in(helper, training)


def test_staff_without_a_role_sees_what_its_permissions_say(client, db):
    clerk = make_account("clerk@example.org", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename="view_series"))
    client.force_login(clerk)
    answers = [client.get(f"/admin/trainings/{one}/").status_code for one in ("series", "training")]
    assert answers == [200, 403]
