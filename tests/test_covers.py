"""The drawn covers of the demo fit the places they are shown in, and the budget."""

from pathlib import Path

import pytest
from PIL import Image

COVERS = sorted((Path(__file__).resolve().parent.parent / "demo" / "covers").glob("*.webp"))


def test_there_are_at_least_ten_covers():
    assert len(COVERS) >= 10


@pytest.mark.parametrize("path", COVERS, ids=lambda path: path.stem)
def test_a_cover_is_a_small_wide_picture_without_hidden_data(path):
    with Image.open(path) as cover:
        assert (cover.format, cover.size) == ("WEBP", (1680, 720))
        assert dict(cover.getexif()) == {}
    assert path.stat().st_size <= 90_000
