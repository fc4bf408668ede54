"""Who came, from a list: a column for each day, or a line for each."""

import datetime as dt

import pytest

from tests.factories import make_session, make_training
from tests.volunteers.factories import make_registration, make_volunteer
from tests.volunteers.inout.bringing import counts, csv_file, draft, send, take_in, told, wrong
from volunteers.models import Attendance, AttendanceRule

pytestmark = pytest.mark.django_db
DAYS = (dt.date(2024, 4, 22), dt.date(2024, 4, 23))


@pytest.fixture
def training(db):
    return make_training(date_precision="days", start_date=DAYS[0], end_date=DAYS[1])


@pytest.fixture
def zebo(training):
    return make_registration(training, make_volunteer("zebo@example.org"), state="approved")


def came(row) -> list[dt.date]:
    return list(Attendance.objects.filter(registration=row).values_list("day", flat=True))


def test_a_column_for_each_day_is_read(organizer_client, training, zebo):
    ali = make_registration(training, make_volunteer("ali@example.org"), state="approved")
    lines = (
        "Почта;ФИО;22.04.2024;23 апреля 2024",
        "zebo@example.org;Зебо;x;да",
        "ALI@example.org;;;+",
    )
    intake = take_in(organizer_client, *lines, kind="attendance", training=training)
    assert counts(intake) == ("done", 0, 2, 0)
    assert (came(zebo), came(ali)) == (list(DAYS), [DAYS[1]])
    assert {row.source for row in Attendance.objects.all()} == {"file"}
    again = take_in(organizer_client, *lines, kind="attendance", training=training)
    assert counts(again) == ("done", 0, 0, 2)


def test_a_line_for_each_day_is_read_and_a_no_takes_a_mark_back(organizer_client, training, zebo):
    lines = [
        "Code,Date,Present",
        f"{zebo.badge_code},2024-04-22,yes",
        f"{zebo.code},2024-04-23,yes",
    ]
    take_in(organizer_client, *lines, kind="attendance", training=training)
    assert came(zebo) == list(DAYS)
    lines[1] = f"{zebo.badge_code},2024-04-22,no"
    response = send(organizer_client, csv_file(*lines), "attendance", training)
    assert "22 April 2024: was there → not there" in told(response)
    take_in(organizer_client, *lines, kind="attendance", training=training)
    assert came(zebo) == [DAYS[1]]


def test_sessions_are_columns_where_each_is_counted(organizer_client, training, zebo):
    AttendanceRule.objects.create(training=training, by_session=True)
    session = make_session(training, "Water", date=DAYS[0])
    lines = ('E-mail,"22 April 2024, Water"', "zebo@example.org,x")
    take_in(organizer_client, *lines, kind="attendance", training=training)
    assert Attendance.objects.get().session == session


def test_what_is_wrong_with_attendance_is_told(organizer_client, training, zebo):
    make_registration(training, make_volunteer("ali@example.org"), state="declined")
    lines = (
        "E-mail,Code,Date,Present",
        "nobody@example.org,,2024-04-22,x",
        ",,2024-04-22,x",
        ",XXXX,2024-04-22,x",
        "ali@example.org,,2024-04-22,x",
        "zebo@example.org,,2024-05-01,x",
        "zebo@example.org,,2024-04-22,perhaps",
        "zebo@example.org,,2024-05-01,",
    )
    assert wrong(send(organizer_client, csv_file(*lines), "attendance", training)) == [
        "A2, E-mail: Nobody you may see is registered with this address at this training.",
        "A3, E-mail: Write the address, or the code of the badge.",
        "B4, Code: Nobody you may see has this code at this training.",
        "Zebo Example has no seat: declined. Ask an organizer to decide first.",
        "1 May 2024 is not a day of this training. Choose another.",
        "D7, Present: Write “yes” or “no” here, or leave it empty.",
        "Line 6 is about the same person. Leave one of them.",
    ]


def test_a_training_has_to_be_chosen(organizer_client):
    response = send(organizer_client, csv_file("E-mail", "zebo@example.org"), "attendance")
    assert response.context["form"].errors == {
        "training": ["Choose the training that this list is about."]
    }


def test_attendance_asks_few_queries_before_it_is_taken_in(
    organizer_client, training, zebo, django_assert_max_num_queries
):
    for _number in range(20):
        make_registration(training, state="approved")
    emails = [row.email for row in training.registrations.select_related("volunteer__user")]
    intake = draft(
        organizer_client,
        "E-mail,22.04.2024",
        *(f"{email},x" for email in emails),
        kind="attendance",
        training=training,
    )
    with django_assert_max_num_queries(25):
        assert organizer_client.get(intake.get_absolute_url()).context["look"].may_run
