"""No cell of a CSV file runs as a formula, and what people wrote stays readable."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trainings.exporting.guard import guarded, unguarded
from trainings.exporting.writing import Heading, csv_parts

# What typing makes likely, and any letter besides.
PIECES = ["=", "+", "-", "@", "\t", "\r", "\n", ";", ",", '"', "'", " ", "1", "A1", "＝", "+996 "]
texts = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=12).map("".join)
# What a spreadsheet makes of these is at worst the number itself.
NO_FORMULA = re.compile(r"-|[+-]\d[\d.,]*|\+\d[\d ()\u00a0-]*")


def runs(cell: str) -> bool:
    """Whether a spreadsheet might take `cell` for a formula; it skips blanks before it."""
    shown = cell.strip(" \u00a0\ufeff")
    return shown[:1] in ("=", "+", "-", "@", "＝", "\t", "\r") and not NO_FORMULA.fullmatch(cell)


@given(texts)
@example("=1+1")
@example("\t=1+1")
@example("a;=1+1;b")
@example(" \u00a0=1")
@example('-5\n*HYPERLINK("https://example.org")')
@example("-\t")
@example(" \t")
def test_no_cell_runs_as_a_formula_whatever_parts_the_cells(text):
    line = guarded(text)
    assert not runs(line)
    assert not [cell for cell in re.split(r"[;\t\r\n]", line) if cell and runs(cell)]


@given(texts)
def test_a_guarded_text_can_be_had_back(text):
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=4))
def test_a_file_is_read_back_as_it_was_written(rows):
    headings = [Heading("a", "A"), Heading("b", "B")]
    text = "".join(csv_parts(headings, rows)).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[unguarded(cell) for cell in line] for line in read[1:]] == rows


@pytest.mark.parametrize(
    "text",
    [
        *("+996 555 12 34 56", "+996555123456", "+7 (701) 123-45-67", "+1(212)555 01 99"),
        *("-5", "-12.5", "+3,5", "-", "#adm1+name", "#affected+f", "−5", "Zebo", "1-2", ""),
    ],
)
def test_telephones_numbers_and_tags_stay_as_they_are(text):
    assert guarded(text) == text


@pytest.mark.parametrize(
    "text", ["+996-555-12-34", "+1-2", "+9 -5", "-1+1", "+A1", "@SUM(1)", "-cmd|' /C x'!A0"]
)
def test_what_would_be_computed_is_guarded(text):
    assert guarded(text) == f"'{text}"
