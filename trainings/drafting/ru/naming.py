"""What a training, a place and an organisation are called in a Russian list."""

import re

from trainings.drafting.pieces import Origin
from trainings.drafting.story import Story
from trainings.models import Place, PlaceMode, TrainingOrganisation

MODES = {
    PlaceMode.IN_PERSON: "очно",
    PlaceMode.ONLINE: "онлайн",
    PlaceMode.HYBRID: "очно и онлайн",
}


def kind(story: Story) -> str:
    """Its kind in Russian; "" where it is said in another language, or by the title."""
    called = story.own(story.training.kind) or ("" if story.training.kind else "тренинг")
    said = called.casefold() in story.title.casefold()
    if said or len(called) > 60:
        return ""
    # A capital of its own beginning; an abbreviation such as «ИТ» keeps it.
    return called[0].lower() + called[1:] if called[1:2].islower() else called


def place_in_words(story: Story, place: Place) -> str:
    land = place.country.name if place.country else ""
    named = [story.words(one) for one in (place.venue, place.city, land)]
    known = ", ".join(one for one in named if one)
    mode = MODES[PlaceMode(place.mode)] if place.mode else ""
    return f"{known} ({mode})" if known and mode else known or mode


def place_origins(story: Story, place: Place) -> list[Origin]:
    names = ("venue", "city", "country", "mode")
    return [story.origin(place, name) for name in names if getattr(place, name)]


def organisation(story: Story, row: TrainingOrganisation) -> str:
    """`Программа добровольцев ООН (UNV)`; a note stands beside the acronym."""
    name = story.organisation_name(row)
    short = row.organisation.acronym
    known = short and short not in re.split(r"\W+", name)
    inner = ", ".join(part for part in (short if known else "", story.words(row.note)) if part)
    return f"{name} ({inner})" if inner else name


def organisation_origins(story: Story, row: TrainingOrganisation) -> list[Origin]:
    return [story.origin(row, "organisation"), story.origin(row.organisation, "name")]
