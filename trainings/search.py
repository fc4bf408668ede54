"""One search over all kinds of pages: what is found of each, and how much."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings import folding
from trainings.models import Country, Organisation, Person, Report, Series, Training
from trainings.models.searchable import LONGEST
from trainings.together import Counted, Question

FIRST = 4  # of each kind where all kinds are shown; its own list has the rest
SHOWN = {"trainings", "reports", "people", "organisations", "series", "countries"}


@dataclass
class Found:
    """What a kind of page has to say to the words."""

    kind: str
    title: str
    count: int
    rows: list
    address: str
    is_chosen: bool = False


class Search:
    """The words that someone typed, and what holds all of them.

    Only the first `LONGEST` signs are looked for. Asks the database once for all the counts, and
    then for the rows of each kind that are asked for.
    """

    def __init__(self, words: str, kind: str = ""):
        self.words = words
        self.kind = kind if kind in SHOWN else ""
        self.terms = folding.query_terms(words[:LONGEST])
        self.rows = rows_of(words) if words else {}
        self.counts = how_many(self.rows) if words else {}

    @property
    def is_cut(self) -> bool:
        return len(self.words) > LONGEST

    @property
    def number(self) -> int:
        """How many pages were found, of all kinds."""
        return sum(self.counts.values())

    @property
    def kinds(self) -> list[Found]:
        """The kinds something was found of, as links; the chosen one even without a find."""
        return [
            Found(kind, title, self.counts[kind], [], self.address(kind), kind == self.kind)
            for kind, title in titles().items()
            if self.counts.get(kind) or (kind == self.kind and kind in self.counts)
        ]

    @property
    def groups(self) -> list[Found]:
        """The first rows of each kind."""
        found = self.kinds
        for one in found:
            one.rows = list(self.rows[one.kind][:FIRST])
        return found

    @property
    def chosen_rows(self) -> QuerySet:
        return self.rows[self.kind]

    def address(self, kind: str = "") -> str:
        pairs = {"q": self.words, "kind": kind} if kind else {"q": self.words}
        return f"?{urlencode(pairs)}"

    @property
    def every(self) -> str:
        """The query for all kinds."""
        return self.address()


def titles() -> dict[str, str]:
    return {
        "trainings": _("Trainings"),
        "reports": _("Reports"),
        "people": _("People"),
        "organisations": _("Organisations"),
        "series": pgettext("plural", "Series"),
        "countries": _("Countries"),
    }


def rows_of(words: str) -> dict[str, QuerySet]:
    """The public rows that hold every word, by kind, with what a line of them shows."""
    trainings = Training.objects.published().matching(words)
    return {
        "trainings": trainings.with_places().newest_first(),
        "reports": Report.objects.published().matching(words).for_lists().newest_first(),
        "people": Person.objects.on_record().matching(words).with_titles(),
        "organisations": Organisation.objects.on_record().matching(words).select_related("country"),
        "series": Series.objects.on_record().matching(words).with_count(),
        "countries": Country.objects.on_record().matching(words),
    }


def how_many(found: dict[str, QuerySet]) -> dict[str, int]:
    """How many rows of each kind there are, all in one question."""
    return Question({kind: Counted(rows) for kind, rows in found.items()}).answers()
