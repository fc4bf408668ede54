"""The stylesheets as browsers get them: collected, each in one file with what it imports."""

import re

from django.contrib.staticfiles.finders import FileSystemFinder

from config.static import Joined


def test_a_stylesheet_holds_what_it_imports():
    storage = next(iter(FileSystemFinder().storages.values()))
    joined = Joined(storage).open("css/base.css").read().decode()
    assert "@import" not in joined
    assert "/*" not in joined
    assert joined.index("--paper:") < joined.index("box-sizing")


def test_the_front_page_asks_for_one_stylesheet(client, db):
    page = client.get("/en/").content.decode()
    assert re.findall(r"css/(\w+)", page) == ["public"]
