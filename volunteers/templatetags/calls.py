"""The call of a training on its public page."""

from django import template

from trainings.models import Training
from volunteers.calls import Announced, announced

register = template.Library()


@register.simple_tag
def call_of(training: Training) -> Announced | None:
    """What to say about registering; None once a training is over, when there is nothing to ask."""
    return announced(training) if training.is_to_come else None
