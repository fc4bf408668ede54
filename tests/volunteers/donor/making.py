"""A training with people whose numbers can be counted by hand."""

import datetime as dt

from tests.volunteers.factories import (
    make_attendance,
    make_open_training,
    make_registration,
    make_volunteer,
)
from volunteers.donor.asking import Asked
from volunteers.donor.figures import Figures, figures_of
from volunteers.models import Functioning

DAYS = ("2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05")


def make_held(title="Springs", year=2026, **values):
    """A training of five days in April of `year`."""
    values.setdefault("lifecycle", "held")
    return make_open_training(
        title,
        date_precision="days",
        start_date=dt.date(year, 4, 1),
        end_date=dt.date(year, 4, 5),
        **values,
    )


def make_participant(training, volunteer=None, *, days=5, disability=None, **values):
    """Someone with a seat who was there on the first `days` days."""
    values.setdefault("category", "national")
    row = make_registration(training, volunteer or make_volunteer(), state="approved", **values)
    first = training.first_day
    make_attendance(row, *(str(first + dt.timedelta(days=one)) for one in range(days)))
    if disability:
        Functioning.objects.create(registration=row, outcome=disability)
    return row


def figures(user, *, training=None, **asked) -> Figures:
    return figures_of(user, Asked(training=training, **asked))


def numbers(count) -> tuple:
    return count.people, count.attended, count.completed


def by(figures_: Figures, breakdown: str) -> dict[str, tuple]:
    """The lines of a breakdown that somebody is in."""
    return {key: numbers(one) for key, one in figures_.by_one(breakdown) if one.people}
