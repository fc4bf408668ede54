"""A report in order, as pieces that any kind of file can write down."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import wording
from trainings.figures import ShownGroup
from trainings.models import Appearance, Block, BlockKind, Document, Fact, Photo, Quote, Role
from trainings.services import freezing
from trainings.services.freezing import Shown
from trainings.story import Story, heading_of


@dataclass(frozen=True)
class Heading:
    words: str


@dataclass(frozen=True)
class Prose:
    """Markdown; `dateline` stands before the first words of the report."""

    markdown: str
    dateline: str = ""


@dataclass(frozen=True)
class Said:
    quote: Quote


@dataclass(frozen=True)
class Counted:
    """Figures as reported, each with its parts."""

    groups: list[ShownGroup]


@dataclass(frozen=True)
class Frozen:
    """Counted numbers as they were kept when the text was published, with their corrections."""

    shown: Shown


@dataclass(frozen=True)
class Entry:
    """A line of a list: what stands out, what is said of it, and where it leads."""

    lead: str
    rest: str = ""
    link: str = ""


@dataclass(frozen=True)
class Listed:
    entries: list[Entry]


@dataclass(frozen=True)
class Pictures:
    photos: list[Photo]


Piece = Heading | Prose | Said | Counted | Frozen | Listed | Pictures


def pieces_of(story: Story) -> Iterator[Piece]:
    """Everything that the blocks of `story` show, in order; hidden things are left out."""
    for number, block in enumerate(story.blocks):
        yield from OF_KIND[BlockKind(block.kind)](story, block, number == 0)


def headed(block: Block, pieces: list[Piece], usual: str = "") -> Iterator[Piece]:
    """The pieces under the heading of their block; nothing where there are none."""
    heading = block.heading or usual
    if pieces and heading:
        yield Heading(heading)
    yield from pieces


def text(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    return headed(block, [Prose(block.body, story.dateline if first else "")])


def quote(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    said = block.quote
    shown = said is not None and said.may_be_shown and story.shows(said)
    return headed(block, [Said(said)] if shown else [])


def photos(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    shown = story.pictures(block)
    several = block.kind == BlockKind.GALLERY
    return headed(block, [Pictures(shown)] if shown else [], heading_of(block) if several else "")


def groups(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    """The figures as reported that a block shows, or those that were counted for it."""
    pieces: list[Piece] = []
    if reported := story.as_reported(block):
        pieces = [Counted(reported)]
    elif counted := freezing.shown(block, story.trainings, preview=False):
        pieces = [Frozen(counted)]
    return headed(block, pieces, heading_of(block))


def people(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    for training in story.trainings:
        shown = training.appearances.all()
        rows = [row for row in shown if not block.role or block.role in row.roles]
        partial = block.role == Role.INVITED_GUEST and training.guest_list_is_partial
        usual = _("Among the invited guests") if partial else heading_of(block)
        entries = [entry_of(row) for row in rows]
        yield from headed(block, [Listed(entries)] if entries else [], usual)


def entry_of(row: Appearance) -> Entry:
    """Someone, or an organisation without a name, with the title as printed."""
    if not row.shown_name:
        return Entry(row.organisation_as_printed, row.title)
    honorific = row.person.honorific if row.person and not row.name_as_printed else ""
    said = [row.title_line, str(row.country or ""), str(row.note)]
    return Entry(f"{honorific} {row.shown_name}".strip(), " · ".join(filter(None, said)))


def facts(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    entries = [fact_entry(fact) for fact in block.facts.all()]
    return headed(block, [Listed(entries)] if entries else [], heading_of(block))


def fact_entry(fact: Fact) -> Entry:
    subject = fact.organisation or fact.series
    as_of = f"{_('as of:')} {wording.date(fact.as_of)}" if fact.as_of else str(fact.as_of_wording)
    said = [
        str(fact.wording),
        str(subject.name) if subject else "",
        str(fact.country or ""),
        as_of,
        f"{_('Source:')} {fact.source}" if fact.source else "",
    ]
    return Entry(fact.number, " · ".join(filter(None, said)), fact.source_url)


def documents(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    entries = [document_entry(document) for document in story.papers(block)]
    return headed(block, [Listed(entries)] if entries else [], heading_of(block))


def document_entry(document: Document) -> Entry:
    kind = "" if document.kind == "other" else str(document.get_kind_display())
    return Entry(str(document.title), kind, document.url)


def sessions(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    entries = []
    for session in story.agenda(block):
        people = [one for one in session.people.all() if one.appearance.is_shown]
        names = [f"{one.appearance.shown_name} ({one.get_role_display()})" for one in people]
        said = [session.when, str(session.place or ""), session.room, *names]
        entries.append(Entry(str(session.title), " · ".join(filter(None, said))))
    return headed(block, [Listed(entries)] if entries else [], heading_of(block))


def organisations(story: Story, block: Block, first: bool) -> Iterator[Piece]:
    entries = [
        Entry(one.shown_name, capfirst(one.get_role_display()))
        for training in story.trainings
        for one in story.behind(block, training)
    ]
    return headed(block, [Listed(entries)] if entries else [], heading_of(block))


OF_KIND: dict[BlockKind, Callable[[Story, Block, bool], Iterator[Piece]]] = {
    BlockKind.TEXT: text,
    BlockKind.QUOTE: quote,
    BlockKind.FIGURES: groups,
    BlockKind.PEOPLE: people,
    BlockKind.PHOTO: photos,
    BlockKind.GALLERY: photos,
    BlockKind.FACTS: facts,
    BlockKind.DOCUMENTS: documents,
    BlockKind.SESSIONS: sessions,
    BlockKind.ORGANISATIONS: organisations,
}
