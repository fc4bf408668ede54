"""The demo is loaded once for the whole folder, into a transaction that is never kept."""

import tempfile
from pathlib import Path

import pytest
from django.conf import settings as site
from django.db import transaction
from django.test import override_settings

from trainings import records
from volunteers import demo as loading
from volunteers.demo import registrations

FILES = sorted((site.BASE_DIR / "demo").glob("*.yaml"))


@pytest.fixture(scope="package")
def outcomes(django_db_setup, django_db_blocker):
    """What became of each file, loaded into an empty database."""
    with (
        tempfile.TemporaryDirectory() as media,
        override_settings(MEDIA_ROOT=Path(media)),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        found = records.load(FILES)
        organizer = loading.make_organizer(Path(media, "password"))
        for path in loading.REGISTRATIONS.glob("*.yaml"):
            registrations.load(path, organizer)
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def demo(outcomes, db):
    """The demo on record; what a test changes is taken back after it."""
    return outcomes
