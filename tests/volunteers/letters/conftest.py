"""A training with everything that letters speak of, and someone who registered for it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from tests.factories import make_place
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.letters.postbox import Postbox, free_port, serving


@pytest.fixture
def training(db):
    day = localdate() + timedelta(days=40)
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


@pytest.fixture
def mail(settings):
    """The site set to a mail server at `mail.port`, which does not run yet."""
    postbox = Postbox()
    postbox.port = free_port()
    settings.MAIL_SERVER = {"EMAIL_HOST": "127.0.0.1"}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", postbox.port
    return postbox


@pytest.fixture
def postbox(mail):
    """The mail server of the site, running."""
    with serving(mail, mail.port):
        yield mail
