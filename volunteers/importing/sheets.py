"""Reading CSV and XLSX files into lines of text. What can't be read is refused with a sentence."""

import csv
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from trainings.documents import check_document, look_into
from trainings.exporting.guard import unguarded
from trainings.stored import MEGABYTE, content_of, ending_of
from volunteers.importing.tables import (
    MOST_COLUMNS,
    MOST_LINES,
    Numbered,
    Table,
    letter_of,
    table_of,
    too_long,
)

MOST_BYTES = 10 * MEGABYTE
MOST_UNPACKED = 200 * MEGABYTE
DELIMITERS = (",", ";", "\t")
# The first line by which some programs name the delimiter.
NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
MOST_NAMED = 3


def read(file: File, is_heading: Callable[[str], bool]) -> Table:
    """The list in an uploaded file. Raises ValidationError with a sentence that says what to do."""
    ending = ending_of(file.name)
    if ending not in ("csv", "xlsx", "txt", "tsv"):
        raise ValidationError(
            _("Lists are read from XLSX and CSV files. Save yours as one of these and choose it.")
        )
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(
            _("This file is larger than 10 MB. Part the list into several files.")
        )
    if ending == "xlsx":
        check_document(file)
        return xlsx_table(content_of(file), is_heading)
    return csv_table(content_of(file), is_heading)


def csv_table(content: bytes, is_heading: Callable[[str], bool]) -> Table:
    text, note = decoded(content)
    named = NAMED.match(text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else delimiter_of(text)
    table = table_of(csv_lines(text, delimiter, 2 if named else 1), is_heading)
    table.notes += [note] if note else []
    return table


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a CSV file, and a sentence where its encoding was guessed."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace").lstrip("\ufeff"), ""
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", content):
        raise ValidationError(
            _("This is no CSV file, whatever its name says. Save the list as XLSX or CSV.")
        )
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("windows-1251")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("The letters of this file can't be read. Save the list as XLSX, or as CSV in UTF-8.")
        ) from error
    return text, _("Read as Windows-1251. If letters look wrong below, save the list as XLSX.")


def delimiter_of(text: str) -> str:
    """The delimiter by which the first lines have the most cells, and as many in each."""

    def cells(delimiter: str) -> int:
        rows = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=delimiter)
        try:
            lengths = Counter(len(row) for row, _number in zip(rows, range(20), strict=False))
        except csv.Error:
            return 0
        lengths.pop(0, None)
        length, often = lengths.most_common(1)[0] if lengths else (0, 0)
        return (length - 1) * often

    return max(DELIMITERS, key=cells)


def csv_lines(text: str, delimiter: str, first: int) -> Iterator[Numbered]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first
    try:
        for row in reader:
            refuse_wide(len(row))
            yield number, [unguarded(cell.strip()) for cell in row]
            number = first + reader.line_num
    except csv.Error as error:
        raise ValidationError(
            _(
                "Line %(line)s can't be read: a quotation mark has no partner, or a cell is far "
                "too long. Open the file, save it as XLSX and choose that."
            )
            % {"line": first - 1 + reader.line_num}
        ) from error


def refuse_wide(width: int) -> None:
    if width > MOST_COLUMNS:
        raise ValidationError(
            _("A list may have at most %(most)s columns. Take out those that nobody needs.")
            % {"most": MOST_COLUMNS}
        )


def xlsx_table(content: bytes, is_heading: Callable[[str], bool]) -> Table:
    sizes, _label = look_into(content, "[Content_Types].xml")
    if sum(sizes.values()) > MOST_UNPACKED:
        raise ValidationError(too_long())
    unreadable = ValidationError(
        _("This file is damaged. Open it in your spreadsheet, save it anew and choose that.")
    )
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
    except Exception as error:  # openpyxl raises whatever the bytes made of it
        raise unreadable from error
    if not sheets:
        raise unreadable
    try:
        table = table_of(xlsx_lines(sheets[0]), is_heading)
    except ValidationError:
        raise
    except Exception as error:
        raise unreadable from error
    if len(sheets) > 1:
        table.notes.append(
            _("Of this file only the first sheet is read: “%(sheet)s”.")
            % {"sheet": sheets[0].title}
        )
    return table


def xlsx_lines(sheet) -> Iterator[Numbered]:
    """The lines of a sheet. Raises ValidationError for cells with formulas, naming the first."""
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    formulas: list[str] = []
    filled = 0
    rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(rows, start=1):
        cells = []
        for place, cell in enumerate(row):
            if cell.data_type in ("f", "e") and len(formulas) < MOST_NAMED:
                formulas.append(f"{letter_of(place)}{number}")
            cells.append(in_words(cell.value))
        if any(cells):
            filled += 1
            refuse_wide(max(place for place, cell in enumerate(cells, start=1) if cell))
            if filled > MOST_LINES + 20:
                raise ValidationError(too_long())
        yield number, cells
    if formulas:
        raise ValidationError(
            _(
                "Some cells hold formulas or errors instead of entries: %(cells)s. Copy the "
                "columns, paste them as values, save the file and choose it again."
            )
            % {"cells": ", ".join(formulas)}
        )


def in_words(value) -> str:
    """A cell as it would be typed: days in ISO 8601, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unguarded(str(value).strip())
