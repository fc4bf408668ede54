"""The agenda of a training to hang on a wall: day by day, with hours, rooms and people."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trainings import wording
from volunteers.papers.paper import (
    INK,
    LINE,
    MARGIN,
    MUTED,
    QUIET,
    TITLE,
    TURQUOISE,
    WIDTH,
    Numbered,
    Type,
)

HOURS, GAP, ROOM = 27, 4, 34
MIDDLE = WIDTH - HOURS - ROOM - 2 * GAP
DAY = Type("serif", "", 14, INK, 1.3)
AT = Type("sans", "B", 10.5, TURQUOISE, 1.3)
WHAT = Type("sans", "B", 11, INK, 1.3)
PLAIN = Type("sans", "", 9.5, INK, 1.3)
SMALL = Type("sans", "", 9, MUTED, 1.3)


@dataclass(frozen=True)
class Slot:
    """A session: its hours, what it is, who, and where."""

    title: str
    hours: str = ""
    kind: str = ""
    people: str = ""
    room: str = ""


def draw(
    title: str,
    under_title: Iterable[str],
    days: list[tuple[dt.date, list[Slot]]],
    untimed: list[Slot],
    *,
    made_at: dt.datetime,
) -> bytes:
    """The agenda in the language that is active; what has no time stands at the end."""
    sheet = Agenda(title=title, language=get_language() or "en", made_at=made_at, margin=MARGIN)
    sheet.add_page()
    for said in under_title:
        if said:
            sheet.at = sheet.fit(said, MARGIN, sheet.at, WIDTH, QUIET, smallest=8, most_lines=2)
    for day, slots in days:
        part(sheet, wording.weekday_date(day), slots)
    if untimed:
        part(sheet, _("Also worked on") if days else _("What participants worked on"), untimed)
    return sheet.made()


class Agenda(Numbered):
    def header(self) -> None:
        """The title in full on the first page, small on the others."""
        if self.page_no() == 1:
            y = self.put(_("Agenda"), MARGIN, 15, WIDTH, Type("sans", "B", 10.5, TURQUOISE))
            self.at = self.fit(self.heading, MARGIN, y, WIDTH, TITLE, smallest=13, most_lines=3) + 1
        else:
            y = self.fit(self.heading, MARGIN, 13, WIDTH, SMALL, smallest=7)
            self.rule(MARGIN, y + 1, WIDTH)
            self.at = y + 2


def part(sheet: Agenda, heading: str, slots: list[Slot]) -> None:
    """A day, whose heading never stands alone at the end of a page."""
    sheet.room_for(DAY.line + 8 + (height_of(sheet, slots[0]) if slots else 0))
    sheet.at = sheet.put(heading, MARGIN, sheet.at + 6, WIDTH, DAY) + 1
    sheet.rule(MARGIN, sheet.at, WIDTH, MUTED, 0.3)
    for slot in slots:
        sheet.room_for(height_of(sheet, slot))
        write(sheet, slot)


def parts_of(sheet: Agenda, slot: Slot) -> list[tuple[Type, list[str]]]:
    """What stands in the middle, in lines."""
    said = [(WHAT, slot.title), (SMALL, slot.kind), (PLAIN, slot.people)]
    return [(of, sheet.lines_of(text, MIDDLE, of)) for of, text in said if text]


def height_of(sheet: Agenda, slot: Slot) -> float:
    written = sum(of.line * len(lines) for of, lines in parts_of(sheet, slot))
    rooms = len(sheet.lines_of(slot.room, ROOM, PLAIN)) * PLAIN.line
    return max(written, rooms) + 4


def write(sheet: Agenda, slot: Slot) -> None:
    top, height = sheet.at + 2, height_of(sheet, slot)
    sheet.fit(slot.hours, MARGIN, top, HOURS, AT, smallest=7, most_lines=2)
    y = top
    for of, lines in parts_of(sheet, slot):
        y = sheet.put(lines, MARGIN + HOURS + GAP, y, MIDDLE, of)
    rooms = sheet.lines_of(slot.room, ROOM, PLAIN)
    sheet.put(rooms, MARGIN + WIDTH - ROOM, top, ROOM, PLAIN)
    sheet.at += height
    sheet.rule(MARGIN, sheet.at, WIDTH, LINE)
