"""Figures in templates."""

from django import template

from trainings import figures
from trainings.figures import ShownGroup
from trainings.models import Block, Country
from trainings.services import freezing
from trainings.services.freezing import Shown
from trainings.story import Story

register = template.Library()
register.filter("relation_here", figures.relation_here)
register.simple_tag(figures.chosen)


@register.simple_tag
def repeated(groups: list[ShownGroup]) -> list[Country]:
    """Countries that stand in more than one of `groups`."""
    return figures.repeated_countries(groups)


@register.simple_tag(takes_context=True)
def counted(context, story: Story, block: Block) -> Shown | None:
    """The numbers of a block that are counted, as a reader of this page may see them."""
    return freezing.shown(block, story.trainings, preview=bool(context.get("preview")))


@register.simple_tag(takes_context=True)
def withheld(context, story: Story, block: Block) -> bool:
    """Whether a preview has numbers for a block that its reader may not see."""
    if not context.get("preview") or not any(one.is_published for one in story.trainings):
        return False
    return not freezing.may_read(block, story.text, context["request"].user.world)
