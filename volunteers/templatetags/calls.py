"""The call of a training on its public page."""

from django import template
from django.utils.safestring import SafeString

from trainings.models import Training
from trainings.templatetags.pieces import piece
from trainings.templatetags.reading import prose
from volunteers.calls import Announced, announced

register = template.Library()


@register.simple_tag
def call_of(training: Training) -> Announced | None:
    """What to say about registering; None once a training is over, when there is nothing to ask."""
    return announced(training) if training.is_to_come else None


@register.simple_tag
def call_terms(call: Announced, signed_in: object = None) -> SafeString:
    """For whom a call is, what it costs and what comes after, for someone who has signed in or
    not."""
    told = call.call
    return piece(
        "volunteers/_call_terms.html",
        for_whom=call.for_whom,
        cost=prose(told.cost),
        next_steps=prose(told.next_steps),
        deciding=str(told.deciding),
        signed_in=bool(signed_in),
    )
