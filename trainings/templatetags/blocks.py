"""What a block of a report shows: see `trainings.story`."""

from django import template

from trainings.models import Block, Document, Photo, Session, Training, TrainingOrganisation
from trainings.press.quoting import as_quoted
from trainings.press.share import mail_link, share_text
from trainings.story import Story, heading_of
from trainings.zones import zone_of

register = template.Library()
register.filter("heading", heading_of)
register.filter("as_quoted", as_quoted)
register.filter("share_text", share_text)
register.simple_tag(mail_link)


@register.filter
def anchor(block: Block) -> str:
    """What the address of the page ends in to lead to `block`; one of a draft has none of its own
    yet."""
    return f"block-{block.pk or id(block)}"


@register.simple_tag
def gallery(story: Story, block: Block) -> list[Photo]:
    """The photographs of a block of several."""
    return story.gallery(block)


@register.simple_tag
def agenda(story: Story, block: Block) -> list[Session]:
    """The sessions of a block, training by training."""
    return story.agenda(block)


@register.simple_tag
def papers(story: Story, block: Block) -> list[Document]:
    """The documents of a block."""
    return story.papers(block)


@register.simple_tag
def behind(story: Story, block: Block, training: Training) -> list[TrainingOrganisation]:
    """What the organisations of a block did for `training`."""
    return story.behind(block, training)


@register.filter
def zone(sessions: list[Session]) -> str:
    """In which zone the times of sessions of one training are, in words; "" where unknown."""
    return zone_of(sessions[0].training, sessions)
