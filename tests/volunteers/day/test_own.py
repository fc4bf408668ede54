"""What a volunteer sees of her days, takes with her, and leaves behind when she is erased."""

import pytest
from django.test import Client

from tests.factories import make_training
from tests.pages.page import Page
from tests.volunteers.factories import make_attendance, make_registration
from volunteers.models import Attendance, Mark, Registration
from volunteers.services.attendance import Part, mark
from volunteers.services.completion import override
from volunteers.services.privacy import erase, held

DAYS = ["2026-04-20", "2026-04-21"]


@pytest.fixture
def past(db):
    """A seat in a training that was held on two days of April."""
    dates = {"date_precision": "days", "start_date": DAYS[0], "end_date": DAYS[1]}
    return make_registration(make_training("Wells", **dates), state="approved")


def own_page(registration) -> str:
    client = Client()
    client.force_login(registration.volunteer.user, "volunteers.signing_in.MailedCode")
    return Page(client.get(registration.get_absolute_url())).text


def test_she_sees_her_days_and_the_sum(past):
    make_attendance(past, DAYS[0])
    shown = own_page(past)
    assert "You are marked as here: Monday, 20 April" in shown
    assert "1 of 2 days, 50%: not completed, for 80% are asked" in shown


def test_she_sees_what_the_organizers_said_with_the_reason(past, organizer):
    make_attendance(past, DAYS[0])
    override(past, completed=True, reason="She taught the second day.", by=organizer)
    assert "completed the training nevertheless: “She taught the second day.”" in own_page(past)


def test_where_no_attendance_was_taken_nothing_is_said_of_it(past):
    assert "Where you were" not in own_page(past)


def test_she_takes_her_days_with_her(past, organizer):
    mark(past, Part(past.training.every_day[0]), by=organizer, source="desk")
    override(past, completed=True, reason="Ill.", by=organizer)
    [told] = held(past.volunteer.user)["registrations"]
    [day], [said] = told["attended"], told["marks"]
    assert (str(day["day"]), day["session"], day["how"], said["here"]) == (
        *(DAYS[0], None, "desk", True),
    )
    assert (told["completion"]["completed"], told["completion"]["reason"]) == (True, "Ill.")


def test_of_whoever_is_erased_the_days_stay_as_a_count(past, organizer):
    mark(past, Part(past.training.every_day[0]), by=organizer, source="desk")
    override(past, completed=True, reason="Because Zebo was ill.", by=organizer)
    code = past.badge_code
    erase(past.volunteer.user)
    row = Registration.objects.completed().get()
    assert (row.name, row.badge_code == code, row.completion_override.reason) == ("", False, "")
    assert (Attendance.objects.count(), Mark.objects.count()) == (1, 0)
