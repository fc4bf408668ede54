"""Figures on paper: numbers in large, answers and countries as bars."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.figures import ShownGroup
from trainings.press import counting
from trainings.press.prose import Words
from trainings.press.setting import ASIDE, BODY, NUMBER, Setter
from trainings.services.freezing import Shown
from volunteers.papers.paper import TURQUOISE


def group(sheet: Setter, shown: ShownGroup, depth: int) -> None:
    """A figure with its countries: as bars where their counts are known, else as a list."""
    indent = 6.0 * min(depth, 5)
    sheet.room_for(NUMBER.line + 12)
    if shown.number:
        sheet.flow([Words(shown.number)], NUMBER, indent=indent)
        aside = counting.aside_of(shown)
        said = [
            Words(str(shown.group.capacity), strong=True),
            Words(f" ({aside})" if aside else ""),
        ]
    else:
        said = [Words(counting.said_of(shown), strong=True)]
    sheet.flow(said, BODY, indent=indent)
    if shown.has_counts:
        sheet.flow([Words(counting.relation_of(shown))], ASIDE, indent=indent)
        for row in shown.by_size:
            number = _("not stated") if row.count is None else wording.number(row.count)
            bar(sheet, counting.country_of(row), number, (row.count or 0) / shown.largest, indent)
    elif shown.countries:
        countries = f"{counting.relation_of(shown)}: {counting.countries_in_words(shown)}"
        sheet.flow([Words(countries)], BODY, indent=indent)
    sheet.at += 2.5
    for part in shown.parts:
        group(sheet, part, depth + 1)


def frozen(sheet: Setter, shown: Shown) -> None:
    """What was counted, as bars where people are told apart, and as of when."""
    figures = shown.figures
    sheet.room_for(NUMBER.line + 12)
    sheet.flow([Words(counting.count_of(figures.total))], NUMBER)
    sheet.flow([Words(figures.what, strong=True)], BODY)
    if told := counting.answers_of(figures):
        sheet.flow([Words(capfirst(figures.by))], ASIDE)
    for name, row in told:
        bar(sheet, name, counting.number_of(row), (row.count or 0) / figures.largest)
    sheet.at += 2.5
    for words in counting.frozen_closing(shown):
        sheet.flow([Words(words)], ASIDE)
    sheet.at += 3


def bar(sheet: Setter, name: str, number: str, share: float, indent: float = 0) -> None:
    """A row of a table: a name, a bar as long as its share of the largest, and the number."""
    sheet.room_for(6)
    x, wide = sheet.left + indent, sheet.wide - indent
    sheet.fit(name, x, sheet.at + 0.6, wide * 0.42, BODY, smallest=7)
    sheet.fit(number, x + wide - 28, sheet.at + 0.6, 28, BODY, "R", smallest=7)
    if share:
        room = wide * 0.56 - 34
        sheet.block(x + wide * 0.44, sheet.at + 1.8, room * share, 2.6, TURQUOISE)
    sheet.at += 6
    sheet.rule(x, sheet.at, wide)
