"""A report with one of everything that a press kit can hold."""

import io
import zipfile
from types import SimpleNamespace

import pytest

from tests.factories import (
    make_appearance,
    make_block,
    make_group,
    make_person,
    make_photo,
    make_picture,
    make_quote,
    make_report,
    make_training,
)

KIT = "/en/reports/springs/press/"


@pytest.fixture
def springs(db):
    """The rows of the report, by name."""
    training = make_training("Springs", time_zone="Asia/Bishkek", contact="press@example.org")
    report = make_report(
        training,
        slug="springs",
        headline="Volunteers count springs",
        lead="They walked for two days.",
        date="2024-05-18",
        source="The Paper",
        licence="CC BY 4.0",
        dateline_place="OSH",
    )
    text = report.texts.get()
    aida = make_appearance(
        training, make_person("Aida"), title="Expert", organisation_as_printed="UNDP"
    )
    quote = make_quote(training, "Water first", appearance=aida)
    photo = make_photo(
        training, "At the well", image=make_picture("well.jpg", (90, 60)), credit="A. Person"
    )
    total = make_group(training, "volunteers", count=45, wording="Forty-five")
    make_group(training, "guests", subset_of=total, countries=[("KG", "Kirghizia", None)])
    make_block(text, body="Springs are **many**. See [the map](/en/countries/).")
    make_block(text, "quote", quote=quote)
    make_block(text, "figures")
    make_block(text, "gallery", photos=[photo])
    return SimpleNamespace(
        training=training, report=report, text=text, quote=quote, photo=photo, total=total
    )


@pytest.fixture
def fetch(client):
    """A function giving what a file of the kit holds, as bytes."""

    def fetch(name, kit=KIT):
        response = client.get(kit + name)
        assert response.status_code == 200, name
        return b"".join(response) if response.streaming else response.content

    return fetch


@pytest.fixture
def unpacked(fetch):
    """A function giving the zip of photographs: what each file holds, by its name."""

    def unpacked(kit=KIT) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(fetch("photos.zip", kit))) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    return unpacked
