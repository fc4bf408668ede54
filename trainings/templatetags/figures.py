"""Figures in templates."""

from django import template

from trainings import figures
from trainings.figures import ShownGroup
from trainings.models import Block, Country

register = template.Library()
register.filter("relation_here", figures.relation_here)
register.filter("fact_value", figures.fact_number)


@register.simple_tag
def repeated(groups: list[ShownGroup]) -> list[Country]:
    """Countries that stand in more than one of `groups`."""
    return figures.repeated_countries(groups)


@register.simple_tag
def chosen(block: Block, groups: list[ShownGroup]) -> list[ShownGroup]:
    """The groups a block of figures shows: those it chose, or all."""
    picked = {group.pk for group in block.groups.all()}
    return figures.only(groups, picked) if picked else groups
