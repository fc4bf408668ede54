"""The demo fills an empty database once, and tells how to sign in, each time and truthfully."""

import stat

import pytest
from django.core.management import call_command

from tests import factories
from trainings.models import Training
from volunteers import demo
from volunteers.models import Registration, User
from volunteers.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(tmp_path):
    return tmp_path / ".run" / "demo-password"


@pytest.fixture
def her(kept):
    """The demo organizer."""
    demo.make_organizer(kept)
    return User.objects.get(email=demo.ORGANIZER)


def test_a_database_with_a_training_or_an_account_is_not_empty(organizer):
    assert not demo.is_empty()
    organizer.delete()
    assert demo.is_empty()
    factories.make_training()
    assert not demo.is_empty()


def test_it_publishes_trainings_and_makes_the_accounts(kept):
    demo.load(kept)
    assert Training.objects.published().count() >= 7
    assert User.objects.get(is_superuser=True).email == demo.ORGANIZER
    # And an account for each other role.
    assert demo.other_roles(kept)[1] == "tajikistan@example.org     country coordinator"
    roles = {role for user in User.objects.filter(is_superuser=False) for role in user.roles}
    assert roles == set(Role.values) - {Role.ORGANIZER}
    for email in ("tajikistan@example.org", "check-in@example.org"):
        user = User.objects.get(email=email)
        seen = Registration.objects.visible_to(user)
        assert 0 < seen.count() < Registration.objects.count()


def test_it_is_loaded_whole_or_not_at_all(kept):
    kept.parent.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="File exists"):
        demo.load(kept)
    assert demo.is_empty()


def test_its_organizer_may_work_at_the_desk(client, kept, her):
    form = {"username": demo.ORGANIZER, "password": kept.read_text().strip()}
    assert client.post("/admin/login/?next=/admin/", form).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_password_is_new_each_time_and_stands_in_the_database_hashed(kept, her):
    first = kept.read_text().strip()
    her.delete()
    demo.make_organizer(kept)
    assert kept.read_text().strip() != first
    assert first not in User.objects.get(email=demo.ORGANIZER).password


def test_only_its_owner_may_read_the_kept_password(kept, her):
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_the_sign_in_is_told_as_long_as_it_is_true(kept, her):
    told = demo.sign_in(kept)
    assert told == f"{demo.ORGANIZER} with the password {kept.read_text().strip()}"
    her.set_password("another one")
    her.save()
    assert demo.sign_in(kept).startswith(f"{demo.ORGANIZER}, whose password was changed.")


def test_without_the_demo_organizer_it_says_how_to_make_an_account(kept):
    assert "manage.py createsuperuser" in demo.sign_in(kept)


def test_a_public_site_is_never_filled_with_it(settings):
    settings.DEMO = False
    call_command("prepare")
    assert demo.is_empty()


def test_a_site_without_accounts_says_how_to_make_the_first(settings, capsys):
    settings.DEMO = False
    call_command("prepare")
    assert "manage.py createsuperuser" in capsys.readouterr().out
    User.objects.create_user("first@example.org")
    call_command("prepare")
    assert capsys.readouterr().out == ""
