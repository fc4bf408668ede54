"""Files as people save them: encodings, delimiters, titles, and what is refused."""

import datetime as dt
import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.volunteers.inout.bringing import csv_file, uploaded, xlsx_file
from volunteers.importing import headings, person_fields, sheets, tables

ROWS = [(2, ["Зебо", "zebo@example.org"]), (3, ["Нұрлан", "n@example.org"])]


def is_heading(text: str) -> bool:
    return headings.fold(text) in {"name", "fio", "pochta", "email", "e mail"}


def read(file) -> tables.Table:
    return sheets.read(file, is_heading)


def refusal(file) -> str:
    with pytest.raises(ValidationError) as refused:
        read(file)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_its_encoding_with_its_delimiter(encoding, delimiter):
    lines = [["ФИО", "Почта"], *(cells for _number, cells in ROWS)]
    table = read(csv_file(*map(delimiter.join, lines), encoding=encoding))
    assert (table.headings, table.rows, table.notes) == (["ФИО", "Почта"], ROWS, [])


def test_windows_1251_is_read_and_said():
    table = read(csv_file("ФИО;Почта", "Зебо;zebo@example.org", encoding="windows-1251"))
    assert table.rows == [(2, ["Зебо", "zebo@example.org"])]
    assert table.notes[0].startswith("Read as Windows-1251.")


def test_the_delimiter_is_the_one_that_makes_even_lines():
    table = read(csv_file("Name;E-mail", "Qosimova, Zebo;zebo@example.org", "Ali;a@example.org"))
    assert table.rows[0] == (2, ["Qosimova, Zebo", "zebo@example.org"])


def test_a_delimiter_named_by_the_file_holds():
    assert read(csv_file("sep=;", "Name;E-mail", "a,b,c;d")).rows == [(3, ["a,b,c", "d"])]


def test_quoted_cells_may_hold_lines_and_the_numbers_are_those_of_the_file():
    table = read(
        csv_file("Name,E-mail", '"Zebo', 'Qosimova",z@example.org', "", "Ali,a@example.org")
    )
    assert table.rows == [(2, ["Zebo\nQosimova", "z@example.org"]), (5, ["Ali", "a@example.org"])]


def test_what_was_guarded_against_formulas_comes_back_as_it_was():
    assert read(csv_file("Name,Phone", "'=Zebo,'+996-555-12")).rows == [
        (2, ["=Zebo", "+996-555-12"])
    ]


def test_xlsx_is_read_with_numbers_and_days_as_typed():
    table = read(xlsx_file(["Name", "Born"], ["Zebo", 1996.0], ["Ali", dt.datetime(1990, 5, 12)]))
    assert table.rows == [(2, ["Zebo", "1996"]), (3, ["Ali", "1990-05-12"])]


def test_titles_above_the_headings_and_empty_lines_are_skipped():
    table = read(
        xlsx_file(
            ["List of participants"], [], ["Name", "E-mail"], ["Zebo", "z@example.org"], [None]
        )
    )
    assert (table.headings, table.rows) == (["Name", "E-mail"], [(4, ["Zebo", "z@example.org"])])


def test_only_the_first_sheet_is_read_and_that_is_said():
    book = Workbook()
    book.active.title = "People"
    for row in (["Name"], ["Zebo"]):
        book.active.append(row)
    book.create_sheet("Notes").append(["nothing"])
    assert read(uploaded(book)).notes == ["Of this file only the first sheet is read: “People”."]


def test_cells_with_formulas_are_named():
    said = refusal(xlsx_file(["Name", "E-mail"], ["Zebo", '=A2&"@example.org"'], ["=1/0", "x"]))
    assert "instead of entries: B2, A3." in said


def test_a_heading_merged_over_two_columns_is_named():
    book = Workbook()
    for row in (["Name", "E-mail"], ["Zebo", "z@example.org", "+992"]):
        book.active.append(row)
    book.active.merge_cells("B1:C1")
    assert refusal(uploaded(book)).startswith("Column C has entries but no heading.")


def broken_zip() -> SimpleUploadedFile:
    whole = xlsx_file(["Name"], ["Zebo"]).read()
    return SimpleUploadedFile("list.xlsx", whole[: len(whole) // 2])


def hollow() -> SimpleUploadedFile:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return SimpleUploadedFile("list.xlsx", held.getvalue())


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("list.pdf", b"%PDF-1.4"), "Lists are read from XLSX and CSV files."),
        (SimpleUploadedFile("list.csv", b"\x89PNG\x00\x01\x02"), "This is no CSV file"),
        (
            SimpleUploadedFile("list.csv", b"\xff\x98\x98"),
            "The letters of this file",
        ),
        (csv_file("Name,E-mail"), "This file holds headings but no line under them."),
        (csv_file(",", ","), "There is nothing in this file."),
        (csv_file("Name,E-mail", '"Zebo,z@example.org', "Ali,x"), "Line 3 can't be read"),
        (csv_file(",".join("abc" * 30), "1"), "A list may have at most 60 columns."),
        (broken_zip(), "This file is named .xlsx but doesn't hold such a document"),
        (hollow(), "This file is damaged."),
    ],
    ids=["pdf", "binary", "letters", "headings", "nothing", "quotes", "wide", "zip", "hollow"],
)
def test_what_is_no_list_is_refused_with_a_sentence(file, sentence):
    assert refusal(file).startswith(sentence)


def test_a_list_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_LINES", 2)
    assert refusal(csv_file("Name", *"abc")) == (
        "A list may have at most 2 lines. Part it into several files."
    )


def test_a_file_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_BYTES", 5)
    assert refusal(csv_file("Name", "Zebo")).startswith("This file is larger than 10 MB.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Full Name", "name"),
        ("Ф.И.О.", "name"),
        ("E-MAIL", "email"),
        ("Электронная почта", "email"),
        ("Email (work)", "email"),
        ("Телефон", "phone"),
        ("Страна", "country"),
        ("Гражданство", "nationality"),
        ("Дата рождения", "birth_year"),
        ("Принимающая организация", "host_organisation"),
        ("Gender", "sex"),
        ("latin_name", "latin_name"),
        ("Remarks", None),
    ],
)
def test_headings_are_known_in_english_and_russian(heading, key):
    assert headings.guess([heading], person_fields.fields()).get(0) == key


@pytest.mark.django_db
def test_two_columns_are_never_taken_for_the_same():
    guessed = headings.guess(["Name", "Full name", "E-mail"], person_fields.fields())
    assert guessed == {0: "name", 2: "email"}
