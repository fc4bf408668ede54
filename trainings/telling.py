"""What the blocks of a report show of the record, read in one question for all of them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from django.db import connection
from django.db.models import Q, QuerySet, prefetch_related_objects

from trainings import around, whole
from trainings.given import Given, GivenKeys
from trainings.models import (
    Appearance,
    Block,
    BlockKind,
    Document,
    Fact,
    GroupCountry,
    ParticipantGroup,
    Photo,
    Place,
    Report,
    ReportText,
    ReportTraining,
    Session,
    SessionPerson,
    Training,
    TrainingOrganisation,
)
from trainings.together import Asked, Question, hang, keep

# What blocks of a kind choose, and the column of the row in what joins the two.
CHOOSE = {
    BlockKind.GALLERY: ("photos", "photo_id"),
    BlockKind.FACTS: ("facts", "fact_id"),
    BlockKind.FIGURES: ("groups", "participantgroup_id"),
    BlockKind.SESSIONS: ("sessions", "session_id"),
}


TRAININGS, BLOCKS, REPORT = GivenKeys("trainings"), GivenKeys("blocks"), Given("report")


@dataclass(frozen=True)
class Telling:
    """A report, some of its trainings, and the blocks of a text that are rows of the database.

    `kinds` are those of all its blocks; the blocks of a draft hold what they chose themselves.
    """

    report: Report
    trainings: list[Training]
    blocks: list[Block]
    kinds: set[str]

    def read(self) -> list[Session]:
        """Hang what the blocks show on trainings, report and blocks.

        Gives the whole agenda of the trainings, where a block shows any of it.
        """
        question = question_of(connection.vendor, frozenset(self.kinds))
        rows = question.answers(
            trainings=self.keys, report=self.report.pk, blocks=[one.pk for one in self.blocks]
        )
        for name in ("places", "organisation_roles", "groups", "appearances", "documents"):
            if name in rows:
                hang(self.trainings, name, rows[name], by="training")
        if BlockKind.DOCUMENTS in self.kinds:
            hang([self.report], "documents", rows["documents"], by="report")
        if BlockKind.FIGURES in self.kinds:
            hang(rows["groups"], "countries", rows["countries"], by="group")
            whole.hang_reports(rows)
            prefetch_related_objects(self.blocks, "frozen")  # JSON, so by itself
        if BlockKind.PEOPLE in self.kinds:
            around.hang_organisations(rows["appearances"], rows["organisations"])
        if BlockKind.SESSIONS in self.kinds:
            whole.hang_sessions(rows | {"documents": rows["materials"]})
            hang(self.trainings, "sessions", rows["sessions"], by="training")
        self.hang_chosen(rows)
        return [one for one in rows.get("sessions", []) if one.training_id in self.keys]

    def hang_chosen(self, rows: dict[str, list]) -> None:
        """Give each block what it chose, and each photograph the people in it."""
        for name, column in choices(self.kinds):
            pairs = {(one.block_id, getattr(one, column)) for one in rows[f"chosen_{name}"]}
            for block in self.blocks:
                found = rows["sessions" if name == "sessions" else f"shown_{name}"]
                keep(block, name, [row for row in found if (block.pk, row.pk) in pairs])
        if "shown_photos" in rows:
            ones = [block.photo for block in self.blocks if block.photo]
            for photo in (*rows["shown_photos"], *ones):
                links = [one for one in rows["people"] if one.photo_id == photo.pk]
                keep(photo, "people", [one.person for one in links])

    @property
    def keys(self) -> list[int]:
        """The keys of the trainings."""
        return [one.pk for one in self.trainings]


@cache
def question_of(_engine: str, kinds: frozenset[str]) -> Question:
    """What blocks of `kinds` ask for, and no more; made into SQL once."""
    roles = TrainingOrganisation.objects.filter(training__in=TRAININGS)
    asked: Asked = {
        "places": Place.objects.filter(training__in=TRAININGS).select_related("country"),
        "organisation_roles": roles.select_related("organisation"),
    }
    of_kinds = {
        BlockKind.FIGURES: figures,
        BlockKind.PEOPLE: people,
        BlockKind.DOCUMENTS: documents,
        BlockKind.SESSIONS: sessions,
        BlockKind.FACTS: facts,
        BlockKind.PHOTO: pictures,
        BlockKind.GALLERY: pictures,
    }
    for kind, rows in of_kinds.items():
        if kind in kinds:
            asked |= rows()
    for name, _column in choices(kinds):
        asked[f"chosen_{name}"] = links(name)
    return Question(asked)


def choices(kinds: Collection[str]) -> list[tuple[str, str]]:
    return [names for kind, names in CHOOSE.items() if kind in kinds]


def links(name: str) -> QuerySet:
    """What joins the blocks to what they chose as their `name`."""
    return getattr(Block, name).through.objects.filter(block__in=BLOCKS)


def figures() -> Asked:
    """The figures as reported with the reports they come from."""
    groups = ParticipantGroup.objects.filter(training__in=TRAININGS)
    reports = groups.order_by().values("reported_in")
    chosen = links("groups").values("participantgroup")
    countries = GroupCountry.objects.filter(group__training__in=TRAININGS)
    return {
        "groups": groups.select_related("place__country", "session"),
        "countries": countries.select_related("country"),
        "reports": Report.objects.filter(pk__in=reports),
        "texts": ReportText.objects.filter(report__in=reports),
        "links": ReportTraining.objects.filter(report__in=reports).select_related("training"),
        "shown_groups": ParticipantGroup.objects.filter(pk__in=chosen),
    }


def people() -> Asked:
    shown = Appearance.objects.shown().filter(training__in=TRAININGS)
    return {
        "appearances": shown.select_related("person", "country"),
        "organisations": around.links_of(shown),
    }


def documents() -> Asked:
    of_any = Q(training__in=TRAININGS) | Q(report=REPORT)
    return {"documents": Document.objects.filter(of_any)}


def sessions() -> Asked:
    """The agenda of the trainings, and sessions of others that a block chose."""
    chosen = links("sessions").values("session")
    rows = Session.objects.filter(Q(training__in=TRAININGS) | Q(pk__in=chosen))
    people = SessionPerson.objects.filter(session__in=rows.order_by().values("pk"))
    return {
        "sessions": rows.select_related("place__country", "training"),
        "session_people": people.select_related("appearance__person"),
        "materials": Document.objects.filter(session__in=rows.order_by().values("pk")),
    }


def facts() -> Asked:
    rows = Fact.objects.filter(pk__in=links("facts").values("fact"))
    return {"shown_facts": rows.select_related("organisation", "series", "country")}


def pictures() -> Asked:
    """The photographs that blocks chose, and who is in them and in those of blocks of one."""
    chosen = Photo.objects.filter(pk__in=links("photos").values("photo"))
    ones = Block.objects.filter(pk__in=BLOCKS).order_by().values("photo")
    either = Q(photo__in=chosen.order_by().values("pk")) | Q(photo__in=ones)
    people = Photo.people.through.objects.filter(either).select_related("person")
    return {
        "shown_photos": chosen.select_related("training"),
        "people": people.order_by("person__name", "person_id"),
    }
