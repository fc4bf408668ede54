"""The worker as a process of its own, as on a real site."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.house.starting import ROOT


def database_url() -> str:
    """The database of this test, as another process reaches it."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    address, mark, options = os.environ["DATABASE_URL"].partition("?")
    return f"{address.rpartition('/')[0]}/{name}{mark}{options}"


def start_worker(job: str, log: Path, **more: str) -> subprocess.Popen:
    """A worker that does only `job`, what it says of it added to `log`.

    What it reads has to be committed. Whoever starts it ends it.
    """
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        **more,
    }
    command = [sys.executable, "manage.py", "worker", "--only", job]
    with open(log, "a") as said:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=said)
