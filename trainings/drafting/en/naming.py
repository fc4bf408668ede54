"""What a training, a place and an organisation are called inside an English sentence."""

import re

from trainings.drafting.en import grammar
from trainings.drafting.pieces import Origin
from trainings.drafting.story import Story
from trainings.models import Place, PlaceMode, TrainingOrganisation

MODES = {
    PlaceMode.IN_PERSON: "in person",
    PlaceMode.ONLINE: "online",
    PlaceMode.HYBRID: "in person and online",
}
# What fits into the middle of a sentence.
SIMPLE = re.compile(r"[^,;:()]{1,60}")


def to_be(story: Story) -> dict[str, str]:
    """The verb in the tense of the story."""
    if story.is_past:
        return {"was": "was", "were": "were"}
    return {"was": "will be", "were": "will be"}


def kind(story: Story) -> str:
    """What it is called, such as `regional workshop`; "" where the title says so itself."""
    called = story.own(story.training.kind) or ("" if story.training.kind else "training")
    said = called.casefold() in story.title.casefold()
    return "" if said or not SIMPLE.fullmatch(called) else grammar.uncapital(called)


def place_in_words(story: Story, place: Place) -> str:
    city = story.words(place.city)
    land = grammar.country(story.words(place.country.name)) if place.country else ""
    town = ", ".join(part for part in (city, land) if part)
    venue = story.words(place.venue)
    if venue and not story.foreign(place.venue):
        venue = grammar.named(venue)
    parts = [f"at {venue}" if venue else "", f"in {town}" if town else ""]
    if not (venue or town):
        return MODES[PlaceMode(place.mode)]
    online = place.mode == PlaceMode.ONLINE
    return " ".join([*(part for part in parts if part), *(["online"] if online else [])])


def place_origins(story: Story, place: Place) -> list[Origin]:
    names = (
        ("venue", "city", "country") if place.venue or place.city or place.country else ("mode",)
    )
    return [story.origin(place, name) for name in names if getattr(place, name)]


def organisation(story: Story, row: TrainingOrganisation) -> str:
    """`the UN Volunteers Programme (UNV)`; a note stands beside the acronym."""
    name = story.organisation_name(row)
    short = row.organisation.acronym
    known = short and short not in re.split(r"\W+", name)
    beside = [short if known else "", story.words(row.note)]
    inner = ", ".join(part for part in beside if part)
    foreign = story.foreign(row.organisation.name)
    shown = name if foreign else grammar.named(name)
    return f"{shown} ({inner})" if inner else shown


def organisation_origins(story: Story, row: TrainingOrganisation) -> list[Origin]:
    return [story.origin(row, "organisation"), story.origin(row.organisation, "name")]
