"""The numbers of a training that the public sees. Nothing here adds groups up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from trainings import folding
from trainings.models import (
    Block,
    Country,
    CountryRelation,
    GroupCountry,
    ParticipantGroup,
    Person,
    Report,
    Training,
    Unit,
)
from trainings.models.figures import qualified
from trainings.together import Asked, Counted, kept

# What a relation to several countries is called on the page of one of them.
ON_THE_PAGE_OF_ONE = {
    CountryRelation.FROM: _("from here"),
    CountryRelation.ORIGIN: _("country of origin"),
    CountryRelation.DUTY_STATION: _("serving here"),
    CountryRelation.DESTINATION: _("leaving for here"),
    CountryRelation.NOMINATED_BY: _("nominated by this country"),
}


def relation_here(group: ParticipantGroup) -> str:
    """How a group stands to one of its countries, such as `from here`; empty if not said."""
    if not group.relation:
        return ""
    here = ON_THE_PAGE_OF_ONE.get(CountryRelation(group.relation))
    return str(here or group.get_relation_display())


@dataclass
class ShownGroup:
    """A group as reported, with the groups that are said to be part of it."""

    group: ParticipantGroup
    parts: list[ShownGroup] = field(default_factory=list)
    above: ParticipantGroup | None = None

    @cached_property
    def number(self) -> str:
        return qualified(self.group.count, self.group.qualifier)

    @property
    def counted_in(self) -> str:
        """What was counted, where that is not people and the name of the group is silent on it."""
        if self.group.unit == Unit.PEOPLE or not self.number:
            return ""
        unit = str(self.group.get_unit_display())
        return "" if self.is_named(unit) else unit

    def is_named(self, word: str) -> bool:
        """Whether the name of the group has `word`, in whatever case its sentence needs."""
        named = folding.fold(str(self.group.capacity)).split()
        return folding.fold(word)[:4] in {one[:4] for one in named}

    @property
    def whole(self) -> str:
        """The count of the group this one is a part of, where both are known exactly."""
        above = self.above
        if above is None or self.group.count is None or above.unit != self.group.unit:
            return ""
        return qualified(above.count, above.qualifier)

    @cached_property
    def countries(self) -> list[GroupCountry]:
        return list(self.group.countries.all())

    @cached_property
    def has_counts(self) -> bool:
        return any(country.count is not None for country in self.countries)

    @property
    def largest(self) -> int:
        """The largest count of a country, for the length of the bars."""
        return max((row.count or 0 for row in self.countries), default=0) or 1

    @cached_property
    def by_size(self) -> list[GroupCountry]:
        """Countries with a count first, the largest first, then the others as printed."""
        return sorted(self.countries, key=lambda row: (row.count is None, -(row.count or 0)))

    @property
    def circumstances(self) -> list:
        """Where, in which session, in which mode and of which sex, as far as it is said."""
        group, place = self.group, self.group.place
        said: list = [place, group.session and group.session.title]
        if group.mode and not (place and str(place) == str(group.get_mode_display())):
            said.append(group.get_mode_display())
        if group.sex and not self.is_named(str(group.get_sex_display())):
            said.append(group.get_sex_display())
        return [one for one in said if one]

    @property
    def ages(self) -> str:
        low, high = self.group.age_from, self.group.age_to
        if low is not None and high is not None:
            return f"{low}–{high}"
        if low is not None:
            return str(_("%(age)s and older")) % {"age": low}
        return str(_("up to %(age)s")) % {"age": high} if high is not None else ""


def tree(groups: Iterable[ParticipantGroup]) -> list[ShownGroup]:
    """The groups in their order, each under the one it is a part of.

    A part whose whole is not among `groups` stands at the top.
    """
    shown: dict[int | None, ShownGroup] = {group.pk: ShownGroup(group) for group in groups}
    top: list[ShownGroup] = []
    for one in shown.values():
        above = shown.get(one.group.subset_of_id)
        one.above = above.group if above else None
        (above.parts if above else top).append(one)
    return top


def only(groups: list[ShownGroup], picked: set[int]) -> list[ShownGroup]:
    """The groups with a primary key of `picked`; parts of a group left out move up."""
    kept: list[ShownGroup] = []
    for one in groups:
        parts = only(one.parts, picked)
        kept += [ShownGroup(one.group, parts, one.above)] if one.group.pk in picked else parts
    return kept


def chosen(block: Block, groups: list[ShownGroup]) -> list[ShownGroup]:
    """The groups that a block of figures shows: those it chose, or all."""
    picked = {group.pk for group in block.groups.all()}
    return only(groups, picked) if picked else groups


def repeated_countries(groups: list[ShownGroup]) -> list[Country]:
    """Countries that stand in more than one group, which is no mistake and gets a sentence."""
    seen: dict[str, Country] = {}
    twice: dict[str, Country] = {}
    queue = list(groups)
    while queue:
        one = queue.pop(0)
        queue[:0] = one.parts
        for row in one.countries:
            if row.country_id in seen:
                twice[row.country_id] = row.country
            seen[row.country_id] = row.country
    return list(twice.values())


@dataclass
class ProgrammeFigures:
    """Counts over everything published, with the day they were counted."""

    trainings: int
    reports: int
    people: int
    countries: int
    as_of: dt.date


def of_the_programme() -> ProgrammeFigures:
    """What is on record; participants are not summed, for a person may come to two trainings."""
    return ProgrammeFigures(**on_record(), as_of=localdate())


@kept
def on_record() -> Asked:
    return {
        "trainings": Counted(Training.objects.published().past()),
        "reports": Counted(Report.objects.published()),
        "people": Counted(Person.objects.on_record()),
        "countries": Counted(Country.objects.on_record()),
    }
