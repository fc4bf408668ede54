"""Photographs on paper: one alone as wide as the words, several in two columns."""

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
# A picture of few dots is drawn small: at less than a hundred an inch it would be a blur.
LARGEST_DOT = 25.4 / 100


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
        credit = " · ".join((credit, _("the picture is not on record")))
    caption = [(str(photo.caption), BODY)] if photo.caption else []
    content, across, down = found or (None, 1, 0)
    scale = scaled(across, down, wide) if down else 0
    return Plate(content, across * scale, down * scale, [*caption, (credit, ASIDE)])


def scaled(across: int, down: int, wide: float) -> float:
    """How many millimetres a dot of the picture takes."""
    return min(wide / across, TALLEST / down, LARGEST_DOT)


def photographs(sheet: Setter, photos: list) -> None:
    """Draw them in their order; `photos` is not empty."""
    if len(photos) == 1:
        alone(sheet, plate(photos[0], sheet.wide))
        return
    half = (sheet.wide - GAP) / 2
    ends: list[float] = []
    for one in (plate(photo, half) for photo in photos):
        high = height(sheet, one, half)
        if high > A_PAGE:
            alone(sheet, one)
            ends = []
            continue
        ends = room_in_columns(sheet, ends, high)
        in_column(sheet, one, ends, half)
        ends[ends.index(min(ends))] += high
        sheet.at = max(ends)


def room_in_columns(sheet: Setter, ends: list[float], high: float) -> list[float]:
    """Where the two columns end, on a new page where the one that ends higher has no room."""
    page = sheet.page_no()
    sheet.at = min(ends, default=sheet.at)
    sheet.room_for(high)
    goes_on = ends and sheet.page_no() == page
    return ends if goes_on else [sheet.at + 2] * 2


def alone(sheet: Setter, one: Plate) -> None:
    """The picture on one page with the beginning of its words."""
    if one.content:
        sheet.room_for(one.high + WORDS_UNDER_ONE)
    sheet.at += 2
    put(sheet, one)
    sheet.at += 4


def in_column(sheet: Setter, one: Plate, ends: list[float], half: float) -> None:
    """Under what ends higher up of two columns, so that nothing gapes beside a tall picture."""
    left, wide = sheet.left, sheet.wide
    column = ends.index(min(ends))
    sheet.wide, sheet.left = half, left + column * (half + GAP)
    sheet.at = ends[column]
    put(sheet, one)
    sheet.left, sheet.wide = left, wide


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
    highs = [down * scaled(across, down, wide) for across, down in sizes if across and down]
    return max(highs, default=0) + WORDS_UNDER_ONE
