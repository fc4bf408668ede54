"""Whom the public figures count. The numbers expected were counted by hand."""

import pytest
import time_machine

from tests.factories import make_training
from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.factories import make_registration, make_volunteer
from trainings.models import FigureSource
from volunteers.models import CompletionOverride
from volunteers.public_figures import figures_in, figures_of

pytestmark = pytest.mark.django_db


def people(training, women=0, men=0, days=5):
    for sex, number in (("female", women), ("male", men)):
        for _one in range(number):
            make_participant(training, sex=sex, birth_year=1990, days=days)


def shown(figures) -> dict:
    """The answers that are said of anybody, with None for what is hidden."""
    return {row.key: row.count for row in figures.rows if row.count != 0}


def test_each_step_counts_those_who_came_as_far():
    training = make_held()
    make_participant(training, days=5)
    make_participant(training, days=1)
    make_participant(training, days=0)
    make_registration(training, state="declined")
    make_registration(training, state="submitted")
    totals = [figures_of(training, source).total for source in FigureSource.values[1:]]
    assert totals == [4, 3, 2, 1]


def test_by_country_nothing_is_hidden_and_the_largest_is_first():
    training = make_held()
    for country in ("TJ", "KR", "KR"):
        make_participant(training, country=country)
    make_participant(training, country=None)
    figures = figures_of(training, "attended", "country")
    assert figures.lines == list(
        zip(["Republic of Korea", "Tajikistan", "unknown"], figures.rows, strict=True)
    )
    assert shown(figures) == {"KR": 2, "TJ": 1, "unknown": 1}


def test_three_ways_of_not_knowing_are_lines_of_their_own():
    training = make_held()
    for _one in range(5):
        make_participant(training, sex="withheld")
        make_participant(training, sex="", walked_in=True)
        make_participant(training, sex="")
    figures = figures_of(training, "attended", "sex")
    assert shown(figures) == {"withheld": 5, "not_asked": 5, "unknown": 5}


def test_where_nobody_took_attendance_it_is_not_known_and_not_zero():
    training = make_held()
    make_registration(training, state="approved", sex="female")
    figures = figures_of(training, "attended", "sex")
    assert (figures.total, {row.count for row in figures.rows}) == (None, {None})
    assert not figures.hides
    assert "Not known: no attendance was taken." in figures.notes


def test_completion_is_not_known_without_days_unless_somebody_said_so():
    training = make_held()
    row = make_participant(training)
    training.date_precision, training.end_date = "month", None
    training.start_date, training.year, training.month = None, 2026, 4
    training.save()
    assert figures_of(training, "completed").total is None
    CompletionOverride.objects.create(registration=row, completed=True, reason="Seen.")
    assert figures_of(training, "completed").total == 1


def test_women_are_hidden_where_they_would_tell_of_three_men():
    training = make_held()
    people(training, women=9, men=3)
    figures = figures_of(training, "approved", "sex")
    assert (figures.total, shown(figures)) == (12, {"female": None, "male": None})
    assert figures.notes[-1].startswith("Not shown: numbers under 5")


def test_disability_and_age_keep_the_rule_too():
    training = make_held()
    people(training, women=7)
    make_participant(training, birth_year=2003, disability="yes")
    for breakdown in ("disability", "age"):
        assert figures_of(training, "attended", breakdown).hides


def test_a_sum_does_not_bring_back_what_one_training_hides():
    small, large = make_held(year=2025), make_held(year=2026)
    people(small, women=9, men=3)
    people(large, women=8, men=6)
    figures = figures_of([small, large], "attended", "sex")
    assert (figures.total, shown(figures)) == (26, {"female": 8, "male": 6, "apart": 12})


def test_two_men_who_came_to_both_are_not_told_by_the_sum():
    trainings = [make_held(year=2025), make_held(year=2026)]
    for training in trainings:
        people(training, women=9, men=6)
    for _one in range(2):
        zafar = make_volunteer()
        for training in trainings:
            make_participant(training, zafar, sex="male")
    assert shown(figures_of(trainings, "attended", "sex")) == {
        **dict.fromkeys(("female", "male", "other", "withheld", "not_asked", "unknown")),
        "apart": 32,
    }


def test_completion_is_not_counted_before_the_last_day_is_over():
    training = make_held(lifecycle="closed")
    people(training, women=2)
    with time_machine.travel("2026-04-05T10:00:00Z", tick=False):
        figures = figures_of(training, "completed", "country")
    assert (figures.total, figures.rows) == (None, [])
    assert "Not counted yet: 1 training that is not over." in figures.notes
    assert "Not known: no attendance was taken." not in figures.notes
    with time_machine.travel("2026-04-06T10:00:00Z", tick=False):
        assert figures_of(training, "completed").total == 2


def test_a_sum_of_completions_leaves_out_the_training_that_runs_and_says_so():
    over, runs = make_held(), make_held(year=2027, lifecycle="closed")
    for training in (over, runs):
        people(training, women=2)
    figures = figures_of([over, runs], "completed")
    assert (figures.total, figures.known, figures.trainings) == (2, 1, 2)
    assert "Not counted yet: 1 training that is not over." in figures.notes


def test_over_two_trainings_a_person_counts_once():
    zebo = make_volunteer()
    trainings = [make_held(year=2025), make_held(year=2026)]
    for training in trainings:
        make_participant(training, zebo)
    assert figures_of(trainings, "attended").total == 1
    assert shown(figures_of(trainings, "attended", "category")) == {"national": 1}


def test_reported_figures_are_not_computed():
    with pytest.raises(ValueError, match="reported"):
        figures_of(make_held(), "reported")


def test_figures_are_the_same_when_read_again():
    training = make_held()
    people(training, women=6, men=2)
    figures = figures_of(training, "completed", "country")
    assert figures_in(figures.as_json()) == figures


def test_of_a_training_whose_people_registered_elsewhere_nobody_is_counted_as_none():
    over = make_held()
    figures = figures_of(over, "registered")
    assert (figures.total, figures.notes[1]) == (None, "Not known: nobody registered here.")
    assert figures_of(over, "approved").total is None
    make_registration(over, state="declined")
    assert [figures_of(over, source).total for source in ("registered", "approved")] == [1, 0]


def test_nobody_yet_is_none_at_a_training_to_come():
    assert figures_of(make_training(lifecycle="open"), "registered").total == 0
