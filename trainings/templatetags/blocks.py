"""What a block of a report shows: see `trainings.story`."""

from django import template

from trainings.models import Block, Photo, Session
from trainings.story import Story
from trainings.zones import zone_of

register = template.Library()


@register.simple_tag
def gallery(story: Story, block: Block) -> list[Photo]:
    """The photographs of a block of several."""
    return story.gallery(block)


@register.simple_tag
def agenda(story: Story, block: Block) -> list[Session]:
    """The sessions of a block, training by training."""
    return story.agenda(block)


@register.filter
def zone(sessions: list[Session]) -> str:
    """In which zone the times of sessions of one training are, in words; "" where unknown."""
    return zone_of(sessions[0].training, sessions)
