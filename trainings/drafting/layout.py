"""In what order a draft tells what is known; the sentences are those of its language."""

from collections.abc import Sequence
from types import ModuleType

from django.utils import translation
from django.utils.text import Truncator

from trainings.drafting import en, ru
from trainings.drafting.pieces import Drafted, Origin, Paragraph, Piece, Sentence
from trainings.drafting.story import Story
from trainings.models import BlockKind, Fact, Quote, Training

# The languages a draft can be made in: each has its own grammar.
LANGUAGES: dict[str, ModuleType] = {"en": en, "ru": ru}
LONGEST_HEADLINE = 300
LONGEST_HEADING = 200


def compose(trainings: Sequence[Training], language: str) -> Drafted:
    """A draft about one or several trainings in a language of `LANGUAGES`; it saves nothing.

    What the record does not say is left out. KeyError for another language.
    """
    tells = LANGUAGES[language]
    with translation.override(language):
        stories = [Story(training, language) for training in trainings]
        headline = shortened(tells.headline(stories[0]) if len(stories) == 1 else joint(stories))
        lead = [sentence for story in stories for sentence in tells.lead(story)]
        pieces = [
            *woven(told(stories, tells), [quote for story in stories for quote in story.quotes]),
            *at_the_end(stories),
        ]
    if not pieces or pieces[0].kind != BlockKind.TEXT:
        # The first block says where the lead is from: so the lead begins the text instead.
        pieces.insert(0, Piece(paragraphs=[Paragraph(lead)]))
        lead = []
    return Drafted(headline, lead, pieces)


def shortened(headline: Sentence) -> Sentence:
    return Sentence(Truncator(headline.text).chars(LONGEST_HEADLINE), headline.origins)


def joint(stories: list[Story]) -> Sentence:
    """The headline of a report about several trainings: their series, or their titles."""
    series = {story.training.series for story in stories}
    only = series.pop() if len(series) == 1 else None
    name = stories[0].words(only.name) if only else ""
    if only is not None and name:
        for story in stories:
            story.told_series = name
        return stories[0].sentence(name, only, "name")
    titles = "; ".join(dict.fromkeys(story.title for story in stories))
    origins = tuple(Origin.of(story.training, "title") for story in stories)
    return Sentence(titles, origins)


def told(stories: list[Story], tells: ModuleType) -> list[list[Piece]]:
    """The blocks of words, training by training, each with what is shown after it."""
    sections: list[list[Piece]] = []
    alone = len(stories) == 1
    for story in stories:
        shown = {tells.participants: figures_of(stories), tells.people: people_of(stories)}
        parts = (tells.opening, tells.aims, tells.work, tells.participants, tells.people)
        own = [section(part(story), shown.get(part, []) if alone else []) for part in parts]
        kept = [one for one in own if one]
        if not alone and kept:
            kept[0][0].heading = Truncator(story.title).chars(LONGEST_HEADING)
        sections += kept
    return sections if alone else [*sections, figures_of(stories), people_of(stories)]


def section(paragraphs: list[Paragraph], shown: list[Piece]) -> list[Piece]:
    """A block of words where there are any, and what is shown after it."""
    kept = [one for one in paragraphs if one.sentences]
    return [*([Piece(paragraphs=kept)] if kept else []), *shown]


def woven(sections: list[list[Piece]], quotes: list[Quote]) -> list[Piece]:
    """A quote after each block of words, as far as they reach; the others after the last."""
    spoken = [Piece(kind=BlockKind.QUOTE, quote=quote) for quote in quotes]
    pieces: list[Piece] = []
    for number, one in enumerate(sections):
        pieces += [*one, *spoken[number : number + 1]]
    return [*pieces, *spoken[len(sections) :]]


def figures_of(stories: list[Story]) -> list[Piece]:
    """The numbers as reported; groups without one are told in words alone."""
    groups = [group for story in stories for group in story.numbers]
    return [Piece(kind=BlockKind.FIGURES, groups=groups)] if groups else []


def people_of(stories: list[Story]) -> list[Piece]:
    """A list of those whom no sentence tells, role by role."""
    roles = dict.fromkeys(role for story in stories for role in story.listed_roles)
    return [Piece(kind=BlockKind.PEOPLE, role=role) for role in roles]


def at_the_end(stories: list[Story]) -> list[Piece]:
    """The facts about the programme, and the documents."""
    pieces = []
    facts: list[Fact] = [fact for story in stories for fact in story.facts]
    if facts:
        pieces.append(Piece(kind=BlockKind.FACTS, facts=list(dict.fromkeys(facts))))
    if any(story.has_documents for story in stories):
        pieces.append(Piece(kind=BlockKind.DOCUMENTS))
    return pieces
