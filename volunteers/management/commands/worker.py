"""`manage.py worker`: what must be done beside answering requests, over and over."""

import logging
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

from trainings.pictures.missing import make_missing_sizes
from volunteers.services import attempts, due, intakes, issuing, outbox, registration, uploads
from volunteers.services.stopping import SIGNALS
from volunteers.writing import sending

logger = logging.getLogger("worker")
RETRY_SECONDS = 60


@dataclass
class Job:
    """Something to do every so many seconds; `due` is on the clock of `time.monotonic`."""

    name: str
    work: Callable[[], object]
    every: float
    due: float = 0
    failures: int = 0  # in a row

    def run(self) -> None:
        """Do it; what goes wrong is logged, and tried again a little later, then later still."""
        close_old_connections()
        self.failures += 1
        try:
            self.work()
            self.failures = 0
        except OperationalError as error:
            logger.error("The database does not answer, %s must wait: %s", self.name, error)
        except outbox.Unreachable as error:
            logger.error("The mail server does not answer, %s must wait: %s", self.name, error)
        except Exception:
            logger.exception("%s went wrong", self.name)
        finally:
            close_old_connections()
        self.due = time.monotonic() + self.pause()

    def pause(self) -> float:
        """Seconds until the next time: longer after each failure, but at most RETRY_SECONDS."""
        if not self.failures:
            return self.every
        return min(self.every * 2 ** min(self.failures, 10), RETRY_SECONDS)


def delete_expired_sessions() -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def jobs() -> list[Job]:
    """All jobs of the worker, each due at once. Two workers may do the same: once is enough."""
    return [
        Job("sending letters", outbox.send_due, every=2),
        Job("writing to groups", sending.write_due, every=2),
        Job("issuing certificates", issuing.issue_due, every=2),
        Job("reminding of trainings", due.remind, every=5 * 60),
        Job("reminding to confirm", due.remind_to_confirm, every=5 * 60),
        Job("dropping what nobody confirmed", registration.drop_unconfirmed, every=10 * 60),
        Job("deleting needs", due.delete_needs, every=60 * 60),
        Job("emptying answers about difficulties", due.empty_functioning, every=60 * 60),
        Job("deleting sign-in codes", due.delete_codes, every=60 * 60),
        Job("deleting expired sessions", delete_expired_sessions, every=60 * 60),
        Job("taking in lists", intakes.run_due, every=2),
        Job("deleting lists nobody took in", intakes.purge, every=60 * 60),
        Job("making picture sizes", make_missing_sizes, every=60),
        Job("deleting kept documents", uploads.purge, every=60 * 60),
        Job("forgetting attempts", attempts.purge, every=10 * 60),
    ]


class Command(BaseCommand):
    help = "Do what is due beside the requests, until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do every job once, then end")
        names = [job.name for job in jobs()]
        parser.add_argument("--only", choices=names, help="do this job alone")

    def handle(self, *args, once: bool, only: str | None, **options):
        todo = [job for job in jobs() if only in (None, job.name)]
        # A job may be cut short anywhere, as by a power failure: each leaves the database whole.
        # Only a letter in hand is sent and marked before.
        # A shell lets what it starts in the background ignore Ctrl-C, so that is said as well.
        for number in SIGNALS:
            signal.signal(number, signal.default_int_handler)
        try:
            while True:
                for job in todo:
                    if job.due <= time.monotonic():
                        job.run()
                if once:
                    return
                time.sleep(max(0.1, min(job.due for job in todo) - time.monotonic()))
        except KeyboardInterrupt:
            return
