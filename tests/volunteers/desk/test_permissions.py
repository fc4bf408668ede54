"""Who may see and decide: strangers and staff without the permission get nothing."""

import pytest
from django.contrib.auth.models import Permission

from tests.desk.forms import said
from tests.factories import make_account
from tests.volunteers.desk.deciding import buttons, line, page, press
from tests.volunteers.factories import make_open_training, make_registration
from volunteers.models import Needs, Note


@pytest.fixture
def registration(db):
    training = make_open_training(capacity=1)
    make_registration(training, state="approved")
    return make_registration(training)


def sign_in(client, *codenames) -> None:
    """Sign in as staff that may do what `codenames` say."""
    clerk = make_account("clerk@example.org", is_staff=True, name="Clerk")
    clerk.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(clerk)


def addresses(registration) -> list[str]:
    training = page(registration.training)
    return [
        training,
        training.replace("decide", "register"),
        training.replace("decide", "copy-questions"),
        "/admin/volunteers/registration/",
        f"/admin/volunteers/registration/{registration.pk}/change/",
        "/admin/volunteers/volunteer/",
        f"/admin/volunteers/volunteer/{registration.volunteer_id}/change/",
        "/admin/volunteers/consenttext/",
    ]


def test_a_stranger_is_asked_to_sign_in(client, registration):
    answers = [client.get(address) for address in addresses(registration)]
    assert [answer.status_code for answer in answers] == [302] * len(answers)
    assert {answer["Location"].split("?")[0] for answer in answers} == {"/admin/login/"}


def test_staff_without_the_permission_get_nothing(client, registration):
    sign_in(client, "view_training")
    answers = [client.get(address).status_code for address in addresses(registration)]
    assert answers == [403] * len(answers)


def test_staff_without_the_permission_decide_nothing(client, registration):
    sign_in(client, "view_training", "view_registration", "change_registration")
    for name in ("act", "promote", "note"):
        address = page(registration.training).replace("decide", name)
        sent = {"verb": "decline", "chosen": registration.pk, "sure": "1", "text": "A note"}
        assert client.post(address, sent).status_code == 403
    registration.refresh_from_db()
    assert (registration.state, Note.objects.count()) == ("confirmed", 0)


def test_who_may_only_look_is_offered_no_button(client, registration):
    sign_in(client, "view_registration")
    assert buttons(client.get(page(registration.training)), registration) == []


def test_beyond_a_limit_needs_a_permission_of_its_own(client, registration):
    sign_in(client, "view_registration", "decide_registration")
    answer = press(client, "approve", registration)
    assert "Seat anyway" not in line(answer, registration)
    answer = press(client, "approve", registration, override_reason="Please")
    assert said(answer)[0].startswith(
        "1 refused: Going beyond a limit needs a permission that your account lacks."
    )
    registration.refresh_from_db()
    assert registration.state == "confirmed"


def test_beyond_a_limit_needs_a_reason(client, registration):
    sign_in(client, "view_registration", "decide_registration", "override_seats")
    answer = press(client, "approve", registration, override_reason="  ")
    assert said(answer)[0].startswith("1 refused: All seats are taken (1 of 1).")
    press(client, "approve", registration, override_reason="She leads the workshop.")
    registration.refresh_from_db()
    assert registration.state == "approved"


def test_needs_are_for_those_who_may_see_them(client, registration):
    Needs.objects.create(
        registration=registration, diet="No nuts, please", purge_after="2030-01-01"
    )
    address = f"/admin/volunteers/registration/{registration.pk}/change/"
    sign_in(client, "view_registration")
    assert "No nuts" not in client.get(address).content.decode()
    client.logout()
    type(registration.volunteer.user).objects.filter(email="clerk@example.org").delete()
    sign_in(client, "view_registration", "view_needs")
    assert "No nuts" in client.get(address).content.decode()


def test_who_may_see_no_registration_sees_no_count(client, registration):
    sign_in(client, "view_training")
    for address in ("/admin/", "/admin/trainings/training/"):
        assert page(registration.training) not in client.get(address).content.decode()
