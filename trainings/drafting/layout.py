"""In what order a draft tells what is known; the sentences are those of its language."""

from collections.abc import Sequence
from types import ModuleType

from django.utils import translation
from django.utils.text import Truncator

from trainings.drafting import en, ru
from trainings.drafting.pieces import Drafted, Origin, Paragraph, Piece, Sentence
from trainings.drafting.several import Several, in_one_tense
from trainings.drafting.story import Story
from trainings.models import BlockKind, Fact, Quote, Training

# The languages a draft can be made in: each has its own grammar.
LANGUAGES: dict[str, ModuleType] = {"en": en, "ru": ru}
LONGEST_HEADLINE = 300
LONGEST_HEADING = 200
MOST_TITLES = 2  # in a headline


def compose(trainings: Sequence[Training], language: str) -> Drafted:
    """A draft about one or several trainings in a language of `LANGUAGES`; it saves nothing.

    What the record does not say is left out. KeyError for another language.
    """
    tells = LANGUAGES[language]
    with translation.override(language):
        stories = [Story(training, language) for training in trainings]
        headline = shortened(headline_of(stories, tells))
        lead = lead_of(stories, tells)
        pieces = [
            *told(stories, tells),
            *at_the_end(stories),
        ]
    if not pieces or pieces[0].kind != BlockKind.TEXT:
        # The first block says where the lead is from: so the lead begins the text instead.
        pieces.insert(0, Piece(paragraphs=[Paragraph(lead)]))
        lead = []
    return Drafted(headline, lead, pieces)


def shortened(headline: Sentence) -> Sentence:
    return Sentence(Truncator(headline.text).chars(LONGEST_HEADLINE), headline.origins)


def headline_of(stories: list[Story], tells: ModuleType) -> Sentence:
    """Of one training its own; of several their series, or of many their countries, or titles."""
    if len(stories) == 1:
        return tells.headline(stories[0])
    series = {story.training.series for story in stories}
    only = series.pop() if len(series) == 1 else None
    name = stories[0].words(only.name) if only else ""
    if only is not None and name:
        for story in stories:
            story.told_series = name
        return stories[0].sentence(name, only, "name")
    if len(stories) > MOST_TITLES and (told := tells.headline_of(Several(stories))):
        return told
    titles = "; ".join(dict.fromkeys(story.title for story in stories))
    origins = tuple(Origin.of(story.training, "title") for story in stories)
    return Sentence(titles, origins)


def lead_of(stories: list[Story], tells: ModuleType) -> list[Sentence]:
    """Of one training its own; of several what they have in common. The text tells the rest."""
    found: list[Sentence] = []
    for some in map(Several, in_one_tense(stories)):
        found += tells.lead(some.first) if some.is_one else tells.together(some)
        for story in some.stories:
            story.told_organisers = some.is_one or some.have_same_organisers
            story.told_in_lead = some.is_one
    return found


def told(stories: list[Story], tells: ModuleType) -> list[Piece]:
    """The blocks of words, training by training, each with its quotes and what is shown after."""
    if len(stories) == 1:
        shown = {tells.participants: figures_of(stories), tells.people: people_of(stories)}
        return woven(sections(stories[0], tells, shown), stories[0].quotes)
    pieces: list[Piece] = []
    for story in stories:
        own = woven(sections(story, tells, {}), story.quotes)
        if own:
            own[0].heading = Truncator(story.title).chars(LONGEST_HEADING)
        pieces += own
    return [*pieces, *figures_of(stories), *people_of(stories)]


def sections(story: Story, tells: ModuleType, shown: dict) -> list[list[Piece]]:
    """What is told of one training, with the pieces that `shown` has for a part of it."""
    beginning = [] if story.told_in_lead else [Paragraph(tells.particulars(story))]
    parts = (tells.opening, tells.aims, tells.work, tells.participants, tells.people)
    paragraphs = [part(story) for part in parts]
    paragraphs[0] = [*beginning, *paragraphs[0]]
    found = [section(one, shown.get(part, [])) for part, one in zip(parts, paragraphs, strict=True)]
    return [one for one in found if one]


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
