"""One search over all kinds of pages: what is found of each, and how much."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings import folding
from trainings.lists import KINDS, Found, Words
from trainings.models.searchable import LONGEST

FIRST = 4  # of each kind where all kinds are shown; its own list has the rest


@dataclass
class Finds:
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
    once for the first rows of all kinds, or for those of the chosen one.
    """

    def __init__(self, words: str, kind: str = ""):
        self.words = words
        self.kind = kind if kind in KINDS else ""
        self.terms = folding.query_terms(words[:LONGEST])
        self.counts = Words(words).counts(*KINDS) if words else {}

    @property
    def is_cut(self) -> bool:
        return len(self.words) > LONGEST

    @property
    def number(self) -> int:
        """How many pages were found, of all kinds."""
        return sum(self.counts.values())

    @property
    def kinds(self) -> list[Finds]:
        """The kinds something was found of, as links; the chosen one even without a find."""
        return [
            Finds(kind, title, self.counts[kind], [], self.address(kind), kind == self.kind)
            for kind, title in titles().items()
            if self.counts.get(kind) or (kind == self.kind and kind in self.counts)
        ]

    @property
    def groups(self) -> list[Finds]:
        """The first rows of each kind."""
        found = self.kinds
        rows = Words(self.words).rows_of_each(tuple(KINDS), 0, FIRST) if found else {}
        for one in found:
            one.rows = rows[one.kind]
        return found

    @property
    def chosen_rows(self) -> Found:
        return Found(self.kind, Words(self.words))

    def address(self, kind: str = "") -> str:
        """The query for one kind, or for all; without what is not looked for, which may be long."""
        pairs = {"q": self.words[:LONGEST], "kind": kind}
        return f"?{urlencode({name: value for name, value in pairs.items() if value})}"

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
