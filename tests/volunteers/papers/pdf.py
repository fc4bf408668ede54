"""Reading the words back from a PDF, by the tables that a reader's "copy" uses (ISO 32000, 9.10.3).

Enough for files of fpdf2: streams packed with zlib, fonts with a ToUnicode table, text in
parentheses. Each piece of text that was set at once is one string.
"""

import re
import zlib

from volunteers.papers import ornament

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
FONT = re.compile(rb"/F(\d+) (\d+) 0 R")
# A font is chosen, or a text is shown.
SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\) Tj|\[(.*?)\] TJ", re.DOTALL)
RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
FILLED = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re f")
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages(pdf: bytes) -> list[list[str]]:
    """The texts of each page, in the order in which they were written."""
    objects = objects_of(pdf)
    tables = {
        font: table_of(objects, objects[int(number)])
        for body in objects.values()
        for font, number in FONT.findall(body)
    }
    return [texts(content, tables) for content in contents(objects)]


def objects_of(pdf: bytes) -> dict[int, bytes]:
    return {int(number): body for number, body in OBJECT.findall(pdf)}


def contents(objects: dict[int, bytes]) -> list[bytes]:
    """What draws each page."""
    return [
        stream_of(objects[int(number)])
        for body in objects.values()
        if re.search(rb"/Type /Page\b", body)
        for number in re.findall(rb"/Contents (\d+) 0 R", body)
    ]


def rectangles(pdf: bytes) -> list[tuple[float, ...]]:
    """The filled rectangles: left, top, width and height in millimetres of the page."""
    found = [one for content in contents(objects_of(pdf)) for one in FILLED.findall(content)]
    return [tuple(abs(float(number)) * 25.4 / 72 for number in one) for one in found]


def text_of(pdf: bytes) -> list[str]:
    """The texts of all pages."""
    return [text for page in pages(pdf) for text in page]


def draws_code(pdf: bytes, text: str, side: float) -> bool:
    """Whether the QR code of `text` is drawn, `side` millimetres wide: the same dark runs."""
    rows = ornament.squares(text)
    unit = side / len(rows)
    low = [width for _x, _y, width, height in rectangles(pdf) if abs(height / unit - 1) < 0.1]
    dark = [last - first for row in rows for first, last in ornament.runs(row)]
    return [round(width / unit) for width in low] == dark


def stream_of(body: bytes) -> bytes:
    found = STREAM.search(body)
    assert found
    return zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]


def table_of(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    """What each glyph of a font means."""
    found = re.search(rb"/ToUnicode (\d+) 0 R", font)
    assert found
    rows = RANGE.findall(stream_of(objects[int(found[1])]))
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in rows
    }


def texts(content: bytes, tables: dict[bytes, dict[int, str]]) -> list[str]:
    font, found = b"", []
    for chosen, text, _several in SHOWN.findall(content):
        if chosen:
            font = chosen
            continue
        raw = ESCAPED.sub(lambda sign: ESCAPES.get(sign[1], sign[1]), text)
        glyphs = [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]
        found.append("".join(tables[font].get(glyph, "\ufffd") for glyph in glyphs))
    return found
