"""The list of trainings and its filters."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from tests.factories import make_place, make_series, make_training

A_DAY = timedelta(days=1)
GONE = localdate() - 2 * A_DAY


def titles(page) -> list[str]:
    return page.lines(".//main//h3")


@pytest.fixture
def several(db):
    """Four trainings that differ in country, year, state and series."""
    series = make_series("Water school")
    first = make_training(
        "Springs", date_precision="year", year=2023, lifecycle="held", series=series
    )
    second = make_training("Wells", date_precision="month", year=2024, month=5, lifecycle="open")
    third = make_training("Roads", lifecycle="cancelled", date_precision="year", year=2024)
    make_training("Somewhen", lifecycle="planned")
    make_place(first, "KG", city="Osh")
    make_place(second, "KZ")
    make_place(third, "KZ")


def test_an_empty_list_says_what_to_do_next(read):
    page = read("/en/trainings/")
    assert page.line('.//p[@class="empty"]') == (
        "No training is on record yet. Organizers add the first one at the desk."
    )


def test_trainings_stand_under_their_year_the_newest_first(read, several):
    page = read("/en/trainings/")
    assert page.headings == ["2024", "2023", "Year not stated"]
    assert titles(page) == ["Wells", "Roads", "Springs", "Somewhen"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("country=kg", ["Springs"]),
        ("country=kz", ["Wells", "Roads"]),
        ("year=2023", ["Springs"]),
        ("year=none", ["Somewhen"]),
        ("state=open", ["Wells"]),
        ("state=to_come", ["Wells", "Somewhen"]),
        ("state=held", ["Springs"]),
        ("state=cancelled", ["Roads"]),
        ("series=water-school", ["Springs"]),
        ("q=spr", ["Springs"]),
        ("q=Спрингс", ["Springs"]),
        ("country=kz&year=2024&state=open&q=wel", ["Wells"]),
        ("country=kz&year=2023", []),
    ],
)
def test_each_filter_leaves_what_fits(read, several, asked, found):
    assert titles(read(f"/en/trainings/?{asked}")) == found


@pytest.mark.parametrize(
    "dates",
    [
        {"date_precision": "days", "start_date": GONE},
        {"date_precision": "list", "days": [f"{GONE}", "2020-03-01"]},
    ],
)
@pytest.mark.parametrize("lifecycle", ["open", "planned", "closed"])
def test_what_is_over_by_its_dates_is_not_announced(read, dates, lifecycle):
    make_training("Over", lifecycle=lifecycle, **dates)
    make_training(
        "Lasting",
        lifecycle="open",
        date_precision="days",
        start_date=GONE,
        end_date=GONE + 9 * A_DAY,
    )
    for state in ("open", "to_come"):
        assert titles(read(f"/en/trainings/?state={state}")) == ["Lasting"]
    assert "Over" not in read("/en/").text


def test_the_last_day_ends_where_the_training_is_held(read):
    make_training(
        "Springs",
        lifecycle="open",
        date_precision="days",
        start_date=date(2027, 4, 1),
        time_zone="Asia/Almaty",
    )
    with time_machine.travel(datetime(2027, 4, 1, 18, 59, tzinfo=UTC)):
        assert titles(read("/en/trainings/?state=open")) == ["Springs"]
    with time_machine.travel(datetime(2027, 4, 1, 19, 1, tzinfo=UTC)):
        assert titles(read("/en/trainings/?state=open")) == []


def test_a_filter_that_leaves_nothing_says_what_to_do_next(read, several):
    page = read("/en/trainings/?q=nothing")
    assert page.line('.//p[@class="empty"]') == (
        "No training fits. Choose fewer filters, or look for other words."
    )
    assert page.links()["Show all"] == "/en/trainings/"


@pytest.mark.parametrize(
    "asked", ["country=XX", "year=abc", "state=lost", "series=none", "year=99999999999999999999"]
)
def test_what_cannot_be_read_is_left_out_of_the_search(read, several, asked):
    assert len(titles(read(f"/en/trainings/?{asked}"))) == 4


def test_a_training_in_two_places_of_one_country_stands_once(read):
    training = make_training("Twice there")
    make_place(training, "KZ", city="Almaty")
    make_place(training, "KZ", city="Taraz")
    assert titles(read("/en/trainings/?country=kz")) == ["Twice there"]


def test_a_card_says_when_and_where_or_that_it_is_not_stated(read):
    make_place(make_training("Known", date_precision="season", season="spring", year=2020), "TJ")
    make_training("Unknown")
    assert read("/en/trainings/").lines('.//p[@class="when-where"]') == [
        "Spring 2020 Tajikistan",
        "Dates not stated Place not stated",
    ]


def test_the_cancelled_one_is_marked_in_words(read, several):
    assert "Cancelled Roads" in read("/en/trainings/").text
