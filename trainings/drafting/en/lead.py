"""The headline and the lead: what it was, by whom, where and when."""

from collections.abc import Sequence

from trainings import wording
from trainings.drafting.en import grammar
from trainings.drafting.en.figures import counted
from trainings.drafting.en.naming import (
    MODES,
    SIMPLE,
    kind,
    organisation,
    organisation_origins,
    place_in_words,
    place_origins,
)
from trainings.drafting.pieces import Origin, Sentence
from trainings.drafting.story import Story
from trainings.models import (
    OrganisationRole,
    PlaceMode,
    Precision,
    TrainingOrganisation,
    Unit,
)


def headline(story: Story) -> Sentence:
    """`Forty-five UN Volunteers meet in Kazakhstan: …` as far as that is known, else the title."""
    where, origins = in_short(story)
    meeting = people_in_short(story)
    called = kind(story)
    if meeting is not None and where:
        verb = "meet" if story.is_past else "to meet"
        text = f"{grammar.capital(meeting.text)} {verb} {where}: {story.title}"
        return story.sentence(text, story.training, "title", *meeting.origins, *origins)
    if called and where:
        text = f"{grammar.capital(called)} {where}: {story.title}"
        return story.sentence(text, story.training, "title", *origins)
    return story.sentence(grammar.capital(story.title), story.training, "title")


def in_short(story: Story) -> tuple[str, list[Origin]]:
    """The only place, by city or country, or `online`; and where that is from."""
    if story.training.mode == PlaceMode.ONLINE and not story.places:
        return "online", [Origin.of(story.training, "mode")]
    if len(story.places) != 1:
        return "", []
    place = story.places[0]
    if PlaceMode.ONLINE in (place.mode, story.training.mode):
        return "online", [Origin.of(place if place.mode else story.training, "mode")]
    if place.city:
        return f"in {story.words(place.city)}", [story.origin(place, "city")]
    if place.country:
        name = grammar.country(story.words(place.country.name))
        return f"in {name}", [Origin.of(place, "country")]
    return "", []


def people_in_short(story: Story) -> Sentence | None:
    """The total as the text has it, where that is a plain number of people."""
    group = story.total
    if group is None or group.count in (None, 0, 1) or group.unit != Unit.PEOPLE:
        return None
    called = story.own(group.capacity)
    if not SIMPLE.fullmatch(called):
        return None
    told = f"{counted(group.count or 0, group.qualifier)} {grammar.uncapital(called)}"
    return story.sentence(told, group, "count", story.origin(group, "capacity"))


def lead(story: Story) -> list[Sentence]:
    """Title, organiser, place and dates in one sentence; dates known only in words in another."""
    called = kind(story)
    what = f"the {called} {grammar.quoted(story.title)}" if called else grammar.quoted(story.title)
    text, origins = clause(story, what, called, story.with_part(OrganisationRole.ORGANISER))
    first = story.sentence(grammar.sentence(text), story.training, "title", *origins)
    return [first, *printed_dates(story)]


def clause(
    story: Story, what: str, called: str, rows: Sequence[TrainingOrganisation]
) -> tuple[str, list[Origin]]:
    """`UNICEF held the workshop “…” in Osh on 2 July 2018`, and where that is from.

    `rows` are the organisers to be named, `called` is the kind of the training.
    """
    tail, where = where_and_when(story, called)
    of_kind = [story.origin(story.training, "kind")] if called and story.training.kind else []
    behind = [origin for row in rows for origin in organisation_origins(story, row)]
    names = grammar.listed(organisation(story, row) for row in rows)
    text = f"{names} {held(story)} {what}" if rows else f"{what} {be_held(story, called)}"
    return f"{text}{tail}", [*behind, *of_kind, *where]


def where_and_when(story: Story, called: str) -> tuple[str, list[Origin]]:
    """` in Osh on 2 July 2018` as far as that is known, and where that is from."""
    when, dates = time(story)
    where, places = location(story, called)
    comma = when.startswith("beginning") or any(mark in where for mark in ",;")
    tail = f" {where}" if where else ""
    tail += (", " if comma else " ") + when if when else ""
    return tail, [*places, *dates]


def held(story: Story) -> str:
    if story.is_past:
        return "has held" if story.training.is_ongoing else "held"
    return "will hold"


def be_held(story: Story, called: str) -> str:
    if not story.is_past:
        return "will be held"
    if story.training.is_ongoing:
        return "have been held" if grammar.is_plural(called) else "has been held"
    return "were held" if grammar.is_plural(called) else "was held"


def printed_dates(story: Story) -> list[Sentence]:
    """That nobody gives more than words for the dates, where that is so."""
    if not story.printed_dates:
        return []
    text = f"the dates are published only as {grammar.quoted(story.printed_dates)}"
    origin = story.as_printed(story.training, "date_wording")
    return [Sentence(grammar.sentence(text), (origin,))]


def time(story: Story) -> tuple[str, list[Origin]]:
    """`on 4 April 2023`, `from 29 October to 2 November 2018`, `in May 2022`; "" if not known."""
    dated, known = story.training, story.dates
    if not known:
        return "", []
    days = dated.date_precision in (Precision.DAYS, Precision.LIST, Precision.NO_YEAR)
    column = "start_date" if dated.start_date else "date_precision"
    origins = [Origin.of(dated, "year" if dated.year and not days else column)]
    if dated.date_precision == Precision.DAYS and dated.end_date is None:
        return f"beginning on {wording.date(dated.start_date, 'en')}", origins
    if dated.is_ongoing:
        return known, origins
    first, dash, last = known.partition(" – ")
    if dash:
        return f"from {first} to {last}", origins
    return f"{'on' if days else 'in'} {known}", origins


def location(story: Story, called: str = "") -> tuple[str, list[Origin]]:
    """`in La Paz, Bolivia; and online`, with the mode where it is not that of every day.

    `called` is the kind of the training, which may say the mode itself.
    """
    places = [place_in_words(story, place) for place in story.places]
    origins = [origin for place in story.places for origin in place_origins(story, place)]
    mode = mode_to_tell(story, called)
    told = grammar.listed(places)
    if not mode:
        return told, origins
    origins.append(Origin.of(story.training, "mode"))
    if story.training.mode == PlaceMode.ONLINE and told:
        return f"{mode} ({told})", origins
    return f"{told}, {mode}" if told else mode, origins


def mode_to_tell(story: Story, called: str) -> str:
    """How it was held, where no place and no name says so; "" for in person at a place."""
    mode = story.training.mode
    if not mode or any(place.mode for place in story.places):
        return ""
    if mode == PlaceMode.IN_PERSON and story.places:
        return ""
    words = MODES[PlaceMode(mode)]
    return "" if words in called else words
