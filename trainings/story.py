"""What a report tells: its trainings, its blocks and what they show.

Read in a fixed number of queries, and only what the kinds of its blocks ask for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from trainings import figures
from trainings.given import Given
from trainings.models import (
    Block,
    BlockKind,
    Document,
    FigureSource,
    Photo,
    Quote,
    Report,
    ReportText,
    Role,
    Session,
    Training,
    TrainingOrganisation,
)
from trainings.telling import Telling
from trainings.together import Asked, hang, kept

SESSIONS = Session.objects.select_related("place__country", "training").prefetch_related(
    "people__appearance__person", "materials"
)
# What a block of a draft, or one by itself, reads of what it shows.
OF_BLOCKS: dict[BlockKind, list[str | Prefetch]] = {
    BlockKind.QUOTE: [
        Prefetch(
            "quote", Quote.objects.select_related("appearance__person", "organisation", "training")
        )
    ],
    BlockKind.PHOTO: ["photo__training", "photo__people"],
    BlockKind.GALLERY: [
        Prefetch("photos", Photo.objects.select_related("training").prefetch_related("people"))
    ],
    BlockKind.FACTS: ["facts__organisation", "facts__series", "facts__country"],
    BlockKind.FIGURES: ["groups", "frozen"],
    BlockKind.SESSIONS: [Prefetch("sessions", SESSIONS)],
    BlockKind.DOCUMENTS: ["documents"],
    BlockKind.ORGANISATIONS: ["organisations"],
}
# What stands above a block to which nobody gave a heading.
HEADINGS = {
    BlockKind.FIGURES: _("Who took part"),
    BlockKind.PEOPLE: _("People"),
    BlockKind.GALLERY: _("Photographs"),
    BlockKind.FACTS: _("About the programme"),
    BlockKind.DOCUMENTS: _("Documents"),
    BlockKind.SESSIONS: _("What participants worked on"),
    BlockKind.ORGANISATIONS: _("Who stands behind it"),
}


@dataclass(frozen=True)
class Story:
    """A report in one of its texts. `trainings` are those that the reader may see.

    `sessions` are their whole agenda in their order, where a block shows any of it.
    """

    report: Report
    text: ReportText
    trainings: list[Training]
    blocks: list[Block]
    sessions: list[Session]

    @cached_property
    def headline(self) -> str:
        """The headline, or the title of the training it is about."""
        first = str(self.trainings[0].title) if self.trainings else self.report.slug
        return self.text.headline or first

    @cached_property
    def dateline(self) -> str:
        """`ALMATY, 18 May 2015 (TCA)` with what is known, as a newspaper prints it."""
        said = (str(self.report.dateline_place), self.report.dateline_wording)
        place, agency = ", ".join(part for part in said if part), self.report.agency
        return f"{place} ({agency})" if place and agency else place or agency

    @cached_property
    def groups(self) -> list[figures.ShownGroup]:
        """The figures as reported of all trainings."""
        return figures.tree(group for one in self.trainings for group in one.groups.all())

    def as_reported(self, block: Block) -> list[figures.ShownGroup]:
        """The figures as reported of a block; none where it shows counted numbers."""
        return figures.chosen(block, self.groups) if tells_as_reported(block) else []

    @cached_property
    def key_figures(self) -> list[figures.ShownGroup]:
        """The first three numbers that its blocks tell as reported."""
        told = [self.as_reported(block) for block in self.blocks]
        known = [one for groups in told for one in groups if one.number]
        return list({one.group.pk: one for one in known}.values())[:3]

    @cached_property
    def documents(self) -> list[Document]:
        """The public documents that the report names itself, then those of its trainings."""
        owners: tuple[Report | Training, ...] = (self.report, *self.trainings)
        return [document for one in owners for document in one.documents.all() if document.public]

    @cached_property
    def photos(self) -> list[Photo]:
        """Every photograph of the trainings that may be shown, in their order."""
        photos = Photo.objects.public().filter(training__in=self.trainings)
        return by_training(self.trainings, photos.select_related("training"))

    def shows(self, row) -> bool:
        """Whether the reader may see a row of a training: one of the report, or published."""
        among = any(training.pk == row.training_id for training in self.trainings)
        return among or row.training.is_published

    def gallery(self, block: Block) -> list[Photo]:
        """The photographs of a block: those it chose, or all."""
        chosen = list(block.photos.all())
        shown = [photo for photo in chosen if photo.may_be_shown and self.shows(photo)]
        return shown if chosen else self.photos

    def pictures(self, block: Block) -> list[Photo]:
        """The photographs of a block of one or of several."""
        if block.kind == BlockKind.GALLERY:
            return self.gallery(block)
        photo = block.photo
        return [photo] if photo and photo.may_be_shown and self.shows(photo) else []

    def agenda(self, block: Block) -> list[Session]:
        """The sessions of a block: those it chose, or all."""
        chosen = list(block.sessions.all())
        return list(filter(self.shows, chosen)) if chosen else self.sessions

    def papers(self, block: Block) -> list[Document]:
        """The documents of a block: those it picked of the report and its trainings, or all."""
        chosen = list(block.documents.all())
        return [one for one in chosen if one in self.documents] if chosen else self.documents

    def behind(self, block: Block, training: Training) -> list[TrainingOrganisation]:
        """What the organisations of a block did for `training`: those it picked, or all."""
        places = {one.pk: place for place, one in enumerate(block.organisations.all())}
        roles = list(training.organisation_roles.all())
        if not places:
            return roles
        picked = [one for one in roles if one.organisation_id in places]
        return sorted(picked, key=lambda one: places[one.organisation_id])


def tells_as_reported(block: Block) -> bool:
    return block.kind == BlockKind.FIGURES and block.source == FigureSource.REPORTED


def heading_of(block: Block) -> str:
    """The heading of a block: its own, or the usual one of its kind; "" for words and quotes."""
    if block.kind == BlockKind.PEOPLE and block.role == Role.INVITED_GUEST and not block.heading:
        return str(_("Invited guests"))
    return block.heading or str(HEADINGS.get(BlockKind(block.kind), ""))


def by_training(trainings: list[Training], rows: Iterable) -> list:
    """`rows` in the order of their trainings."""
    places = {training.pk: place for place, training in enumerate(trainings)}
    return sorted(rows, key=lambda row: places[row.training_id])


def trainings_of(report: Report) -> list[Training]:
    """The trainings of `report` in its order, published or not; `tell` reads the rest of them."""
    return rows_of_trainings(report=report.pk)["trainings"]


@kept
def rows_of_trainings(report: Given) -> Asked:
    return {"trainings": in_order_of(report)}


def in_order_of(report: Given) -> QuerySet[Training]:
    """The trainings of `report` in its order, published or not."""
    rows = Training.objects.select_related("series").filter(report_links__report=report)
    return rows.order_by("report_links__order", "pk")


def blocks_of(text: ReportText) -> list[Block]:
    """The blocks of `text` with the quote and the photograph that each may be of."""
    rows = shown_in_blocks(text=text.pk)
    hang([text], "blocks", rows["blocks"], by="text")
    quotes = {quote.pk: quote for quote in rows["quotes"]}
    photos = {photo.pk: photo for photo in rows["photos"]}
    for block in rows["blocks"]:
        block.quote, block.photo = quotes.get(block.quote_id), photos.get(block.photo_id)
    return rows["blocks"]


@kept
def shown_in_blocks(text: Given) -> Asked:
    blocks = Block.objects.filter(text=text)
    quotes = Quote.objects.filter(pk__in=blocks.order_by().values("quote"))
    photos = Photo.objects.filter(pk__in=blocks.order_by().values("photo"))
    return {
        "blocks": blocks,
        "quotes": quotes.select_related("appearance__person", "organisation", "training"),
        "photos": photos.select_related("training"),
    }


def tell(
    report: Report,
    text: ReportText,
    trainings: list[Training],
    blocks: Iterable[Block] | None = None,
) -> Story:
    """The story of `text`, with `blocks` in place of its own where they are given.

    `trainings` are those of `trainings_of` that the reader may see.
    """
    saved = blocks_of(text) if blocks is None else []
    told = saved if blocks is None else drafted(blocks)
    kinds = {block.kind for block in told}
    sessions = Telling(report, trainings, saved, kinds).read()
    return Story(report, text, trainings, told, by_training(trainings, sessions))


def drafted(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a draft, which know what they chose, with what that shows."""
    told = list(blocks)
    for kind in {block.kind for block in told}:
        of_kind = [block for block in told if block.kind == kind and block.pk]
        prefetch_related_objects(of_kind, *OF_BLOCKS.get(BlockKind(kind), ()))
    return told
