"""The owner of a registration, another volunteer, and a stranger."""

import pytest
from django.test import Client

from tests.volunteers.factories import make_open_training, make_registration, make_volunteer


@pytest.fixture
def zebo(db):
    """The volunteer whose pages these are."""
    return make_volunteer("zebo@example.org", name="Zebo Qosimi", country="TJ")


@pytest.fixture
def training(db):
    return make_open_training("Volunteers for clean water")


@pytest.fixture
def registration(zebo, training):
    """Zebo's, waiting for a decision."""
    return make_registration(training, zebo)


@pytest.fixture
def stranger_client():
    return Client()


@pytest.fixture
def owner_client(zebo):
    """Signed in as by a mailed code."""
    client = Client()
    client.force_login(zebo.user, "volunteers.signing_in.MailedCode")
    return client


@pytest.fixture
def other_client(db):
    """Another volunteer, signed in likewise."""
    client = Client()
    other = make_volunteer("other@example.org", name="Nurlan Other")
    client.force_login(other.user, "volunteers.signing_in.MailedCode")
    return client
