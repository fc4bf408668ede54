"""One search over everything at the desk, by folded names; each kind as its own list finds it.

It only shows what may be meant. Whether two rows are one person is never decided here: a proven
address says that, or an organizer.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from trainings import folding
from trainings.models import Organisation, Person, Report, Series, Session, Training
from trainings.models.places import number_of
from trainings.models.searchable import LONGEST
from volunteers.models import Letter, Registration, User, Volunteer
from volunteers.roles import in_words

MOST = 10
Terms = list[list[str]]


@dataclass(frozen=True)
class Kind:
    """A kind of rows to look for, and what stands beside each; `joined` is read with them."""

    model: type[Model]
    beside: Callable[[Any], Iterable]
    joined: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()


def other_names(row) -> list[str]:
    """The names of a person beside the one displayed."""
    return [name for name in (row.native_name, row.latin_name) if name and name != row.name]


KINDS = (
    Kind(
        Training,
        lambda row: [row.series, row.dates_in_words(), row.get_lifecycle_display()],
        ("series",),
    ),
    Kind(
        Registration,
        lambda row: [*other_names(row), row.training.title, row.get_state_display(), row.country],
        ("training", "country"),
    ),
    Kind(Volunteer, lambda row: [*other_names(row), row.country], ("country",)),
    Kind(Person, other_names),
    Kind(Organisation, lambda row: [row.acronym, row.country], ("country",)),
    Kind(Series, lambda row: []),
    Kind(Report, lambda row: [row.source], fetched=("texts",)),
    Kind(Session, lambda row: [row.training.title, row.when, row.room], ("training",)),
    Kind(User, lambda row: [in_words(group) for group in row.groups.all()], fetched=("groups",)),
    Kind(Letter, lambda row: [row.get_kind_display(), row.get_state_display()]),
)
TITLES: dict[type[Model], Callable[[Any], Any]] = {
    Training: lambda row: row.title,
    Session: lambda row: row.title,
    Report: lambda row: row.shown_headline,
}


@dataclass(frozen=True)
class Found:
    title: SafeString
    address: str
    beside: list[SafeString]


@dataclass(frozen=True)
class Group:
    """What was found of one kind: the first rows, how many there are, and the list of all."""

    title: str | Promise
    rows: list[Found]
    number: int
    address: str

    @property
    def has_more(self) -> bool:
        return self.number > len(self.rows)


def look_for(text: str, request, site) -> list[Group]:
    """All kinds in which something holds every word of `text`, as far as the account sees it."""
    asked = text[:LONGEST]
    desks = [(kind, site.get_model_admin(kind.model)) for kind in KINDS]
    groups = [
        found_in(kind, desk, asked, request)
        for kind, desk in desks
        if desk.has_view_permission(request)
    ]
    return [group for group in groups if group.rows]


def found_in(kind: Kind, desk, text: str, request) -> Group:
    """Rows of one kind; the desk's own list limits and finds them, so that it shows the same."""
    seen = desk.get_queryset(request).select_related(None).prefetch_related(None)
    rows, _doubled = desk.get_search_results(request, seen, text)
    if kind.joined:
        rows = rows.select_related(*kind.joined)
    # In a query of its own within, which need not read and sort whole rows to count them.
    everything = number_of(rows.select_related(None).order_by())
    counted = rows.prefetch_related(*kind.fetched).annotate(of_all=everything)
    found = list(counted[:MOST])
    name = f"{desk.opts.app_label}_{desk.opts.model_name}"
    terms = folding.query_terms(text)
    say = TITLES.get(kind.model, str)
    lines = [
        Found(
            highlighted(str(say(row)), terms),
            reverse(f"admin:{name}_change", args=[row.pk]),
            [highlighted(str(word), terms) for word in kind.beside(row) if word],
        )
        for row in found
    ]
    number = found[0].of_all if found else 0
    return Group(desk.opts.verbose_name_plural, lines, number, reverse(f"admin:{name}_changelist"))


def highlighted(text: str, terms: Terms) -> SafeString:
    """`text` with the words marked that were looked for, in whatever spelling they stand."""
    words = [
        format_html("<mark>{}</mark>", word) if is_meant(word, terms) else conditional_escape(word)
        for word in text.split()
    ]
    return mark_safe(" ".join(words))  # noqa: S308 - each word is escaped


def is_meant(word: str, terms: Terms) -> bool:
    key = folding.search_key(word)
    return any(f" {variant}" in key for variants in terms for variant in variants)


NOT_THE_SAME = _(
    "Names that look alike may belong to different people. Nothing is joined here: only a proven "
    "address says that it is the same person, or you do."
)
