"""The fonts of the papers, and which letters they hold."""

import unicodedata
from functools import cache
from pathlib import Path

from anyascii import anyascii
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent / "fonts"
# By the family and style that a paper asks for.
FILES = {
    ("sans", ""): FOLDER / "HasharSans-Regular.ttf",
    ("sans", "B"): FOLDER / "HasharSans-Bold.ttf",
    ("serif", ""): FOLDER / "HasharSerif-SemiBold.ttf",
}


@cache
def letters() -> frozenset[str]:
    """Every character that all our fonts can write."""
    held = [set(TTFont(file, lazy=True).getBestCmap()) for file in FILES.values()]
    return frozenset(map(chr, set.intersection(*held)))


def composed(text: object) -> str:
    """`text` in one line, with each letter and its accent as one character where there is one."""
    return " ".join(unicodedata.normalize("NFC", str(text or "")).split())


def is_writable(text: object) -> bool:
    """Whether every letter of `text` can be printed as it is."""
    return all(letter in letters() for letter in composed(text))


def writable(text: object) -> str:
    """`text` in one line for printing; letters that no font has are written in Latin ones."""
    return " ".join(spelt(composed(text)).split())


def spelt(text: str) -> str:
    """Composed `text` with its blanks, in letters that can be printed."""
    return "".join(one if one in letters() or one.isspace() else anyascii(one) for one in text)
