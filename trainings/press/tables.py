"""Quotes and figures as tables for other programs."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings import wording
from trainings.exporting.writing import Heading, Value, csv_parts
from trainings.figures import ShownGroup
from trainings.models import Sex, Unit
from trainings.press.kit import Kit
from trainings.press.quoting import voice_of
from volunteers.public_figures import PublicFigures


def quotes_csv(kit: Kit) -> str:
    """The approved quotes of the report, with who said them as printed then."""
    return "".join(csv_parts([*quote_headings(), *embargo_heading(kit)], quote_rows(kit)))


def quote_headings() -> list[Heading]:
    return [
        Heading("words", _("Words")),
        Heading("language", _("Language")),
        Heading("translation", _("Translation")),
        Heading("who", _("Said by")),
        Heading("title", _("Title as printed")),
        Heading("organisation", _("Organisation as printed")),
        Heading("excerpt", _("An excerpt")),
        Heading("training", _("Training")),
    ]


def quote_rows(kit: Kit) -> Iterator[list[Value]]:
    for quote in kit.quotes:
        voice = voice_of(quote)
        yield [
            quote.words,
            quote.language,
            quote.shown_translation,
            voice.name,
            voice.title,
            voice.organisation,
            quote.is_excerpt,
            str(quote.training.title),
            *embargo_cell(kit),
        ]


def figures_csv(kit: Kit) -> str:
    """The figures of the report: a row a number, unknown is empty, nothing added up.

    The second row is that of the Humanitarian Exchange Language, version 1.1.
    """
    headings = [Heading(tag, words) for tag, words in columns()] + embargo_heading(kit)
    tags = [heading.key for heading in headings]
    return "".join(csv_parts(headings, [tags, *figure_rows(kit)]))


def columns() -> list[tuple[str, str]]:
    """The tag of each column and its words."""
    return [
        ("#group+name", _("Who they are")),
        ("#group+whole", _("Part of")),
        ("#affected+num", _("How many")),
        ("#affected+qualifier", pgettext("of a number", "Qualifier")),
        ("#affected+unit", _("What is counted")),
        ("#affected+wording", _("As published")),
        ("#affected+sex", _("Sex")),
        ("#affected+age+min", _("From the age of")),
        ("#affected+age+max", _("To the age of")),
        ("#country+code+v_iso2", _("Country code")),
        ("#country+name", _("Country")),
        ("#country+relation", _("How they stand to the country")),
        ("#meta+source", _("Where the figure comes from")),
        ("#date+asof", _("As of")),
        ("#event+name", _("Training")),
    ]


def embargo_heading(kit: Kit) -> list[Heading]:
    return [Heading("#meta+embargo", _("Embargo"))] if kit.embargo else []


def embargo_cell(kit: Kit) -> list[Value]:
    return [kit.embargo] if kit.embargo else []


def figure_rows(kit: Kit) -> Iterator[list[Value]]:
    for shown in kit.groups:
        yield from rows_of(kit, shown)
    for counted in kit.frozen:
        yield from frozen_rows(kit, counted.figures)


def frozen_rows(kit: Kit, figures: PublicFigures) -> Iterator[list[Value]]:
    """What was counted, then each answer; a number that is not told is empty, and why is said."""
    yield frozen_row(kit, figures, figures.what, None, figures.total)
    for name, row in figures.lines:
        country = figures.countries.get(row.key)
        place: tuple[Value, ...] = (row.key, name) if country else (None, None)
        yield frozen_row(kit, figures, name, figures.what, row.count, place, hidden=row.hidden)


def frozen_row(
    kit: Kit,
    figures: PublicFigures,
    name: str,
    whole: str | None,
    count: int | None,
    country: tuple[Value, ...] = (None, None),
    *,
    hidden: bool = False,
) -> list[Value]:
    unknown = _("not shown") if hidden else _("not known")
    return [
        name,
        whole,
        count,
        unknown if count is None else None,
        str(Unit.PEOPLE.label),
        *(None, None, None, None),
        *country,
        None,
        _("counted from the registrations"),
        figures.as_of,
        wording.list_of(str(one.title) for one in kit.story.trainings),
        *embargo_cell(kit),
    ]


def rows_of(kit: Kit, shown: ShownGroup) -> Iterator[list[Value]]:
    """A group, then each of its countries, then its parts."""
    yield row(kit, shown, shown.group.count)
    for one in shown.countries:
        country: tuple[Value, ...] = (one.country.code, str(one.country))
        relation = shown.group.get_relation_display() if shown.group.relation else None
        yield row(kit, shown, one.count, country=(*country, relation), wording=one.as_published)
    for part in shown.parts:
        yield from rows_of(kit, part)


def row(
    kit: Kit,
    shown: ShownGroup,
    count: int | None,
    *,
    country: tuple[Value, ...] = (None, None, None),
    wording: str | None = None,
) -> list[Value]:
    group = shown.group
    known = count is not None
    return [
        str(group.capacity),
        str(shown.above.capacity) if shown.above else None,
        count,
        str(group.get_qualifier_display()) if known and wording is None else None,
        str(group.get_unit_display()),
        group.wording if wording is None else wording,
        str(group.get_sex_display()) if group.sex != Sex.NOT_SAID else None,
        group.age_from,
        group.age_to,
        *country,
        pgettext("source of figures", "as reported"),
        as_of(kit, shown),
        str(group.training.title),
        *embargo_cell(kit),
    ]


def as_of(kit: Kit, shown: ShownGroup):
    """The date of the report that says so; None where it is not stated."""
    return (shown.group.reported_in or kit.report).date
