"""What the database refuses by itself, whoever writes to it."""

import pytest
from django.core.exceptions import ValidationError
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


def test_a_row_is_held_against_all_its_checks_by_one_question(django_assert_num_queries):
    training = make_training()
    with django_assert_num_queries(3):  # the question, between a savepoint and its release
        training.validate_constraints()


def test_each_broken_check_is_told_beside_its_field():
    training = Training(date_precision="year", year=None, sdg_goals="4")
    with pytest.raises(ValidationError) as refused:
        training.validate_constraints()
    assert refused.value.message_dict == {
        "year": ["Fill in the year."],
        "sdg_goals": ["Choose goals together with “chosen goals”, and none otherwise."],
        "__all__": ["Fill in the title in at least one language."],
    }


def test_a_check_of_a_field_that_is_left_out_is_not_asked():
    training = make_training()
    training.date_precision = "wrong"
    training.validate_constraints(exclude=["date_precision"])
    with pytest.raises(ValidationError, match="Choose one of the choices"):
        training.validate_constraints()


def test_a_broken_check_is_told_after_another_row_held():
    training = make_training()
    training.validate_constraints()
    training.lifecycle = "wrong"
    with pytest.raises(ValidationError, match="Choose one of the choices"):
        training.validate_constraints()
