"""Sign-in sheets, badges and the agenda: what stands on them, and what never does."""

import datetime as dt
import re

import pytest
import time_machine

from tests.factories import (
    make_appearance,
    make_person,
    make_place,
    make_session,
    make_session_person,
)
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.papers.pdf import draws_code, pages, text_of
from trainings.models import Role
from volunteers.links import badge_address
from volunteers.papers import badges, ornament, sheets
from volunteers.papers.sheets import Row
from volunteers.services import papers

pytestmark = pytest.mark.django_db
DAY = dt.date(2027, 4, 22)


@pytest.fixture
def training(db):
    found = make_open_training(
        "Clean water",
        date_precision="days",
        start_date=DAY,
        end_date=DAY + dt.timedelta(days=2),
        time_zone="Asia/Bishkek",
    )
    make_place(found, "KG", city="Osh")
    return found


def seat(training, name, country="TJ", **values):
    volunteer = make_volunteer(name=name, country=country)
    return make_registration(training, volunteer, state="approved", country=country, **values)


@pytest.fixture
def zebo(training):
    return seat(
        training,
        "Зебо Қосимӣ",
        latin_name="Zebo Qosimi",
        host_organisation="Youth Centre of Khorog",
        sex="female",
        birth_year=1991,
        phone="+992 55 555 55 55",
    )


def sheet(training, organizer, *, by_country=False):
    return papers.sign_in_sheet(training, DAY, by=organizer, by_country=by_country)


def test_a_sheet_names_the_day_the_training_and_who_is_expected(training, zebo, organizer):
    words = text_of(sheet(training, organizer))
    assert words[:2] == ["Clean water", "Sign-in sheet · 22 April 2027 · Osh, Kyrgyzstan"]
    row = ["1", "Зебо Қосимӣ", "Zebo Qosimi", "Youth Centre of Khorog", "Tajikistan"]
    assert words[6:11] == row
    assert "Not on the list? Please write in capital letters." in words
    assert "".join(words[-2:]) == "Page 1 of 1"


def test_a_sheet_says_nothing_that_the_room_need_not_know(training, zebo, organizer):
    words = " ".join(text_of(sheet(training, organizer)))
    assert not re.search(r"female|sex|1991|\bage\b|555|passport|needs", words)


def test_only_those_with_a_seat_are_expected(training, zebo, organizer):
    make_registration(training, make_volunteer(name="Waits"), state="waitlisted")
    make_registration(training, make_volunteer(name="Hopes"))
    assert not {"Waits", "Hopes"} & set(text_of(sheet(training, organizer)))


def test_by_country_each_stands_under_its_country(training, zebo, organizer):
    seat(training, "Aida", "KG")
    seat(training, "Bek", "KG")
    words = text_of(sheet(training, organizer, by_country=True))
    wanted = ["Kyrgyzstan · 2", "Aida", "Bek", "Tajikistan · 1", "Зебо Қосимӣ"]
    assert [word for word in words if word in wanted] == wanted


def test_by_name_the_sheet_is_sorted_as_its_readers_sort(training, organizer):
    for name in ("Қосим", "Юлия", "Кадыр"):
        seat(training, name)
    words = text_of(sheet(training, organizer))
    assert [word for word in words if word[0] in "ҚЮК"] == ["Кадыр", "Қосим", "Юлия"]


def test_many_people_take_several_pages_and_each_says_which(training):
    rows = [Row(f"Person {number}") for number in range(50)]
    found = pages(sheets.draw("Clean water", DAY, rows, by_country=False))
    numbers = ["".join(page[-2:]) for page in found]
    assert numbers == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert all(page[0] == "Clean water" for page in found)
    assert sum(text.startswith("Person ") for page in found for text in page) == 50


def test_a_badge_has_name_country_role_and_a_code(training, zebo, organizer):
    words = text_of(papers.all_badges(training, by=organizer))
    wanted = ["Participant", "Зебо Қосимӣ", "Zebo Qosimi", "Tajikistan", "Youth Centre of Khorog"]
    assert words[:5] == wanted


def test_the_code_of_a_badge_is_the_address_to_check_in(training, zebo, organizer):
    drawn = papers.all_badges(training, by=organizer)
    assert draws_code(drawn, badge_address(zebo), badges.CODE)
    assert not draws_code(drawn, badge_address(zebo)[:-1], badges.CODE)


def test_guests_and_trainers_get_badges_and_the_quoted_none(training, organizer):
    make_appearance(training, make_person("Trainer A"), roles=[Role.TRAINER, Role.QUOTED])
    make_appearance(training, make_person("Guest B"), country="KZ")
    make_appearance(training, make_person("Voice C"), roles=[Role.QUOTED])
    words = text_of(papers.all_badges(training, by=organizer))
    assert [word for word in words if word[-2:] in (" A", " B", " C")] == ["Trainer A", "Guest B"]
    assert {"Trainer", "Invited guest", "Kazakhstan"} <= set(words)


def test_eight_badges_stand_on_a_sheet(training, organizer):
    for number in range(9):
        seat(training, f"Person {number}")
    found = pages(papers.all_badges(training, by=organizer))
    assert [page.count("Participant") for page in found] == [8, 1]


def test_the_agenda_says_when_what_who_and_where(training):
    session = make_session(
        training,
        "Why people volunteer",
        date=DAY,
        start_time=dt.time(9),
        end_time=dt.time(10, 30),
        room="Room 2",
    )
    make_session_person(session, make_appearance(training, make_person("Aida")), role=Role.TRAINER)
    make_session(training, "Working with media")
    words = text_of(papers.agenda_of(training))
    assert words[:4] == [
        "Agenda",
        "Clean water",
        "22–24 April 2027 · Osh, Kyrgyzstan",
        "Times are local: Bishkek, UTC+6.",
    ]
    assert words[4:9] == [
        "Thursday, 22 April",
        "09:00–10:30",
        "Why people volunteer",
        "Workshop",
        "Aida (trainer)",
    ]
    assert {"Room 2", "Also worked on", "Working with media"} <= set(words)


def test_the_same_record_makes_the_same_files(training, zebo, organizer):
    seat(training, "Aida", "KG")
    make_session(training, "Opening", date=DAY)

    def made():
        return [
            sheet(training, organizer, by_country=True),
            papers.all_badges(training, by=organizer),
            papers.agenda_of(training),
        ]

    first = made()
    with time_machine.travel(dt.datetime(2040, 1, 1, tzinfo=dt.UTC)):
        assert made() == first


def test_a_code_has_the_three_marks_by_which_a_phone_finds_it():
    rows = ornament.squares("https://hashar.example.org/check-in/abc/")
    mark = [True] * 7
    assert [rows[0][:7], rows[0][-7:], rows[-1][:7]] == [mark] * 3
    assert ornament.runs([True, True, False, True]) == [(0, 2), (3, 4)]


def test_days_come_from_the_dates_or_else_from_the_agenda(training):
    assert papers.days_of(training) == [DAY + dt.timedelta(days=n) for n in range(3)]
    bare = make_open_training("Bare")
    assert papers.days_of(bare) == []
    make_session(bare, date=DAY)
    assert papers.days_of(bare) == [DAY]
