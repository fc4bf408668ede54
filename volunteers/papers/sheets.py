"""The sign-in sheet of a day: who is expected, with room to sign, and lines for who comes besides.

Everyone in the room sees it: never put on it what is nobody's business (sex, age, needs, passport).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from trainings import wording
from volunteers.papers.lettering import composed, is_writable
from volunteers.papers.paper import INK, LAPIS, LINE, MUTED, Numbered, Type

MARGIN, WIDTH = 15, 180
ROW, GROUP = 11.5, 9
WALK_INS = 10
TITLE = Type("serif", "", 17, LAPIS, 1.2)
HEAD = Type("sans", "B", 8.5, MUTED)
NAME = Type("sans", "B", 11, INK, 1.15)
PLAIN = Type("sans", "", 9.5, INK, 1.15)
SMALL = Type("sans", "", 9, MUTED, 1.15)
# Where each column begins and how wide it is: number, name, organisation, country, signature.
COLUMNS = ((15, 8), (23, 58), (84, 38), (125, 26), (154, 41))


@dataclass(frozen=True)
class Row:
    """Someone who is expected. `other_names` are the same name in other letters."""

    name: str
    other_names: tuple[str, ...] = ()
    organisation: str = ""
    country: str = ""


def names_of(person) -> tuple[str, tuple[str, ...]]:
    """The name someone is called by, and the same in other scripts where it can be printed."""
    name = composed(person.name)
    others = (composed(one) for one in (person.native_name, person.latin_name) if one)
    return name, tuple(dict.fromkeys(one for one in others if one != name and is_writable(one)))


def draw(
    title: str,
    day: dt.date,
    rows: Iterable[Row],
    *,
    by_country: bool,
    place: str = "",
) -> bytes:
    """The sheet for `day`, in the language that is active, sorted as its readers sort."""
    made_at = dt.datetime.combine(day, dt.time(), dt.UTC)
    sheet = Sheet(title=title, language=get_language() or "en", made_at=made_at)
    sheet.said = wording.date(day)
    sheet.place = place
    sheet.add_page()
    expected = sorted(rows, key=lambda row: wording.sort_key(row.name))
    if by_country:
        groups(sheet, expected)
    else:
        for number, row in enumerate(expected, 1):
            line(sheet, number, row)
    walk_ins(sheet)
    return sheet.made()


class Sheet(Numbered):
    """Says on each page which training and day it is for, and which page it is."""

    said = ""
    place = ""

    def header(self) -> None:
        y = self.fit(self.heading, MARGIN, 13, WIDTH, TITLE, smallest=11, most_lines=2)
        said = " · ".join(filter(None, (_("Sign-in sheet"), self.said, self.place)))
        y = self.fit(said, MARGIN, y + 0.5, WIDTH, Type("sans", "", 11, INK), smallest=8)
        name = capfirst(pgettext("person", "name"))
        titles = ("", name, _("Organisation"), _("Country"), _("Signature"))
        for (x, width), words in zip(COLUMNS, titles, strict=True):
            self.put(words, x, y + 4, width, HEAD)
        self.rule(MARGIN, y + 9, WIDTH, MUTED, 0.3)
        self.at = y + 9


def groups(sheet: Sheet, rows: list[Row]) -> None:
    """The rows under the names of their countries; those without one come last."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.country, []).append(row)
    countries = sorted(found, key=lambda name: (not name, wording.sort_key(name)))
    number = 0
    for country in countries:
        sheet.room_for(GROUP + ROW)
        count = wording.number(len(found[country]))
        band(sheet, " · ".join((country or _("Country not stated"), count)))
        for row in found[country]:
            number += 1
            line(sheet, number, row)


def band(sheet: Sheet, words: str) -> None:
    """A line that says what stands below it."""
    sheet.fit(words, MARGIN, sheet.at + 2.6, WIDTH, Type("sans", "B", 11, LAPIS), smallest=8)
    sheet.at += GROUP
    sheet.rule(MARGIN, sheet.at, WIDTH)


def line(sheet: Sheet, number: int, row: Row) -> None:
    """One row; a name that takes two lines makes it higher."""
    (at_number, beside), (at_name, name), (at_host, host), (at_land, land), _sign = COLUMNS
    size, lines = sheet.fitted(row.name, name, NAME, smallest=8, most_lines=2)
    other = " · ".join(row.other_names)
    written = len(lines) * size.line + (SMALL.line if other else 0)
    height = max(ROW, written + 3)
    sheet.room_for(height)
    top = sheet.at
    sheet.put(wording.number(number), at_number, top + 1.8, beside, SMALL)
    below = sheet.put(lines, at_name, top + 1.5, name, size)
    if other:
        sheet.fit(other, at_name, below, name, SMALL, smallest=6.5)
    sheet.fit(row.organisation, at_host, top + 1.6, host, PLAIN, smallest=7.5, most_lines=2)
    sheet.fit(row.country, at_land, top + 1.6, land, PLAIN, smallest=7.5, most_lines=2)
    sheet.at += height
    sheet.rule(MARGIN, sheet.at, WIDTH)


def walk_ins(sheet: Sheet) -> None:
    """Empty lines at the end, and as many more as the page still holds."""
    sheet.room_for(GROUP + 3 * ROW)
    band(sheet, _("Not on the list? Please write in capital letters."))
    lines = 0
    while lines < WALK_INS and sheet.at + ROW <= sheet.bottom:
        sheet.at += ROW
        for x, width in COLUMNS:
            sheet.rule(x, sheet.at - 2, width, LINE)
        lines += 1
