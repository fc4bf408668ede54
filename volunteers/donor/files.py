"""Donor figures as files: a workbook, two lists in CSV with a row of HXL hashtags, and a PDF."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook

from trainings.exporting.writing import CSV, XLSX, Value, cell, csv_parts, sheet_title, text_cell
from volunteers.donor import paper, tables, words
from volunteers.donor.figures import Figures
from volunteers.donor.tables import Table


@dataclass(frozen=True)
class Kind:
    """A file that figures can be had as: its ending, its type, and what makes it."""

    ending: str
    type: str
    make: Callable[[Figures], IO[bytes] | Iterator[str]]


def csv_with_hxl(table: Table) -> Iterator[str]:
    """A CSV file whose second line holds the hashtags of HXL, one a column."""
    tags: list[list[Value]] = [list(table.tags)]
    return csv_parts(table.headings, chain(tags, table.rows))


def workbook(figures: Figures) -> IO[bytes]:
    """All tables, a sheet each; on the first what they count."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_title(_("Figures")))
    for line in summary(figures):
        sheet.append([cell(sheet, value) for value in line])
    matrix = tables.sex_by_age(figures)
    for table in (
        *tables.breakdowns(figures),
        *([matrix] if matrix else []),
        tables.cells(figures),
        tables.trainings(figures),
        tables.reported(figures),
    ):
        add_sheet(book, table)
    file = tempfile.TemporaryFile()  # noqa: SIM115 (whoever sends it closes it)
    book.save(file)
    file.seek(0)
    return file


def summary(figures: Figures) -> list[list[Value]]:
    """What the figures are about, the totals, and the notes."""
    totals = zip(tables.measures(), tables.numbers(figures.total), strict=True)
    notes: list[list[Value]] = [[note] for note in words.notes(figures)]
    return [
        [words.about(figures)],
        [],
        *([heading.words, number] for heading, number in totals),
        [],
        *notes,
    ]


def add_sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(sheet_title(table.title))
    sheet.freeze_panes = "A2"
    sheet.append([text_cell(sheet, one.words) for one in table.headings])
    for row in table.rows:
        sheet.append([cell(sheet, value) for value in row])


KINDS = {
    "workbook": Kind("xlsx", XLSX, workbook),
    "trainings": Kind("csv", CSV, lambda figures: csv_with_hxl(tables.trainings(figures))),
    "people": Kind("csv", CSV, lambda figures: csv_with_hxl(tables.cells(figures))),
    "paper": Kind("pdf", "application/pdf", lambda figures: BytesIO(paper.draw(figures))),
}


NAMES = {
    "workbook": gettext_lazy("Everything (XLSX)"),
    "trainings": gettext_lazy("Trainings (CSV with HXL)"),
    "people": gettext_lazy("People (CSV with HXL)"),
    "paper": gettext_lazy("To print (PDF)"),
}


def file_name(figures: Figures, name: str) -> str:
    """The name of a file, such as `donor-figures-trainings-2026-11-25.csv`."""
    return f"donor-figures-{name}-{words.day_counted(figures)}.{KINDS[name].ending}"
