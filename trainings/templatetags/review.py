"""The review of a text as part of the page where it is written."""

from django import template

from trainings.admin.review_told import Review
from trainings.models import ReportText

register = template.Library()


@register.simple_tag(takes_context=True)
def review_of(context, text: ReportText) -> Review:
    """What is to be known of `text`, for the account that looks at the page."""
    return Review(text, context["request"].user)
