"""The lists of the public pages, which words may narrow: their rows, and what a line of them shows.

The words of a search differ from time to time, their number and that of their spellings hardly. So
each question is made into SQL once for so many words of so many spellings, and then only asked.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from trainings import around
from trainings.given import Given
from trainings.models import Country, Organisation, Person, Report, Series, Training
from trainings.models.searchable import Terms, terms_of
from trainings.together import Asked, Counted, Question

PER_PAGE = 24
# A question for more spellings than these is made anew each time, not to fill the memory.
MOST_SPELLINGS = 40


@dataclass(frozen=True)
class Kind:
    """A kind of page: its rows that hold words, and how they are read with what a line shows."""

    rows: Callable[[Terms], QuerySet]
    read: Callable[[QuerySet], Asked] = lambda rows: {"rows": rows}
    hang: Callable[[dict[str, list]], None] = lambda rows: None


def people(rows: QuerySet) -> Asked:
    return {"rows": rows, "titles": around.titles_of(rows)}


def trainings(rows: QuerySet) -> Asked:
    return {"rows": rows.select_related("series"), **around.on_cards(rows.values("pk"))}


def reports(rows: QuerySet) -> Asked:
    read = around.in_lists(rows)
    return {"rows": read.pop("reports"), **read}


KINDS = {
    "trainings": Kind(
        lambda terms: Training.objects.published().with_words(terms).newest_first(),
        trainings,
        lambda rows: around.hang_cards(rows["rows"], rows),
    ),
    "reports": Kind(
        lambda terms: Report.objects.published().with_words(terms).newest_first(),
        reports,
        lambda rows: around.hang_reports({"reports": rows["rows"], **rows}),
    ),
    "people": Kind(
        lambda terms: Person.objects.on_record().with_words(terms),
        people,
        lambda rows: around.hang_titles(rows["rows"], rows["titles"]),
    ),
    "organisations": Kind(
        lambda terms: Organisation.objects.on_record().with_words(terms).select_related("country")
    ),
    "series": Kind(lambda terms: Series.objects.on_record().with_words(terms).with_count()),
    "countries": Kind(lambda terms: Country.objects.on_record().with_words(terms)),
}


@dataclass(frozen=True)
class Words:
    """What someone looks for; nothing for an empty text."""

    text: str = ""

    @property
    def mean_nothing(self) -> bool:
        """Whether they are signs alone, which no row holds."""
        return bool(self.text.strip()) and not terms_of(self.text)

    def counts(self, *kinds: str) -> dict[str, int]:
        """How many rows of each of `kinds` hold them, all in one question."""
        return dict.fromkeys(kinds, 0) if self.mean_nothing else self.ask(numbers_of, kinds)

    def rows(self, kind: str, first: int, last: int | None) -> list:
        """The rows of a kind from the `first` on, with what a line of them shows."""
        return [] if self.mean_nothing else self.rows_of_each((kind,), first, last)[kind]

    def rows_of_each(self, kinds: tuple[str, ...], first: int, last: int | None) -> dict[str, list]:
        """The same of several kinds, all in one question."""
        found = self.ask(rows_of, kinds, first, last)
        for kind in kinds:
            start = f"{kind} "
            read = {
                name.removeprefix(start): rows
                for name, rows in found.items()
                if name.startswith(start)
            }
            KINDS[kind].hang(read)
        return {kind: found[f"{kind} rows"] for kind in kinds}

    def ask(self, build: Callable[..., Asked], *told: Hashable) -> dict[str, Any]:
        """The answers to what `build` makes of these words and of what else it is `told`."""
        terms = terms_of(self.text)
        shape = tuple(map(len, terms))
        make = question_of if sum(shape) <= MOST_SPELLINGS else question_of.__wrapped__
        given = {
            name_of(word, spelling): one
            for word, spellings in enumerate(terms)
            for spelling, one in enumerate(spellings)
        }
        return make(connection.vendor, build, shape, *told).answers(**given)


@lru_cache(maxsize=100)
def question_of(
    _engine: str, build: Callable[..., Asked], shape: tuple[int, ...], *told: Hashable
) -> Question:
    """What `build` asks, for words of which each has so many spellings."""
    terms = [
        [Given(name_of(word, spelling)) for spelling in range(number)]
        for word, number in enumerate(shape)
    ]
    return Question(build(terms, *told))


def name_of(word: int, spelling: int) -> str:
    return f"word {word} spelling {spelling}"


def numbers_of(terms: Terms, kinds: tuple[str, ...]) -> Asked:
    """How many rows of each kind there are."""
    return {kind: Counted(KINDS[kind].rows(terms)) for kind in kinds}


def rows_of(terms: Terms, kinds: tuple[str, ...], first: int, last: int | None) -> Asked:
    """The rows of each kind from the `first` on, with what is read with them."""
    asked: Asked = {}
    for kind in kinds:
        read = KINDS[kind].read(KINDS[kind].rows(terms)[first:last])
        asked |= {f"{kind} {name}": rows for name, rows in read.items()}
    return asked


@dataclass(frozen=True)
class Found:
    """The rows of a kind that hold words, to be shown page by page: for a Paginator."""

    kind: str
    words: Words = Words()

    def count(self) -> int:
        return self.words.counts(self.kind)[self.kind]

    def __getitem__(self, span: slice) -> list:
        # A whole page even where the last is shorter: else its question were one of its own.
        return self.words.rows(self.kind, span.start, span.start + PER_PAGE)
