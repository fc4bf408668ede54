"""A training for two countries, and the coordinator of one of them."""

import pytest

from tests.volunteers.factories import make_registration
from tests.volunteers.roles.people import make_half, make_staff
from volunteers import letters
from volunteers.roles import Role


@pytest.fixture
def own(db):
    """Tajikistan's half: Zebo's registration, with a letter, a document and a certificate."""
    return make_half("TJ", "Zebo Own")


@pytest.fixture
def other(own):
    """Kazakhstan's half of the same training: Dana's."""
    half = make_half("KZ", "Dana Elsewhere")
    volunteer = half.registration.volunteer
    row = make_registration(own.training, volunteer, country=volunteer.country)
    letters.received(row)
    half.registration, half.training = row, own.training
    return half


@pytest.fixture
def coordinator(own):
    """Who decides about Tajikistan's volunteers, and sees no others."""
    return make_staff(Role.COORDINATOR, countries=["TJ"])


@pytest.fixture
def coordinator_client(client, coordinator):
    client.force_login(coordinator)
    return client
