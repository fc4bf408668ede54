"""What the blocks of a report show of the record, read in one question for all of them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Q, QuerySet

from trainings import around, whole
from trainings.given import Given, GivenKeys, places_for
from trainings.models import (
    Appearance,
    Block,
    BlockFigures,
    BlockKind,
    Document,
    Fact,
    GroupCountry,
    Organisation,
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
    in_order,
)
from trainings.together import Asked, Question, hang, keep

# What blocks of a kind choose, and the column of the row in what joins the two.
CHOOSE = {
    BlockKind.GALLERY: ("photos", "photo_id"),
    BlockKind.FACTS: ("facts", "fact_id"),
    BlockKind.FIGURES: ("groups", "participantgroup_id"),
    BlockKind.SESSIONS: ("sessions", "session_id"),
    BlockKind.DOCUMENTS: ("documents", "document_id"),
    BlockKind.ORGANISATIONS: ("organisations", "organisation_id"),
}


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
        blocks = [one.pk for one in self.blocks]
        places = places_for(len(self.keys)), places_for(len(blocks))
        question = question_of(connection.vendor, frozenset(self.kinds), *places)
        rows = question.answers(trainings=self.keys, report=self.report.pk, blocks=blocks)
        for name in ("places", "organisation_roles", "groups", "appearances", "documents"):
            if name in rows:
                hang(self.trainings, name, rows[name], by="training")
        if BlockKind.DOCUMENTS in self.kinds:
            hang([self.report], "documents", rows["documents"], by="report")
        if BlockKind.FIGURES in self.kinds:
            hang(rows["groups"], "countries", rows["countries"], by="group")
            whole.hang_reports(rows)
            hang(self.blocks, "frozen", rows["frozen"], by="block")
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
            found = rows["sessions" if name == "sessions" else f"shown_{name}"]
            for block in self.blocks:
                links = [one for one in rows[f"chosen_{name}"] if one.block_id == block.pk]
                keep(block, name, in_order(name, found, [getattr(one, column) for one in links]))
        if "shown_photos" in rows:
            ones = [block.photo for block in self.blocks if block.photo]
            for photo in (*rows["shown_photos"], *ones):
                links = [one for one in rows["people"] if one.photo_id == photo.pk]
                keep(photo, "people", [one.person for one in links])

    @property
    def keys(self) -> list[int]:
        """The keys of the trainings."""
        return [one.pk for one in self.trainings]


@lru_cache(maxsize=200)
def question_of(_engine: str, kinds: frozenset[str], trainings: int, blocks: int) -> Question:
    """What blocks of `kinds` ask for, and no more; made into SQL once.

    With places for so many trainings and blocks.
    """
    return Question(
        Asking(GivenKeys("trainings", trainings), GivenKeys("blocks", blocks)).of(kinds)
    )


def choices(kinds: Collection[str]) -> list[tuple[str, str]]:
    return [names for kind, names in CHOOSE.items() if kind in kinds]


@dataclass(frozen=True)
class Asking:
    """The rows that blocks show, with places for the keys of trainings and blocks."""

    trainings: GivenKeys
    blocks: GivenKeys

    def of(self, kinds: Collection[str]) -> Asked:
        roles = TrainingOrganisation.objects.filter(training__in=self.trainings)
        asked: Asked = {
            "places": Place.objects.filter(training__in=self.trainings).select_related("country"),
            "organisation_roles": roles.select_related("organisation"),
        }
        of_kinds = {
            BlockKind.FIGURES: self.figures,
            BlockKind.PEOPLE: self.people,
            BlockKind.DOCUMENTS: self.documents,
            BlockKind.ORGANISATIONS: self.organisations,
            BlockKind.SESSIONS: self.sessions,
            BlockKind.FACTS: self.facts,
            BlockKind.PHOTO: self.pictures,
            BlockKind.GALLERY: self.pictures,
        }
        for kind, rows in of_kinds.items():
            if kind in kinds:
                asked |= rows()
        for name, _column in choices(kinds):
            asked[f"chosen_{name}"] = self.links(name)
        return asked

    def links(self, name: str) -> QuerySet:
        """What joins the blocks to what they chose as their `name`."""
        return getattr(Block, name).through.objects.filter(block__in=self.blocks)

    def figures(self) -> Asked:
        """The figures as reported with the reports they come from."""
        groups = ParticipantGroup.objects.filter(training__in=self.trainings)
        reports = groups.order_by().values("reported_in")
        chosen = self.links("groups").values("participantgroup")
        countries = GroupCountry.objects.filter(group__training__in=self.trainings)
        return {
            "groups": groups.select_related("place__country", "session"),
            "countries": countries.select_related("country"),
            "reports": Report.objects.filter(pk__in=reports),
            "texts": ReportText.objects.filter(report__in=reports),
            "links": ReportTraining.objects.filter(report__in=reports).select_related("training"),
            "shown_groups": ParticipantGroup.objects.filter(pk__in=chosen),
            "frozen": BlockFigures.objects.filter(block__in=self.blocks),
        }

    def people(self) -> Asked:
        shown = Appearance.objects.shown().filter(training__in=self.trainings)
        return {
            "appearances": shown.select_related("person", "country"),
            "organisations": around.links_of(shown),
        }

    def documents(self) -> Asked:
        of_any = Q(training__in=self.trainings) | Q(report=Given("report"))
        chosen = self.links("documents").values("document")
        return {
            "documents": Document.objects.filter(of_any),
            "shown_documents": Document.objects.filter(pk__in=chosen),
        }

    def organisations(self) -> Asked:
        chosen = self.links("organisations").values("organisation")
        return {"shown_organisations": Organisation.objects.filter(pk__in=chosen)}

    def sessions(self) -> Asked:
        """The agenda of the trainings, and sessions of others that a block chose."""
        chosen = self.links("sessions").values("session")
        rows = Session.objects.filter(Q(training__in=self.trainings) | Q(pk__in=chosen))
        people = SessionPerson.objects.filter(session__in=rows.order_by().values("pk"))
        return {
            "sessions": rows.select_related("place__country", "training"),
            "session_people": people.select_related("appearance__person"),
            "materials": Document.objects.filter(session__in=rows.order_by().values("pk")),
        }

    def facts(self) -> Asked:
        rows = Fact.objects.filter(pk__in=self.links("facts").values("fact"))
        return {"shown_facts": rows.select_related("organisation", "series", "country")}

    def pictures(self) -> Asked:
        """The photographs that blocks chose, and who is in them and in those of blocks of one."""
        chosen = Photo.objects.filter(pk__in=self.links("photos").values("photo"))
        ones = Block.objects.filter(pk__in=self.blocks).order_by().values("photo")
        either = Q(photo__in=chosen.order_by().values("pk")) | Q(photo__in=ones)
        people = Photo.people.through.objects.filter(either).select_related("person")
        return {
            "shown_photos": chosen.select_related("training"),
            "people": people.order_by("person__name", "person_id"),
        }
