"""Writing a list as CSV, XLSX or JSON. Rows come from an iterator and are never held together."""

import csv
import datetime as dt
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from trainings.exporting.guard import guarded

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the code page of the country

# What a cell may hold: words, a number, a day, a moment, yes or no, or nothing that is known.
Value = str | int | float | Decimal | bool | dt.date | None


@dataclass(frozen=True)
class Heading:
    """A column: its name for programs and its words for people."""

    key: str
    words: str


class Line:
    """A file to write to that hands back what was written: the csv module needs one."""

    def write(self, text: str) -> str:
        return text


def csv_parts(headings: Sequence[Heading], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The lines of a CSV file (RFC 4180) with a byte order mark; no cell runs as a formula."""
    writer = csv.writer(Line(), quoting=csv.QUOTE_MINIMAL)
    yield BYTE_ORDER_MARK + writer.writerow([guarded(one.words) for one in headings])
    for row in rows:
        yield writer.writerow([guarded(in_words(value)) for value in row])


def in_words(value: Value) -> str:
    """A value as text: days and moments in ISO 8601, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def json_parts(headings: Sequence[Heading], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """A JSON array with an object for each row, by the keys of the headings."""
    keys = [one.key for one in headings]
    before = "["
    for row in rows:
        held = {
            key: value
            if isinstance(value, bool | int | float) or value is None
            else in_words(value)
            for key, value in zip(keys, row, strict=True)
        }
        yield f"{before}\n{json.dumps(held, ensure_ascii=False)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def xlsx_file(
    headings: Sequence[Heading], rows: Iterable[Sequence[Value]], *, title: str
) -> IO[bytes]:
    """An XLSX file at its beginning, kept on disk and gone when it is closed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_title(title))
    sheet.freeze_panes = "A2"
    sheet.append([text_cell(sheet, one.words) for one in headings])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 (whoever sends it closes it)
    book.save(file)
    file.seek(0)
    return file


def cell(sheet, value: Value):
    """A number as a number, all else as text: what begins with `=` stays text there."""
    if value is None or (isinstance(value, int | float | Decimal) and not isinstance(value, bool)):
        return value
    return text_cell(sheet, in_words(value))


def text_cell(sheet, text: str) -> WriteOnlyCell:
    made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    made.data_type = "s"  # openpyxl makes a formula of what begins with “=”
    return made


def sheet_title(text: str) -> str:
    """`text` as the name of a sheet: without the signs it may not hold, at most 31 long."""
    return NOT_IN_TITLES.sub(" ", text)[:31].strip(" '") or "1"
