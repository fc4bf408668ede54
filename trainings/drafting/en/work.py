"""What it was for, and what participants worked on."""

from collections.abc import Sequence

from trainings import wording
from trainings.drafting.en import grammar
from trainings.drafting.pieces import Origin, Paragraph, Sentence
from trainings.drafting.story import Story
from trainings.models import PointKind, Session, SessionKind

LISTS = {
    PointKind.TOPIC: ("topic", "topics"),
    PointKind.METHOD: ("method", "methods"),
    PointKind.OUTPUT: ("result", "results"),
    PointKind.FOLLOW_UP: ("what came after", "what came after"),
}


def aims(story: Story) -> list[Paragraph]:
    """Its aims, each a point of its own, for one may hold commas and an “and”; and for whom."""
    points = story.points_of(PointKind.OBJECTIVE)
    audience = story.own(story.training.audience)
    for_whom = grammar.sentence(f"who it is for: {audience}") if audience else ""
    if len(points) == 1:
        text = grammar.sentence(f"its aim: {story.words(points[0].text)}")
        intro, listed = [story.sentence(text, points[0], "text")], []
    else:
        origins = tuple(story.origin(one, "text") for one in points)
        intro = (
            [Sentence("It had these aims:" if story.is_past else "It has these aims:", origins)]
            if points
            else []
        )
        listed = [story.sentence(story.words(one.text), one, "text") for one in points]
    said = [story.sentence(for_whom, story.training, "audience")] if for_whom else []
    return [Paragraph(intro), Paragraph(listed, is_list=True), Paragraph(said)]


def work(story: Story) -> list[Paragraph]:
    """Sessions without a day, the agenda day by day, topics, methods and what came of it."""
    besides = (SessionKind.CEREMONY, SessionKind.VISIT)
    worked = [one for one in story.untimed if one.kind not in besides]
    others = [one for one in story.untimed if one.kind in besides]
    verb = "worked" if story.is_past else "will work"
    found = [
        *titles(story, f"participants {verb} on {{}}", worked),
        *titles(story, "also on the programme: {}", others),
        *(
            sentence
            for day, rows in story.by_day
            for sentence in titles(story, f"on the agenda of {wording.date(day, 'en')}: {{}}", rows)
        ),
    ]
    lists = [sentence for kind in LISTS for sentence in points(story, kind)]
    return [Paragraph(found), Paragraph(lists)]


def titles(story: Story, pattern: str, sessions: Sequence[Session]) -> list[Sentence]:
    if not sessions:
        return []
    names = wording.list_of((grammar.quoted(story.words(one.title)) for one in sessions), "en")
    origins: list[Origin] = [story.origin(one, "title") for one in sessions]
    return [Sentence(grammar.sentence(pattern.format(names)), tuple(origins))]


def points(story: Story, kind: PointKind) -> list[Sentence]:
    rows = story.points_of(kind)
    if not rows:
        return []
    one, several = LISTS[kind]
    names = grammar.listed(story.words(row.text) for row in rows)
    text = f"{grammar.of_number(len(rows), one, several)}: {names}"
    return [Sentence(grammar.sentence(text), tuple(story.origin(row, "text") for row in rows))]
