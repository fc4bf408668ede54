"""Photographs on paper: one alone as wide as the words, of several two side by side."""

import io
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainings.press.closing import credit_of
from trainings.press.photos import printable
from trainings.press.prose import Words
from trainings.press.setting import ASIDE, BODY, Setter, Type

# In millimetres, as all lengths here.
TALLEST = 105.0
GAP = 6.0
UNDER = 1.5
WORDS_UNDER_ONE = 14.0
A_PAGE = 240.0


@dataclass(frozen=True)
class Plate:
    """A photograph as it stands on paper: scaled to its place, with the words under it."""

    content: io.BytesIO | None
    wide: float
    high: float
    words: list[tuple[str, Type]]


def plate(photo, wide: float) -> Plate:
    """The picture at most `wide`, and no taller than TALLEST; without it, its words alone."""
    found = printable(photo)
    credit = credit_of(photo)
    if found is None:
        credit = f"{credit} · {_('the picture is not on record')}"
    caption = [(str(photo.caption), BODY)] if photo.caption else []
    content, across, down = found or (None, 1, 0)
    scale = min(wide / across, TALLEST / down) if down else 0
    return Plate(content, across * scale, down * scale, [*caption, (credit, ASIDE)])


def photographs(sheet: Setter, photos: list) -> None:
    """Draw them in their order; `photos` is not empty."""
    if len(photos) == 1:
        alone(sheet, plate(photos[0], sheet.wide))
        return
    half = (sheet.wide - GAP) / 2
    for first in range(0, len(photos), 2):
        pair(sheet, [plate(photo, half) for photo in photos[first : first + 2]], half)


def alone(sheet: Setter, one: Plate) -> None:
    """The picture on one page with the beginning of its words."""
    if one.content:
        sheet.room_for(one.high + WORDS_UNDER_ONE)
    sheet.at += 2
    put(sheet, one)
    sheet.at += 4


def pair(sheet: Setter, plates: list[Plate], half: float) -> None:
    """Side by side on one page; one under the other where their words are too long for it."""
    high = max(height(sheet, one, half) for one in plates)
    if high > A_PAGE:
        for one in plates:
            alone(sheet, one)
        return
    sheet.room_for(high)
    left, wide, top = sheet.left, sheet.wide, sheet.at + 2
    sheet.wide = half
    for number, one in enumerate(plates):
        sheet.left, sheet.at = left + number * (half + GAP), top
        put(sheet, one)
    sheet.left, sheet.wide, sheet.at = left, wide, top + high


def height(sheet: Setter, one: Plate, wide: float) -> float:
    """What a plate takes with all its words and the blank under them."""
    lines = (of.line * len(list(sheet.broken([Words(text)], of, wide))) for text, of in one.words)
    return one.high + UNDER + sum(lines) + 6


def put(sheet: Setter, one: Plate) -> None:
    if one.content:
        sheet.image(one.content, sheet.left, sheet.at, one.wide, one.high)
        sheet.at += one.high + UNDER
    for text, of in one.words:
        sheet.flow([Words(text)], of)


def room_of(sheet: Setter, photos: list) -> float:
    """What the first line of them takes at most, so that a heading stays with it."""
    wide = sheet.wide if len(photos) == 1 else (sheet.wide - GAP) / 2
    sizes = [(one.image.width, one.image.height) for one in photos[:2] if one.image]
    highs = [min(wide * down / across, TALLEST) for across, down in sizes if across and down]
    return max(highs, default=0) + WORDS_UNDER_ONE
