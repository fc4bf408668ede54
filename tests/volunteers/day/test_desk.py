"""Attendance at the desk: the list, mending it, a list from paper, and a word against the sum."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import make_account, make_session
from tests.pages.page import Page, words
from tests.volunteers.factories import make_attendance, make_registration, make_volunteer
from volunteers.models import Attendance, AttendanceRule, Mark
from volunteers.roles import Role, renew
from volunteers.services.attendance import today


def address(training, more="") -> str:
    return f"/admin/trainings/training/{training.pk}/attendance/{more}"


@pytest.fixture
def first(training):
    return training.start_date


def make_member(role, **values):
    """An account of the desk with one role."""
    renew()
    account = make_account(f"{role.name.lower()}@example.org", is_staff=True, **values)
    account.groups.add(Group.objects.get(name=role))
    return account


def test_people_are_rows_and_days_are_columns_with_their_sums(organizer_client, zebo, first):
    make_attendance(zebo, first, today(zebo.training))
    make_registration(zebo.training, state="approved", name="Murod")
    page = Page(organizer_client.get(address(zebo.training)))
    assert len(page.all(".//thead//th")) == 7
    feet = [words(cell) for cell in page.all(".//tfoot//td")]
    assert feet == ["1", "0", "1", "–", "–", ""]
    assert "2 of 5 days so far; 80% are asked" in page.text
    assert "Nobody is marked here: " in page.text


def test_only_what_was_ticked_since_is_changed(organizer_client, zebo, first, other):
    training, day = zebo.training, today(zebo.training)
    box = f"{zebo.pk}:{first}"
    make_attendance(zebo, day, marked_by=other)  # marked after the page was opened
    organizer_client.post(address(training), {"was": "", "here": [box]})
    assert set(Attendance.objects.values_list("day", flat=True)) == {first, day}
    answer = organizer_client.post(address(training), {"was": box, "here": []}, follow=True)
    assert "1 mark taken back." in "".join(str(one) for one in answer.context["messages"])
    assert list(Attendance.objects.values_list("day", flat=True)) == [day]
    assert list(Mark.objects.values_list("is_here", flat=True)) == [True, False]


@pytest.mark.parametrize("box", ["{pk}:{ahead}", "{pk}:nonsense", "x:{day}", "999999:{day}", ":"])
def test_a_box_that_no_page_shows_changes_nothing(organizer_client, zebo, box):
    days = {"ahead": zebo.training.end_date, "day": today(zebo.training)}
    sent = box.format(pk=zebo.pk, **days)
    answer = organizer_client.post(address(zebo.training), {"was": "", "here": [sent]})
    assert answer.status_code == 302
    assert not Attendance.objects.exists()


def test_sessions_are_the_columns_where_they_are_counted(organizer_client, training, first):
    AttendanceRule.objects.create(training=training, by_session=True)
    session = make_session(training, "Wells", date=first, start_time="09:00", end_time="10:30")
    row = make_registration(training, state="approved")
    page = Page(organizer_client.get(address(training)))
    assert "Wells, 09:00–10:30" in page.text
    box = f"{row.pk}:{first}.{session.pk}"
    organizer_client.post(address(training), {"was": "", "here": [box]})
    assert Attendance.objects.get().session == session


def test_what_is_asked_can_be_changed(organizer_client, zebo, first):
    make_attendance(zebo, first)
    organizer_client.post(address(zebo.training, "rule/"), {"share": "20"})
    assert "1 of 5 days, 20%: completed" in Page(organizer_client.get(address(zebo.training))).text
    answer = organizer_client.post(address(zebo.training, "rule/"), {"share": "0"})
    assert answer.status_code == 200
    assert AttendanceRule.objects.get().share == 20


def test_the_list_takes_few_queries_however_many_people(
    organizer_client, training, first, django_assert_max_num_queries
):
    for _each in range(12):
        make_attendance(make_registration(training, state="approved"), first)
    with django_assert_max_num_queries(15):
        organizer_client.get(address(training))


def test_a_coordinator_sees_only_own_countries_and_marks_nobody(client, training, first):
    make_registration(training, state="approved", name="Own", country="TJ")
    other = make_registration(training, state="approved", name="Foreign", country="KG")
    make_attendance(other, first)
    account = make_member(Role.COORDINATOR)
    account.countries.add("TJ")
    client.force_login(account)
    page = Page(client.get(address(training)))
    assert ("Own" in page.text, "Foreign" in page.text) == (True, False)
    assert "There, of 1" in page.text
    assert client.post(address(training), {"here": []}).status_code == 403
    assert client.get(address(training, "list/")).status_code == 403
    one = f"/admin/trainings/training/{training.pk}/attended/{other.pk}/"
    assert client.get(one).status_code == 404


def test_whoever_may_not_see_attendance_does_not(client, training):
    client.force_login(make_member(Role.EDITOR))
    assert client.get(address(training)).status_code == 403


def look(client, training, names, part=None, **more):
    given = {"part": str(part or today(training)), "names": names, **more}
    return client.post(address(training, "list/"), given)


def chosen_in(answer) -> list[str]:
    """The boxes that the page ticks by itself."""
    found = Page(answer).all(".//td//input[@checked]")
    return [box.get("value") for box in found]


def test_a_typed_list_shows_first_who_is_meant(organizer_client, zebo, first):
    murod = make_registration(zebo.training, make_volunteer("murod@example.org"), state="approved")
    day = today(zebo.training)
    typed = f"Zebo Qosimi\nMurod@example.org, {first}\n{zebo.badge_code.upper()}, {first:%d.%m.%Y}"
    answer = look(organizer_client, zebo.training, typed)
    assert chosen_in(answer) == [
        f"{zebo.pk}:{day}",
        f"{murod.pk}:{first}",
        f"{zebo.pk}:{first}",
    ]
    assert not Attendance.objects.exists()
    sure = {"sure": "yes", "here": chosen_in(answer), "source": "paper"}
    organizer_client.post(address(zebo.training, "list/"), sure)
    assert Attendance.objects.filter(source="paper").count() == 3


def test_a_name_that_fits_two_is_asked_and_never_guessed(organizer_client, training):
    make_registration(training, state="approved", name="Murod Aliev")
    make_registration(training, state="approved", name="Murod Aliyev", country="KG")
    answer = look(organizer_client, training, "Murod Aliev")
    assert chosen_in(answer) == []
    options = [words(one) for one in Page(answer).all(".//option")]
    assert options == [
        "nobody: leave this line out",
        "Murod Aliev, Tajikistan",
        "Murod Aliyev, Kyrgyzstan",
    ]


def test_a_part_of_a_name_is_asked_too(organizer_client, zebo):
    answer = look(organizer_client, zebo.training, "Zebo")
    assert chosen_in(answer) == []
    assert "1 line is not clear" in Page(answer).text


def test_who_is_not_on_the_list_is_said_so(organizer_client, zebo):
    make_registration(zebo.training, state="cancelled", name="Murod Aliev")
    page = Page(look(organizer_client, zebo.training, "Murod Aliev\nNobody Known"))
    assert page.text.count("Nobody with a seat fits. Left out.") == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_a_file_does_the_same(organizer_client, training, first, encoding):
    row = make_registration(training, state="approved", name="Мурод Алиев")
    file = SimpleUploadedFile("sheet.csv", f"Алиев;Мурод;{first}\n".encode(encoding))
    answer = look(organizer_client, training, "", file=file)
    assert chosen_in(answer) == [f"{row.pk}:{first}"]


def test_a_day_beside_the_training_is_said_so(organizer_client, zebo, first):
    answer = look(organizer_client, zebo.training, f"Зебо Қосимӣ, {first - dt.timedelta(days=9)}")
    assert "This day is not of the training" in Page(answer).text
    assert chosen_in(answer) == []


def test_an_empty_list_is_asked_for_again(organizer_client, zebo):
    assert "Nobody was named." in Page(look(organizer_client, zebo.training, " ")).text


def test_a_word_against_the_sum_stands_with_its_reason(organizer_client, zebo, first):
    make_attendance(zebo, first)
    one = f"/admin/trainings/training/{zebo.training.pk}/attended/{zebo.pk}/"
    page = Page(organizer_client.post(one, {"verb": "yes", "reason": " "}))
    assert "Write the reason" in page.source
    organizer_client.post(one, {"verb": "yes", "reason": "She taught the rest."})
    for shown in (one, f"/admin/volunteers/registration/{zebo.pk}/change/"):
        page = Page(organizer_client.get(shown))
        assert "completed, as an organizer said She taught the rest." in page.text
        assert "1 of 5 days so far" in page.text


def test_every_mark_stays_in_sight(organizer_client, zebo, organizer):
    day = today(zebo.training)
    box = f"{zebo.pk}:{day}"
    organizer_client.post(address(zebo.training), {"was": "", "here": [box]})
    organizer_client.post(address(zebo.training), {"was": box, "here": []})
    page = Page(
        organizer_client.get(f"/admin/trainings/training/{zebo.training.pk}/attended/{zebo.pk}/")
    )
    marks = [words(one) for one in page.all(".//section[@aria-labelledby='marks-heading']//b")]
    assert marks == ["here", "taken back"]
    assert "Aigerim" in page.text
