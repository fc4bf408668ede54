"""The opening: the series, who else stood behind it, and how it was held."""

from trainings import wording
from trainings.drafting.en import grammar
from trainings.drafting.en.naming import (
    MODES,
    organisation,
    organisation_origins,
    place_in_words,
    to_be,
)
from trainings.drafting.pieces import Origin, Paragraph, Sentence
from trainings.drafting.story import Story
from trainings.models import (
    EventRelation,
    Framework,
    LanguageUse,
    OrganisationRole,
    Place,
    PlaceMode,
    TrainingLanguage,
)

# How the organisations of each role are told: of one, and of several.
PARTS = {
    OrganisationRole.CO_ORGANISER: ("{} {was} co-organiser", "{} {were} co-organisers"),
    OrganisationRole.COLLABORATOR: ("it {was} held in collaboration with {}",) * 2,
    OrganisationRole.HOST: ("the host {was} {}", "the hosts {were} {}"),
    OrganisationRole.PARTNER: ("{} {was} a partner", "{} {were} partners"),
    OrganisationRole.FUNDER: ("it {was} funded by {}",) * 2,
    OrganisationRole.FUNDED_THROUGH: ("it {was} funded through {}",) * 2,
    OrganisationRole.PATRON: ("{} {was} its patron", "{} {were} its patrons"),
    OrganisationRole.SUPPORTER: ("it {was} held with the support of {}",) * 2,
    OrganisationRole.MEDIA: ("{} {was} media partner", "{} {were} media partners"),
}
EVENTS = {
    EventRelation.PREVIOUS: "an earlier event",
    EventRelation.PREPARATORY: "it was prepared by",
    EventRelation.FOLLOW_UP: "it is followed by",
    EventRelation.PARALLEL: "held beside it",
    EventRelation.POSTPONED_FROM: "it was postponed from",
}


def opening(story: Story) -> list[Paragraph]:
    """Its summary, its series, who stood behind it, and how it was held."""
    summary = story.own(story.training.summary)
    said = [story.sentence(summary, story.training, "summary")] if summary else []
    return [
        Paragraph(said),
        Paragraph([*series(story), *circumstances(story)]),
        Paragraph([*behind(story), *events(story)]),
    ]


def series(story: Story) -> list[Sentence]:
    training = story.training
    found = []
    name = story.words(training.series.name) if training.series else ""
    edition = story.words(training.edition_wording)
    claim = f"it is reported as {grammar.quoted(edition)}" if edition else ""
    also = [story.origin(training, "edition_wording")] if edition else []
    if training.series is not None and name and name not in (story.title, story.told_series):
        text = f"it belongs to the series {grammar.quoted(name)}"
        if claim:
            text = f"in the series {grammar.quoted(name)} {claim}"
        found.append(story.sentence(grammar.sentence(text), training.series, "name", *also))
    elif claim:
        found.append(story.sentence(grammar.sentence(claim), training, "edition_wording"))
    for column, told in (
        ("programme", "it {was} part of a larger programme: {}"),
        ("slogan", "its theme {was} “{}”"),
    ):
        words = story.words(getattr(training, column))
        if words:
            text = told.format(words, **to_be(story))
            found.append(story.sentence(grammar.sentence(text), training, column))
    return found


def behind(story: Story) -> list[Sentence]:
    """The organisations beside the organisers, role by role."""
    found = []
    for part, (one, several) in PARTS.items():
        rows = story.with_part(part)
        if not rows:
            continue
        names = grammar.listed(organisation(story, row) for row in rows)
        text = (one if len(rows) == 1 else several).format(names, **to_be(story))
        origins = [origin for row in rows for origin in organisation_origins(story, row)]
        found.append(Sentence(grammar.sentence(text), tuple(origins)))
    return found


def circumstances(story: Story) -> list[Sentence]:
    """Length as stated, places with days of their own, languages, goals."""
    training, found = story.training, []
    if training.days_stated:
        days = grammar.of_number(training.days_stated, "day", "days")
        text = f"the source speaks of {grammar.number(training.days_stated)} {days}."
        found.append(story.sentence(grammar.capital(text), training, "days_stated"))
    length = story.words(training.duration_wording)
    if length:
        text = grammar.sentence(f"its length is published as {grammar.quoted(length)}")
        found.append(story.sentence(text, training, "duration_wording"))
    return [*found, *dates_of_places(story), *languages(story), *goals(story)]


def dates_of_places(story: Story) -> list[Sentence]:
    rows = [(place, place.dates_in_words("en")) for place in story.places]
    return [
        story.sentence(
            grammar.sentence(f"{bare_place(story, place)}: {dates}"), place, "date_precision"
        )
        for place, dates in rows
        if dates
    ]


def bare_place(story: Story, place: Place) -> str:
    said = place_in_words(story, place)
    mode = MODES.get(PlaceMode(place.mode), "") if place.mode else ""
    return said if not mode or mode in said else f"{said}, {mode}"


def languages(story: Story) -> list[Sentence]:
    spoken = [one for one in story.languages if one.use == LanguageUse.DELIVERY]
    into = [one for one in story.languages if one.use == LanguageUse.INTERPRETATION]
    found = []
    if spoken:
        names = grammar.listed(wording.language_name(one.language, "en") for one in spoken)
        noun = grammar.of_number(len(spoken), "language was", "languages were")
        if not story.is_past:
            noun = grammar.of_number(len(spoken), "language will be", "languages will be")
        origins = tuple(Origin.of(one, "language") for one in spoken)
        found.append(Sentence(f"The working {noun} {names}.", origins))
    if into:
        names = grammar.listed(interpretation(one) for one in into)
        origins = tuple(Origin.of(one, "language") for one in into)
        verb = "was" if story.is_past else "will be"
        found.append(Sentence(f"Interpretation {verb} into {names}.", origins))
    return found


def interpretation(row: TrainingLanguage) -> str:
    name = wording.language_name(row.language, "en")
    return f"{name} ({row.manner})" if row.manner else name


def goals(story: Story) -> list[Sentence]:
    training = story.training
    if training.sdg_framework == Framework.ALL:
        text = "It was linked to the Sustainable Development Goals as a whole."
        text = text if story.is_past else text.replace("was", "is")
        return [story.sentence(text, training, "sdg_framework")]
    if not story.goals:
        return []
    names = "; ".join(f"{number} ({title})" for number, title in story.goals)
    noun = grammar.of_number(len(story.goals), "Goal", "Goals")
    text = f"Sustainable Development {noun} named: {names}."
    return [story.sentence(text, training, "sdg_goals")]


def events(story: Story) -> list[Sentence]:
    return [
        story.sentence(
            grammar.sentence(f"{EVENTS[EventRelation(one.relation)]}: {story.event_name(one)}"),
            one,
            "wording" if one.wording else "other",
        )
        for one in story.related
        if story.event_name(one)
    ]
