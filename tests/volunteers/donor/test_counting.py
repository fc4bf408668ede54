"""Whom donor figures count, and as what. The figures expected were counted by hand."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group

from tests.factories import make_country, make_series
from tests.volunteers.donor.making import by, figures, make_held, make_participant, numbers
from tests.volunteers.factories import make_registration, make_volunteer
from volunteers.donor.bands import READY
from volunteers.models import Registration
from volunteers.services import privacy

pytestmark = pytest.mark.django_db


def test_each_is_counted_by_what_was_given(organizer):
    training = make_held()
    make_participant(training, sex="female", birth_year=2001, days=5, country="TJ")
    make_participant(training, sex="female", birth_year=1990, days=3, country="KG")
    make_participant(training, sex="male", birth_year_withheld=True, days=4, category="online")
    make_participant(training, sex="withheld", days=0)
    found = figures(organizer, training=training)
    assert numbers(found.total) == (4, 3, 2)
    assert by(found, "sex") == {"female": (2, 2, 1), "male": (1, 1, 1), "withheld": (1, 0, 0)}
    assert by(found, "age") == {
        "18-29": (1, 1, 1),
        "30-": (1, 1, 0),
        "withheld": (1, 1, 1),
        "unknown": (1, 0, 0),
    }
    assert by(found, "country") == {"KG": (1, 1, 0), "TJ": (3, 2, 2)}
    assert by(found, "category") == {"national": (3, 2, 1), "online": (1, 1, 1)}


def test_who_has_no_seat_is_not_counted(organizer):
    training = make_held()
    make_participant(training)
    for state in ("confirmed", "waitlisted", "declined", "cancelled", "dropped", "submitted"):
        make_registration(training, state=state)
    assert numbers(figures(organizer, training=training).total) == (1, 1, 1)


def test_withheld_not_asked_and_unknown_are_three(organizer):
    training = make_held()
    make_participant(training, sex="withheld", birth_year_withheld=True, disability="withheld")
    make_participant(training, nominating_office="An office")
    make_participant(training, disability="unknown")
    make_participant(training, walked_in=True, sex="female", disability="yes")
    found = figures(organizer, training=training)
    three = {"withheld": (1, 1, 1), "not_asked": (1, 1, 1), "unknown": (1, 1, 1)}
    assert by(found, "sex") == {"female": (1, 1, 1), **three}
    assert by(found, "age") == {**three, "not_asked": (2, 2, 2)}
    assert by(found, "disability") == {"yes": (1, 1, 1), **three}


def test_where_nobody_took_attendance_it_is_not_known(organizer):
    training = make_held()
    make_registration(training, state="approved")
    found = figures(organizer, training=training)
    assert numbers(found.total) == (1, None, None)
    assert found.trainings[0]["attended"] is None
    assert found.trainings[0]["sex"] is None


def test_who_came_to_two_is_one_person_with_the_latest_facts(organizer):
    zebo = make_volunteer(country="TJ")
    given = {"birth_year": 1997}
    make_participant(make_held(year=2027), zebo, country="KZ", sex="female", **given)
    make_participant(make_held(year=2026), zebo, country="TJ", sex="male", days=2, **given)
    found = figures(organizer)
    assert by(found, "country") == {"KZ": (1, 1, 1)}
    assert by(found, "sex") == {"female": (1, 1, 1)}
    # 2026 - 1997: the age at the first of the two.
    assert by(found, "age") == {"18-29": (1, 1, 1)}
    assert [one["attended"] for one in found.trainings] == [1, 1]


def test_facts_come_from_where_the_person_was(organizer):
    zebo = make_volunteer()
    make_participant(make_held(year=2026), zebo, country="TJ", birth_year=1996)
    make_participant(make_held(year=2027), zebo, country="KZ", birth_year=1996, days=0)
    make_participant(make_held(year=2025), zebo, country="KZ", birth_year=1996, days=0)
    assert by(figures(organizer), "country") == {"TJ": (1, 1, 1)}
    assert by(figures(organizer), "age") == {"30-": (1, 1, 1)}


def test_the_age_is_the_year_of_the_training_less_the_year_of_birth(organizer):
    training = make_held(year=2026)
    for year in (2012, 2011, 2002, 2001):
        make_participant(training, birth_year=year)
    born_later = make_participant(training)
    Registration.objects.filter(pk=born_later.pk).update(birth_year=2027)
    found = figures(organizer, training=training, bands=READY["15-24"])
    assert by(found, "age") == {
        "0-14": (1, 1, 1),
        "15-24": (2, 2, 2),
        "25-": (1, 1, 1),
        "unknown": (1, 1, 1),
    }


def test_a_training_known_to_the_month_has_a_year_and_one_without_has_none(organizer):
    for dates in ({"date_precision": "month", "year": 2018, "month": 5}, {}):
        training = make_held()
        for column in ("start_date", "end_date"):
            setattr(training, column, None)
        training.date_precision = dates.get("date_precision", "unknown")
        training.year, training.month = dates.get("year"), dates.get("month")
        training.save()
        make_registration(training, state="approved", birth_year=1990)
    assert by(figures(organizer), "age") == {"18-29": (1, None, None), "unknown": (1, None, None)}


def test_an_erased_person_counts_at_one_training_and_beside_several(organizer):
    zebo = make_volunteer(sex="female", birth_year=1990)
    first = make_held(year=2026)
    make_participant(first, zebo)
    make_participant(make_held(year=2027), zebo)
    make_participant(first)
    privacy.erase(zebo.user)
    alone = figures(organizer, training=first)
    assert (numbers(alone.total), alone.unmatched) == ((2, 2, 2), [0, 0, 0])
    assert by(alone, "sex") == {"female": (1, 1, 1), "unknown": (1, 1, 1)}
    assert by(alone, "age") == {"unknown": (2, 2, 2)}
    assert by(alone, "disability") == {"not_asked": (1, 1, 1), "unknown": (1, 1, 1)}
    both = figures(organizer)
    assert (numbers(both.total), both.unmatched) == ((1, 1, 1), [2, 2, 2])


def test_someone_without_an_address_counts_alike(organizer):
    first = make_held(year=2026)
    for training in (first, make_held(year=2027)):
        row = make_participant(training, walked_in=True)
        Registration.objects.filter(pk=row.pk).update(volunteer=None)
    alone = figures(organizer, training=first)
    assert (numbers(alone.total), alone.unmatched) == ((1, 1, 1), [0, 0, 0])
    assert by(alone, "disability") == {"not_asked": (1, 1, 1)}
    both = figures(organizer)
    assert (numbers(both.total), both.unmatched) == ((0, 0, 0), [2, 2, 2])
    assert [one["attended"] for one in both.trainings] == [1, 1]


def test_a_span_holds_what_began_in_it_and_a_series_its_own(organizer):
    series = make_series("Wells")
    for year in (2025, 2026, 2027):
        make_participant(make_held(year=year, series=series if year == 2027 else None))
    span = figures(organizer, since=dt.date(2026, 1, 1), until=dt.date(2026, 12, 31))
    assert numbers(span.total) == (1, 1, 1)
    assert [one["since"] for one in span.trainings] == ["2026-04-01"]
    assert [one["since"] for one in figures(organizer, series=series).trainings] == ["2027-04-01"]


def test_a_coordinator_counts_own_countries_only(django_user_model):
    person = django_user_model.objects.create_user("coordinator@example.org", is_staff=True)
    person.groups.add(Group.objects.get(name="country coordinator"))
    person.countries.add(make_country("TJ"))
    training = make_held()
    make_participant(training, country="TJ")
    make_participant(training, country="KG")
    found = figures(person, training=training)
    assert by(found, "country") == {"TJ": (1, 1, 1)}
    assert (found.limited, found.trainings[0]["attended"]) == (["TJ"], 1)
