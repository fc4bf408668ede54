"""Alphabetical order, and the letters that stand in for a face."""

import unicodedata

from .languages import reader

# The Kazakh, Kyrgyz, Tajik and Russian orders agree, so that one row of letters holds them all.
CYRILLIC = "аәбвгғдеёжзиӣйкқлмнңоөпрстуӯўұүфхҳһцчҷшщъыіьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
# Uzbek has six letters of its own, after z, in this order; two are digraphs, two have a turned
# comma that people type in many ways.
UZBEK = {"o'": "{", "g'": "|", "sh": "}", "ch": "~"}
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ`´ʹ′ʿʾ", "'"))

SortKey = tuple[tuple[tuple[int, int], ...], str]


def sort_key(text: str, language: str | None = None) -> SortKey:
    """What to sort names by, so that they stand in the reader's alphabetical order.

    Readers of Cyrillic find Cyrillic first and Latin after it, the others the other way round;
    every other script comes last. Marks and quotation marks count only between equals.
    """
    code = reader(language)
    folded = unicodedata.normalize("NFC", text).casefold().translate(APOSTROPHES)
    if code == "uz":
        for letters, place in UZBEK.items():
            folded = folded.replace(letters, place)
    latin_first = code in ("en", "uz")
    places = [_place(letter, code, latin_first) for letter in folded]
    return tuple(place for place in places if place), text


def _place(letter: str, code: str, latin_first: bool) -> tuple[int, int] | None:
    """Group and place of a letter: 0 space, 1 digits, 2 and 3 the alphabets, 4 the rest."""
    if letter.isspace() or letter == "-":
        return 0, 0
    if letter.isdecimal():
        return 1, unicodedata.decimal(letter)
    if letter == "ё" and code in ("ru", "en"):
        letter = "е"  # in Russian lists the two are one letter
    if letter in CYRILLIC:
        return 3 if latin_first else 2, CYRILLIC.index(letter)
    base = unicodedata.normalize("NFD", letter)[0]
    if base in LATIN or (code == "uz" and base in "{|}~"):
        return 2 if latin_first else 3, ord(base)
    if letter == "ı":
        return 2 if latin_first else 3, ord("i")
    return (4, ord(letter)) if letter.isalpha() else None


def initials(name: str) -> str:
    """Up to two capitals for a face that has no picture: "Munkhtuya Altangerel" gives "MA".

    The first letters of the first and the last word; one of a single word; "" of no letter.
    """
    words = [[letter for letter in word if letter.isalpha()] for word in name.split()]
    letters = [word[0] for word in words if word]
    return "".join(letter.upper()[0] for letter in letters[:1] + letters[1:][-1:])
