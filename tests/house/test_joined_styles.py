"""The stylesheets as browsers get them: collected, each in one file with what it imports."""

import re

import brotli
from django.contrib.staticfiles.finders import FileSystemFinder

from config.static import Joined


def joined(name: str) -> bytes:
    storage = next(iter(FileSystemFinder().storages.values()))
    return Joined(storage).open(f"css/{name}.css").read()


def test_a_stylesheet_holds_what_it_imports_and_no_remarks():
    text = joined("public").decode()
    assert "@import" not in text
    assert "/*" not in text
    assert text.index("--paper:") < text.index("box-sizing") < text.index(".story")


def test_the_styles_of_public_pages_come_in_three_round_trips():
    """With its head and the names of the fonts, 950 bytes: docs/performance.md."""
    assert len(brotli.compress(joined("public"))) <= 7_800


def test_the_front_page_asks_for_one_stylesheet(client, db):
    page = client.get("/en/").content.decode()
    assert re.findall(r"css/(\w+)", page) == ["public"]
