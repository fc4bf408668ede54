"""The outbox at the desk: what waits, what failed, and that a letter can do nothing there."""

import base64
import hashlib
import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from django.utils.timezone import now

from tests.desk.test_lists import lines
from tests.factories import make_account
from tests.volunteers.letters.test_outbox import make_letter
from volunteers import letters
from volunteers.models import Letter

LIST = "/admin/volunteers/letter/"
pytestmark = pytest.mark.django_db


def page(letter) -> str:
    return f"{LIST}{letter.pk}/change/"


def give_up(letter, said="550 No such person") -> Letter:
    Letter.objects.filter(pk=letter.pk).update(state="given_up", tries=14, error=said)
    return letter


def subjects(client, query: str) -> list[str]:
    shown = client.get(LIST + query).context["cl"].result_list
    return [letter.subject for letter in shown]


def test_the_list_takes_few_queries_with_a_thousand_letters(organizer_client, registration):
    letter = letters.received(registration)
    columns = {"kind": "received", "subject": "A", "text": "B", "training": letter.training}
    Letter.objects.bulk_create(
        Letter(to=f"v{n}@example.org", registration=registration, **columns) for n in range(1000)
    )
    for query in ("", "?q=v7", "?delivery=stuck"):
        with CaptureQueriesContext(connection) as queries:
            organizer_client.get(LIST + query)
        assert len(queries) <= 12


def test_letters_are_found_by_address_and_by_subject_in_any_case(organizer_client):
    make_letter()
    Letter.objects.create(kind="received", to="ali@example.org", subject="Чистая вода", text=".")
    assert subjects(organizer_client, "?q=ALI@") == ["Чистая вода"]
    assert subjects(organizer_client, "?q=чистая") == ["Чистая вода"]
    assert subjects(organizer_client, "?q=nobody") == []


def test_those_that_failed_stand_alone_when_asked_for(organizer_client, registration):
    give_up(letters.received(registration))
    make_letter()
    assert subjects(organizer_client, "?delivery=stuck") == [
        "Your registration is complete: Clean water"
    ]


def test_a_line_says_how_far_its_letter_has_come(organizer_client):
    letter = make_letter()
    Letter.objects.update(tries=3, next_try_at=datetime(2027, 3, 1, 13, tzinfo=UTC))
    shown = lines(organizer_client.get(LIST))
    moment = "1 March 2027, 18:00 (Almaty, UTC+5)"
    line = [letter.subject, letter.to, "received", "failed, tries again", "3 tries", moment]
    assert shown == [["", *line]]


def test_the_page_says_what_the_mail_server_said_and_sends_again(organizer_client, registration):
    letter = give_up(letters.received(registration))
    assert "550 No such person" in organizer_client.get(page(letter)).content.decode()
    answer = organizer_client.post(f"{LIST}{letter.pk}/again/", follow=True)
    assert "1 letter goes out again within seconds." in answer.content.decode()
    again = Letter.objects.get()
    assert (again.state, again.tries) == ("waiting", 0)
    assert again.next_try_at <= now()


def test_opening_the_address_that_sends_again_sends_nothing(organizer_client, registration):
    letter = give_up(letters.received(registration))
    organizer_client.get(f"{LIST}{letter.pk}/again/")
    assert Letter.objects.get().state == "given_up"


def test_several_are_sent_again_from_the_list_and_others_are_left(organizer_client):
    failed, waits = give_up(make_letter()), make_letter()
    chosen = {"action": "send_chosen_again", "_selected_action": [failed.pk, waits.pk]}
    answer = organizer_client.post(LIST, chosen, follow=True)
    assert "1 letter goes out again" in answer.content.decode()
    answer = organizer_client.post(LIST, chosen, follow=True)
    assert "Nothing to send again" in answer.content.decode()


def test_a_letter_is_shown_in_a_frame_that_can_do_nothing(organizer_client, registration):
    letter = letters.approved(registration)
    response = organizer_client.get(page(letter))
    shown = response.content.decode()
    assert "<iframe sandbox title=" in shown
    assert f'srcdoc="{escape(letter.html)}"' in shown
    sheet = re.search("<style>(.*?)</style>", letter.html, re.DOTALL)[1].encode()
    digest = base64.b64encode(hashlib.sha256(sheet).digest()).decode()
    policy = response.headers["Content-Security-Policy"].split("; ")
    assert f"style-src 'self' 'sha256-{digest}'" in policy
    assert "script-src 'self'" in policy


def test_nobody_reads_a_colleagues_sign_in_code(organizer_client):
    colleague = make_account("colleague@example.org", is_staff=True)
    letter = letters.code(colleague, "8261-5530", language="en")
    for address in (LIST, page(letter)):
        shown = organizer_client.get(address).content.decode()
        assert "Your code to sign in" in shown
        assert "8261" not in shown


def test_nothing_of_a_letter_can_be_changed_or_deleted(organizer_client, registration):
    letter = letters.received(registration)
    organizer_client.post(page(letter), {"subject": "Other", "to": "x@example.org"})
    assert organizer_client.post(f"{LIST}{letter.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Letter.objects.get().subject == letter.subject


def test_who_may_only_look_sends_nothing_again(client, registration):
    letter = give_up(letters.received(registration))
    reader = make_account("reader@example.org", is_staff=True)
    names = ["view_letter", "view_registration"]
    reader.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(reader)
    assert "Send again" not in client.get(page(letter)).content.decode()
    assert client.post(f"{LIST}{letter.pk}/again/").status_code == 403


def test_who_may_see_no_registrations_sees_no_letters_about_them(client, registration):
    letter = letters.received(registration)
    reader = make_account("reader@example.org", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_letter"))
    client.force_login(reader)
    assert "zebo@example.org" not in client.get(LIST).content.decode()
    assert client.get(page(letter)).status_code == 404


@pytest.mark.parametrize("address", ["/admin/", LIST])
def test_the_desk_says_that_mail_is_not_set_up_and_how_many_wait(organizer_client, address):
    make_letter()
    make_letter()
    said = "Mail is not set up, so nobody gets letters. 2 letters wait."
    assert said in organizer_client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/admin/", LIST])
def test_the_desk_says_that_letters_were_given_up(organizer_client, mail, address):
    assert "mail-notices" not in organizer_client.get(address).content.decode()
    give_up(make_letter())
    said = "1 letter could not be delivered and was given up."
    assert said in organizer_client.get(address).content.decode()


def test_the_desk_says_nothing_of_mail_to_who_may_see_no_letters(client):
    client.force_login(make_account("editor@example.org", is_staff=True))
    assert "Mail is not set up" not in client.get("/admin/").content.decode()
