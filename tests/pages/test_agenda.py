"""The agenda on the page of a training: on the clocks of its place, and to print."""

from datetime import date, time

import pytest
from playwright.sync_api import expect

from tests.factories import make_place, make_session, make_training

AT_NINE = {"date": date(2027, 4, 22), "start_time": time(9), "end_time": time(10, 30)}


def timed(mode="", **values):
    training = make_training(slug="timed", mode=mode, time_zone="Asia/Bishkek", **values)
    make_session(training, "Reading a map", **AT_NINE)
    return training


def hours(page):
    (one,) = page.all('.//span[@class="at"]/time')
    return one


def test_hours_are_said_to_machines_with_their_zone(read, db):
    timed()
    page = read("/en/trainings/timed/")
    assert hours(page).get("datetime") == "2027-04-22T09:00:00+06:00"
    assert page.section("agenda").startswith("Agenda Times are local: Bishkek, UTC+6.")


def test_hours_without_a_zone_are_shown_as_they_are(read, db):
    make_session(make_training(slug="timed"), **AT_NINE)
    page = read("/en/trainings/timed/")
    assert page.line('.//span[@class="at"]') == "09:00–10:30"
    assert page.all('.//span[@class="at"]/time') == []
    assert "Times are local" not in page.text


@pytest.mark.parametrize(("mode", "joined"), [("online", 1), ("hybrid", 1), ("in_person", 0)])
def test_only_what_can_be_joined_from_elsewhere_asks_for_the_readers_own_time(
    read, db, mode, joined
):
    timed(mode)
    page = read("/en/trainings/timed/")
    assert len(page.all(".//main//script[@src]")) == joined
    assert (hours(page).get("data-until") is not None) == bool(joined)


def test_a_session_whose_end_is_not_known_can_be_joined_too(read, db):
    timed("online").sessions.update(end_time=None)
    assert hours(read("/en/trainings/timed/")).get("data-until") == ""


def test_a_session_at_a_place_is_not_online_though_another_is(read, db):
    training = timed("hybrid")
    place = make_place(training, "KG", mode="in_person")
    training.sessions.update(place=place)
    assert hours(read("/en/trainings/timed/")).get("data-until") is None


def test_the_agenda_can_be_had_as_a_paper(client, db):
    timed()
    answer = client.get("/en/trainings/timed/agenda.pdf")
    assert answer.content.startswith(b"%PDF")
    assert "agenda-timed.pdf" in answer.headers["Content-Disposition"]


def test_there_is_no_paper_of_a_draft_or_of_no_agenda(client, db):
    make_training(slug="bare")
    make_session(make_training(slug="hidden", published=False))
    for slug in ("bare", "hidden", "nowhere"):
        assert client.get(f"/en/trainings/{slug}/agenda.pdf").status_code == 404


@pytest.mark.browser
def test_whoever_joins_from_elsewhere_sees_her_own_time(open_page, transactional_db):
    timed("online")
    page = open_page(timezone_id="America/New_York")
    page.goto("/en/trainings/timed/")
    expect(page.locator(".own-time")).to_have_text("Wed, Apr 21, 23:00–00:30 your time")
    page = open_page(timezone_id="Asia/Bishkek")
    page.goto("/en/trainings/timed/")
    expect(page.locator(".at")).to_have_text("09:00–10:30")
