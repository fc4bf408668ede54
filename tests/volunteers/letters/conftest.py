"""A training with everything that letters speak of, and someone who registered for it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from tests.factories import make_place
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer


@pytest.fixture
def training(db):
    day = now().date() + timedelta(days=40)
    found = make_open_training(
        {"en": "Clean water", "ru": "Чистая вода"},
        date_precision="days",
        start_date=day,
        end_date=day + timedelta(days=2),
        practical="Bring **warm** clothes.\n\n- a cup\n- [the map](/en/trainings/)",
        contact="water@example.org",
        time_zone="Asia/Bishkek",
        registration_closes_at=datetime(2099, 3, 1, 12, tzinfo=UTC),
    )
    make_place(found, "KG", city={"en": "Osh", "ru": "Ош"}, venue="House of Culture")
    return found


@pytest.fixture
def bare_training(db):
    """A training of which nothing but the title is known."""
    return make_open_training("A training without anything")


@pytest.fixture
def registration(training):
    return make_registration(training, make_volunteer("zebo@example.org"), language="en")
