"""The figures of the published trainings as files for whoever works on with them.

A line is one source's figure of one training: as reported, or counted from the record. Lines are
not to be added up: one person may come to two trainings, and two sources may count the same people.
The hashtags are those of HXL (https://hxlstandard.org/). What is not known is empty.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings.exporting.writing import Heading, Value
from trainings.models import OrganisationRole, ParticipantGroup, Qualifier, Training
from trainings.models.figures import qualified
from trainings.models.training import TrainingQuerySet

ORGANISING = (OrganisationRole.ORGANISER, OrganisationRole.CO_ORGANISER)
FUNDING = (OrganisationRole.FUNDER, OrganisationRole.FUNDED_THROUGH)
NOBODY_KNOWS: dict[str, int | None] = {}


@dataclass
class Line:
    """What is known of the people of a training: who they are, how many, of which sex and age."""

    training: Training
    who: str
    source: str
    total: int | None
    known: dict[str, int | None]


@dataclass(frozen=True)
class Column:
    key: str
    words: str
    tag: str
    value: Callable[[Line], Value]


def columns() -> list[Column]:
    """The columns in their order, each with its hashtag."""
    return [
        Column("training", _("Training"), "#activity+name", lambda one: str(one.training.title)),
        Column("series", _("Series"), "#activity+programme+name", series_of),
        Column("status", _("State"), "#status", lambda one: str(one.training.stage)),
        Column("start", _("First day"), "#date+start", lambda one: day_of(one.training, "first")),
        Column("end", _("Last day"), "#date+end", lambda one: day_of(one.training, "last")),
        Column("place", _("Place"), "#loc+name", place_of),
        Column("country", _("Country"), "#country+name", lambda one: country_of(one, "name")),
        Column("iso3", "ISO 3166-1", "#country+code+v_iso3", lambda one: code_of(one, "alpha3")),
        Column("m49", "M49", "#country+code+v_unm49", lambda one: code_of(one, "m49")),
        Column("who", _("Who"), "#beneficiary+type", lambda one: one.who),
        Column("women", _("Women"), "#reached+f", known("sex female")),
        Column("men", _("Men"), "#reached+m", known("sex male")),
        Column("other", _("Other"), "#reached+i", known("sex other")),
        Column("unknown", _("Sex not known"), "#reached+unknown", known("sex unknown")),
        Column("children", _("Under 18"), "#reached+children+age_0_17", known("age 0-17")),
        Column("young", "18–29", "#reached+adults+age_18_29", known("age 18-29")),
        Column("older", _("30 and older"), "#reached+adults+age_30plus", known("age 30-")),
        Column("total", _("In all"), "#reached+total", lambda one: one.total),
        Column("organiser", _("Organiser"), "#org+impl+name", lambda one: names(one, ORGANISING)),
        Column("funder", _("Funder"), "#org+funder+name", lambda one: names(one, FUNDING)),
        Column("page", _("Page"), "#meta+url", page_of),
        Column("withheld", _("Sex: prefer not to say"), "#reached+withheld", known("sex withheld")),
        Column("not_asked", _("Sex: not asked"), "#reached+not_asked", known("sex not_asked")),
        Column("source", _("Where the figure is from"), "#meta+source", lambda one: one.source),
    ]


def headings() -> list[Heading]:
    return [Heading(column.key, column.words) for column in columns()]


def tags() -> list[Value]:
    """The row of hashtags."""
    return [column.tag for column in columns()]


def rows(trainings: TrainingQuerySet) -> Iterator[list[Value]]:
    """A row for each figure of each training, and one without numbers where there is none."""
    made = columns()
    for line in lines(trainings):
        yield [column.value(line) for column in made]


def lines(trainings: TrainingQuerySet) -> Iterator[Line]:
    """What sources report of the trainings, and what was counted, the newest training first."""
    found = list(
        trainings.with_places().prefetch_related("organisation_roles__organisation", "groups")
    )
    counted = people_who_attended(found)
    for training in found:
        own = [*reported(training.groups.all()), *counted.get(training.pk, [])]
        for who, source, total, numbers in own or [("", "", None, NOBODY_KNOWS)]:
            yield Line(training, who, source, total, numbers)


def reported(groups: Iterable[ParticipantGroup]) -> Iterator[tuple]:
    """The totals as reported; a number that is only “about” stays in words."""
    groups = list(groups)
    for total in groups:
        if not total.is_total:
            continue
        exact = total.count if total.qualifier == Qualifier.EXACT else None
        who = str(total.capacity)
        if total.count is not None and exact is None:
            who = f"{qualified(total.count, total.qualifier)} {who}"
        yield (
            who,
            pgettext("source of figures", "as reported"),
            exact,
            sexes_reported(total, groups),
        )


def sexes_reported(total: ParticipantGroup, groups: list[ParticipantGroup]) -> dict:
    """Parts of the total of which the source says nothing but their sex."""
    return {
        f"sex {group.sex}": group.count
        for group in groups
        if group.subset_of_id == total.pk
        and group.sex
        and group.qualifier == Qualifier.EXACT
        and not (group.age_from or group.age_to or group.place_id or group.session_id)
    }


def people_who_attended(trainings: list[Training]) -> dict[int, list[tuple]]:
    """What may be shown of those who attended, by training; nothing where nobody was marked."""
    # Imported here: the other app counts people, and imports this one.
    from volunteers.public_counting import Reading
    from volunteers.public_figures import FigureSource, rows_of_each

    reading = Reading()
    asked = (trainings, FigureSource.ATTENDED)
    sexes = rows_of_each(*asked, "sex", reading)
    ages = rows_of_each(*asked, "age", reading)
    totals = rows_of_each(*asked, "category", reading)
    found = {}
    for key, shown in totals.items():
        numbers = {f"sex {row.key}": row.count for row in sexes[key]}
        numbers |= {f"age {row.key}": row.count for row in ages[key]}
        total = sum(row.count or 0 for row in shown)
        found[key] = [(_("volunteers"), _("counted at the training"), total, numbers)]
    return found


def known(key: str) -> Callable[[Line], Value]:
    return lambda one: one.known.get(key)


def day_of(training: Training, end: str) -> Value:
    """The first or last day in ISO 8601, a month or a year where no more is known."""
    from volunteers.donor.held import day_or_month

    return day_or_month(training, last=end == "last") or None


def series_of(one: Line) -> Value:
    return str(one.training.series.name) if one.training.series else None


def place_of(one: Line) -> Value:
    places = [str(place.city or place.venue) for place in one.training.places.all()]
    return joined(places)


def country_of(one: Line, field: str) -> Value:
    countries = [place.country for place in one.training.places.all() if place.country]
    return joined(str(getattr(country, field) or "") for country in countries)


def code_of(one: Line, field: str) -> Value:
    """A code, where the training was held in one country; several in one cell are no code."""
    codes = country_of(one, field)
    return None if codes is None or "; " in str(codes) else codes


def names(one: Line, roles: tuple) -> Value:
    behind = one.training.organisation_roles.all()
    return joined(str(each.organisation.name) for each in behind if each.role in roles)


def page_of(one: Line) -> Value:
    return f"{settings.SITE_URL}{one.training.get_absolute_url()}"


def joined(parts: Iterable[str]) -> Value:
    return "; ".join(dict.fromkeys(part for part in parts if part)) or None


def as_json(trainings: TrainingQuerySet, *, day: str) -> dict:
    """The same lines with what they count and as of when."""
    keys = [column.key for column in columns()]
    return {
        "as_of": day,
        "about": _(
            "A line is one source's figure of one training. Lines are not to be added up: one "
            "person may come to two trainings, and two sources may count the same people. "
            "Unknown is null; so are numbers under 5 by sex or age, and a second one with each."
        ),
        "lines": [dict(zip(keys, row, strict=True)) for row in rows(trainings)],
    }
