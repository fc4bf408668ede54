"""`{% piece "_rooms.html" here=here %}`: a part of pages, drawn once for each of its values."""

from collections.abc import Hashable
from contextlib import suppress
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trainings.figures import ShownGroup
from trainings.models import ParticipantGroup, Report, Session, Training
from trainings.templatetags.pictures import picture
from trainings.told import Alone, Untold, retold, told

register = template.Library()


@register.simple_tag
def piece(name: str, **values: Any) -> SafeString:
    """The template `name` with these values, which may show nothing else but the language.

    So it is right for as long as the process lives, whatever changes: another value is another
    piece. A row, or a list of them, is a value by its columns and the rows that it has in hand
    (`trainings.told`). What depends on the moment is told as a value beside it.
    """
    if not settings.DEBUG:  # else templates are being written
        with suppress(Untold, DatabaseAsked):
            return drawn(name, get_language(), **{each: told(one) for each, one in values.items()})
    shown = {each: one.row if isinstance(one, Alone) else one for each, one in values.items()}
    return render_to_string(name, shown)


@register.filter
def alone(row: Model) -> Alone:
    """`row` as a value by its columns, for a piece that shows none of the rows it has in hand."""
    return Alone(row)


# Typed, for words that are HTML already are not the same words as others.
@lru_cache(maxsize=2000, typed=True)
def drawn(name: str, _language: str | None, **known: Hashable) -> SafeString:
    """The piece of what is `known`; raises DatabaseAsked where that is not all it shows."""
    refused = Refused()
    with connection.execute_wrapper(refused):
        html = render_to_string(name, {each: retold(key) for each, key in known.items()})
    if refused.asked:  # an `{% if %}` takes any error for a no
        raise DatabaseAsked
    return html


class DatabaseAsked(Exception):
    """A piece shows more than its values tell."""


class Refused:
    """Answers no question to the database, and knows whether there was one."""

    asked = False

    def __call__(self, *_question: Any) -> None:
        self.asked = True
        raise DatabaseAsked


@register.simple_tag
def card(training: Training, sizes: str = "", edition: bool = False) -> SafeString:
    """The card of a training that `around.hang_cards` got ready, as it is at this moment."""
    return piece(
        "trainings/_training_card.html",
        training=training,
        totals=getattr(training, "totals", []),
        stage=str(training.stage),
        full=str(training.full_standing),
        sizes=sizes,
        edition=edition,
    )


@register.simple_tag
def slot(session: Session, own_time: bool) -> SafeString:
    """A line of a day of the agenda; `own_time` if the page tells the reader's own time too."""
    begins, ends = session.begins, session.ends
    return piece(
        "trainings/_slot.html",
        session=session,
        begins=begins.isoformat() if begins else "",
        ends=ends.isoformat() if ends else "",
        own_time=own_time and session.is_online,
    )


@register.simple_tag
def report_line(report: Report, sizes: str = "12rem") -> SafeString:
    """A report in a list, in the text that its reader is shown at this moment."""
    return piece(
        "trainings/_report_line.html",
        report=report,
        text=report.shown_text,
        headline=report.shown_headline,
        cover=picture(report.shown_cover, sizes=sizes),
        in_common=str(getattr(report, "in_common", "")),
        page_language=get_language(),
    )


@register.simple_tag
def group(shown: ShownGroup, here: Report | str = "") -> SafeString:
    """A group as reported, with its parts and its source, unless that is the report `here`."""
    row = shown.group
    source = row.reported_in if row.reported_in != here else None
    source = source if source and source.shown_text else None
    return piece(
        "trainings/_group.html",
        group=row,
        above=shown.above,
        parts=format_html_join("", "{}", ((group(part, here),) for part in shown.parts)),
        wording_language=row.training.wording_language,
        source=source.get_absolute_url() if source else "",
        source_name=source.shown_headline if source else "",
    )


@register.filter
def as_part_of(row: ParticipantGroup, above: ParticipantGroup | None) -> ShownGroup:
    """A group as its piece shows it: its parts are drawn already."""
    return ShownGroup(row, above=above)
