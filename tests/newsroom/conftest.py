"""What the tests of the newsroom share."""

import pytest

from tests.pages import page
from tests.pages.story import make_story


@pytest.fixture
def read(client, db):
    """A function giving the parsed page at an address; a query asked for every row fails it."""
    return lambda address, **options: page.read(client, address, **options)


@pytest.fixture
def story(db):
    """The first regional training as its report tells it."""
    return make_story()
