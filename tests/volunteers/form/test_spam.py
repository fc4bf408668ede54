"""Holding off spam without puzzles: nothing that a person typed is ever lost by it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import now

from tests.volunteers.factories import make_open_training
from tests.volunteers.form.sending import address_of, errors, filled, send, stamp, value_of
from volunteers.clients import client_of
from volunteers.models import Attempt, Letter, Registration
from volunteers.services import attempts

pytestmark = pytest.mark.django_db


@pytest.fixture
def training():
    return make_open_training("Springs", slug="springs", capacity=500)


def mended(client, training, answer):
    """The answer to the same form once more, with what the page gave back."""
    names = ("name", "email", "country", "category", "motivation", "stamp")
    given = {name: value_of(answer, name) for name in names}
    return client.post(address_of(training), filled(**given))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"website": "http://example.org"}, "A field that nobody sees was filled in."),
        ({"stamp": stamp(2 * 24 * 60 * 60)}, "This form was opened more than a day ago."),
        ({"stamp": None}, "The form did not arrive whole."),
        ({"stamp": "forged"}, "The form did not arrive whole."),
    ],
)
def test_a_suspect_form_comes_back_whole_and_passes_the_second_time(
    client, training, changes, sentence
):
    answer = send(client, training, **changes)
    assert answer.status_code == 422
    assert [line.startswith(sentence) for line in errors(answer)] == [True]
    assert not Registration.objects.exists()
    with time_machine.travel(now() + timedelta(seconds=5)):
        assert mended(client, training, answer).status_code == 302


def test_faster_than_anyone_types_is_asked_for_once_more(client, training):
    answer = send(client, training, stamp=stamp(0))
    assert errors(answer) == ["That was faster than people type. Please send it once more."]
    assert value_of(answer, "stamp") != ""
    assert value_of(answer, "motivation") == "We look after a spring."


def test_an_address_gets_five_letters_an_hour(client, training):
    for number in range(5):
        assert send(client, training, name=f"Zebo {number}").status_code == 302
    letters = Letter.objects.count()
    answer = send(client, training, email="ZEBO@example.org")
    assert answer.status_code == 429
    assert errors(answer)[0].startswith("Several letters went to this address within the last hour")
    assert value_of(answer, "motivation") == "We look after a spring."
    assert Letter.objects.count() == letters
    Attempt.objects.update(at=now() - timedelta(minutes=61))
    assert send(client, training).status_code == 302


def test_a_classroom_behind_one_router_is_not_held_up(client, training):
    for number in range(40):
        answer = send(client, training, email=f"pupil-{number}@example.org", name=f"Pupil {number}")
        assert answer.status_code == 302


def test_a_client_that_sends_very_many_forms_has_to_wait(client, training):
    who = attempts.hashed("127.0.0.1")
    Attempt.objects.bulk_create(Attempt(what="form of client", who=who) for _ in range(100))
    answer = send(client, training)
    assert answer.status_code == 429
    assert errors(answer)[0].startswith("Very many forms came from your network")
    assert send(client, training, email="").status_code == 422
    elsewhere = client.post(address_of(training), filled(), REMOTE_ADDR="192.0.2.9")
    assert elsewhere.status_code == 302


def test_a_form_with_something_to_mend_is_not_counted(client, training):
    for _ in range(3):
        send(client, training, email="zebo@")
    assert not Attempt.objects.exists()


def test_old_attempts_are_forgotten(client, training):
    Attempt.objects.create(what="x", who="old", at=now() - timedelta(hours=2))
    Attempt.objects.create(what="x", who="new")
    attempts.purge()
    assert [row.who for row in Attempt.objects.all()] == ["new"]


@pytest.mark.parametrize(
    ("behind", "headers", "client"),
    [
        (False, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, "192.0.2.1"),
        (True, {"HTTP_X_FORWARDED_FOR": "10.0.0.1, 192.0.2.7"}, "192.0.2.7"),
        (True, {"REMOTE_ADDR": "192.0.2.1"}, "192.0.2.1"),
        (True, {"HTTP_X_FORWARDED_FOR": "nonsense"}, ""),
        (False, {"REMOTE_ADDR": ""}, ""),
        (False, {"REMOTE_ADDR": "2001:db8:1:2:aaaa::1"}, "2001:db8:1:2::/64"),
        (False, {"REMOTE_ADDR": "::ffff:192.0.2.1"}, "192.0.2.1"),
    ],
)
def test_a_client_is_known_by_its_own_address(rf, settings, behind, headers, client):
    settings.BEHIND_PROXY = behind
    assert client_of(rf.get("/", **headers)) == client
