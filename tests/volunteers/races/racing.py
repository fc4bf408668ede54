"""Letting many do something at one moment, each in a thread with its own connection."""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connections

from trainings.services.refusal import NotAllowed

# All wait for each other at the barrier; who hangs longer than this fails the test.
SECONDS = 60


def race(*runners: Callable[[], object]) -> Counter:
    """Start all `runners` together. Returns how many got through, or what they were told.

    An error is counted by what it says: a test that compares the counts names it then.
    """
    barrier = Barrier(len(runners))
    outcomes: Counter = Counter()

    def run(runner: Callable[[], object]) -> None:
        try:
            barrier.wait(SECONDS)
            runner()
        except NotAllowed as refusal:
            outcomes[str(refusal)] += 1
        except Exception as error:
            outcomes[f"{type(error).__name__}: {error}"] += 1
        else:
            outcomes["done"] += 1
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[runner], daemon=True) for runner in runners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    return outcomes
