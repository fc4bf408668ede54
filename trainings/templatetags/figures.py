"""Figures in templates."""

from django import template

from trainings import figures
from trainings.figures import ShownGroup
from trainings.models import Country

register = template.Library()
register.filter("relation_here", figures.relation_here)
register.filter("fact_value", figures.fact_number)
register.simple_tag(figures.chosen)


@register.simple_tag
def repeated(groups: list[ShownGroup]) -> list[Country]:
    """Countries that stand in more than one of `groups`."""
    return figures.repeated_countries(groups)
