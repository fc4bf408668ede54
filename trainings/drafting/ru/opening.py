"""The opening: the series, who else stood behind it, and how it was held."""

from trainings import wording
from trainings.drafting.pieces import Origin, Paragraph, Sentence
from trainings.drafting.ru import grammar
from trainings.drafting.ru.naming import organisation, organisation_origins, place_in_words
from trainings.drafting.story import Story
from trainings.models import EventRelation, Framework, LanguageUse, Manner, OrganisationRole

# Of one, and of several.
PARTS = {
    OrganisationRole.CO_ORGANISER: ("соорганизатор", "соорганизаторы"),
    OrganisationRole.COLLABORATOR: ("сотрудничество", "сотрудничество"),
    OrganisationRole.HOST: ("принимающая сторона", "принимающие стороны"),
    OrganisationRole.PARTNER: ("партнёр", "партнёры"),
    OrganisationRole.FUNDER: ("финансирование", "финансирование"),
    OrganisationRole.FUNDED_THROUGH: ("канал финансирования", "каналы финансирования"),
    OrganisationRole.PATRON: ("под патронатом", "под патронатом"),
    OrganisationRole.SUPPORTER: ("поддержка", "поддержка"),
    OrganisationRole.MEDIA: ("информационный партнёр", "информационные партнёры"),
}
EVENTS = {
    EventRelation.PREVIOUS: "предыдущее событие",
    EventRelation.PREPARATORY: "подготовительное событие",
    EventRelation.FOLLOW_UP: "следующее событие",
    EventRelation.PARALLEL: "параллельное событие",
    EventRelation.POSTPONED_FROM: "первоначально намечалось",
}
MANNERS = {
    Manner.SIMULTANEOUS: "синхронный",
    Manner.CONSECUTIVE: "последовательный",
    Manner.WHISPERED: "шёпотом",
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
    training, found = story.training, []
    name = story.words(training.series.name) if training.series else ""
    if training.series is not None and name and name not in (story.title, story.told_series):
        text = grammar.sentence(f"серия: {name}")
        found.append(story.sentence(text, training.series, "name"))
    for column, label in (
        ("edition_wording", f"{'место в серии, ' if name else ''}как сообщается: «{{}}»"),
        ("programme", "часть более широкой программы: {}"),
        ("slogan", "тема: «{}»"),
    ):
        words = story.words(getattr(training, column))
        if words:
            text = grammar.sentence(label.format(words))
            found.append(story.sentence(text, training, column))
    return found


def behind(story: Story) -> list[Sentence]:
    """The organisations beside the organisers, role by role."""
    found = []
    for part, labels in PARTS.items():
        rows = story.with_part(part)
        if rows:
            text = grammar.labelled(labels, [organisation(story, row) for row in rows])
            origins = [origin for row in rows for origin in organisation_origins(story, row)]
            found.append(Sentence(text, tuple(origins)))
    return found


def circumstances(story: Story) -> list[Sentence]:
    """Length as stated, places with days of their own, languages, goals."""
    training, found = story.training, []
    if training.days_stated:
        days = story.number(training.days_stated)
        text = f"Число дней, как сообщается: {days}."
        found.append(story.sentence(text, training, "days_stated"))
    length = story.words(training.duration_wording)
    if length:
        text = f"Продолжительность, как сообщается: {grammar.quoted(length)}."
        found.append(story.sentence(text, training, "duration_wording"))
    return [*found, *dates_of_places(story), *languages(story), *goals(story)]


def dates_of_places(story: Story) -> list[Sentence]:
    rows = [(place, place.dates_in_words("ru")) for place in story.places]
    return [
        story.sentence(
            grammar.sentence(f"{place_in_words(story, place)}: {dates}"), place, "date_precision"
        )
        for place, dates in rows
        if dates
    ]


def languages(story: Story) -> list[Sentence]:
    spoken = [one for one in story.languages if one.use == LanguageUse.DELIVERY]
    into = [one for one in story.languages if one.use == LanguageUse.INTERPRETATION]
    found = []
    for rows, labels in (
        (spoken, ("рабочий язык", "рабочие языки")),
        (into, ("язык перевода", "языки перевода")),
    ):
        if rows:
            text = grammar.labelled(labels, [language_in_words(one) for one in rows])
            found.append(Sentence(text, tuple(Origin.of(one, "language") for one in rows)))
    return found


def language_in_words(row) -> str:
    name = wording.language_name(row.language, "ru")
    return f"{name} ({MANNERS[Manner(row.manner)]})" if row.manner else name


def goals(story: Story) -> list[Sentence]:
    training = story.training
    if training.sdg_framework == Framework.ALL:
        text = "Тематическая рамка: Цели в области устойчивого развития в целом."
        return [story.sentence(text, training, "sdg_framework")]
    if not story.goals:
        return []
    names = "; ".join(f"{number} ({title})" for number, title in story.goals)
    label = "цель" if len(story.goals) == 1 else "цели"
    text = grammar.sentence(f"{label} в области устойчивого развития: {names}")
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
