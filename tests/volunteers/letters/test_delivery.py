"""200 letters, a real mail server, workers as processes of their own, and a kill in the middle."""

import subprocess
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import localdate, now

from tests.volunteers import working
from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.letters.postbox import serving
from volunteers.models import Letter
from volunteers.services import due, outbox

# The workers are processes of their own, so what they read has to be committed.
pytestmark = pytest.mark.django_db(transaction=True)

LETTERS = 200
KILLED_AT = 60


def make_letters(number: int) -> set[str]:
    """So many letters in the outbox; gives their Message-IDs."""
    made = Letter.objects.bulk_create(
        Letter(kind="received", to=f"v{n}@example.org", subject=f"Letter {n}", text="Hello.")
        for n in range(number)
    )
    return {letter.message_id for letter in made}


@pytest.fixture
def start_worker(mail, tmp_path):
    """A function starting a worker that only sends letters; what still runs is killed at last."""
    mail_server = {
        "EMAIL_URL": f"smtp://127.0.0.1:{mail.port}",
        "MAIL_FROM": "Hashar <trainings@example.org>",
    }
    started = []

    def start_worker() -> subprocess.Popen:
        worker = working.start_worker("sending letters", tmp_path / "log", **mail_server)
        started.append(worker)
        return worker

    yield start_worker
    for worker in started:
        worker.kill()
        worker.wait()


def wait_until(true, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "It took too long."
        time.sleep(0.05)


def at_once(work, *, times: int) -> list:
    """What `work` gives in so many threads that begin together, each with its own connection."""
    together = threading.Barrier(times)

    def begin(_number):
        together.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(begin, range(times)))


def waiting() -> int:
    return Letter.objects.filter(state="waiting").count()


def test_nothing_is_lost_or_repeated_by_a_dead_server_a_kill_and_two_workers(
    mail, start_worker, tmp_path
):
    ids = make_letters(LETTERS)
    killed = threading.Event()

    # The mail server is down: all letters wait, and no try is counted.
    worker = start_worker()
    log = tmp_path / "log"
    wait_until(lambda: "The mail server does not answer" in log.read_text())
    assert set(Letter.objects.values_list("state", "tries")) == {("waiting", 0)}

    # It comes up. At the worst moment, when it has kept a letter and not said yes, the worker dies.
    def kill_in_the_middle(message):
        if len(mail.messages) == KILLED_AT:
            worker.kill()
            worker.wait()
            killed.set()

    mail.on_delivery = kill_in_the_middle
    with serving(mail, mail.port):
        assert killed.wait(timeout=30)
        assert waiting() == LETTERS - KILLED_AT + 1
        held = Letter.objects.get(leased_until__isnull=False)
        assert held.leased_until > now()
        # Two minutes pass.
        Letter.objects.filter(pk=held.pk).update(leased_until=now() - timedelta(seconds=1))
        start_worker()
        start_worker()
        wait_until(lambda: not waiting())

    delivered = Counter(mail.ids())
    assert set(delivered) == ids
    assert [key for key, times in delivered.items() if times > 1] == [held.message_id]
    assert delivered.total() == LETTERS + 1
    # The second delivery of the held letter counts once: the first was never heard of.
    assert set(Letter.objects.values_list("state", "tries")) == {("sent", 1)}


def test_a_letter_that_comes_later_leaves_too(mail, start_worker):
    with serving(mail, mail.port):
        make_letters(1)
        start_worker()
        wait_until(lambda: not waiting())
        make_letters(1)
        wait_until(lambda: len(mail.messages) == 2)


def test_two_workers_remind_once():
    day = localdate() + timedelta(days=1)
    training = make_open_training(date_precision="days", start_date=day, reminder_days=3)
    for _number in range(10):
        make_registration(training, state="approved", decided_at=now() - timedelta(days=9))
    at_once(due.remind, times=4)
    assert Letter.objects.filter(kind="reminder").count() == 10


def test_two_claims_at_once_never_get_the_same_letter():
    make_letters(40)

    def claim_all() -> list[int]:
        return [letter.pk for letter in iter(outbox.claim, None)]

    claimed = [pk for each in at_once(claim_all, times=4) for pk in each]
    assert sorted(claimed) == sorted(Letter.objects.values_list("pk", flat=True))
