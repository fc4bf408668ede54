"""Copying with one press, the device's own list to share with, and the links without scripts."""

import datetime as dt

import pytest
from django.utils.timezone import now

from tests.pages.story import make_story

pytestmark = pytest.mark.browser


def test_a_quote_is_copied_with_who_said_it(open_page, transactional_db):
    make_story()
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.clock.install()
    page.goto("/en/reports/volunteers-train-together/")
    page.clock.pause_at(now() + dt.timedelta(hours=1))  # the button says “Copied” for a moment
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
    page.wait_for_url("**#*")  # the browser tells of the jump some time after it
    anchor = page.url.split("#")[1]
    assert page.locator(f"#{anchor} .quote").count() == 1


def test_the_device_is_asked_to_share_only_where_it_can(open_page, transactional_db):
    make_story()
    page = open_page()
    page.add_init_script("navigator.share = async one => { window.shared = one }")
    page.goto("/en/reports/volunteers-train-together/")
    page.get_by_role("button", name="Send to …").click()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("shared") == {"title": page.title().split(" · ")[0], "url": canonical}
    page.add_init_script("navigator.share = undefined")
    page.reload()
    page.get_by_role("button", name="Copy this quote").first.wait_for()
    assert page.get_by_role("button", name="Send to …").count() == 0
