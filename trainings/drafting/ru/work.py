"""What it was for, and what participants worked on."""

from collections.abc import Sequence

from trainings import wording
from trainings.drafting.pieces import Paragraph, Sentence
from trainings.drafting.ru import grammar
from trainings.drafting.story import Story
from trainings.models import PointKind, Session, SessionKind

LISTS = {
    PointKind.TOPIC: ("тема занятий", "темы занятий"),
    PointKind.METHOD: ("метод работы", "методы работы"),
    PointKind.OUTPUT: ("результат", "результаты"),
    PointKind.FOLLOW_UP: ("что было дальше", "что было дальше"),
}


def aims(story: Story) -> list[Paragraph]:
    """Its aims, each a point of its own, for one may hold commas and an “и”; and for whom."""
    points = story.points_of(PointKind.OBJECTIVE)
    audience = story.own(story.training.audience)
    for_whom = grammar.sentence(f"для кого: {audience}") if audience else ""
    if len(points) == 1:
        text = grammar.sentence(f"задача: {story.words(points[0].text)}")
        intro, listed = [story.sentence(text, points[0], "text")], []
    else:
        origins = tuple(story.origin(one, "text") for one in points)
        intro = [Sentence("Задачи:", origins)] if points else []
        listed = [story.sentence(story.words(one.text), one, "text") for one in points]
    said = [story.sentence(for_whom, story.training, "audience")] if for_whom else []
    return [Paragraph(intro), Paragraph(listed, is_list=True), Paragraph(said)]


def work(story: Story) -> list[Paragraph]:
    """Sessions without a day, the agenda day by day, topics, methods and what came of it."""
    besides = (SessionKind.CEREMONY, SessionKind.VISIT)
    worked = [one for one in story.untimed if one.kind not in besides]
    others = [one for one in story.untimed if one.kind in besides]
    verb = "работали" if story.is_past else "будут работать"
    found = [
        *titles(story, f"над чем {verb} участники", worked),
        *titles(story, "также в программе", others),
        *(
            sentence
            for day, rows in story.by_day
            for sentence in titles(story, f"в программе, {wording.date(day, 'ru')}", rows)
        ),
    ]
    lists = [sentence for kind in LISTS for sentence in points(story, kind)]
    return [Paragraph(found), Paragraph(lists)]


def titles(story: Story, label: str, sessions: Sequence[Session]) -> list[Sentence]:
    if not sessions:
        return []
    names = wording.list_of((grammar.quoted(story.words(one.title)) for one in sessions), "ru")
    origins = tuple(story.origin(one, "title") for one in sessions)
    return [Sentence(grammar.sentence(f"{label}: {names}"), origins)]


def points(story: Story, kind: PointKind) -> list[Sentence]:
    rows = story.points_of(kind)
    if not rows:
        return []
    text = grammar.labelled(LISTS[kind], [story.words(row.text) for row in rows])
    return [Sentence(text, tuple(story.origin(row, "text") for row in rows))]
