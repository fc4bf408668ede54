"""What the record refuses, and how it says what is only partly known."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests import factories as make
from trainings.models import Country, Report, Training

pytestmark = pytest.mark.django_db


def refusal(function, *arguments, **values) -> list[str]:
    """The sentences with which a row is refused."""
    with pytest.raises(ValidationError) as refused:
        function(*arguments, **values)
    return refused.value.messages


def test_only_a_first_day_is_said_to_be_only_that():
    training = make.make_training(date_precision="days", start_date=date(2012, 11, 26))
    assert training.dates_in_words() == "26 November 2012 (last day not stated)"
    assert training.dates_in_words("ru").startswith("26 ноября 2012 г. (")
    assert translation.get_language() == "en"


def test_a_single_day_is_only_that_day():
    day = date(2012, 11, 26)
    training = make.make_training(date_precision="days", start_date=day, end_date=day)
    assert training.dates_in_words() == "26 November 2012"


def test_a_year_may_go_on():
    training = make.make_training(date_precision="year", year=2016, is_ongoing=True)
    assert training.dates_in_words() == "since 2016"


@pytest.mark.parametrize(
    "dates", [{"date_precision": "year", "year": 2016, "end_year": 2019}, {"date_precision": "days",
              "start_date": date(2016, 1, 1)}]
)  # fmt: skip
def test_only_a_year_without_a_last_one_goes_on(dates):
    assert refusal(make.make_training, is_ongoing=True, **dates) == [
        "Only what is known to the year, without a last one, goes on since then."
    ]


@pytest.mark.parametrize(
    ("dates", "refused"),
    [
        ({"date_precision": "month", "year": 2022, "month": 5, "end_month": 4}, True),
        ({"date_precision": "month", "year": 2022, "month": 5, "end_year": 2023, "end_month": 4},
         False),
        ({"date_precision": "no_year", "month": 11, "day": 12, "end_day": 11}, True),
        ({"date_precision": "no_year", "month": 12, "day": 30, "end_month": 1, "end_day": 2},
         False),
        ({"date_precision": "no_year", "month": 4, "day": 31}, True),
        ({"date_precision": "no_year", "month": 2, "day": 29}, False),
    ],
)  # fmt: skip
def test_an_end_before_its_beginning_is_refused(dates, refused):
    if refused:
        assert len(refusal(make.make_training, **dates)) == 1
    else:
        assert make.make_training(**dates).pk


def test_a_unit_stands_between_title_and_organisation():
    appearance = make.make_appearance(
        make.make_training(), title="Chief", unit="Division", organisation_as_printed="ESCAP"
    )
    assert appearance.title_line == "Chief, Division, ESCAP"


@pytest.mark.parametrize("field", ["place", "session"])
def test_a_figure_can_t_be_about_a_place_or_session_of_another_training(field):
    other = {"place": make.make_place, "session": make.make_session}[field](make.make_training())
    assert refusal(make.make_group, make.make_training(), **{field: other}) == [
        "Choose one of the same training."
    ]


def test_a_training_with_figures_about_its_places_and_sessions_can_be_deleted():
    training = make.make_training()
    make.make_group(training, place=make.make_place(training), session=make.make_session(training))
    training.delete()
    assert not Training.objects.exists()


def test_a_document_belongs_to_a_training_or_to_a_report():
    training = make.make_training()
    report = make.make_report(training)
    assert make.make_document(report=report).training is None
    sentence = ["Choose either a training or a report."]
    assert refusal(make.make_document, training, report=report) == sentence
    assert refusal(make.make_document) == sentence


def test_a_photo_may_be_known_by_its_credit_alone():
    photo = make.make_photo(make.make_training(), caption="", credit="Pix Someone")
    assert str(photo) == "Pix Someone"
    assert refusal(make.make_photo, make.make_training(), caption="") == [
        "Add the picture, or at least its caption or credit."
    ]


@pytest.mark.parametrize("code", ["english", "EN", "e", "en_US", "русский", "en\n"])
def test_a_language_is_a_code(code):
    assert len(refusal(make.make_training_language, make.make_training(), code)) == 1


def test_a_report_without_a_headline_is_called_after_its_first_training():
    newer = make.make_training("Newer", date_precision="year", year=2024)
    older = make.make_training("Older", date_precision="year", year=2012)
    make.make_report([older, newer], headline="")
    assert Report.objects.for_lists().get().shown_headline == "Older"


def test_the_words_of_a_label_are_found_in_the_same_order_however_they_were_typed():
    one = make.make_training({"en": "Water", "ru": "Вода"})
    other = make.make_training({"ru": "Вода", "en": "Water"})
    assert one.search_key == other.search_key


def test_countries_are_seeded():
    assert Country.objects.filter(code__in=["KZ", "NO", "XK"]).count() == 3
