"""What the tests of the services give to `submit`, and how they read what it left."""

import pytest

from volunteers.models import ConsentText
from volunteers.services import registration as services


@pytest.fixture
def send():
    """A function that sends a form in, as the page does, and returns what `submit` returns."""

    def send(training, email="zebo@example.org", name="Zebo Example", **values):
        values.setdefault("described", {"name": name, "category": "national"})
        values.setdefault("language", "en")
        values.setdefault("form_key", f"a form from {email}")
        return services.submit(training, email=email, **values)

    return send


@pytest.fixture
def consent(db):
    """The current wording of each consent, by its kind."""
    return ConsentText.objects.current()
