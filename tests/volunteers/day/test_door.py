"""The pages at the door, as a helper without JavaScript uses them, and who may see them."""

import datetime as dt
import json

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories import make_account, make_session
from tests.pages.page import Page
from tests.volunteers.factories import (
    make_attendance,
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from tests.volunteers.form.sending import consent
from volunteers.links import badge_address, confirm_url
from volunteers.models import Attendance, AttendanceRule, Registration
from volunteers.roles import Role, renew
from volunteers.services.attendance import today
from volunteers.signing_in import MAILED


@pytest.fixture
def helper(training):
    """A helper of that training."""
    renew()
    account = make_account("helper@example.org", name="Nodira", is_staff=True)
    account.groups.add(Group.objects.get(name=Role.HELPER))
    account.trainings.add(training)
    return account


@pytest.fixture
def door(helper, client):
    """A client of the helper, and the address of the list."""
    client.force_login(helper)
    return client


def of(training, more="") -> str:
    return f"/check-in/trainings/{training.pk}/{more}"


def badge(registration) -> str:
    return f"/check-in/{registration.badge_code}/"


def text(client, address) -> str:
    return Page(client.get(address)).text


def test_the_badge_leads_to_one_button_that_marks(door, zebo, helper):
    assert badge_address(zebo) == f"http://127.0.0.1:8000{badge(zebo)}"
    assert "Mark as here" in text(door, badge(zebo))
    assert not Attendance.objects.exists()
    page = Page(door.post(badge(zebo), {"here": "yes"}, follow=True))
    assert "Зебо Қосимӣ is here." in page.text
    assert "1 of 1 here" in page.text
    assert Attendance.objects.get().marked_by == helper


def test_a_mark_is_undone_at_the_same_place(door, zebo):
    make_attendance(zebo, today(zebo.training))
    page = Page(door.post(badge(zebo), {"here": "no"}, follow=True))
    assert "Taken back: Зебо Қосимӣ is not here." in page.text
    assert not Attendance.objects.exists()


def test_a_second_helper_is_told_who_marked_before(door, zebo, other):
    make_attendance(zebo, today(zebo.training), marked_by=other)
    page = Page(door.post(badge(zebo), {"here": "yes"}, follow=True))
    assert "was marked at" in page.text
    assert "already, by Bakyt." in page.text


@pytest.mark.parametrize("typed", ["kosimov", "Зебо", "Qosim"])
def test_someone_is_found_by_a_part_of_the_name(door, zebo, typed):
    make_registration(zebo.training, state="approved", name="Murod Aliev")
    page = Page(door.get(of(zebo.training), {"q": typed}))
    assert ("Зебо Қосимӣ" in page.text, "Murod" in page.text) == (True, False)


def test_someone_is_found_by_the_code_typed_with_gaps_and_capitals(door, zebo):
    make_registration(zebo.training, state="approved", name="Murod Aliev")
    typed = f"{zebo.badge_code[:5]} {zebo.badge_code[5:]}".upper()
    page = Page(door.get(of(zebo.training), {"q": typed}))
    assert ("Зебо Қосимӣ" in page.text, "Murod" in page.text) == (True, False)


def test_the_list_counts_and_marks_come_back_to_it(door, zebo):
    make_registration(zebo.training, state="approved")
    make_registration(zebo.training, state="waitlisted", name="Waiting")
    assert "0 of 2 here" in text(door, of(zebo.training))
    answer = door.post(badge(zebo), {"here": "yes", "back": "list"}, follow=True)
    assert "1 of 2 here" in Page(answer).text
    assert "Waiting" not in Page(answer).text


def test_the_list_shows_no_way_to_reach_anyone(door, training):
    person = make_volunteer("zebo@example.org", phone="+992 55 555")
    make_registration(training, person, state="approved")
    everything = door.get(of(training)).content + door.get(of(training, "list.json")).content
    assert b"Zebo Example" in everything
    assert b"zebo@example.org" not in everything
    assert b"+992" not in everything


def test_nobody_without_a_seat_is_marked_by_the_badge(door, training):
    row = make_registration(training, state="cancelled", name="Murod")
    assert "No seat: cancelled. Ask an organizer" in text(door, badge(row))
    page = Page(door.post(badge(row), {"here": "yes"}, follow=True))
    assert "Murod has no seat: cancelled." in page.text


def test_a_stranger_is_asked_to_sign_in_and_comes_back(zebo):
    answer = Client().get(badge(zebo))
    assert answer.url == f"/admin/login/?next={badge(zebo)}"


def test_a_volunteer_with_her_own_badge_is_told_to_show_it_at_the_door(zebo, client):
    client.force_login(zebo.volunteer.user, MAILED)
    page = Page(client.get(badge(zebo)))
    assert page.response.status_code == 403
    assert "Show your badge there" in page.text


def test_a_helper_of_another_training_sees_neither_list_nor_badge(door, helper, zebo):
    helper.trainings.clear()
    for address in (of(zebo.training), badge(zebo), of(zebo.training, "list.json")):
        page = Page(door.get(address))
        assert (page.response.status_code, "Зебо" in page.text) == (404, False)
    assert door.post(badge(zebo), {"here": "yes"}).status_code == 404
    assert not Attendance.objects.exists()


def test_a_code_that_no_badge_has_says_what_to_do(door):
    page = Page(door.get("/check-in/aaaaaaaaaa/"))
    assert (page.response.status_code, page.heading) == (404, "No badge has this code")


def test_the_start_leads_to_the_training_of_today(door, training, zebo):
    assert door.get("/check-in/").url == of(training)


def test_on_a_day_without_the_training_the_next_day_is_named(door, training, zebo):
    training.start_date = training.end_date = today(training) + dt.timedelta(days=1)
    training.save()
    assert "Nothing is held today" in text(door, of(training))
    assert "The next day is" in text(door, badge(zebo))
    door.post(badge(zebo), {"here": "yes"})
    assert not Attendance.objects.exists()


def test_a_session_that_was_chosen_stays_chosen_for_the_badges(door, training, zebo):
    AttendanceRule.objects.create(training=training, by_session=True)
    day = today(training)
    make_session(training, "First", date=day, start_time="00:00")
    second = make_session(training, "Second", date=day, start_time="23:59")
    door.get(of(training), {"part": f"{day}.{second.pk}"})
    assert "Second" in text(door, badge(zebo))
    door.post(badge(zebo), {"here": "yes"})
    assert Attendance.objects.get().session == second


def test_a_walk_in_is_registered_seated_and_here(door, training, helper, mailoutbox):
    given = {"name": "Ravshan", "country": "TJ", "category": "community", "language": "ru"}
    page = Page(door.post(of(training, "walk-in/"), given, follow=True))
    assert "Ravshan is registered and here." in page.text
    row = Registration.objects.get()
    assert (row.walked_in, row.state, row.volunteer, row.nominated_by) == (
        *(True, "approved", None, helper),
    )
    assert row.attendances.count() == 1
    assert [move.to_state for move in row.moves.all()] == ["submitted", "confirmed", "approved"]


def test_a_walk_in_lacks_what_the_page_says_how_to_mend(door, training):
    page = Page(door.post(of(training, "walk-in/"), {}))
    assert page.lines(".//form//strong")[:3] == [
        "Write the name.",
        "Choose a country.",
        "Choose the kind of volunteering that fits best.",
    ]


def test_a_walk_in_with_an_address_is_asked_for_the_consent_by_letter(door, training):
    given = {"name": "Ravshan", "country": "TJ", "category": "community", "language": "en"}
    door.post(of(training, "walk-in/"), {**given, "email": "ravshan@example.org"})
    row = Registration.objects.get()
    letter = row.letters.get()
    assert (letter.kind, letter.to) == ("nominated", "ravshan@example.org")
    link = confirm_url(row).removeprefix("http://127.0.0.1:8000")
    answer = Client().post(link, {consent(): "on"})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.state, row.consents.count(), row.volunteer.name) == ("approved", 1, "Ravshan")


def test_a_walk_in_beyond_the_limit_needs_an_organizer_and_a_reason(door, training, organizer):
    make_quota(training, "TJ", maximum=0)
    given = {"name": "Ravshan", "country": "TJ", "category": "community", "language": "ru"}
    page = Page(door.post(of(training, "walk-in/"), given))
    assert page.response.status_code == 422
    assert "Ask an organizer, who may go beyond it." in page.text
    assert not Registration.objects.exists()
    door.force_login(organizer)
    page = Page(door.post(of(training, "walk-in/"), given))
    assert "To go beyond it, write the reason." in page.text
    door.post(of(training, "walk-in/"), {**given, "override_reason": "Came 900 km."})
    assert Registration.objects.get().moves.last().override_reason == "Came 900 km."


def test_an_address_that_is_registered_already_is_looked_for_instead(door, training):
    make_registration(training, make_volunteer("zebo@example.org"), name="Zebo")
    given = {"name": "Z", "country": "TJ", "category": "community", "language": "ru"}
    answer = door.post(of(training, "walk-in/"), {**given, "email": "Zebo@example.org"})
    assert "registered already, as Zebo (waiting for a decision)" in Page(answer).text
    assert Registration.objects.count() == 1


def send(client, training, *marks):
    marks = [{"part": str(today(training)), "here": True, "at": "", **one} for one in marks]
    answer = client.post(of(training, "marks/"), json.dumps(marks), "application/json")
    return answer.json().get("results", answer.status_code)


def test_marks_of_the_phone_are_taken_once_however_often_they_come(door, zebo):
    mark = {"key": "k1", "id": zebo.pk, "at": "2020-01-01T09:00:00Z"}
    for _again in range(2):
        [result] = send(door, zebo.training, mark)
        assert (result["outcome"], result["here"]["by"]) == ("done", "Nodira")
    assert Attendance.objects.get().marked_at.year == 2020


def test_conflicts_of_the_phone_are_told(door, zebo, other):
    make_attendance(zebo, today(zebo.training), marked_by=other)
    gone = make_registration(zebo.training, state="cancelled", name="Murod")
    results = send(door, zebo.training, {"key": "k1", "id": zebo.pk}, {"key": "k2", "id": gone.pk})
    assert [one["outcome"] for one in results] == ["already", "refused"]
    assert "already, by Bakyt." in results[0]["words"]
    assert "Murod has no seat: cancelled." in results[1]["words"]


def test_marks_for_people_of_another_training_are_refused(door, zebo):
    stranger = make_registration(make_open_training("Another"), state="approved", name="Secret")
    [result] = send(door, zebo.training, {"key": "k1", "id": stranger.pk})
    assert (result["outcome"], "Secret" in result["words"]) == ("refused", False)
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("body", ["", "{}", "[1]", '[{"key": "k"}]', '[{"key": "\\u0000"}]'])
def test_what_is_no_list_of_marks_is_answered_with_a_sentence(door, training, body):
    answer = door.post(of(training, "marks/"), body, "application/json")
    assert (answer.status_code, "can't be read" in answer.json()["error"]) == (400, True)


def test_the_list_of_a_full_training_takes_few_queries(
    door, training, django_assert_max_num_queries
):
    for _each in range(5):
        make_attendance(make_registration(training, state="approved"), today(training))
    with django_assert_max_num_queries(15):
        door.get(of(training))
