"""A report on paper: what leads about the site is gone, where it stands is said."""

import pytest
from playwright.sync_api import expect

from tests.pages.story import make_story

pytestmark = pytest.mark.browser


def test_on_paper_there_is_no_navigation_and_the_address_is_said(open_page, transactional_db):
    make_story()
    page = open_page(java_script_enabled=False)
    page.goto("/en/reports/volunteers-train-together/")
    hidden = [".rooms", ".langs", ".copying >> nth=0", ".share-page", ".after", ".foot"]
    shown = [".mast .address", ".quote >> nth=0", ".story-text", "aside"]
    assert page.locator(".copying >> nth=0").is_visible()
    assert not page.locator(".mast .address").is_visible()
    page.emulate_media(media="print")
    for one in hidden:
        expect(page.locator(one)).to_be_hidden()
    for one in shown:
        expect(page.locator(one)).to_be_visible()
