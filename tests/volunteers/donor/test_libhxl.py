"""libhxl, the reader that the keepers of HXL publish, takes each CSV file that has its hashtags."""

import io

import pytest

from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.donor.test_files import VALIDATED, fetch
from tests.volunteers.inout.reading import body

hxl = pytest.importorskip("hxl", reason="`make test` installs libhxl, which is not there")


@pytest.fixture
def training(db):
    """Two women of Tajikistan were there."""
    row = make_held("Springs")
    for name in ("Zebo", "Dana"):
        make_participant(row, name=name, sex="female", birth_year=2000)
    return row


def read(content: bytes):
    return hxl.data(io.BytesIO(content)).cache()


def faults(source) -> list[str]:
    """What libhxl's own schema has against tags and values."""
    found: list[str] = []
    hxl.schema(None, callback=lambda error: found.append(str(error))).validate(source)
    return found


def values(source, *tags: str) -> list[str]:
    """What stands under `tags` in the one line of the file."""
    (row,) = source
    return [row.get(tag) for tag in tags]


def test_it_reads_the_trainings_of_a_donor(organizer_client, training):
    source = read(body(fetch(organizer_client, "trainings")))
    assert source.display_tags[: len(VALIDATED) - 7] == VALIDATED[:-7]
    told = values(source, "#activity+name", "#date+start", "#reached+f", "#reached+total")
    assert told == ["Springs", "2026-04-01", "2", "2"]
    assert faults(source) == []


def test_it_reads_the_people_of_a_donor(organizer_client, training):
    source = read(body(fetch(organizer_client, "people")))
    told = values(source, "#beneficiary+sex", "#country+code+v_iso3", "#reached+total")
    assert told == ["female", "TJK", "2"]
    assert faults(source) == []


def test_it_reads_the_public_figures(client, training):
    source = read(client.get("/en/figures/trainings.csv").content)
    told = values(source, "#activity+name", "#date+start", "#reached+total", "#meta+source")
    assert told == ["Springs", "2026-04-01", "2", "counted at the training"]
    assert faults(source) == []


def test_it_would_say_what_is_wrong():
    lines = b"#date+start,#reached+total\nin spring,many\n"
    told = [fault.rpartition(" - ")[2] for fault in faults(read(lines))]
    assert told == ["Expected a date", "Expected a number"]
