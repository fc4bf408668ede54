"""Who came by invitation, and who spoke, trained, opened."""

from trainings.drafting.pieces import Paragraph, Sentence
from trainings.drafting.ru import grammar
from trainings.drafting.story import Story
from trainings.models import Appearance, Role

# What was done rather than who did it, for a noun of a person would have a gender.
ROLES = {
    Role.OPENED: "открытие",
    Role.PRESIDED: "председательство на открытии",
    Role.OPENING_SPEAKER: "выступления на открытии",
    Role.SPEAKER: "выступления",
    Role.GUEST_SPEAKER: "выступления по приглашению",
    Role.TRAINER: "проведение занятий",
    Role.FACILITATOR: "фасилитация",
    Role.MODERATOR: "модерация",
    Role.OFFICIAL: "официальные лица",
}


def people(story: Story) -> list[Paragraph]:
    partial = story.training.guest_list_is_partial
    guests = [] if story.has_long_guest_list else story.in_role(Role.INVITED_GUEST)
    label = "среди приглашённых гостей" if partial else "приглашённые гости"
    invited = told(story, label, guests)
    others = [
        sentence
        for role, called in ROLES.items()
        for sentence in told(story, called, story.in_role(role))
    ]
    return [Paragraph(invited), Paragraph(others)]


def told(story: Story, label: str, rows: list[Appearance]) -> list[Sentence]:
    if not rows:
        return []
    names = "; ".join(in_words(story, row) for row in rows)
    origins = tuple(one for row in rows for one in story.origins_of(row))
    return [Sentence(grammar.sentence(f"{label}: {names}"), origins)]


def in_words(story: Story, row: Appearance) -> str:
    """`Alexander Beliy, expert, UNDP`, as printed."""
    return ", ".join(part for part in (story.name_of(row), story.title_of(row)) if part)
