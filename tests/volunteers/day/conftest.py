"""A training of five days that runs today, and who is at its door."""

import datetime as dt

import pytest

from tests.factories import make_account
from tests.volunteers.factories import make_open_training, make_registration
from volunteers.services.attendance import today


@pytest.fixture
def training(db):
    """A training of five days, of which today is the third."""
    row = make_open_training("Water for all", time_zone="Asia/Bishkek")
    row.date_precision, row.lifecycle = "days", "closed"
    row.start_date = today(row) - dt.timedelta(days=2)
    row.end_date = today(row) + dt.timedelta(days=2)
    row.save()
    return row


@pytest.fixture
def zebo(training):
    """Someone with a seat."""
    return make_registration(training, state="approved", name="Зебо Қосимӣ")


@pytest.fixture
def other(db):
    """Another account of the desk, who may do everything."""
    return make_account("bakyt@example.org", name="Bakyt", is_staff=True, is_superuser=True)
