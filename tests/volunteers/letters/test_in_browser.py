"""Letters in Chromium: the frame shows them in their own dress, and lets nothing else in."""

import pytest
from playwright.sync_api import expect

from tests.desk.browsing import save
from volunteers import letters

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_organizer_rewords_a_letter_and_looks_at_it(
    browser_page, sign_in, organizer, registration
):
    sign_in(browser_page, organizer)
    browser_page.goto(f"/admin/trainings/training/{registration.training_id}/change/")
    browser_page.get_by_role("link", name="Change the words of a letter").click()
    browser_page.get_by_label("Letter", exact=True).select_option("received")
    browser_page.get_by_role("button", name="Start from the usual words").click()
    browser_page.get_by_label("Text").fill("Welcome, {name}!\n\n[See it]({link})")
    with browser_page.context.expect_page() as opened:
        browser_page.get_by_role("button", name="Preview").click()
    letter = opened.value.frame_locator("iframe")
    expect(letter.locator("p").first).to_have_text(f"Welcome, {registration.name}!")
    button = letter.get_by_role("link", name="See it")
    assert button.evaluate("link => getComputedStyle(link).display") == "inline-block"
    save(browser_page)
    browser_page.get_by_role("link", name="Letters", exact=True).wait_for()
    assert letters.received(registration).text.startswith(f"Welcome, {registration.name}!")


def test_a_letter_is_shown_in_its_own_dress(screen, sign_in, organizer, registration):
    letter = letters.approved(registration)
    sign_in(screen, organizer)
    screen.goto(f"/admin/volunteers/letter/{letter.pk}/change/")
    button = screen.frame_locator("iframe").locator(".button")
    assert button.evaluate("link => getComputedStyle(link).display") == "inline-block"
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
