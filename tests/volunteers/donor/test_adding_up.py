"""Whatever people there are: the cells add up to the totals, and nobody is counted twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import make_country
from tests.volunteers.donor.making import figures, make_held, numbers
from tests.volunteers.factories import make_volunteer
from volunteers.donor.asking import Breakdown
from volunteers.donor.bands import bands_in
from volunteers.models import Attendance, Registration

# Who came where, as what: several lines with one person are several trainings of hers.
came = st.tuples(
    st.integers(0, 5),  # the person
    st.integers(0, 2),  # the training
    st.sampled_from(["female", "male", "other", "withheld", ""]),
    st.sampled_from(["TJ", "KZ", None]),
    st.sampled_from([None, 1980, 2000, 2010]),
    st.integers(0, 5),  # days there
)


@pytest.mark.django_db
def test_cells_add_up_and_each_person_is_in_one(organizer):
    trainings = [make_held(year=2024 + number) for number in range(3)]
    people = [make_volunteer() for _number in range(6)]
    countries = {code: make_country(code) for code in ("TJ", "KZ")}

    @settings(max_examples=12, deadline=None)
    @given(st.lists(came, max_size=12, unique_by=lambda one: one[:2]))
    def check(lines):
        Registration.objects.all().delete()
        for person, where, sex, country, born, days in lines:
            row = Registration(sex=sex, country=countries.get(country), birth_year=born)
            row.training, row.volunteer, row.state = trainings[where], people[person], "approved"
            row.save()
            Attendance.objects.bulk_create(
                Attendance(registration=row, day=f"{2024 + where}-04-0{day}", source="desk")
                for day in range(1, days + 1)
            )
        everyone = {person for person, *_rest in lines}
        attended = {person for person, *_rest, days in lines if days}
        completed = {person for person, *_rest, days in lines if days >= 4}
        expected = (len(everyone), len(attended), len(completed))
        found = figures(organizer, bands=bands_in("18-29"))
        assert zeros(found.total) == expected
        for breakdown in Breakdown.values:
            counts = [zeros(count) for _key, count in found.by_one(breakdown)]
            assert tuple(map(sum, zip(*counts, strict=True))) == expected

    check()


def zeros(count) -> tuple:
    """A count, with 0 for what is not known."""
    return tuple(number or 0 for number in numbers(count))
