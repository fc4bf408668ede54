"""Words in templates: labels in the reader's language, dates, numbers, lists."""

import datetime as dt
import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trainings import wording
from trainings.labels import Label
from trainings.markdown import HIGHEST, render
from trainings.models import DocumentKind, Place, PlaceMode, Training, figures

register = template.Library()

PARTED = re.compile(r"(?<=\d) (?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ.]) (?=[–—] )")


def in_its_language(value: Label, html: SafeString, tag: str) -> SafeString:
    """`html` in a `tag` with `lang` where the label is not shown in the page's own language."""
    shown = value.shown_language() if isinstance(value, Label) else None
    if shown is None or shown == get_language():
        return html
    direction = "rtl" if wording.is_rtl(shown) else "ltr"
    return format_html('<{0} lang="{1}" dir="{2}">{3}</{0}>', tag, shown, direction, html)


@register.filter
def label(value: Label) -> SafeString:
    """A label, marked with its own language where that is not the page's."""
    return in_its_language(value, conditional_escape(str(value)), "span")


@register.filter
def prose(value: Label, highest: int = HIGHEST) -> SafeString:
    """A longer label in Markdown, marked likewise; its first heading is of the level `highest`."""
    return in_its_language(value, render(str(value), highest), "div")


@register.filter
def paragraphs(text: str) -> SafeString:
    """Plain text with its line breaks, escaped."""
    return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308 - escaped just now


def unparted(words: str) -> str:
    """Dates in words, of which no line is left alone: `15 марта 2027 г.` stays together.

    In Cyrillic a number is not parted from its word, nor does a line begin with a dash.
    """
    return PARTED.sub(wording.NO_BREAK_SPACE, words)


@register.filter
def day(value: dt.date | None) -> str:
    """A day with its year, such as `1 March 2027`; empty for None."""
    return unparted(wording.date(value))


@register.filter
def weekday(value: dt.date) -> str:
    """A day with its name, such as `Thursday, 22 April`."""
    return unparted(wording.weekday_date(value))


register.filter("number", wording.number)
register.filter("language_name", wording.language_name)
register.filter("own_language_name", wording.own_language_name)
register.filter("initials", wording.initials)


@register.filter
def dates(dated) -> str:
    """The dates of a training or a place in words; empty where they are not stated."""
    return unparted(dated.dates_in_words())


@register.filter
def details(document) -> str:
    """What is known of a document beside its title, such as `agenda, 1.2 MB, Russian`."""
    kind = "" if document.kind == DocumentKind.OTHER else str(document.get_kind_display())
    size = size_in_words(document.file) if document.file else ""
    language = wording.language_name(document.language) if document.language else ""
    return ", ".join(part for part in (kind, size, language) if part)


def size_in_words(file) -> str:
    """The size of a stored file, such as `1.2 MB`; empty where the storage does not have it."""
    try:
        return filesizeformat(file.size)
    except OSError:
        return ""


@register.filter
def moment(value: dt.datetime, zone: str = "") -> str:
    """A day and time with its zone, such as `1 March 2027, 18:00 (Bishkek, UTC+6)`."""
    return unparted(wording.moment(value, zone or settings.TIME_ZONE))


@register.filter
def local_day(value: dt.datetime, zone: str = "") -> str:
    """The day of a moment in a time zone, such as `1 March 2027`."""
    return day(timezone.localtime(value, ZoneInfo(zone or settings.TIME_ZONE)).date())


@register.filter
def recently(value: dt.datetime) -> str:
    """A moment of today or yesterday such as `today, 14:05`, an earlier one as its date."""
    return unparted(wording.recently(value, settings.TIME_ZONE))


@register.filter
def qualified(row) -> str:
    """The count of a group or the value of a fact with its qualifier."""
    return figures.qualified(row.count, row.qualifier)


@register.filter
def listed(items: Iterable) -> SafeString:
    """`A, B and C`: objects that have pages as links, others by their names."""
    parts = wording.list_parts(items)
    return format_html_join("", "{}{}", ((linked(item), after) for item, after in parts))


def linked(item) -> str:
    """A link to the page of `item` where it has one, otherwise its name."""
    if hasattr(item, "get_absolute_url"):
        return format_html('<a href="{}">{}</a>', item.get_absolute_url(), item)
    return str(item)


@register.filter
def where(training: Training) -> str:
    """City and country of each place, `online`, or that the place is not stated."""
    lines = [line for line in map(place_line, training.places.all()) if line]
    if training.mode == PlaceMode.ONLINE and not lines:
        return _("online")
    return "; ".join(dict.fromkeys(lines)) or _("place not stated")


def place_line(place: Place) -> str:
    parts = [str(part) for part in (place.city or place.venue, place.country) if part]
    if not parts and place.mode:
        return str(place.get_mode_display())
    return ", ".join(parts)


@register.filter
def of_kind(rows: Iterable, kind: str) -> list:
    """The rows of one kind, such as the objectives among the points of a training."""
    return [row for row in rows if row.kind == kind]


@register.filter
def together(rows: Iterable, name: str) -> list[tuple[str, list]]:
    """The rows by what their method `name` says, in the order in which it is first said."""
    groups: dict[str, list] = {}
    for row in rows:
        groups.setdefault(str(getattr(row, name)()), []).append(row)
    return list(groups.items())


@register.filter
def organisations_once(roles: Iterable) -> list:
    """The organisations that have `roles`, each once, in their order."""
    return list({one.organisation_id: one.organisation for one in roles}.values())


@register.filter
def with_role(rows: Iterable, role: str) -> list:
    """Appearances that have `role`; all of them for an empty role."""
    return [row for row in rows if not role or role in row.roles]


@register.filter
def without_role(rows: Iterable, role: str) -> list:
    """Appearances that do not have `role`."""
    return [row for row in rows if role not in row.roles]
