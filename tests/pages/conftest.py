"""What the tests of the public pages share."""

import pytest
from django.db import transaction
from django.test import Client

from tests.pages import page
from tests.pages.kinds import KINDS, make_bare, make_full
from tests.pages.story import make_story


@pytest.fixture
def read(client, db):
    """A function giving the parsed page at an address; a query asked for every row fails it."""
    return lambda address, **options: page.read(client, address, **options)


@pytest.fixture
def story(db):
    """The first regional training as its report tells it."""
    return make_story()


@pytest.fixture(scope="session")
def every_page(django_db_setup, django_db_blocker):
    """Each kind of page by its language and name, read once: the rows behind are gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_full()
        make_bare()
        pages = {
            (language, name): page.read(Client(), f"/{language}/{address}")
            for language in ("en", "ru")
            for name, address in KINDS.items()
        }
        transaction.set_rollback(True)
    return pages
