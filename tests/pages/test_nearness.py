"""Which other reports stand under a report, and why."""

import pytest

from tests.factories import make_place, make_report, make_series, make_training


@pytest.fixture
def series(db):
    return make_series("Guides")


@pytest.fixture
def training(series):
    """The training of the report that is read."""
    made = make_training("Guides of Osh", series=series)
    make_place(made, "KG")
    make_report(made, slug="read")
    return made


def held(title, country="FI", **values):
    made = make_training(title, **values)
    make_place(made, country)
    return made


def test_the_nearest_stand_first_and_say_why(read, training, series):
    make_report(training, headline="Same", date="2020-01-01")
    make_report(held("Series", series=series), headline="Series", date="2021-01-01")
    make_report(held("Country", "KG"), headline="Country", date="2022-01-01")
    make_report(held("Far"), headline="Far", date="2023-01-01")
    assert read("/en/reports/read/").section("more") == (
        "More reports About the same training Same 1 January 2020 "
        "From the same series Series 1 January 2021 "
        "From the same country Country 1 January 2022"
    )


def test_what_all_have_in_common_stands_above_them(read, training, series):
    for year in (2019, 2021, 2020):
        make_report(held("Guides", series=series), headline="Guides", date=f"{year}-01-01")
    assert read("/en/reports/read/").section("more") == (
        "More from this series Guides 1 January 2021 Guides 1 January 2020 Guides 1 January 2019"
    )


def test_the_newest_have_nothing_to_say(read, training):
    make_report(held("Far"), headline="Far", date="2023-01-01")
    make_report(held("Near", "KG"), headline="Near", date="2022-01-01")
    assert read("/en/reports/read/").section("more") == (
        "More reports From the same country Near 1 January 2022 Far 1 January 2023"
    )


def test_a_training_that_is_not_public_brings_nothing_together(read, training, series):
    hidden = held("Hidden", "KG", series=series, published=False)
    make_report(hidden, headline="Far", date="2023-01-01")
    assert read("/en/reports/read/").section("more") == "More reports Far 1 January 2023"
