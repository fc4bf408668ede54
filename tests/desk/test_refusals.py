"""What the desk refuses, with a sentence beside the input, and everything typed still there."""

import datetime as dt

import pytest

from tests.desk.forms import errors, send, sent
from tests.factories import make_report, make_session, make_training
from trainings.models import ParticipantGroup, Session, Training

ADD = "/admin/trainings/training/add/"


def change(row) -> str:
    return f"/admin/trainings/{row._meta.model_name}/{row.pk}/change/"


@pytest.fixture
def two_days(organizer_client):
    return make_training(
        date_precision="days", start_date=dt.date(2027, 4, 22), end_date=dt.date(2027, 4, 23)
    )


def test_a_training_can_not_end_before_it_starts(organizer_client, two_days):
    page = send(organizer_client, change(two_days), end_date="2027-04-01")
    assert errors(page) == {"end_date": ["The last day is before the first. Change one of them."]}
    assert sent(page)["end_date"] == ["2027-04-01"]


def test_all_that_is_wrong_is_told_at_once_and_in_its_place(organizer_client, two_days):
    page = send(
        organizer_client,
        change(two_days),
        end_date="2027-04-01",
        sdg_framework="goals",
        registration_opens_at="2027-03-01 09:00",
        registration_closes_at="2027-02-01 09:00",
        places__0__date_precision="days",
    )
    assert [*errors(page)] == [
        "end_date",
        "sdg_goals",
        "registration_closes_at",
        "places-0-start_date",
    ]


def test_a_session_outside_the_training_is_refused(organizer_client, two_days):
    page = send(
        organizer_client,
        change(two_days),
        sessions__0__title_0="Late",
        sessions__0__date="2027-04-30",
    )
    assert errors(page) == {
        "sessions-0-date": [
            (
                "This day is outside the training (22–23 April 2027). Change the day, or the days "
                "of the training."
            )
        ]
    }
    assert sent(page)["sessions-0-title_0"] == ["Late"]


def test_a_session_is_measured_by_the_days_just_typed(organizer_client, two_days):
    send(
        organizer_client,
        change(two_days),
        end_date="2027-04-30",
        sessions__0__title_0="Late",
        sessions__0__date="2027-04-30",
    )
    assert Session.objects.get().date == dt.date(2027, 4, 30)


def test_a_session_of_a_training_not_saved_yet_is_measured_too(organizer_client):
    page = send(
        organizer_client,
        ADD,
        title_0="New",
        date_precision="days",
        start_date="2027-04-22",
        end_date="2027-04-23",
        sessions__0__title_0="Late",
        sessions__0__date="2027-04-30",
    )
    assert list(errors(page)) == ["sessions-0-date"]
    assert sent(page)["title_0"] == ["New"]
    assert not Training.objects.exists()


def test_moving_the_training_away_from_its_sessions_is_refused(organizer_client, two_days):
    make_session(two_days, date=dt.date(2027, 4, 22))
    page = send(organizer_client, change(two_days), start_date="2027-04-23")
    assert list(errors(page)) == ["sessions-0-date"]


def test_a_session_can_not_end_before_it_starts(organizer_client, two_days):
    page = send(
        organizer_client,
        change(two_days),
        sessions__0__title_0="Backwards",
        sessions__0__date="2027-04-22",
        sessions__0__start_time="10:00",
        sessions__0__end_time="09:00",
    )
    assert errors(page)["sessions-0-__all__"] == [
        "The session ends before it starts. Change one of them."
    ]


def test_a_negative_count_is_refused(organizer_client, two_days):
    page = send(
        organizer_client,
        change(two_days),
        groups__0__capacity_0="volunteers",
        groups__0__count="-4",
    )
    assert errors(page)["groups-0-count"] == [
        "A count can't be below 0. Leave it empty if unknown."
    ]
    assert sent(page)["groups-0-count"] == ["-4"]


def test_a_negative_count_of_a_country_is_refused(organizer_client, two_days):
    page = send(
        organizer_client,
        change(two_days),
        groups__0__capacity_0="volunteers",
        groups__0__countries_typed="Kazakhstan: -3",
    )
    assert errors(page)["groups-0-countries_typed"] == [
        "“Kazakhstan: -3”: a count can't be below 0. Leave it empty if unknown."
    ]


def test_a_group_can_not_be_a_part_of_itself(organizer_client, two_days):
    group = ParticipantGroup.objects.create(training=two_days, capacity={"en": "volunteers"})
    page = send(organizer_client, change(two_days), groups__0__subset_of=group.pk)
    assert errors(page)["groups-0-subset_of"] == [
        "A group can't be a part of itself. Choose another."
    ]


def test_a_second_text_in_the_same_language_is_refused(organizer_client):
    report = make_report(make_training(), language="en")
    page = send(
        organizer_client, change(report), texts__1__language="en", texts__1__headline="Again"
    )
    assert errors(page)["texts-1-__all__"] == ["This report has a text in this language already."]
    assert sent(page)["texts-1-headline"] == ["Again"]


UNREADABLE = {
    "days": "next Tuesday",
    "start_date": "32 May",
    "year": "0",
    "day": "31",
    "time_zone": "Mars/Olympus",
    "edition_number": "-1",
    "capacity": "99999999999999999999",
    "registration_opens_at": "soon",
    "slug": "with a space",
}


@pytest.mark.parametrize("precision", ["days", "list", "no_year", "month", "season", "year"])
def test_what_can_not_be_read_is_refused_and_kept(organizer_client, two_days, precision):
    make_session(two_days, date=dt.date(2027, 4, 22))
    typed = {"date_precision": precision, "month": "2", **UNREADABLE}
    page = send(organizer_client, change(two_days), **typed)
    refused = errors(page)
    assert [name for name in UNREADABLE if name not in refused and name != "day"] == []
    kept = sent(page)
    assert {name: kept[name] for name in typed} == {name: [text] for name, text in typed.items()}


@pytest.mark.parametrize(
    ("precision", "asked_for"),
    [
        ("days", "start_date"),
        ("list", "days"),
        ("no_year", "month"),
        ("month", "year"),
        ("season", "season"),
        ("year", "year"),
        ("relative", "date_wording"),
    ],
)
def test_dates_left_out_are_asked_for(organizer_client, precision, asked_for):
    training = make_training()
    page = send(organizer_client, change(training), date_precision=precision)
    assert [(name, len(found)) for name, found in errors(page).items()] == [(asked_for, 1)]
    assert sent(page)["date_precision"] == [precision]


@pytest.mark.parametrize("sent_back", ["x", "1,2", "99999999999999999999", "\0"])
def test_a_choice_that_no_list_offers_is_refused(organizer_client, two_days, sent_back):
    row = {"quotes__0__words": "We knew.", "quotes__0__organisation": sent_back}
    page = send(organizer_client, change(two_days), **row)
    assert [*errors(page)] == ["quotes-0-organisation"]
    assert sent(page)["quotes-0-words"] == ["We knew."]


def test_a_choice_that_is_no_row_is_refused(organizer_client, two_days):
    page = send(organizer_client, change(two_days), series="abc", appearances__0__person="9" * 30)
    assert errors(page) == {
        "series": ["“abc” was not found, or is not the only one. Type the whole name."],
        "appearances-0-person": [
            f"“{'9' * 30}” was not found, or is not the only one. Type the whole name."
        ],
    }


def test_an_emptied_address_is_no_hindrance_to_say_what_was_refused(organizer_client, two_days):
    page = send(organizer_client, change(two_days), slug="", end_date="2027-04-01")
    assert [*errors(page)] == ["end_date"]
    assert sent(page)["slug"] == [""]


def test_a_key_that_no_row_can_have_is_refused_among_several(organizer_client, two_days):
    sent_in = {"appearances__0__title": "Trainer", "appearances__0__organisations": "9" * 20}
    page = send(organizer_client, change(two_days), **sent_in)
    assert "appearances-0-organisations" in errors(page)
