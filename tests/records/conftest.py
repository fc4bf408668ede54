"""The fourteen cases and the demo's story, loaded once for all tests of a file."""

from functools import cache

import pytest

from tests.records.files import CASES, STORY, kept_loaded
from tests.records.pages import words_of


@pytest.fixture(scope="module")
def read(django_db_setup, django_db_blocker, tmp_path_factory):
    """A function from an address without its language to the words of the English page."""
    with kept_loaded(django_db_blocker, tmp_path_factory.mktemp("media"), *CASES, STORY):
        yield cache(lambda address: words_of(f"/en/{address}/"))
