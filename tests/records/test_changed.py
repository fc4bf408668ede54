"""When a training or a text last changed, as feeds and calendars say it."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.desk.forms import send
from tests.factories import PUBLISHED_AT, make_place, make_report, make_session, make_training
from trainings.models import Training

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def later():
    with time_machine.travel(LATER, tick=False):
        yield LATER


def again(row):
    """The row as it stands in the database."""
    return type(row).objects.get(pk=row.pk)


def test_what_never_changed_says_when_it_was_published(later):
    training = make_training()
    assert again(training).last_changed == PUBLISHED_AT


def test_saving_a_training_as_it_was_is_no_change(later):
    again(make_training(start_date="2027-04-22", date_precision="days")).save()
    assert Training.objects.get().changed_at is None


def test_another_title_is_a_change(later):
    training = again(make_training("Springs"))
    training.title = "Wells"
    training.save()
    assert again(training).last_changed == LATER


def test_a_note_nobody_sees_is_no_change(later):
    training = again(make_training())
    training.desk_note = "Call them."
    training.save()
    assert again(training).changed_at is None


def test_another_lead_is_a_change_and_publishing_is_none(later):
    text = make_report(make_training()).texts.get()
    text.published_at = text.published_at.replace(minute=1)
    text.save()
    assert again(text).changed_at is None
    text.lead = "Another."
    text.save()
    assert again(text).last_changed == LATER


def test_a_place_changed_at_the_desk_changes_its_training(later, organizer_client):
    training = make_training()
    make_place(training, "KG")
    address = f"/admin/trainings/training/{training.pk}/change/"
    send(organizer_client, address)
    assert again(training).changed_at is None
    send(organizer_client, address, **{"places-0-country": "KZ"})
    assert again(training).changed_at == LATER


def test_a_session_changed_on_its_own_page_changes_its_training(later, organizer_client):
    session = make_session(make_training())
    send(organizer_client, f"/admin/trainings/session/{session.pk}/change/", room="Hall")
    assert again(session.training).changed_at == LATER
