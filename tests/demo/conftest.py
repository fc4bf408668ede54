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

HERE = Path(__file__).parent
FILES = sorted((site.BASE_DIR / "demo").glob("*.yaml"))


def pytest_collection_modifyitems(items):
    """Let one process run the whole folder: loading the demo takes longer than its tests."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("demo"))


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
