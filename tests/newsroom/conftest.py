"""What the tests of the newsroom share."""

import pytest

from tests.factories import make_report, make_training
from tests.pages import page
from tests.pages.story import make_story
from tests.volunteers.roles.people import make_staff
from volunteers.roles import Role


@pytest.fixture
def read(client, db):
    """A function giving the parsed page at an address; a query asked for every row fails it."""
    return lambda address, **options: page.read(client, address, **options)


@pytest.fixture
def story(db):
    """The first regional training as its report tells it."""
    return make_story()


@pytest.fixture
def editor(db):
    """The account of someone with the role of an editor."""
    return make_staff(Role.EDITOR)


@pytest.fixture
def editor_client(client, editor):
    """A client signed in as the editor; `client` itself is then no stranger any more."""
    client.force_login(editor)
    return client


@pytest.fixture
def draft(db):
    """A draft with a headline and a lead, on a training that is public."""
    training = make_training("Springs")
    words = {"headline": "Water for all", "lead": "It was held."}
    return make_report(training, published=False, slug="water", **words).texts.get()
