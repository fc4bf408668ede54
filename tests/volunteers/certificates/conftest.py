"""A training that was held, with someone who was there on every day."""

import datetime as dt

import pytest

from tests.factories import make_organisation, make_organisation_role, make_place
from tests.volunteers.factories import (
    make_attendance,
    make_open_training,
    make_registration,
    make_volunteer,
)
from volunteers.models import Registration

DAYS = ("2027-04-22", "2027-04-23", "2027-04-24")


@pytest.fixture
def training(db):
    found = make_open_training(
        {"en": "Clean water", "ru": "Чистая вода"},
        lifecycle="held",
        date_precision="days",
        start_date=dt.date(2027, 4, 22),
        end_date=dt.date(2027, 4, 24),
    )
    make_place(found, "KG", city={"en": "Osh", "ru": "Ош"})
    house = make_organisation({"en": "House of Volunteers", "ru": "Дом волонтёров"})
    make_organisation_role(found, house)
    return found


@pytest.fixture
def zebo(training) -> Registration:
    return make_participant(training, "Зебо Қосимӣ", "zebo@example.org", latin_name="Zebo Qosimi")


def make_participant(training, name, email=None, *, days=DAYS, country="TJ", **values):
    """Someone with a seat who was there on `days`."""
    person = make_volunteer(email, name=name, country=country)
    row = make_registration(training, person, state="approved", country=country, **values)
    make_attendance(row, *days)
    return row
