"""A table of Markdown on paper: columns as wide as their words ask, and a line under each row."""

from itertools import zip_longest

from trainings.press.prose import Paragraph, Words
from trainings.press.setting import Setter, Type
from volunteers.papers.paper import INK, LINE, MUTED

CELL = Type("sans", "", 9.5, INK, 1.4)
# In millimetres.
GAP = 5.0
ABOVE = 1.0
# More would leave no room for words: such rows are written as lines.
MOST_COLUMNS = 8


def table(sheet: Setter, rows: list[Paragraph]) -> None:
    """The rows one under the other; the first is the head, whose words are strong."""
    widths = widths_of(sheet, rows)
    for number, row in enumerate(rows):
        cells = zip(row.cells, widths, strict=False)
        columns = [list(sheet.broken(cell, CELL, width)) for cell, width in cells]
        line_by_line(sheet, columns, widths)
        sheet.rule(sheet.left, sheet.at + ABOVE, sheet.wide, LINE if number else MUTED)
        sheet.at += 2 * ABOVE
    sheet.at += 2.4


def line_by_line(sheet: Setter, columns: list[list], widths: list[float]) -> None:
    """The cells of a row side by side, on the next page where they don't fit on this one."""
    sheet.room_for(min(max(map(len, columns), default=0), 20) * CELL.line + ABOVE)
    for lines in zip_longest(*columns, fillvalue=[]):
        sheet.room_for(CELL.line)
        x, top = sheet.left, sheet.at
        for line, width in zip(lines, widths, strict=False):
            sheet.at = top
            sheet.set_line(line, x, CELL.line)
            x += width + GAP
        sheet.at = top + CELL.line


def widths_of(sheet: Setter, rows: list[Paragraph]) -> list[float]:
    """As wide as the longest cell of each column; wide columns share what narrow ones leave."""
    columns = zip_longest(*(row.cells for row in rows), fillvalue=())
    asked = [max(width_of(sheet, cell) for cell in column) for column in columns]
    room = sheet.wide - GAP * (len(asked) - 1)
    if sum(asked) <= room:
        return asked
    fair = room / len(asked)
    over = sum(width - fair for width in asked if width > fair)
    spare = sum(fair - width for width in asked if width < fair)
    return [min(width, fair + max(0, width - fair) / over * spare) for width in asked]


def width_of(sheet: Setter, cell: tuple[Words, ...]) -> float:
    """How wide a cell is in one line, with the width of a letter to spare."""
    bold = Type(CELL.family, "B", CELL.size, CELL.colour, CELL.leading)
    return sum(sheet.measured(words.text, bold if words.strong else CELL) for words in cell) + 1
