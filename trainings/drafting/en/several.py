"""Lead and headline of a report about several trainings, and how each begins in the text."""

from trainings import wording
from trainings.drafting.en import grammar
from trainings.drafting.en.lead import be_held, held, location, printed_dates, time
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
    where, when = places(trainings), years(trainings)
    comma = ", " if " and " in where or "," in where else " "
    tail = "".join(
        [f" {where}" if where else "", f"{comma if where else ' '}{when}" if when else ""]
    )
    origins = [*trainings.origins, *trainings.where_origins, *trainings.when_origins]
    what, told = what_of(trainings), []
    if trainings.series:
        origins = [*trainings.series_origins, *origins]
    if trainings.have_same_organisers:
        text = f"{organisers(trainings)} {held(trainings.first)} {what}{tail}"
        origins += origins_of_organisers(trainings)
    else:
        text = f"{what} {be_held(trainings.first, 'trainings')}{tail}"
        told = told_apart(trainings)
    return [Sentence(grammar.sentence(text), tuple(dict.fromkeys(origins))), *told]


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
    when, dates = time(story)
    noun = kind(story)
    where, from_places = location(story, noun)
    comma = when.startswith("beginning") or any(mark in where for mark in ",;")
    tail = f" {where}" if where else ""
    tail += (", " if comma and where else " ") + when if when else ""
    origins = [
        *(one for row in rows for one in organisation_origins(story, row)),
        *from_places,
        *dates,
    ]
    if not origins:
        return printed_dates(story)
    what = "it" if not noun or grammar.is_plural(noun) else f"this {noun}"
    names = grammar.listed(organisation(story, row) for row in rows)
    verb = held(story) if rows else be_held(story, what)
    text = f"{names} {verb} {what}{tail}" if rows else f"{what} {verb}{tail}"
    of_kind = [story.origin(story.training, "kind")] if noun and story.training.kind else []
    whole = Sentence(grammar.sentence(text), tuple(dict.fromkeys([*origins, *of_kind])))
    return [whole, *printed_dates(story)]
