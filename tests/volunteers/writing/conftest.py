"""A training with people who read letters in several languages, and ways to write to them."""

import pytest

from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.roles.people import make_staff
from volunteers.roles import Role


@pytest.fixture
def training(db):
    return make_open_training("Clean water")


@pytest.fixture
def people(training):
    """Zebo reads Tajik, Dana Kazakh, Timur Russian; all three have a seat."""
    lines = [("Zebo", "TJ", "tg"), ("Dana", "KZ", "kk"), ("Timur", "KZ", "ru")]
    return [
        make_registration(
            training,
            make_volunteer(f"{name.lower()}@example.org", name=name, country=country),
            state="approved",
            country=country,
            language=language,
        )
        for name, country, language in lines
    ]


@pytest.fixture
def coordinator(db):
    return make_staff(Role.COORDINATOR, countries=["TJ"])
