"""Donor figures as a whole: cells, trainings and names, in a shape that can be kept for good."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.utils.timezone import now

from trainings.labels import Label
from trainings.models import Country, Training
from volunteers.donor import held
from volunteers.donor.asking import Asked, Breakdown
from volunteers.donor.bands import Bands
from volunteers.donor.counting import (
    DISABILITIES,
    NOT_ASKED,
    SEXES,
    UNKNOWN,
    WITHHELD,
    Cell,
    Part,
    people,
    registrations_of,
)
from volunteers.models import Category

OF_EACH = (Breakdown.SEX, Breakdown.AGE, Breakdown.COUNTRY)


@dataclass(frozen=True)
class Count:
    """People with a seat, of these who attended and who completed; None is not known."""

    people: int
    attended: int | None
    completed: int | None


@dataclass
class Figures:
    """Figures at a moment. Everything in it is plain, so that it is the same when read again.

    `trainings` and `countries` are what files say of them; `names` are labels in all languages.
    """

    asked: dict
    as_of: dt.datetime
    about: dict
    limited: list[str] | None
    cells: list[Cell]
    trainings: list[dict]
    countries: dict[str, dict]
    # Registrations for several trainings of which nobody can tell whether they are of one person:
    # of people who were erased, or who came without an address. They are in no other figure.
    unmatched: list[int]

    @property
    def by(self) -> list[str]:
        return self.asked["by"]

    @property
    def bands(self) -> Bands:
        return Bands(tuple(self.asked["bands"]))

    @property
    def taken(self) -> list[dict]:
        """The trainings where attendance was taken."""
        return [one for one in self.trainings if one["attended"] is not None]

    @property
    def total(self) -> Count:
        return self.count(self.cells)

    def count(self, cells: Iterable[Cell]) -> Count:
        """What `cells` come to together."""
        cells = list(cells)
        knows = any(one["completed"] is not None for one in self.trainings)
        return Count(
            sum(cell.people for cell in cells),
            sum(cell.attended for cell in cells) if self.taken else None,
            sum(cell.completed for cell in cells) if knows else None,
        )

    def by_one(self, breakdown: str) -> list[tuple[str, Count]]:
        """The people by one breakdown: a line for each answer, those that nobody gave as well."""
        return [
            (key, self.count(cell for cell in self.cells if cell.facts[breakdown] == key))
            for key in self.keys(breakdown)
        ]

    def keys(self, breakdown: str) -> list[str]:
        """The answers a breakdown has, in their order; countries are those that someone is from."""
        match breakdown:
            case Breakdown.SEX:
                return [str(one) for one in SEXES]
            case Breakdown.AGE:
                return [*self.bands.keys, WITHHELD, NOT_ASKED, UNKNOWN]
            case Breakdown.CATEGORY:
                return [*Category.values, UNKNOWN]
            case Breakdown.DISABILITY:
                return [str(one) for one in DISABILITIES]
        found = {cell.facts[breakdown] for cell in self.cells}
        return [*sorted(found - {UNKNOWN}), UNKNOWN]

    def as_json(self) -> dict:
        """What can be stored as JSON; `figures_in` reads it."""
        plain = {**self.__dict__, "as_of": self.as_of.isoformat()}
        return {**plain, "cells": [asdict(cell) for cell in self.cells]}


def figures_in(stored: dict) -> Figures:
    """The figures that `Figures.as_json` wrote."""
    cells = [Cell(**cell) for cell in stored["cells"]]
    as_of = dt.datetime.fromisoformat(stored["as_of"])
    return Figures(**{**stored, "cells": cells, "as_of": as_of})


def figures_of(user, asked: Asked) -> Figures:
    """What `asked` asks, as far as `user` may see people, at this moment."""
    trainings: list[Any] = list(held.with_all(asked.trainings))
    registrations = registrations_of(user, asked.trainings)
    parts = Part(tuple(asked.by)), Part(OF_EACH, apart=True)
    cells, each = people(registrations, asked.bands, *parts)
    of_training: dict[int, list[Cell]] = {one.pk: [] for one in trainings}
    for cell in each:
        of_training[cell.training or 0].append(cell)
    several = len(trainings) > 1
    countries = user.world.countries
    return Figures(
        asked=asked.as_json(),
        as_of=now(),
        about=about(asked),
        limited=None if countries is None else sorted(countries),
        cells=[cell for cell in cells if not (several and cell.unmatched)],
        trainings=[line(one, of_training[one.pk], one.was_taken) for one in trainings],
        countries=countries_named(cells, each, trainings),
        unmatched=together(cell for cell in cells if several and cell.unmatched),
    )


def about(asked: Asked) -> dict:
    """The title of the training or the name of the series; nothing of a span of time."""
    if asked.training:
        return names(asked.training.title)
    return names(asked.series.name) if asked.series else {}


def together(cells: Iterable[Cell]) -> list[int]:
    cells = list(cells)
    columns: list[Callable[[Cell], int]] = [
        lambda cell: cell.people,
        lambda cell: cell.attended,
        lambda cell: cell.completed,
    ]
    return [sum(map(column, cells)) for column in columns]


def names(label) -> dict:
    """A label as its texts by language; in no language it is under `""`."""
    return dict(label.data) if label.is_mapping else {"": str(label.data or "")}


def said(kept: dict) -> str:
    """What `names` kept, for the reader of the page."""
    return kept[""] if "" in kept else str(Label(kept))


def line(training: Training, cells: list[Cell], was_taken: bool) -> dict:
    """All that is said of one training. Counts by sex and age are of those who attended.

    Where attendance was never taken they are None, as is everything that nobody knows.
    """
    people_, attended, completed = together(cells)
    countries = {cell.facts[Breakdown.COUNTRY] for cell in cells if cell.attended}
    where = held.venue(training, countries)
    knows_completion = was_taken and held.counts_completion(training)
    behind = training.organisation_roles.all()
    return {
        "pk": training.pk,
        "title": names(training.title),
        "address": f"{settings.SITE_URL}{training.get_absolute_url()}",
        "is_published": training.is_published,
        "programme": names(training.programme) if training.programme else series_of(training),
        "status": str(held.status(training)),
        "since": held.day_or_month(training),
        "until": held.day_or_month(training, last=True),
        "days": held.days(training),
        "hours": held.hours(training),
        "is_short": held.is_short(training),
        "places": [names(place.city or place.venue) for place in training.places.all()],
        "place_countries": [one.country_id for one in training.places.all() if one.country_id],
        "venue": where and str(where),
        "organisers": named(behind, held.ORGANISING),
        "funders": named(behind, held.FUNDING),
        "people": people_,
        "attended": attended if was_taken else None,
        "completed": completed if knows_completion or completed else None,
        "sex": by_answer(cells, Breakdown.SEX) if was_taken else None,
        "age": by_answer(cells, Breakdown.AGE) if was_taken else None,
        "cost": held.cost(training),
        "reported": [reported(group) for group in training.groups.all()],
    }


def series_of(training: Training) -> dict:
    return names(training.series.name) if training.series else {}


def named(behind, roles) -> list[dict]:
    """The names of the organisations that have one of `roles`."""
    return [names(one.organisation.name) for one in behind if one.role in roles]


def by_answer(cells: list[Cell], breakdown: str) -> dict[str, int]:
    """How many attended, by what they answered."""
    found: dict[str, int] = {}
    for cell in cells:
        key = cell.facts[breakdown]
        found[key] = found.get(key, 0) + cell.attended
    return {key: number for key, number in found.items() if number}


def reported(group) -> dict:
    """A figure as a source gives it: it stands beside ours, and is never added to them."""
    return {
        "capacity": names(group.capacity),
        "count": group.count,
        "qualifier": group.qualifier,
        "unit": group.unit,
        "wording": group.wording,
    }


def countries_named(cells, each, trainings) -> dict[str, dict]:
    """Names and codes of every country that the figures speak of, as they are now."""
    codes = {cell.facts[Breakdown.COUNTRY] for cell in each}
    codes |= {cell.facts.get(Breakdown.COUNTRY) for cell in cells}
    codes |= {place.country_id for one in trainings for place in one.places.all()}
    return {
        row.code: {
            "name": names(row.name),
            "alpha3": row.alpha3 or "",
            "m49": row.m49 or "",
            "footnote": names(row.footnote),
        }
        for row in Country.objects.filter(pk__in=[code for code in codes if code])
    }
