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
from volunteers.services import attempts, uploads

logger = logging.getLogger("worker")
RETRY_SECONDS = 60


@dataclass
class Job:
    """Something to do every so many seconds; `due` is on the clock of `time.monotonic`."""

    name: str
    work: Callable[[], object]
    every: float
    due: float = 0

    def run(self) -> None:
        """Do it; what goes wrong is logged, and tried again a little later."""
        close_old_connections()
        pause = self.every
        try:
            self.work()
        except OperationalError as error:
            logger.error("The database does not answer, %s must wait: %s", self.name, error)
            pause = min(self.every, RETRY_SECONDS)
        except Exception:
            logger.exception("%s went wrong", self.name)
            pause = min(self.every, RETRY_SECONDS)
        finally:
            close_old_connections()
        self.due = time.monotonic() + pause


def delete_expired_sessions() -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def jobs() -> list[Job]:
    """All jobs of the worker, each due at once."""
    return [
        Job("deleting expired sessions", delete_expired_sessions, every=60 * 60),
        Job("making picture sizes", make_missing_sizes, every=60),
        Job("deleting kept documents", uploads.purge, every=60 * 60),
        Job("forgetting attempts", attempts.purge, every=10 * 60),
    ]


class Command(BaseCommand):
    help = "Do what is due beside the requests, until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do every job once, then end")

    def handle(self, *args, once: bool, **options):
        todo = jobs()
        # A job may be cut short anywhere, as by a power failure: each leaves the database whole.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
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
