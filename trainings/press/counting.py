"""Figures as sentences, one group after the other. Nothing is added up."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.figures import ShownGroup
from trainings.models import GroupCountry
from trainings.services.freezing import Correction, Shown
from volunteers.public_figures import PublicFigures, Row


def closing() -> str:
    return _("As reported. Groups may overlap and are never added up.")


def said_of(shown: ShownGroup) -> str:
    """`UN Volunteers: 45 (as published: “Forty five”)`."""
    number = shown.number or _("not stated")
    if shown.whole:
        number = _("%(number)s of %(whole)s") % {"number": shown.number, "whole": shown.whole}
    aside = aside_of(shown)
    line = f"{capfirst(str(shown.group.capacity))}: {number}"
    return f"{line} ({aside})" if aside else line


def aside_of(shown: ShownGroup) -> str:
    """What else is said of a figure: as published, in what, where, of what age."""
    group = shown.group
    published = f"{_('as published:')} {in_marks(group.wording)}" if group.wording else ""
    circumstances = [str(one) for one in shown.circumstances]
    said = [published, shown.counted_in, *circumstances, shown.ages, str(group.region)]
    return "; ".join(part for part in (*said, str(group.note)) if part)


def in_marks(words: str) -> str:
    return _("“%(words)s”") % {"words": words}


def relation_of(shown: ShownGroup) -> str:
    """How a group stands to its countries, such as `Countries of origin`."""
    group = shown.group
    return capfirst(group.get_relation_display()) if group.relation else _("Countries")


def country_of(row: GroupCountry) -> str:
    """The name of a country, and the one that was published where that is another."""
    if not row.printed_otherwise:
        return str(row.country)
    return f"{row.country} ({_('published as')} {in_marks(row.as_published)})"


def lines_of(shown: ShownGroup, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Each line of a group and its parts, with how deep it stands."""
    yield depth, said_of(shown)
    if shown.countries:
        yield depth + 1, f"{relation_of(shown)}: {countries_in_words(shown)}"
    elif shown.group.countries_count:
        count = wording.number(shown.group.countries_count)
        yield depth + 1, f"{_('Countries')}: {count}"
    for part in shown.parts:
        yield from lines_of(part, depth + 1)


def frozen_lines(figures: PublicFigures) -> Iterator[tuple[int, str]]:
    """What was counted with its number, then each answer, with how deep it stands."""
    yield 0, f"{capfirst(figures.what)}: {count_of(figures.total)}"
    if told := answers_of(figures):
        yield 1, capfirst(figures.by)
    for name, row in told:
        yield 2, f"{name}: {number_of(row)}"


def answers_of(figures: PublicFigures) -> list[tuple[str, Row]]:
    """The answers that people are told apart by, where there is more to tell than their sum."""
    if figures.total is None or figures.is_all_hidden:
        return []
    return [(capfirst(name), row) for name, row in figures.lines]


def count_of(count: int | None) -> str:
    return _("not known") if count is None else wording.number(count)


def number_of(row: Row) -> str:
    return _("not shown") if row.hidden else count_of(row.count)


def frozen_closing(shown: Shown) -> list[str]:
    """As of when it was counted and what that means, then each correction."""
    figures = shown.figures
    few = _("Too few people to tell them apart.") if figures.is_all_hidden else ""
    counted = _("Counted from the registrations as of %(moment)s.") % {"moment": figures.moment}
    said = " ".join(filter(None, (few, counted, *figures.notes)))
    return [said, *map(corrected, shown.corrections)]


def corrected(correction: Correction) -> str:
    """When numbers were corrected, why, and what they were before."""
    when = _("Corrected on %(day)s:") % {"day": wording.date(correction.day)}
    before = "; ".join(f"{capfirst(name)} {count_of(count)}" for name, count in correction.before)
    earlier = f"{_('Earlier:')} {before}." if before else ""
    return " ".join(filter(None, (when, correction.why, earlier)))


def countries_in_words(shown: ShownGroup) -> str:
    """`Kazakhstan, Kyrgyzstan`, or with counts `Kazakhstan 14; Tajikistan not stated`."""
    if not shown.has_counts:
        return wording.list_of(country_of(row) for row in shown.countries)
    unknown = _("not stated")
    return "; ".join(
        f"{country_of(row)} {unknown if row.count is None else wording.number(row.count)}"
        for row in shown.by_size
    )
