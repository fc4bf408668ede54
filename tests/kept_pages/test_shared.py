"""With a cache that all processes share, one of them makes a page for all."""

from socket import socket

import pytest
from django.core.cache import cache

from tests.factories import make_training
from tests.kept_pages.conftest import Worker
from tests.volunteers.factories import make_open_training

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


@pytest.fixture
def away(shared):
    """The settings of a site whose Redis is away: nothing listens at its address."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))  # without listening, so that nobody else does
        address = f"redis://127.0.0.1:{taken.getsockname()[1]}/0"
        backend = "config.caches.SharedCache"
        shared.CACHES = {"default": {"BACKEND": backend, "LOCATION": address}}
        yield shared


def test_a_redis_that_is_away_closes_no_page(away):
    one = Worker()
    assert "Clean water" in one.ask(PAGE).text
    assert "Clean water" in one.ask(PAGE).text
    assert one.made == 1


def test_a_redis_that_is_away_closes_no_form(away):
    make_open_training("Springs", slug="springs")
    assert "Springs" in Worker().ask("/en/trainings/springs/register/").text


def test_a_redis_that_is_away_is_asked_once_and_then_left_alone(away, caplog):
    assert cache.get("a", "nothing") == "nothing"
    assert cache.add("a", 1) is False
    cache.set("a", 1)
    assert cache.delete("a") is False
    assert cache.get_or_set("a", 2) == 2
    assert [record.name for record in caplog.records] == ["config.caches"]
