"""Entering a story by hand: what an organizer who has never seen the desk stumbles over."""

import pytest
from playwright.sync_api import expect

from tests.desk.browsing import add_row, label, save
from tests.factories import (
    make_appearance,
    make_organisation,
    make_person,
    make_place,
    make_training,
)
from trainings.models import Report

pytestmark = pytest.mark.browser


def edit(page, training) -> None:
    page.goto(f"/admin/trainings/training/{training.pk}/change/")


def press(page, button) -> None:
    """With the mouse, as fast as a hand: whatever stood under it must still stand there."""
    box = button.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_who_was_not_found_is_added_with_the_mouse_and_not_typed_again(desk):
    training = make_training()
    page = desk()
    edit(page, training)
    add_row(page, "appearances")
    page.keyboard.type("Vera Kim")
    page.get_by_text("Nothing found.").wait_for()
    with page.expect_popup() as opened:
        press(page, page.get_by_role("link", name="Add another person"))
    name = opened.value.get_by_role("textbox", name="Name").first
    expect(name).to_have_value("Vera Kim")
    expect(name).to_be_focused()
    with opened.value.expect_event("close"):
        opened.value.keyboard.press("Enter")
    page.fill("#id_appearances-0-title", "Chairperson")
    save(page)
    assert training.appearances.get().person.name == "Vera Kim"


def test_a_name_for_six_languages_begins_with_what_was_typed(desk):
    page = desk()
    edit(page, make_training())
    add_row(page, "organisation_roles")
    page.keyboard.type("Steppe Volunteers")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Add another organisation").click()
    expect(opened.value.locator("#id_name_0")).to_have_value("Steppe Volunteers")


def test_one_of_several_is_taken_out_at_the_first_click(desk):
    training = make_training()
    make_appearance(training, make_person(), organisations=[make_organisation("UNDP")])
    page = desk()
    edit(page, training)
    page.locator("#appearances-0 > details > summary").click()
    page.locator("#id_appearances-0-organisations_typed").press_sequentially("x")
    press(page, page.get_by_role("button", name="Take this row out: UNDP"))
    expect(page.get_by_role("button", name="Take this row out: UNDP")).to_have_count(0)


def test_new_rows_are_told_apart_when_the_page_comes_back_refused(desk):
    page = desk()
    page.goto("/admin/trainings/training/add/")
    for aim in ("build partnerships", "find resources"):
        add_row(page, "points")
        page.locator("#points-group .row").last.locator("input[lang=en]").fill(aim)
    save(page)
    expect(page.get_by_text("This field is required.")).to_be_visible()
    expect(page.locator("#points-group .row > details > summary")).to_have_text(
        ["build partnerships", "find resources"]
    )


def test_what_was_typed_stands_open_when_the_page_comes_back_refused(desk):
    page = desk()
    page.goto("/admin/trainings/training/add/")
    page.get_by_text("Series and programme").click()
    label(page, "edition_wording", "first")
    save(page)
    expect(page.get_by_text("This field is required.")).to_be_visible()
    expect(page.locator(".field-edition_wording input[lang=en]")).to_be_visible()


def test_what_was_refused_stands_open_with_its_sentence(desk):
    training = make_training()
    make_place(training, "KZ")
    page = desk(java_script_enabled=False)
    edit(page, training)
    page.locator("#places-0 > details > summary").click()
    page.get_by_text("Led by, and dates of its own").first.click()
    page.select_option("#id_places-0-date_precision", "days")
    save(page)
    expect(page.get_by_text("Fill in the first day.")).to_be_visible()


def test_a_short_row_is_added_and_typed_into_at_once(desk):
    training = make_training()
    page = desk()
    edit(page, training)
    add_row(page, "languages")
    expect(page.locator("#id_languages-0-language_typed, #id_languages-0-language")).to_be_focused()


def test_the_page_of_a_new_fact_stands_open(desk):
    page = desk()
    page.goto("/admin/trainings/fact/add/")
    expect(page.get_by_label("Source", exact=True)).to_be_visible()


def test_a_report_begun_from_its_training_is_saved_twice(desk):
    training = make_training()
    page = desk()
    page.goto(f"/admin/trainings/report/add/?training={training.pk}")
    page.fill("#id_agency", "TCA")
    save(page)
    page.fill("#id_source", "The Times of Central Asia")
    save(page)
    report = Report.objects.get()
    assert (report.source, list(report.trainings.all())) == (
        "The Times of Central Asia",
        [training],
    )


def test_what_the_keyboard_comes_to_is_never_under_the_bar(desk):
    page = desk(390)
    page.goto("/admin/trainings/fact/add/")
    page.locator("#id_kind").focus()
    for _step in range(12):
        page.keyboard.press("Tab")
        lowest, bar = page.evaluate(
            """[
                document.activeElement.getBoundingClientRect().bottom,
                document.querySelector(".save-bar").getBoundingClientRect().top,
            ]"""
        )
        assert lowest <= bar


def test_without_a_script_people_and_organisations_are_chosen_by_name(desk):
    training, kim = make_training(), make_person("Vera Kim")
    undp, unv = make_organisation("UNDP"), make_organisation("UNV")
    page = desk(java_script_enabled=False)
    edit(page, training)
    page.locator("#appearances-group > summary").click()
    page.locator("#appearances-0 > details > summary").click()
    page.fill("[name=appearances-0-person_typed]", "Vera Kim")
    page.fill("[name=appearances-0-organisations_typed]", "UNDP; UNV")
    save(page)
    appearance = training.appearances.get()
    assert (appearance.person, set(appearance.organisations.all())) == (kim, {undp, unv})


def test_without_a_script_a_name_nobody_has_comes_back_as_typed(desk):
    page = desk(java_script_enabled=False)
    edit(page, make_training())
    page.locator("#appearances-group > summary").click()
    page.locator("#appearances-0 > details > summary").click()
    page.fill("[name=appearances-0-person_typed]", "Vera Kim")
    save(page)
    expect(page.locator("#appearances-0 .errorlist")).to_have_text(
        "“Vera Kim” was not found, or is not the only one. Type the whole name."
    )
    expect(page.locator("[name=appearances-0-person_typed]")).to_have_value("Vera Kim")
