"""Copying a quote with one press, and the link that stands in for it without scripts."""

import pytest

from tests.pages.story import make_story

pytestmark = pytest.mark.browser


def test_a_quote_is_copied_with_who_said_it(open_page, transactional_db):
    make_story()
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/reports/volunteers-train-together/")
    button = page.get_by_role("button", name="Copy this quote").first
    button.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "“… our first regional training …” — Munkhtuya Altangerel, "
        "Deputy Resident Representative, UNDP Kazakhstan"
    )


def test_without_scripts_a_link_leads_to_the_quote(open_page, transactional_db):
    make_story()
    page = open_page(java_script_enabled=False)
    page.goto("/en/reports/volunteers-train-together/")
    page.get_by_role("link", name="Link to this quote").first.click()
    anchor = page.url.split("#")[1]
    assert page.locator(f"#{anchor} .quote").count() == 1
