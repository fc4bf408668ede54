"""With a cache that all processes share, one of them makes a page for all."""

import pytest

from tests.factories import make_training
from tests.kept_pages.conftest import Worker

PAGE = "/en/trainings/water/"


@pytest.fixture
def shared(settings, tmp_path, worker):
    """The settings of a site whose cache is shared; files stand for Redis here."""
    make_training("Clean water", slug="water")
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(tmp_path)}}
    return settings


def test_one_worker_makes_a_page_for_all(shared):
    first, second = Worker(), Worker()
    assert first.ask(PAGE, accept_encoding="br") == second.ask(PAGE, accept_encoding="br")
    assert (first.made, second.made) == (1, 0)


def test_another_version_of_the_site_makes_its_own(shared):
    Worker().ask(PAGE)
    shared.SITE_NAME = "Another"
    other = Worker()
    assert "Another" in other.ask(PAGE).text


def test_a_cache_that_is_down_closes_no_page(shared, monkeypatch):
    one = Worker()
    monkeypatch.setattr("config.pages.kept.cache", None)
    assert "Clean water" in one.ask(PAGE).text
    assert "Clean water" in one.ask(PAGE).text
    assert one.made == 1
