"""Lead and headline of a report about several trainings, and how each begins in the text."""

from trainings import wording
from trainings.drafting.pieces import Origin, Sentence
from trainings.drafting.ru import grammar
from trainings.drafting.ru.lead import ORGANISERS, dates, organisers, places
from trainings.drafting.ru.naming import kind, organisation, organisation_origins
from trainings.drafting.several import Several
from trainings.drafting.story import Story

# Words, and what they were taken from.
Told = tuple[str, list[Origin]]


def headline_of(trainings: Several) -> Sentence | None:
    """`Казахстан и Узбекистан: тренинги`; None where that is not known of each."""
    named = countries(trainings)
    if not named:
        return None
    text = grammar.capital(f"{named}: {called(trainings)}")
    return Sentence(text, (*trainings.where_origins, *trainings.origins))


def together(trainings: Several) -> list[Sentence]:
    """What all have in common: their series or titles; then organisers, countries and years."""
    verb = "состоялись" if trainings.first.is_past else "готовятся"
    verb = "проводятся" if trainings.first.training.is_ongoing else verb
    text, origins = f"{verb} {called(trainings)}", trainings.origins
    if trainings.series:
        text = f"{text} одной серии: {trainings.series}"
        origins = [*trainings.series_origins, *origins]
    elif trainings.titles:
        text = f"{text} {wording.list_of(map(grammar.quoted, trainings.titles), 'ru')}"
    first, rest = (text, origins), [behind(trainings), where(trainings), when(trainings)]
    if not (trainings.series or trainings.titles):
        first, rest = joined([first, *rest[1:]]), rest[:1]
    said = [first, joined(rest)]
    return [Sentence(grammar.sentence(told), once(rows)) for told, rows in said if told]


def joined(parts: list[Told]) -> Told:
    """Those that say something as one, with all that they were taken from."""
    told = [part for part in parts if part[0]]
    return "; ".join(words for words, _rows in told), [one for _words, rows in told for one in rows]


def once(rows: list[Origin]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(rows))


def called(trainings: Several) -> str:
    """A kind of its own has no plural here, for its gender is not known."""
    return "мероприятия" if any(one.training.kind for one in trainings.stories) else "тренинги"


def behind(trainings: Several) -> Told:
    names = [organisation(story, row) for story, row in trainings.organisers]
    rows = [one for said in trainings.organisers for one in organisation_origins(*said)]
    return (f"{ORGANISERS[len(names) > 1]}: {grammar.listed(names)}" if names else ""), rows


def where(trainings: Several) -> Told:
    label = "страна" if len(trainings.countries) == 1 else "страны"
    named = countries(trainings)
    told = f"{label if trainings.countries else 'формат'}: {named}" if named else ""
    return told, trainings.where_origins


def when(trainings: Several) -> Told:
    """`годы: 2019, 2021 и 2023`, or the dates where they are the same."""
    if trainings.dates:
        return f"даты: {trainings.dates}", trainings.when_origins
    known = trainings.years
    label = "год" if len(known) == 1 else "годы"
    told = f"{label}: {wording.list_of(map(str, known), 'ru')}" if known else ""
    return told, trainings.when_origins


def countries(trainings: Several) -> str:
    """`Кыргызстан и Казахстан (также онлайн)`; "" where that is not known of each."""
    names = [trainings.first.words(one.name) for one in trainings.countries]
    named = wording.list_of(names, "ru")
    if not trainings.is_online:
        return named
    return f"{named} (также онлайн)" if named else "онлайн"


def particulars(story: Story) -> list[Sentence]:
    """Kind, organiser, place and dates of one of several, under a heading that says its title."""
    noun = kind(story) if story.training.kind else ""
    origins: tuple[Origin, ...] = (story.origin(story.training, "kind"),)
    told = [Sentence(grammar.sentence(f"вид мероприятия: {noun}"), origins)] if noun else []
    names = [] if story.told_organisers else organisers(story)
    return [*told, *names, *places(story), *dates(story)]
