"""Text of a CSV file that a spreadsheet can't run as a formula.

What people typed comes back out of this site into somebody's spreadsheet, which takes a cell that
begins with `=`, `+`, `-` or `@` for a formula, also after blanks. Such a cell gets an apostrophe in
front. Where the separator of the reader's country is `;`, a program parts our cells there too,
whatever the quotation marks say, so each part of a cell is looked at.

Numbers and telephones stay as they are: a formula of digits alone that begins with `+996 555` is
no arithmetic, and nothing else than a number comes of `-5`. `+996-555` would be, and is guarded; so
is a number with anything behind it, for a formula goes on after a tab or in the next line.
"""

import re

# The last four are the wide forms of the same signs, which some programs take for them.
RISKY = re.compile(r"[\s'\ufeff]*[=+\-@＝＋－＠]")
NUMBER = r"[+-]\d+(?:[.,]\d+)?"
TELEPHONE = r"\+\d{1,4}(?:[ \u00a0]\(?\d+\)?|\(\d+\))(?:[ \u00a0-]?\d+)*"
HARMLESS = re.compile(rf"-|{NUMBER}|{TELEPHONE}")
# What begins a cell or a line for a program that reads the file with another separator.
PARTING = re.compile(r"([;\t\r\n])")
BEGINS_PARTED = re.compile(r"[' \u00a0\ufeff]*[\t\r\n]")


def guarded(text: str) -> str:
    """`text` as a cell of a CSV file; `unguarded` gives it back."""
    if HARMLESS.fullmatch(text):
        return text
    first = "'" if BEGINS_PARTED.match(text) else ""
    return first + "".join(guarded_part(part) for part in PARTING.split(text))


def guarded_part(part: str) -> str:
    return f"'{part}" if RISKY.match(part) else part


def unguarded(text: str) -> str:
    """What a cell held before `guarded`; a cell that was never guarded stays as it is."""
    text = text[1:] if text.startswith("'") and BEGINS_PARTED.match(text) else text
    return "".join(
        part[1:] if part.startswith("'") and RISKY.match(part) else part
        for part in PARTING.split(text)
    )
