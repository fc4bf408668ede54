"""Who came by invitation, and who spoke, trained, opened."""

from trainings.drafting.en import grammar
from trainings.drafting.en.naming import to_be
from trainings.drafting.pieces import Paragraph, Sentence
from trainings.drafting.story import Story
from trainings.models import Appearance, Role

# Of one, and of several; the verb is put in the tense of the story.
ROLES = {
    Role.OPENED: ("it {was} opened by {}",) * 2,
    Role.PRESIDED: ("the opening {was} presided over by {}",) * 2,
    Role.OPENING_SPEAKER: (
        "speaking at the opening {was} {}",
        "speaking at the opening {were} {}",
    ),
    Role.SPEAKER: ("the speaker {was} {}", "the speakers {were} {}"),
    Role.GUEST_SPEAKER: ("the guest speaker {was} {}", "the guest speakers {were} {}"),
    Role.TRAINER: ("the trainer {was} {}", "the trainers {were} {}"),
    Role.FACILITATOR: ("the facilitator {was} {}", "the facilitators {were} {}"),
    Role.MODERATOR: ("the moderator {was} {}", "the moderators {were} {}"),
    Role.OFFICIAL: ("the official named {was} {}", "the officials named {were} {}"),
}


def people(story: Story) -> list[Paragraph]:
    guests = [] if story.has_long_guest_list else story.in_role(Role.INVITED_GUEST)
    whole = ("the invited guest {was} {}", "the invited guests {were} {}")
    partial = ("among the invited guests {was} {}", "among the invited guests {were} {}")
    invited = told(story, partial if story.training.guest_list_is_partial else whole, guests)
    others = [
        sentence
        for role, patterns in ROLES.items()
        for sentence in told(story, patterns, story.in_role(role))
    ]
    return [Paragraph(invited), Paragraph(others)]


def told(story: Story, patterns: tuple[str, ...], rows: list[Appearance]) -> list[Sentence]:
    if not rows:
        return []
    names = grammar.apart(in_words(story, row) for row in rows)
    pattern = patterns[0] if len(rows) == 1 else patterns[1]
    text = grammar.sentence(pattern.format(names, **to_be(story)))
    return [Sentence(text, tuple(one for row in rows for one in story.origins_of(row)))]


def in_words(story: Story, row: Appearance) -> str:
    """`Alexander Beliy, expert, UNDP`, as printed."""
    name, title = story.name_of(row), story.title_of(row)
    shown = grammar.named(name) if row.person is None else name
    return f"{shown}, {title}" if title else shown
