"""The headline and the lead: what it was, by whom, where and when."""

from trainings.drafting.pieces import Origin, Sentence
from trainings.drafting.ru import grammar
from trainings.drafting.ru.naming import (
    MODES,
    kind,
    organisation,
    organisation_origins,
    place_in_words,
    place_origins,
)
from trainings.drafting.story import Story
from trainings.models import OrganisationRole, PlaceMode, Precision

ORGANISERS = ("организатор", "организаторы")
PLACES = ("место проведения", "места проведения")


def headline(story: Story) -> Sentence:
    """`Казахстан: тренинг «…»` as far as that is known, else the title."""
    where, origins = in_short(story)
    called = kind(story)
    title = grammar.quoted(story.title)
    if where:
        what = f"{called} {title}" if called else title
        text = f"{grammar.capital(where)}: {what}"
        return story.sentence(text, story.training, "title", *origins)
    return story.sentence(grammar.capital(story.title), story.training, "title")


def in_short(story: Story) -> tuple[str, list[Origin]]:
    """The only place, by city or country, or `онлайн`; and where that is from."""
    if story.training.mode == PlaceMode.ONLINE and not story.places:
        return "онлайн", [Origin.of(story.training, "mode")]
    if len(story.places) != 1:
        return "", []
    place = story.places[0]
    if PlaceMode.ONLINE in (place.mode, story.training.mode):
        return "онлайн", [Origin.of(place if place.mode else story.training, "mode")]
    if place.city:
        return story.words(place.city), [story.origin(place, "city")]
    if place.country:
        return story.words(place.country.name), [Origin.of(place, "country")]
    return "", []


def lead(story: Story) -> list[Sentence]:
    """Title, organiser, place and dates, each in a sentence of its own."""
    return [what(story), *organisers(story), *places(story), *dates(story)]


def what(story: Story) -> Sentence:
    """`Состоялся тренинг «…»`; another kind stands apart, for its gender is not known."""
    training, called = story.training, kind(story)
    title = grammar.quoted(story.title)
    if not training.kind and called:
        verb = "состоялся" if story.is_past else "готовится"
        verb = "проводится" if training.is_ongoing else verb
        return story.sentence(grammar.sentence(f"{verb} {called} {title}"), training, "title")
    verb = "состоялось" if story.is_past else "готовится"
    verb = "проводится" if training.is_ongoing else verb
    text = f"{verb} мероприятие {title}" + (f" — {called}" if called else "")
    also = [story.origin(training, "kind")] if called else []
    return story.sentence(grammar.sentence(text), training, "title", *also)


def organisers(story: Story) -> list[Sentence]:
    rows = story.with_part(OrganisationRole.ORGANISER)
    if not rows:
        return []
    text = grammar.labelled(ORGANISERS, [organisation(story, row) for row in rows])
    origins = [origin for row in rows for origin in organisation_origins(story, row)]
    return [Sentence(text, tuple(origins))]


def places(story: Story) -> list[Sentence]:
    """Each place, and the mode where it is not that of every day."""
    found, mode = [], story.training.mode
    named = [place_in_words(story, place) for place in story.places]
    if named:
        origins = [origin for place in story.places for origin in place_origins(story, place)]
        found.append(Sentence(grammar.labelled(PLACES, named), tuple(origins)))
    said = any(place.mode for place in story.places)
    if mode and not said and (mode != PlaceMode.IN_PERSON or not named):
        text = grammar.sentence(f"формат: {MODES[PlaceMode(mode)]}")
        found.append(story.sentence(text, story.training, "mode"))
    return found


def dates(story: Story) -> list[Sentence]:
    """The dates, or that nobody gives more than words for them."""
    training = story.training
    if story.dates:
        one = training.date_precision == Precision.DAYS and training.start_date == training.end_date
        text = grammar.sentence(f"{'дата' if one else 'даты'}: {story.dates}")
        return [story.sentence(text, training, "start_date" if training.start_date else "year")]
    if story.printed_dates:
        words = grammar.quoted(story.printed_dates)
        text = grammar.sentence(f"даты в источнике даны только словами: {words}")
        return [Sentence(text, (story.as_printed(training, "date_wording"),))]
    return []
