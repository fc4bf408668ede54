"""The computed numbers of trainings that the public may see: of those who registered, had a seat,
attended or completed. The only place that counts people for the public.

They stand beside what sources report and are never added to it. A number by sex, age or disability
keeps the rule of `volunteers.small_cells`: from step to step, and in sums over several trainings,
for each of these may be shown by itself or in another sum. No table crosses two of the breakdowns,
and the bands of age are the same everywhere, so that no table can be subtracted from another.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trainings import wording
from trainings.models import Country, FigureBreakdown, FigureSource, Training
from volunteers import small_cells
from volunteers.donor import words
from volunteers.donor.asking import Breakdown
from volunteers.donor.counting import UNKNOWN
from volunteers.donor.figures import names
from volunteers.public_counting import PROTECTED, STEPS, Count, Reading

# The line of people of trainings that a breakdown leaves out.
APART = "apart"

WHAT = {
    FigureSource.REGISTERED: gettext_lazy("people who registered"),
    FigureSource.APPROVED: gettext_lazy("people with a seat"),
    FigureSource.ATTENDED: gettext_lazy("people who attended"),
    FigureSource.COMPLETED: gettext_lazy("people who completed the training"),
}
EXPLAINED = {
    FigureSource.REGISTERED: gettext_lazy(
        "Registered: everyone whose address is proven, whatever was decided."
    ),
    FigureSource.ATTENDED: gettext_lazy("Attended: with a seat, and there at least once."),
    FigureSource.COMPLETED: gettext_lazy(
        "Completed: attended the share that the training asks, or said so by an organizer."
    ),
}


@dataclass(frozen=True)
class Row:
    """People who gave one answer. No count: not known, or `hidden` by the rule of small cells."""

    key: str
    count: int | None
    hidden: bool = False


@dataclass(frozen=True)
class PublicFigures:
    """Numbers at a moment, plain enough to be kept for good; in words for whoever reads them.

    `total` is None where it is not known. `trainings` says how many they are of, and `known` of
    how many of these it is known who came as far.
    """

    source: str
    breakdown: str
    as_of: dt.datetime
    total: int | None
    trainings: int
    known: int
    rows: list[Row] = field(default_factory=list)
    # Registrations of which nobody can tell whether they are of someone counted already.
    unmatched: int = 0
    # Trainings of which nothing is counted yet, because they are not over.
    not_over: int = 0
    countries: dict[str, dict] = field(default_factory=dict)

    @property
    def is_protected(self) -> bool:
        """Whether the breakdown keeps the rule of small cells."""
        return self.breakdown in PROTECTED

    @property
    def hides(self) -> bool:
        return any(row.hidden for row in self.rows)

    @property
    def is_all_hidden(self) -> bool:
        """Whether there are too few people to tell more of them than how many they are."""
        return bool(self.rows) and all(row.hidden for row in self.rows)

    @property
    def is_all_apart(self) -> bool:
        """Whether no training may be told apart by this breakdown."""
        return bool(self.rows) and all(not row.count for row in self.rows if row.key != APART)

    @property
    def largest(self) -> int:
        """The largest count, for the length of the bars."""
        return max((row.count or 0 for row in self.rows), default=0) or 1

    @property
    def what(self) -> str:
        """What was counted."""
        return str(WHAT[FigureSource(self.source)])

    @property
    def by(self) -> str:
        """How people are told apart, such as `by age`; empty for one number."""
        if self.breakdown == Breakdown.DISABILITY:
            return _("by disability")
        return str(FigureBreakdown(self.breakdown).label) if self.breakdown else ""

    @property
    def answers(self) -> str:
        """What the lines are, such as `age`."""
        return str(Breakdown(self.breakdown).label) if self.breakdown else ""

    @property
    def moment(self) -> str:
        """When it was counted."""
        return wording.moment(self.as_of, settings.TIME_ZONE)

    @property
    def lines(self) -> list[tuple[str, Row]]:
        """Each row with what its answer is called, but for answers that nobody gave at all."""
        return [(self.label(row), row) for row in self.rows if row.count != 0]

    def label(self, row: Row) -> str:
        """What the answer of a row is called, such as `18–29` or `prefer not to say`."""
        if row.key == APART:
            return _("at trainings too small to be told apart")
        return words.answer(self, self.breakdown, row.key)

    @property
    def notes(self) -> list[str]:
        """What the numbers say and do not say, a sentence or two each."""
        said = [
            str(EXPLAINED.get(FigureSource(self.source), "")),
            of_known(self),
            of_not_over(self),
            words.unmatched(self.unmatched),
            words.age_explained() if self.breakdown == Breakdown.AGE else "",
            words.disability_explained() if self.breakdown == Breakdown.DISABILITY else "",
            of_hidden() if self.hides else "",
        ]
        return [sentence for sentence in said if sentence]

    def as_json(self) -> dict:
        """What can be stored as JSON; `figures_in` reads it."""
        return {**asdict(self), "as_of": self.as_of.isoformat()}


def figures_in(stored: Mapping) -> PublicFigures:
    """The figures that `PublicFigures.as_json` wrote."""
    rows = [Row(**row) for row in stored["rows"]]
    as_of = dt.datetime.fromisoformat(stored["as_of"])
    return PublicFigures(**{**stored, "rows": rows, "as_of": as_of})


def figures_of(
    trainings: Training | Iterable[Training],
    source: str,
    breakdown: str = "",
    reading: Reading | None = None,
) -> PublicFigures:
    """People of one or several trainings who came as far as `source`, now.

    `source` is a `FigureSource`, but for “as reported” (ValueError); `breakdown` is a
    `FigureBreakdown`, or `disability`. Over several trainings each person is counted once.
    Several figures of the same people may share a `reading`.
    """
    return figures_of_keys(keys_of(trainings), source, breakdown, reading)


def figures_of_keys(
    keys: set[int], source: str, breakdown: str = "", reading: Reading | None = None
) -> PublicFigures:
    """`figures_of` the trainings of `keys`."""
    return shown(Count(keys, source, breakdown, reading=reading))


def rows_of_each(
    trainings: Iterable[Training], source: str, breakdown: str, reading: Reading | None = None
) -> dict[int, list[Row]]:
    """The rows of each training by itself, by its key; none where it is not known who came so far.

    In a fixed number of questions to the database, however many trainings there are.
    """
    count = Count(keys_of(trainings), source, breakdown, reading=reading)
    known = count.reading.known(count.step, count.keys)
    return {
        key: [
            Row(answer, None, hidden=True) if answer in hidden else Row(answer, number)
            for answer, number in tables[count.step].items()
        ]
        for key, tables in count.tables_of_each.items()
        if key in known
        for hidden in [small_cells.hidden_at(count.step, tables) if count.is_protected else set()]
    }


def keys_of(trainings: Training | Iterable[Training]) -> set[int]:
    return {one.pk for one in ([trainings] if isinstance(trainings, Training) else trainings)}


def shown(count: Count) -> PublicFigures:
    """What may be shown of `count`."""
    is_known = count.known > 0
    return PublicFigures(
        source=str(STEPS[count.step]),
        breakdown=count.breakdown,
        as_of=now(),
        total=count.total if is_known else None,
        trainings=len(count.keys),
        known=count.known,
        rows=rows_of(count, is_known=is_known) if count.breakdown else [],
        unmatched=count.unmatched if is_known else 0,
        not_over=count.not_over,
        countries=countries_of(count),
    )


def rows_of(count: Count, *, is_known: bool) -> list[Row]:
    table = list(count.own.items())
    if count.breakdown == Breakdown.COUNTRY:
        table.sort(key=lambda one: (one[0] == UNKNOWN, -one[1], one[0]))
    if not is_known:
        return [Row(key, None) for key, _number in table]
    rows = [
        Row(key, None, hidden=True) if key in count.hidden else Row(key, number)
        for key, number in table
    ]
    if count.told == count.keys:
        return rows
    return [*rows, Row(APART, count.total - sum(count.own.values()))]


def countries_of(count: Count) -> dict[str, dict]:
    """The names of the countries in the rows, in all languages."""
    if count.breakdown != Breakdown.COUNTRY:
        return {}
    rows = Country.objects.filter(pk__in=list(count.own))
    return {row.code: {"name": names(row.name)} for row in rows}


def of_known(figures: PublicFigures) -> str:
    """Of how many trainings the numbers are, where that is not all of them."""
    if figures.not_over == figures.trainings:
        return ""
    if figures.total is None and figures.source in (STEPS[0], STEPS[1]):
        return _("Not known: nobody registered here.")
    if figures.total is None:
        return _("Not known: no attendance was taken.")
    if figures.known == figures.trainings:
        return ""
    return ngettext(
        "Known of %(known)s training of %(all)s.",
        "Known of %(known)s trainings of %(all)s.",
        figures.known,
    ) % {"known": wording.number(figures.known), "all": wording.number(figures.trainings)}


def of_not_over(figures: PublicFigures) -> str:
    """That trainings which are not over are not counted yet, where there are any."""
    if not figures.not_over:
        return ""
    return ngettext(
        "Not counted yet: %(count)s training that is not over.",
        "Not counted yet: %(count)s trainings that are not over.",
        figures.not_over,
    ) % {"count": wording.number(figures.not_over)}


def of_hidden() -> str:
    return _(
        "Not shown: numbers under %(fewest)s, and a second one with each, so that nobody can work "
        "them out."
    ) % {"fewest": wording.number(small_cells.FEWEST)}
