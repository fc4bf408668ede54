"""What the database refuses by itself, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories import make_group, make_quote, make_report, make_training
from trainings.models import ParticipantGroup, Quote, ReportText, Training

pytestmark = pytest.mark.django_db


def is_refused(model, **values) -> bool:
    """Whether the database refuses to write `values` into every row of `model`."""
    try:
        with transaction.atomic():
            model.objects.update(**values)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "values",
    [{"month": 13}, {"end_month": 0}, {"day": 32}, {"year": 12}, {"year": 2201}],
    ids=str,
)
def test_a_date_that_no_calendar_has(values):
    make_training()
    assert is_refused(Training, **values)
    assert not is_refused(Training, year=2024, month=12, day=31)


def test_a_word_that_is_none_of_the_choices():
    training = make_training()
    make_group(training)
    make_quote(training)
    make_report(training)
    assert is_refused(Training, lifecycle="wrong")
    assert is_refused(Training, date_precision="wrong")
    assert is_refused(ParticipantGroup, unit="wrong")
    assert is_refused(Quote, approval="wrong")
    assert is_refused(ReportText, state="wrong")
    assert not is_refused(Training, lifecycle="planned")
