"""The desk in a real browser: a first training entered by hand, and every kind of page."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from tests.browser import on_each_screen, violations
from tests.desk.browsing import add_block, add_new, add_row, choose, label, save
from tests.factories import (
    make_appearance,
    make_block,
    make_group,
    make_organisation,
    make_person,
    make_place,
    make_point,
    make_quote,
    make_report,
    make_session,
    make_training,
)

pytestmark = pytest.mark.browser
PASSWORD = "a-long-enough-password"


def faults(page) -> list[tuple]:
    """What axe finds: the rule, and the first piece of the page that breaks it."""
    return [(one["id"], one["nodes"][0]["html"]) for one in violations(page)]


def test_an_organizer_enters_and_publishes_a_first_story(open_page, organizer):
    organizer.set_password(PASSWORD)
    organizer.save()
    page = open_page()
    page.goto("/admin/")
    page.get_by_label("E-mail address").fill("Organizer@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Add a training").click()

    label(page, "title", "Leveraging Volunteerism in Sustainable Development", "#what")
    page.select_option("#id_date_precision", "relative")
    page.fill("#id_date_wording", "last week")
    expect(page.locator("#id_start_date")).to_be_hidden()
    add_row(page, "places")
    choose(page, "places-0-country", "казах", "Kazakhstan")
    add_row(page, "organisation_roles")
    add_new(
        page,
        "organisation_roles-0-organisation",
        {"#id_name_0": "UN Volunteers Programme", "#id_acronym": "UNV"},
    )
    for text in ("build strategic partnerships", "develop the capacities of UN Volunteers"):
        number = page.locator("#points-group .row").count()
        add_row(page, "points")
        label(page, "text", text, f"#points-{number}")
    page.locator("#points-1").get_by_role("button", name="Move up").click()
    add_row(page, "appearances")
    add_new(page, "appearances-0-person", {"#id_name": "Vera Kim", "#id_honorific": "Ms."})
    page.fill("#id_appearances-0-title", "Chairperson")
    page.fill(
        "#id_appearances-0-organisation_as_printed", "National Volunteer Network in Kazakhstan"
    )
    page.locator("#appearances-0").get_by_label("quoted").check()
    page.get_by_label("The list of guests is not complete").check()
    add_row(page, "groups")
    label(page, "capacity", "UN Volunteers", "#groups-0")
    page.fill("#id_groups-0-count", "45")
    page.fill("#id_groups-0-wording", "Forty five")
    page.locator("#groups-0").get_by_label("The total").check()
    save(page)

    expect(page.locator(".messages li")).to_have_count(1)
    add_row(page, "appearances")
    choose(page, "appearances-1-person", "вера", "Vera Kim")
    page.fill("#id_appearances-1-title", "CEO")
    page.fill(
        "#id_appearances-1-organisation_as_printed", "National Volunteers Network in Kazakhstan"
    )
    page.locator("#appearances-1").get_by_label("invited guest").check()
    add_row(page, "groups")
    label(page, "capacity", "international volunteers", "#groups-1")
    page.select_option("#id_groups-1-subset_of", label="UN Volunteers: 45")
    page.select_option("#id_groups-1-relation", "origin")
    page.fill("#id_groups-1-countries_typed", "South Korea (KR)\nJapan\nFinland\nTajikistan")
    add_row(page, "quotes")
    page.fill("#id_quotes-0-words", "“social elevator” that allows a person to grow")
    page.select_option(
        "#id_quotes-0-appearance",
        label="Vera Kim · Chairperson, National Volunteer Network in Kazakhstan",
    )
    page.select_option("#id_quotes-0-approval", "published")
    save(page, "Save and publish")
    first_notice = page.locator(".notices li").first
    expect(first_notice).to_have_text(re.compile("^Vera Kim stands under"))

    page.get_by_role("link", name="Write a report about this training").click()
    add_row(page, "texts")
    page.fill("#id_texts-0-headline", "Volunteers of four countries meet in Kazakhstan")
    page.fill("#id_texts-0-lead", "Forty-five volunteers met.")
    label(page, "dateline_place", "ALMATY")
    page.fill("#id_agency", "TCA")
    save(page)
    # Before its script runs, a button there sends the text and brings another page.
    with page.expect_navigation():
        page.get_by_role("link", name="Write the blocks").click()
    add_block(page, "Text").locator("textarea").fill("They worked on **case studies**.")
    add_block(page, "Quote").locator("select").first.select_option(index=1)
    page.get_by_text("Review and publishing").click()
    save(page, "Save and publish")

    page.goto("/en/reports/volunteers-of-four-countries-meet-in-kazakhstan/")
    story = " ".join(page.locator("main").inner_text().split())
    for words in ("Forty-five volunteers met.", "case studies", "social elevator", "Chairperson"):
        assert words in story
    page.goto("/en/trainings/leveraging-volunteerism-in-sustainable-development/")
    training = " ".join(page.locator("main").inner_text().split())
    for words in ("last week", "Kazakhstan", "UN Volunteers Programme", "South Korea", "45"):
        assert words in training
    aims = training.index("develop the capacities"), training.index("build strategic")
    assert aims == tuple(sorted(aims))


@pytest.fixture
def story(organizer):
    """A training with a row of every kind, and its report."""
    training = make_training(
        "Clean water",
        date_precision="days",
        start_date=dt.date(2027, 4, 22),
        end_date=dt.date(2027, 4, 23),
    )
    make_place(training)
    make_point(training)
    speaker = make_appearance(
        training, make_person("Vera Kim"), organisations=[make_organisation()]
    )
    make_group(training, countries=["KZ", "KG"])
    make_session(training, date=dt.date(2027, 4, 22), start_time=dt.time(9))
    quote = make_quote(training, appearance=speaker)
    report = make_report(training)
    make_block(report.texts.get(), "quote", quote=quote)
    return training


def addresses(training) -> list[str]:
    report = training.reports.get()
    return [
        "/admin/",
        "/admin/trainings/training/",
        "/admin/trainings/training/add/",
        f"/admin/trainings/training/{training.pk}/change/",
        f"/admin/trainings/training/{training.pk}/history/",
        f"/admin/trainings/training/{training.pk}/delete/",
        f"/admin/trainings/session/{training.sessions.get().pk}/change/",
        f"/admin/trainings/participantgroup/{training.groups.get().pk}/change/",
        f"/admin/trainings/person/{training.appearances.get().person_id}/change/",
        f"/admin/trainings/report/{report.pk}/change/",
        f"/admin/trainings/reporttext/{report.texts.get().pk}/change/",
        "/admin/trainings/fact/add/",
        "/admin/volunteers/user/add/",
        "/admin/password_change/",
    ]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_every_kind_of_page_is_quiet_and_accessible(desk, story, width, scheme):
    page = desk(width, scheme)
    found = {}
    for address in addresses(story):
        page.goto(address)
        page.evaluate(
            "for (const one of document.querySelectorAll('main details')) one.open = true"
        )
        wide, tall = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        # A window as tall as the page: otherwise the bar to save covers half of what is behind it.
        page.set_viewport_size({"width": width, "height": tall})
        wrong = faults(page)
        page.set_viewport_size({"width": width, "height": 900})
        if wrong or wide > width:
            found[address] = wide, wrong
    assert found == {}


def test_the_sign_in_page_is_quiet_and_accessible(browser_page, db):
    browser_page.goto("/admin/login/?next=/admin/")
    assert on_each_screen(browser_page, faults) == {}


def test_choosing_by_typing_is_quiet_and_accessible(desk, story):
    page = desk()
    page.goto("/admin/trainings/training/add/")
    add_row(page, "appearances")
    choose(page, "appearances-0-person", "вера", "Vera Kim")
    choose(page, "appearances-0-person", "v", "Vera Kim")
    choose(page, "appearances-0-organisations", "an", "An organisation")
    expect(page.locator("#id_appearances-0-person_typed")).to_have_value("Vera Kim")
    page.locator("#id_appearances-0-person_typed").click()
    page.locator("#id_appearances-0-person_list [aria-selected=true]").wait_for()
    assert faults(page) == []


def test_what_was_chosen_can_be_taken_back(desk, story):
    page = desk()
    page.goto(f"/admin/trainings/training/{story.pk}/change/")
    page.locator("#places-0 > details > summary").click()
    page.locator("#id_places-0-country_typed").fill("")
    page.locator("#appearances-0 > details > summary").click()
    page.get_by_role("button", name="Take this row out: An organisation").click()
    save(page)
    assert story.places.get().country is None
    assert story.appearances.get().organisations.count() == 0


def test_days_and_hours_are_chosen_with_the_browsers_own_inputs(desk, story):
    page = desk()
    page.goto(f"/admin/trainings/training/{story.pk}/change/")
    expect(page.locator("#id_start_date")).to_have_attribute("type", "date")
    page.locator("#sessions-0 > details > summary").click()
    page.locator("#id_sessions-0-end_time").fill("10:30")
    save(page)
    assert story.sessions.get().end_time == dt.time(10, 30)


def test_without_a_script_a_row_can_be_added_and_ordered(desk, story):
    page = desk(java_script_enabled=False)
    page.goto(f"/admin/trainings/training/{story.pk}/change/")
    page.locator("#points-1 summary").first.click()
    page.locator("#id_points-1-text_0").fill("a second aim")
    page.locator("#id_points-1-order").fill("0")
    save(page)
    assert [str(point) for point in story.points.all()] == ["a second aim", "an aim"]


def test_a_new_row_is_taken_out_again(desk, story):
    page = desk()
    page.goto(f"/admin/trainings/training/{story.pk}/change/")
    for _again in range(2):
        add_row(page, "points")
        page.locator("#points-group .row").last.locator("input[lang=en]").fill("too much")
    page.locator("#points-1").get_by_role("button", name="Take this row out").click()
    save(page)
    assert [str(point) for point in story.points.all()] == ["an aim", "too much"]


def test_the_save_bar_stays_in_sight(desk, story):
    page = desk(390)
    page.goto(f"/admin/trainings/training/{story.pk}/change/")
    page.evaluate("scrollTo(0, 0)")
    box = page.get_by_role("button", name="Save", exact=True).bounding_box()
    assert box["y"] + box["height"] <= 900


def test_on_a_phone_the_ways_to_sort_are_seen_when_they_are_tabbed_to(desk, story):
    page = desk(390)
    page.goto("/admin/trainings/training/")
    page.locator("#result_list thead .text a").first.focus()
    page.keyboard.press("Tab")
    seen = "document.activeElement.closest('thead').getBoundingClientRect().height > 20"
    assert page.evaluate(seen)
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
