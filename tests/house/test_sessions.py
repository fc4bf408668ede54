"""Sessions are written once, and are as safe as Django's own."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.sessions import SessionStore

pytestmark = pytest.mark.django_db


def test_a_session_that_begins_is_written_once():
    with CaptureQueriesContext(connection) as asked:
        session = SessionStore()
        session.cycle_key()
        session["name"] = "Зебо"
        session.save()
    written = [one["sql"] for one in asked if "django_session" in one["sql"]]
    assert [sql.split()[0] for sql in written] == ["INSERT"]
    assert SessionStore(session.session_key)["name"] == "Зебо"


def test_one_that_was_saved_is_changed_in_place():
    session = SessionStore()
    session["name"] = "Зебо"
    session.save()
    session["name"] = "Ольга"
    session.save()
    assert Session.objects.get().get_decoded() == {"name": "Ольга"}


def test_signing_in_takes_what_was_there_along_under_a_new_key():
    session = SessionStore()
    session["name"] = "Зебо"
    session.save()
    before = session.session_key
    session.cycle_key()
    session.save()
    assert Session.objects.get().session_key == session.session_key != before
    assert SessionStore(session.session_key)["name"] == "Зебо"


def test_a_made_up_key_is_not_taken_over():
    session = SessionStore("a" * 32)
    assert session.get("name") is None
    session["name"] = "Зебо"
    session.save()
    assert Session.objects.get().session_key == session.session_key != "a" * 32
