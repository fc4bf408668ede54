"""The worker does what is due, survives what goes wrong, and stops when it is told to."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from tests.house.starting import GOOD, ROOT
from tests.volunteers.letters.conftest import mail, postbox
from volunteers.management.commands.worker import Job
from volunteers.models import Letter
from volunteers.services.stopping import SIGNALS

__all__ = ["mail", "postbox"]

# A job gives its connection back, which no transaction around the test would survive.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _handlers_as_before():
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_only_expired_sessions_are_deleted():
    now = timezone.now()
    for key, end in (("old", now - timedelta(days=1)), ("new", now + timedelta(days=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=end)
    call_command("worker", "--once")
    assert [session.session_key for session in Session.objects.all()] == ["new"]


def test_a_job_that_fails_is_logged_and_tried_again_within_a_minute(caplog):
    job = Job("counting sheep", lambda: 1 / 0, every=3600)
    job.run()
    assert "counting sheep went wrong" in caplog.text
    assert 0 < job.due - time.monotonic() <= 60


def test_a_database_that_is_away_is_one_line_in_the_log(caplog):
    def away():
        raise OperationalError("connection refused")

    Job("counting sheep", away, every=3600).run()
    assert [record.getMessage() for record in caplog.records] == [
        "The database does not answer, counting sheep must wait: connection refused"
    ]
    assert caplog.records[0].exc_info is None


def test_a_job_that_went_well_waits_for_its_turn():
    job = Job("counting sheep", lambda: None, every=3600)
    job.run()
    assert 3590 < job.due - time.monotonic() <= 3600


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_at_once_and_without_an_error(tmp_path, number):
    database = f"sqlite:///{tmp_path / 'none.sqlite3'}"
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=ROOT,
        env={**os.environ, **GOOD, "DATABASE_URL": database, "MEDIA_ROOT": str(tmp_path)},
        stderr=subprocess.PIPE,
        text=True,
    )
    # The tables are missing, so the first line in its log says that it is at work.
    assert "must wait" in worker.stderr.readline()
    worker.send_signal(number)
    assert worker.wait(timeout=20) == 0
    assert "Traceback" not in worker.stderr.read()


def test_it_marks_the_letter_in_hand_before_it_stops(postbox):
    for to in ("first@example.org", "second@example.org"):
        Letter.objects.create(kind="received", to=to, subject="A letter", text="Hello.")
    postbox.on_delivery = lambda message: os.kill(os.getpid(), signal.SIGTERM)
    call_command("worker", "--only", "sending letters")
    assert [message["To"] for message in postbox.messages] == ["first@example.org"]
    states = Letter.objects.order_by("pk").values_list("state", "leased_until")
    assert list(states) == [("sent", None), ("waiting", None)]
