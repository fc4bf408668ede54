"""The keys a record file knows. They are the columns of the models, under the models' words.

A thing is what one mapping in a file stands for. Its keys are taken from its model, so that a new
column is in the format at once; what is said here is only what the model can't say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db import models

from trainings.fields import ChangedField, SearchKeyField
from trainings.models import (
    Appearance,
    Block,
    Country,
    Document,
    Fact,
    GroupCountry,
    Organisation,
    ParticipantGroup,
    Person,
    Photo,
    Place,
    Point,
    Quote,
    RelatedEvent,
    Report,
    ReportSource,
    ReportText,
    ReportTraining,
    Series,
    Session,
    SessionPerson,
    Training,
    TrainingLanguage,
    TrainingOrganisation,
)
from trainings.models.dates import SortDateField

# Columns that fill themselves.
NEVER_WRITTEN = (models.AutoField, ChangedField, SearchKeyField, SortDateField)

# Under which column other rows and files know a row.
KNOWN_BY: dict[type[models.Model], str] = {
    Country: "code",
    Organisation: "slug",
    Person: "slug",
    Series: "slug",
    Fact: "key",
    Training: "slug",
    Report: "slug",
}

DATES = {
    "date_precision": "precision",
    "start_date": "start",
    "end_date": "end",
    "days": "days",
    "season": "season",
    "year": "year",
    "month": "month",
    "day": "day",
    "end_year": "end_year",
    "end_month": "end_month",
    "end_day": "end_day",
    "is_ongoing": "ongoing",
    "date_wording": "wording",
    "days_stated": "days_stated",
}


@dataclass(frozen=True, eq=False)
class Thing:
    """One kind of mapping in a file.

    `parent` is the column that points at the row it stands in, `other_parents` columns it has
    for standing elsewhere. `lists` are the things inside, under the models' related names, in
    the order in which they are loaded. `same` are columns by which a row of the file is found
    again among the rows on record, the surest first; at last, rows are taken in their order.
    `short` is the one key that a plain text in place of the mapping stands for.
    """

    model: type[models.Model]
    parent: str = ""
    other_parents: tuple[str, ...] = ()
    lists: Mapping[str, Thing] = field(default_factory=dict)
    same: tuple[tuple[str, ...], ...] = ()
    short: str = ""
    shared: bool = False  # keys that are left out leave what is on record

    @property
    def known_by(self) -> str:
        return KNOWN_BY.get(self.model, "")

    @property
    def related_name(self) -> str:
        """Under which name the row around it knows rows of this thing."""
        return self.model._meta.get_field(self.parent).remote_field.related_name

    @property
    def has_key(self) -> bool:
        """Whether other things in the file refer to it by a key of the file's own."""
        return self.model in KEYED

    @cached_property
    def columns(self) -> dict[str, models.Field]:
        """The model's columns in the file, by their name in the model; none that services fill."""
        left_out = {self.parent, *self.other_parents}
        return {
            column.name: column
            for column in self.model._meta.fields
            if column.editable
            and not isinstance(column, NEVER_WRITTEN)
            and column.name not in left_out
        }

    @cached_property
    def several(self) -> dict[str, models.ManyToManyField]:
        """Columns that point at several rows and are no list of things of their own."""
        return {
            column.name: column
            for column in self.model._meta.many_to_many
            if column.name not in self.lists
        }

    @cached_property
    def paths(self) -> dict[tuple[str, ...], str]:
        """Where in the mapping each column stands: `("dates", "start")` is `start_date`."""
        dated = "date_precision" in self.columns
        names = (*self.columns, *self.several)
        return {
            ("dates", DATES[name]) if dated and name in DATES else (name,): name for name in names
        }

    @cached_property
    def path_of(self) -> dict[str, tuple[str, ...]]:
        return {name: path for path, name in self.paths.items()}

    @cached_property
    def keys(self) -> set[str]:
        """The keys of the mapping."""
        own = {path[0] for path in self.paths} | set(self.lists)
        return own | {"key"} if self.has_key else own


# What other things refer to by a key that holds in one file.
KEYED = (Appearance, Document, ParticipantGroup, Photo, Place, Quote, Session)

ORGANISATION = Thing(Organisation, shared=True)
PERSON = Thing(Person, shared=True)
SERIES = Thing(Series, shared=True)
FACT = Thing(Fact, shared=True)

SESSION = Thing(
    Session,
    parent="training",
    same=(("kind", "title", "date", "start_time"), ("title",)),
    lists={"people": Thing(SessionPerson, parent="session", same=(("appearance", "role"),))},
)
GROUP = Thing(
    ParticipantGroup,
    parent="training",
    same=(("capacity", "is_total", "count", "reported_in"), ("capacity", "is_total")),
    lists={"countries": Thing(GroupCountry, parent="group", same=(("country",),), short="country")},
)
TRAINING = Thing(
    Training,
    lists={
        "points": Thing(Point, parent="training", same=(("kind", "text"),)),
        "languages": Thing(
            TrainingLanguage, parent="training", same=(("language", "use"),), short="language"
        ),
        "places": Thing(
            Place, parent="training", same=(("country", "city", "venue"), ("country", "city"))
        ),
        "organisation_roles": Thing(
            TrainingOrganisation, parent="training", same=(("organisation", "role"),)
        ),
        "appearances": Thing(
            Appearance,
            parent="training",
            same=(("person", "title", "organisation_as_printed"), ("person",)),
        ),
        "sessions": SESSION,
        "groups": GROUP,
        "quotes": Thing(Quote, parent="training", same=(("words",), ("appearance",))),
        "photos": Thing(Photo, parent="training", same=(("caption", "credit"), ("caption",))),
        "documents": Thing(
            Document, parent="training", other_parents=("report",), same=(("title",), ("url",))
        ),
        "related_events": Thing(
            RelatedEvent, parent="training", same=(("relation", "other", "wording"),)
        ),
    },
)
REPORT = Thing(
    Report,
    lists={
        "trainings": Thing(
            ReportTraining, parent="report", same=(("training",),), short="training"
        ),
        "sources": Thing(ReportSource, parent="report", same=(("name",), ("url",)), short="name"),
        "documents": Thing(
            Document,
            parent="report",
            other_parents=("training", "session"),
            same=(("title",), ("url",)),
        ),
        "texts": Thing(
            ReportText,
            parent="report",
            same=(("language",),),
            lists={
                "blocks": Thing(
                    Block,
                    parent="text",
                    same=(
                        (
                            "kind",
                            "heading",
                            "body",
                            "quote",
                            "photo",
                            "role",
                            "source",
                            "breakdown",
                        ),
                        ("kind", "quote", "photo", "role"),
                    ),
                )
            },
        ),
    },
)

# The keys of a file, in the order in which they are loaded.
FILE: dict[str, Thing] = {
    "organisations": ORGANISATION,
    "people": PERSON,
    "series": SERIES,
    "facts": FACT,
    "reports": REPORT,
    "trainings": TRAINING,
}


def all_things() -> list[Thing]:
    """Every thing of the format, each once."""
    waiting, seen = list(FILE.values()), []
    while waiting:
        thing = waiting.pop(0)
        seen.append(thing)
        waiting += thing.lists.values()
    return seen
