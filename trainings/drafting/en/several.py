"""Lead and headline of a report about several trainings, and how each begins in the text."""

from trainings import wording
from trainings.drafting.en import grammar
from trainings.drafting.en.lead import (
    be_held,
    clause,
    held,
    printed_dates,
    time,
    where_and_when,
)
from trainings.drafting.en.naming import kind, organisation, organisation_origins
from trainings.drafting.pieces import Origin, Sentence
from trainings.drafting.several import Several
from trainings.drafting.story import Story
from trainings.models import OrganisationRole


def headline_of(trainings: Several) -> Sentence | None:
    """`Trainings in Kazakhstan and Uzbekistan`; None where that is not known of each."""
    where = places(trainings)
    if not where:
        return None
    text = grammar.capital(f"{called(trainings)} {where}")
    return Sentence(text, (*trainings.where_origins, *trainings.origins))


def together(trainings: Several) -> list[Sentence]:
    """What all have in common: their organisers, series or titles, countries and years."""
    what, (tail, origins) = what_of(trainings), circumstances(trainings)
    origins = [*(trainings.series_origins if trainings.series else trainings.origins), *origins]
    if trainings.have_same_organisers:
        text = f"{organisers(trainings)} {held(trainings.first)} {what}{tail}"
        origins += origins_of_organisers(trainings)
        return [Sentence(grammar.sentence(text), tuple(dict.fromkeys(origins)))]
    text = f"{what} {be_held(trainings.first, 'trainings')}{tail}"
    whole = Sentence(grammar.sentence(text), tuple(dict.fromkeys(origins)))
    return [whole, *told_apart(trainings)]


def circumstances(trainings: Several) -> tuple[str, list[Origin]]:
    """` in Kyrgyzstan and Kazakhstan, in 2019 and 2021` as far as that is known of each."""
    where, when = places(trainings), years(trainings)
    comma = ", " if " and " in where else " "
    tail = (f" {where}" if where else "") + (f"{comma}{when}" if when else "")
    origins = trainings.where_origins if where else []
    return tail, [*origins, *(trainings.when_origins if when else [])]


def what_of(trainings: Several) -> str:
    """`trainings of the series “…”`, `the workshops “…” and “…”`, or only `trainings`."""
    if trainings.series:
        return f"{called(trainings)} of the series {grammar.quoted(trainings.series)}"
    if trainings.titles:
        names = wording.list_of(map(grammar.quoted, trainings.titles), "en")
        return f"the {called(trainings)} {names}"
    return called(trainings)


def called(trainings: Several) -> str:
    """What they are called, in the plural; `trainings` where that is not the same."""
    return grammar.plural(grammar.uncapital(trainings.kind)) or "trainings"


def told_apart(trainings: Several) -> list[Sentence]:
    """Who organised them, where not all were organised by the same."""
    if not trainings.organisers:
        return []
    verb = "were" if trainings.first.is_past else "are"
    text = grammar.sentence(f"the organisers {verb} {organisers(trainings)}")
    return [Sentence(text, tuple(origins_of_organisers(trainings)))]


def organisers(trainings: Several) -> str:
    return grammar.listed(organisation(story, row) for story, row in trainings.organisers)


def origins_of_organisers(trainings: Several) -> list[Origin]:
    return [one for said in trainings.organisers for one in organisation_origins(*said)]


def places(trainings: Several) -> str:
    """`in Kyrgyzstan and Kazakhstan, and online`; "" where that is not known of each."""
    story = trainings.first
    names = [grammar.country(story.words(one.name)) for one in trainings.countries]
    where = f"in {wording.list_of(names, 'en')}" if names else ""
    if not trainings.is_online:
        return where
    return f"{where}, and online" if where else "online"


def years(trainings: Several) -> str:
    """`in 2019, 2021 and 2023`, or the dates where they are the same."""
    if trainings.dates:
        return time(trainings.first)[0]
    names = wording.list_of(map(str, trainings.years), "en")
    return f"in {names}" if names else ""


def particulars(story: Story) -> list[Sentence]:
    """Organiser, place and dates of one of several, under a heading that says its title."""
    rows = [] if story.told_organisers else story.with_part(OrganisationRole.ORGANISER)
    noun = kind(story)
    what = f"{'these' if grammar.is_plural(noun) else 'this'} {noun}" if noun else "it"
    if not (rows or where_and_when(story, noun)[0]):
        return printed_dates(story)
    text, origins = clause(story, what, noun, rows)
    whole = Sentence(grammar.sentence(text), tuple(dict.fromkeys(origins)))
    return [whole, *printed_dates(story)]
