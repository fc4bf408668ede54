"""A page that knows what time it is ends when that matters."""

import datetime as dt

import pytest
import time_machine

from config.pages.moments import next_change
from tests.factories import make_report, make_training
from trainings.models import ReportText

NOON = dt.datetime(2027, 3, 1, 12, 7, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def at(moment):
    return time_machine.travel(moment, tick=False)


def test_a_training_appears_when_its_moment_has_come(worker):
    make_training("Clean water", published_at=NOON + MINUTE)
    with at(NOON):
        assert "Clean water" not in worker.ask("/en/trainings/").text
    with at(NOON + MINUTE):
        assert "Clean water" in worker.ask("/en/trainings/").text


def test_registration_closes_on_the_page_when_it_closes(worker):
    make_training("Water", slug="water", lifecycle="open", registration_closes_at=NOON + MINUTE)
    with at(NOON):
        assert "/en/trainings/water/register/" in worker.ask("/en/trainings/water/").text
    with at(NOON + MINUTE):
        assert "/en/trainings/water/register/" not in worker.ask("/en/trainings/water/").text


def test_a_page_that_was_kept_past_its_moment_by_a_clock_is_kept_no_longer(worker):
    with at(NOON):
        worker.ask("/en/people/"), worker.ask("/en/people/")
    with at(NOON + 8 * MINUTE):
        worker.ask("/en/people/")
    assert worker.made == 2


@pytest.mark.django_db
def test_a_page_ends_at_the_next_moment_of_the_record():
    report = make_report(make_training("Water", registration_opens_at=NOON + 3 * MINUTE))
    ReportText.objects.filter(report=report).update(published_at=NOON + 2 * MINUTE)
    with at(NOON):
        assert next_change() == (NOON + 2 * MINUTE).timestamp()


@pytest.mark.django_db
def test_a_page_ends_at_the_quarter_of_an_hour_at_the_latest():
    make_training("Water", registration_opens_at=NOON + 30 * MINUTE)
    with at(NOON):
        assert next_change() == NOON.replace(minute=15).timestamp()
