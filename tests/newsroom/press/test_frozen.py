"""Counted figures in the files of a press kit: those that publishing kept, and as of when."""

import csv
import io
from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import make_block, make_report
from tests.newsroom.press.conftest import KIT
from tests.volunteers.donor.making import make_held, make_participant
from trainings.services import freezing, publish

AS_OF = "Counted from the registrations as of 29 November 2026, 14:00 (Almaty, UTC+5)."


@pytest.fixture
def training(db):
    training = make_held(title="Springs")
    for country in ("TJ", "TJ", "KG"):
        make_participant(training, country=country, sex="female")
    return training


@pytest.fixture
def publish_block(editor, training):
    """A function publishing a report with one block of the people who attended."""

    def publish_block(breakdown):
        report = make_report(training, published=False, slug="springs", headline="Springs")
        text = report.texts.get()
        block = make_block(text, "figures", source="attended", breakdown=breakdown)
        with time_machine.travel(datetime(2026, 11, 29, 9, tzinfo=UTC)):
            publish.publish(text, by=editor)
        make_participant(training, country="UZ")
        return block

    return publish_block


@pytest.fixture
def table(fetch):
    """A function giving the rows of the table of figures, by the tags of its columns."""

    def table() -> list[dict]:
        rows = list(csv.reader(io.StringIO(fetch("figures.csv").decode("utf-8-sig"))))
        return [dict(zip(rows[1], row, strict=True)) for row in rows[2:]]

    return table


def test_texts_tell_the_frozen_numbers_and_their_moment(publish_block, fetch):
    publish_block("country")
    plain = fetch("report.txt").decode()
    told = "People who attended: 3\n  By country\n    Tajikistan: 2\n    Kyrgyzstan: 1\n\n"
    assert told + AS_OF in plain
    marked = fetch("report.md").decode()
    assert "- People who attended: 3\n  - By country\n    - Tajikistan: 2" in marked
    assert fetch("report.pdf").startswith(b"%PDF")


def test_a_correction_is_told_with_what_the_number_was(publish_block, editor, fetch):
    block = publish_block("")
    freezing.correct(block, why="One came late", by=editor)
    plain = fetch("report.txt").decode()
    assert "People who attended: 4" in plain
    assert "One came late. Earlier: In all 3." in plain


def test_the_table_says_what_is_counted_and_as_of_when(publish_block, table):
    publish_block("country")
    rows = table()
    first = rows[0]
    assert (first["#group+name"], first["#affected+num"]) == ("people who attended", "3")
    assert first["#date+asof"].startswith("2026-11-29")
    assert first["#meta+source"] == "counted from the registrations"
    parts = [(row["#country+code+v_iso2"], row["#affected+num"]) for row in rows[1:]]
    assert parts == [("TJ", "2"), ("KG", "1")]


def test_a_hidden_number_is_empty_and_said_to_be_hidden(publish_block, table, fetch):
    publish_block("sex")
    parts = [row for row in table() if row["#group+whole"]]
    assert {row["#affected+num"] for row in parts} == {""}
    assert {row["#affected+qualifier"] for row in parts} == {"not shown"}
    assert "Too few people to tell them apart." in fetch("report.txt").decode()


def test_the_page_of_the_kit_shows_the_numbers_and_offers_the_table(publish_block, read):
    publish_block("country")
    page = read(KIT)
    assert "3 people who attended" in page.part("Figures")
    assert any(link.endswith("figures.csv") for link in page.links().values())


def test_the_review_names_the_press_kit(publish_block, editor_client):
    text = publish_block("").text
    page = editor_client.get(f"/admin/trainings/reporttext/{text.pk}/review/").content.decode()
    assert "/en/reports/springs/press/" in page
