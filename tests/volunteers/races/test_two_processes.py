"""Limits on attempts hold where several processes serve the site, as in production."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from tests.house.starting import ROOT
from tests.volunteers.working import database_url
from volunteers.models import Attempt
from volunteers.services.attempts import BY_ADDRESS, CODES

# The others are processes of their own, so what they write has to be committed.
pytestmark = pytest.mark.django_db(transaction=True)

# Says that it is ready, waits until it is told to begin, and tries as often as it may.
TRIES = """
import django
django.setup()
from volunteers.services import attempts
print("ready", flush=True)
input()
for limit in (attempts.BY_ADDRESS, attempts.CODES):
    for _try in range(limit.most):
        try:
            attempts.count(limit, "zebo@example.org")
            print("counted:" + limit.what.replace(" ", "-"))
        except attempts.TooMany:
            print("refused:" + limit.what.replace(" ", "-"))
"""


def in_two_processes(program: str) -> Counter:
    """The words that two processes say which run `program` and begin together."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
    }
    command = [sys.executable, "-c", program]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    both = [subprocess.Popen(command, cwd=ROOT, env=environment, **pipes) for _one in range(2)]
    try:
        assert [one.stdout.readline() for one in both] == ["ready\n"] * 2
        for one in both:
            one.stdin.write("\n")
            one.stdin.flush()
        told = [one.communicate(timeout=60)[0].split() for one in both]
    finally:
        for one in both:
            one.kill()
    return sum(map(Counter, told), Counter())


def test_two_processes_together_let_no_more_through_than_one():
    """Counted in each process alone, twice as many would get through."""
    told = in_two_processes(TRIES)
    for limit in (BY_ADDRESS, CODES):
        what = limit.what.replace(" ", "-")
        assert 0 < told[f"counted:{what}"] <= limit.most
        assert told[f"counted:{what}"] + told[f"refused:{what}"] == 2 * limit.most
        assert Attempt.objects.filter(what=limit.what).count() == told[f"counted:{what}"]
