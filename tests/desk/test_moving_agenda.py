"""Moving an agenda, or a day of it, by days or minutes."""

import datetime as dt

import pytest

from tests.desk.forms import page_of, said, tags
from tests.factories import make_place, make_session, make_training
from tests.volunteers.factories import make_attendance, make_registration
from trainings.models import Precision

MONDAY, TUESDAY = dt.date(2027, 4, 5), dt.date(2027, 4, 6)


def at(hour: int, minute: int = 0) -> dt.time:
    return dt.time(hour, minute)


@pytest.fixture
def training(db):
    """Two days in Bishkek: a morning and a late evening on Monday, a morning on Tuesday."""
    days = {"date_precision": Precision.DAYS, "start_date": MONDAY, "end_date": TUESDAY}
    training = make_training("Clean water", time_zone="Asia/Bishkek", lifecycle="planned", **days)
    make_place(training, **days)
    make_session(training, "Opening", date=MONDAY, start_time=at(9), end_time=at(10, 30))
    make_session(training, "Evening", date=MONDAY, start_time=at(22), end_time=at(23, 30))
    make_session(training, "Visit", date=TUESDAY)
    make_session(training, "Whenever")
    return training


def words(element) -> str:
    return "".join(element.itertext())


def page(training) -> str:
    return f"/admin/trainings/training/{training.pk}/move-agenda/"


def times(training) -> dict[str, str]:
    return {str(one.title): one.when for one in training.sessions.all()}


def move(client, training, **typed):
    return client.post(page(training), {"days": "", "minutes": "", **typed}, follow=True)


def test_the_page_first_says_what_would_move_where(organizer_client, training):
    asked = {"days": "1", "minutes": "", "with_training": "on"}
    shown = organizer_client.get(page(training), asked)
    rows = [tag for name, tag in tags(page_of(shown)) if name == "tr"][1:]
    cells = [[words(cell) for name, cell in tags(row) if name in ("th", "td")] for row in rows]
    assert cells == [
        ["Opening", "5 April 2027, 09:00–10:30", "6 April 2027, 09:00–10:30"],
        ["Evening", "5 April 2027, 22:00–23:30", "6 April 2027, 22:00–23:30"],
        ["Visit", "6 April 2027", "7 April 2027"],
    ]
    assert "1 other session stays where it is." in shown.content.decode()
    assert times(training)["Opening"] == "5 April 2027, 09:00–10:30"


def test_a_whole_agenda_moves_with_the_days_of_the_training(organizer_client, training):
    answer = move(organizer_client, training, days="7", with_training="on")
    assert said(answer) == ["3 sessions moved."]
    training.refresh_from_db()
    assert (training.dates_in_words("en"), str(training.places.get().start_date)) == (
        "12–13 April 2027",
        "2027-04-12",
    )
    assert times(training) == {
        "Opening": "12 April 2027, 09:00–10:30",
        "Evening": "12 April 2027, 22:00–23:30",
        "Visit": "13 April 2027",
        "Whenever": "",
    }


def test_a_day_moves_by_minutes_and_sessions_without_a_time_stay(organizer_client, training):
    move(organizer_client, training, minutes="-30", day=f"{MONDAY}")
    assert times(training) == {
        "Opening": "5 April 2027, 08:30–10:00",
        "Evening": "5 April 2027, 21:30–23:00",
        "Visit": "6 April 2027",
        "Whenever": "",
    }


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"minutes": "60"}, "“Evening” would go past midnight."),
        ({"minutes": "-600"}, "“Opening” would begin the day before."),
        ({"days": "1"}, "“Visit” would fall on 7 April 2027, outside the training"),
        ({"days": "0"}, "Say by how many days or minutes to move."),
        ({"days": "many"}, "Enter a whole number."),
        ({"days": "1", "day": "2027-04-05", "with_training": "on"}, "with the whole agenda only"),
    ],
)
def test_what_can_not_move_is_refused_with_a_sentence(organizer_client, training, typed, why):
    before = times(training)
    assert why in move(organizer_client, training, **typed).content.decode()
    assert times(training) == before


def test_a_day_no_calendar_has_is_refused(organizer_client):
    last = dt.date.max
    days = {"date_precision": Precision.DAYS, "start_date": last, "end_date": last}
    training = make_training(**days)
    make_session(training, "The end", date=last)
    answer = move(organizer_client, training, days="1", with_training="on")
    assert "No calendar goes that far." in answer.content.decode()


def test_who_may_not_change_sessions_moves_nothing(client, training, django_user_model):
    client.force_login(django_user_model.objects.create_user("a@example.org", is_staff=True))
    assert move(client, training, days="1").status_code == 403


def test_a_day_on_which_attendance_was_taken_stays(organizer_client, training):
    make_attendance(make_registration(training), MONDAY)
    why = "Attendance was taken on: 5 April 2027. Take those marks back, then move."
    before = times(training)
    for typed in ({"days": "1", "day": "2027-04-05"}, {"days": "7", "with_training": "on"}):
        shown = organizer_client.get(page(training), {"minutes": "", **typed})
        assert why in shown.content.decode()
        assert said(move(organizer_client, training, **typed)) == [why]
    assert times(training) == before


def test_what_was_not_attended_yet_may_still_move(organizer_client, training):
    make_attendance(make_registration(training), MONDAY)
    answer = move(organizer_client, training, days="-1", day="2027-04-06")
    assert said(answer) == ["1 session moved."]
    assert said(move(organizer_client, training, minutes="-30")) == ["2 sessions moved."]
