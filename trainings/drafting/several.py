"""Several trainings as one lead tells them: what they have in common, or what is known of each.

What is known of some alone is left out, as it would be said of all. Nothing is counted.
"""

from collections.abc import Iterable, Sequence

from trainings.drafting.pieces import Origin
from trainings.drafting.story import Story
from trainings.models import Country, OrganisationRole, Place, PlaceMode, Precision, Training
from trainings.models import TrainingOrganisation as Behind

# Titles that one sentence takes.
MOST_TITLES = 3
ONLINE = (PlaceMode.ONLINE, PlaceMode.HYBRID)


def in_one_tense(stories: Sequence[Story]) -> list[list[Story]]:
    """`stories` apart by whether they were held, go on, or are to come; each in their order."""
    found: dict[tuple, list[Story]] = {}
    for story in stories:
        found.setdefault((story.is_past, story.training.is_ongoing), []).append(story)
    return list(found.values())


class Several:
    """Trainings that are told in one sentence."""

    def __init__(self, stories: Sequence[Story]):
        self.stories = stories
        self.first = stories[0]

    @property
    def is_one(self) -> bool:
        return len(self.stories) == 1

    @property
    def titles(self) -> list[str]:
        """Their titles; none where they are more than a sentence takes."""
        return [one.title for one in self.stories] if len(self.stories) <= MOST_TITLES else []

    @property
    def origins(self) -> list[Origin]:
        return [one.origin(one.training, "title") for one in self.stories]

    @property
    def series(self) -> str:
        """The name of the series of all; "" where they have none in common."""
        series = {one.training.series for one in self.stories}
        only = series.pop() if len(series) == 1 else None
        return self.first.words(only.name) if only else ""

    @property
    def series_origins(self) -> list[Origin]:
        series = self.first.training.series
        return [self.first.origin(series, "name")] if series else []

    @property
    def kind(self) -> str:
        """What all are called; "" where that is not the same."""
        kinds = {one.own(one.training.kind) for one in self.stories}
        return kinds.pop() if len(kinds) == 1 else ""

    @property
    def organisers(self) -> list[tuple[Story, Behind]]:
        """The organisers of each, once; none where those of one are not known."""
        of_each = [(one, one.with_part(OrganisationRole.ORGANISER)) for one in self.stories]
        found: dict[int, tuple[Story, Behind]] = {}
        for story, rows in of_each if all(rows for _story, rows in of_each) else ():
            for row in rows:
                found.setdefault(row.organisation_id, (story, row))
        return list(found.values())

    @property
    def have_same_organisers(self) -> bool:
        known = len(self.organisers)
        parts = (one.with_part(OrganisationRole.ORGANISER) for one in self.stories)
        return bool(known) and all(len(rows) == known for rows in parts)

    @property
    def _places(self) -> list[Place]:
        return [place for one in self.stories for place in one.places]

    @property
    def countries(self) -> list[Country]:
        """Where they were; none where of one neither a country nor that it was online is known."""
        if not all(is_somewhere(one) for one in self.stories):
            return []
        return once(place.country for place in self._places if place.country)

    @property
    def is_online(self) -> bool:
        """Whether any of them was held online, if only in part."""
        return all(is_somewhere(one) for one in self.stories) and any(
            mode in ONLINE for one in self.stories for mode in modes_of(one)
        )

    @property
    def where_origins(self) -> list[Origin]:
        named = [Origin.of(place, "country") for place in self._places if place.country]
        modes = [Origin.of(place, "mode") for place in self._places if place.mode in ONLINE]
        stated = [one.training for one in self.stories if one.training.mode in ONLINE]
        return [*named, *modes, *(Origin.of(one, "mode") for one in stated)]

    @property
    def dates(self) -> str:
        """The dates of all, where they are the same."""
        dates = {one.dates for one in self.stories}
        return dates.pop() if len(dates) == 1 else ""

    @property
    def years(self) -> list[int]:
        """The years of all, in order; none where those of one are not known."""
        of_each = [years_of(one.training) for one in self.stories]
        return sorted({year for years in of_each for year in years}) if all(of_each) else []

    @property
    def when_origins(self) -> list[Origin]:
        rows = [one.training for one in self.stories]
        return [Origin.of(row, "start_date" if row.start_date else "year") for row in rows]


def modes_of(story: Story) -> list[str]:
    return [story.training.mode, *(place.mode for place in story.places)]


def is_somewhere(story: Story) -> bool:
    """Whether a country of a training is known, or that it was held online alone."""
    named = [place for place in story.places if place.country]
    return bool(named) or PlaceMode.ONLINE in modes_of(story)


def years_of(training: Training) -> list[int]:
    """The years of a training, where its dates are no longer span of years."""
    match training.date_precision:
        case Precision.DAYS | Precision.LIST:
            days = [day for day in (training.first_day, training.last_day) if day]
            return [day.year for day in days]
        case Precision.MONTH | Precision.SEASON | Precision.YEAR:
            first, last = training.year, training.end_year or training.year
            alone = first is not None and last is not None and last - first <= 1
            return [first, last] if alone and not training.is_ongoing else []  # type: ignore[list-item]
    return []


def once(rows: Iterable) -> list:
    return list(dict.fromkeys(rows))
