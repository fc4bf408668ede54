"""Who came to the demo's trainings: sums for certificates, and a door that is open today."""

import pytest

from trainings.models import Training
from volunteers import demo as loading
from volunteers.demo import attendance
from volunteers.door import Door, part_for
from volunteers.models import Registration, User


@pytest.fixture
def trainings(demo):
    """The training that was held, and the one that is held just now."""
    organizer = User.objects.get(is_staff=True)
    for path in loading.ATTENDANCE.glob("*.yaml"):
        attendance.load(path, organizer)
    return (
        Training.objects.get(slug="four-saturdays"),
        Training.objects.get(slug="evenings-for-new-neighbours"),
    )


def test_the_saturdays_have_some_who_completed_and_some_who_did_not(trainings):
    rows = Registration.objects.filter(training=trainings[0])
    assert (rows.attended().count(), rows.completed().count()) == (12, 7)
    assert rows.get(name="Hannah Doorley").completion_override.completed


def test_the_door_is_open_today(trainings):
    row = trainings[1]
    door = Door(row, User.objects.get(is_staff=True), part_for(row, ""))
    assert (door.here, door.total, row.is_published) == (0, 12, False)
