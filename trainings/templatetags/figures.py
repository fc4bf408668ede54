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
register.filter("fact_value", figures.fact_number)
register.simple_tag(figures.chosen)


@register.simple_tag
def repeated(groups: list[ShownGroup]) -> list[Country]:
    """Countries that stand in more than one of `groups`."""
    return figures.repeated_countries(groups)


@register.simple_tag(takes_context=True)
def counted(context, story: Story, block: Block) -> Shown | None:
    """The numbers of a block that are counted, as a reader of this page may see them."""
    return freezing.shown(block, story.trainings, preview=bool(context.get("preview")))
