"""Reading the files that lists are saved as."""

import csv
import io
import json

from openpyxl import load_workbook


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def csv_of(response) -> list[list[str]]:
    """The lines of a CSV file, the headings first."""
    return list(csv.reader(io.StringIO(body(response).decode("utf-8-sig"), newline="")))


def sheet_of(response):
    return load_workbook(io.BytesIO(body(response))).active


def xlsx_of(response) -> list[list]:
    return [list(row) for row in sheet_of(response).iter_rows(values_only=True)]


def json_of(response) -> list[dict]:
    return json.loads(body(response))
