"""The stylesheets as browsers get them: collected, each in one file with what it imports."""

import re

import brotli

from tests.browser import stylesheet


def test_a_stylesheet_holds_what_it_imports_and_no_remarks():
    text = stylesheet("public.css").decode()
    assert "@import" not in text
    assert "/*" not in text
    assert text.index("--paper:") < text.index("box-sizing") < text.index(".story")


def test_the_styles_of_public_pages_come_in_three_round_trips():
    """With its head and the names of the fonts, 950 bytes: docs/performance.md."""
    assert len(brotli.compress(stylesheet("public.css"))) <= 7_800


def test_the_front_page_asks_for_one_stylesheet(client, db):
    page = client.get("/en/").content.decode()
    assert re.findall(r"css/(\w+)", page) == ["public"]
