"""Each test of uploads has a storage of its own."""

import pytest


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    """The folder of the storage, empty; `stored.rglob("*")` are the files in it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT
