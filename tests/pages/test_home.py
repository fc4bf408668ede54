"""The front page."""

from datetime import UTC, datetime

import pytest

from tests.factories import (
    make_appearance,
    make_person,
    make_place,
    make_report,
    make_training,
)
from tests.volunteers.factories import make_open_training, make_registration


def counted(page) -> dict[str, str]:
    """The numbers on record by what they count."""
    pairs = page.all('.//section[@aria-labelledby="numbers"]//dl/div')
    return {one.find("dt").text: one.find("dd").text for one in pairs}


def test_an_empty_site_says_what_to_do_next(read):
    page = read("/en/")
    assert page.heading == "Regional trainings of volunteers"
    assert "No training is on record yet. Organizers add the first one at the desk." in page.text


def test_the_newest_report_opens_the_page_and_leads_to_itself(read):
    make_report(slug="older", headline="Older", date="2020-05-01")
    make_report(slug="newer", headline="Newer", date="2024-05-01")
    page = read("/en/")
    assert page.heading == "Newer"
    assert page.links(".//h1") == {"Newer": "/en/reports/newer/"}
    assert page.section("reports").startswith("More reports Older")


def test_what_is_open_planned_and_held_stands_apart(read):
    make_training("Open one", lifecycle="open")
    make_training("Planned one", lifecycle="planned")
    make_training("Held one", lifecycle="held")
    page = read("/en/")
    assert "Open one" in page.section("open")
    assert "Planned one" in page.section("planned")
    assert "Held one" in page.section("held")
    assert page.text.count("Open one") == 1


@pytest.mark.parametrize(("waits", "section"), [(True, "open"), (False, "planned")])
def test_a_full_training_says_so_on_its_card_and_what_can_be_done(read, waits, section):
    training = make_open_training("Full one", capacity=1, has_waiting_list=waits)
    make_registration(training, state="approved")
    home = read("/en/")
    assert "All seats are taken" in home.section(section)
    for page in (home, read("/en/trainings/")):
        assert ("Waiting list" in page.text) == waits
        assert "Registration open" not in page.line(".//article")


def test_what_was_cancelled_is_not_announced(read):
    make_training("Called off", lifecycle="cancelled")
    assert "Called off" not in read("/en/").text
    assert "Called off" in read("/en/trainings/").text


def test_the_numbers_count_what_is_public(read):
    training = make_training()
    make_place(training, "KZ")
    make_appearance(training)
    make_appearance(training, make_person("Someone hidden"), public=False)
    make_training("A draft", published=False)
    make_report(training)
    make_report(training, published=False)
    assert counted(read("/en/")) == {
        "training held": "1",
        "country, where trainings were held or people came from": "1",
        "person invited, speaking or quoted": "1",
        "report": "1",
    }


def test_the_total_of_a_training_is_said_to_be_reported(read, story):
    assert "45 UN Volunteers as reported" in read("/en/").section("held")


@pytest.mark.parametrize("places", [1, 48])
def test_an_open_training_says_how_many_places_it_has(read, places):
    make_training(lifecycle="open", capacity=places)
    said = "1 place" if places == 1 else "48 places"
    assert f"· {said}" in read("/en/").section("open")


def test_an_open_training_says_until_when_on_the_clocks_of_its_place(read, db):
    make_training(
        lifecycle="open",
        time_zone="Asia/Bishkek",
        registration_closes_at=datetime(2027, 3, 1, 12, tzinfo=UTC),
    )
    said = read("/en/").section("open")
    assert "Open until 1 March 2027, 18:00 (Bishkek, UTC+6)" in said


def test_the_figures_lead_to_how_they_are_counted(read, db):
    assert read("/en/").links()["All figures, and how they are counted"] == "/en/figures/"
