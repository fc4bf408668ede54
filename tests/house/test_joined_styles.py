"""The stylesheets as browsers get them: collected, each in one file with what it imports."""

from django.contrib.staticfiles.finders import FileSystemFinder

from config.static import Joined


def test_a_stylesheet_holds_what_it_imports():
    storage = next(iter(FileSystemFinder().storages.values()))
    joined = Joined(storage).open("css/base.css").read().decode()
    assert "@import" not in joined
    assert joined.index("--paper:") < joined.index("box-sizing")


def test_a_page_asks_for_the_colours_once(client, db):
    page = client.get("/en/").content.decode()
    assert (page.count("css/base"), page.count("css/tokens")) == (1, 0)
