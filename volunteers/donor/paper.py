"""Donor figures on paper: the totals, the tables, the trainings, and how it was counted."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trainings import wording
from volunteers.donor import tables, words
from volunteers.donor.figures import Figures
from volunteers.donor.tables import Table
from volunteers.papers.paper import (
    INK,
    LAPIS,
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

GAP = 10
HALF = (WIDTH - GAP) / 2
KICKER = Type("sans", "B", 10.5, TURQUOISE)
NUMERAL = Type("serif", "", 26, LAPIS, 1.15)
HEADING = Type("serif", "", 13, INK, 1.3)
PLAIN = Type("sans", "", 9.5, INK, 1.35)
STRONG = Type("sans", "B", 9.5, INK, 1.35)
SMALL = Type("sans", "", 8.5, MUTED, 1.3)
UNKNOWN = "–"


class Sheet(Numbered):
    def header(self) -> None:
        """The title in full on the first page, small on the others."""
        if self.page_no() == 1:
            y = self.put(_("Donor figures"), MARGIN, 15, WIDTH, KICKER)
            self.at = (
                self.fit(str(self.title), MARGIN, y, WIDTH, TITLE, smallest=13, most_lines=3) + 1
            )
        else:
            y = self.fit(str(self.title), MARGIN, 13, WIDTH, SMALL, smallest=7)
            self.rule(MARGIN, y + 1, WIDTH)
            self.at = y + 4


def draw(figures: Figures) -> bytes:
    """The figures in the language that is active; the same figures make the same file."""
    sheet = Sheet(
        title=words.about(figures),
        language=get_language() or "en",
        made_at=figures.as_of,
        margin=MARGIN,
    )
    sheet.add_page()
    sheet.at = sheet.put(words.moment(figures), MARGIN, sheet.at, WIDTH, QUIET) + 4
    write_totals(sheet, figures)
    write_reported(sheet, tables.reported(figures), several=len(figures.trainings) > 1)
    write_pairs(sheet, tables.breakdowns(figures))
    if matrix := tables.sex_by_age(figures):
        sheet.room_for(height_of(matrix))
        sheet.at = write_table(sheet, matrix, MARGIN, sheet.at, WIDTH) + 6
    write_trainings(sheet, figures)
    write_lines(sheet, _("What is counted, and how"), words.notes(figures))
    return sheet.made()


def number(value) -> str:
    return UNKNOWN if value is None else wording.number(value)


def write_totals(sheet: Sheet, figures: Figures) -> None:
    """The three numbers, large, side by side."""
    y = sheet.at
    for place, (heading, value) in enumerate(
        zip(tables.measures(), tables.numbers(figures.total), strict=True)
    ):
        x = MARGIN + place * WIDTH / 3
        below = sheet.put(number(value), x, y, WIDTH / 3, NUMERAL)
        sheet.at = sheet.put(heading.words, x, below, WIDTH / 3, QUIET)
    sheet.at += 6


def write_reported(sheet: Sheet, table: Table, *, several: bool) -> None:
    """What sources say, apart from the rest."""
    first = 0 if several else 1
    said = [": ".join(str(part) for part in row[first:3] if part) for row in table.rows]
    if said:
        note = _("These figures come from reports and not from the record. They are never added.")
        write_lines(sheet, _("As reported elsewhere"), [note, *said])


def write_pairs(sheet: Sheet, several: Sequence[Table]) -> None:
    """Tables side by side, two and two."""
    for first in range(0, len(several), 2):
        pair = several[first : first + 2]
        sheet.room_for(max(map(height_of, pair)))
        top = sheet.at
        ends = [
            write_table(sheet, table, MARGIN + place * (HALF + GAP), top, HALF)
            for place, table in enumerate(pair)
        ]
        sheet.at = max(ends) + 6


def height_of(table: Table) -> float:
    """How high a table is; one that is higher than a page begins on a new one and is cut."""
    return min(HEADING.line + (len(table.rows) + 1) * ROW + 6, 240)


ROW = 6.2


def write_table(sheet: Sheet, table: Table, x: float, y: float, width: float) -> float:
    """A table of a line each; returns where it ends."""
    number_of = len(table.headings) - 1
    first = max(width * 0.3, width - number_of * 17)
    each = (width - first) / number_of
    y = sheet.put(table.title, x, y, width, HEADING) + 1
    for place, heading in enumerate(table.headings[1:]):
        sheet.fit(heading.words, x + first + place * each, y, each, SMALL, "R", smallest=5.5)
    y += ROW
    for name, cells in table.lines:
        if y + ROW > sheet.bottom:
            sheet.add_page()
            y = sheet.at
        sheet.rule(x, y - 0.8, width, LINE)
        sheet.fit(str(name), x, y, first, PLAIN, smallest=6)
        for place, (_heading, value) in enumerate(cells):
            at = x + first + place * each
            sheet.fit(number(value), at, y, each, PLAIN, "R", smallest=6)
        y += ROW
    return y


def write_trainings(sheet: Sheet, figures: Figures) -> None:
    """A few lines for each training."""
    table = tables.trainings(figures)
    keys = [one.key for one in table.headings]
    named = {one.key: one.words for one in table.headings}
    heading(sheet, table.title)
    for row in table.rows:
        told = dict(zip(keys, row, strict=True))
        sheet.room_for(3 * PLAIN.line + 4)
        title = f"{told['name']} · {told['status']}"
        sheet.at = sheet.fit(title, MARGIN, sheet.at, WIDTH, STRONG, smallest=8, most_lines=2)
        counts = ("days", "hours", "people", "attended", "completed")
        where = [told["start"], told["end"], told["place"], told["country"], told["venue"]]
        said = [
            " · ".join(dict.fromkeys(str(one) for one in where if one)),
            " · ".join(f"{named[key]}: {number(told[key])}" for key in counts),
            cost(told, named),
        ]
        for line in filter(None, said):
            lines = sheet.lines_of(line, WIDTH, PLAIN)
            sheet.at = sheet.put(lines, MARGIN, sheet.at, WIDTH, PLAIN)
        sheet.at += 3
    sheet.at += 3


def cost(told: dict, named: dict) -> str:
    """The cost split of a training in a line; empty where nobody entered one."""
    if not told["currency"]:
        return ""
    amounts = (
        f"{named[key]}: {number(told[key])}" for key in ("instruction", "participants", "travel")
    )
    return " · ".join([*amounts, told["currency"]])


def heading(sheet: Sheet, text: str) -> None:
    sheet.room_for(HEADING.line + 3 * PLAIN.line)
    sheet.at = sheet.put(text, MARGIN, sheet.at, WIDTH, HEADING) + 1


def write_lines(sheet: Sheet, title: str, several: Sequence[str]) -> None:
    """A heading and sentences under it."""
    heading(sheet, title)
    for text in several:
        lines = sheet.lines_of(text, WIDTH, PLAIN)
        sheet.room_for(len(lines) * PLAIN.line)
        sheet.at = sheet.put(lines, MARGIN, sheet.at, WIDTH, PLAIN) + 1
    sheet.at += 5
