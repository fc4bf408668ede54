"""`{% press_of text %}`: at the desk, where the press kit of a text stands and whom to give it."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from trainings.models import ReportText
from trainings.press.embargo import embargo_url, language_of
from volunteers.roles import World

register = template.Library()


@register.inclusion_tag("admin/trainings/_press.html", takes_context=True)
def press_of(context, text: ReportText) -> dict:
    """Nothing for a text that is neither published nor scheduled."""
    return {"text": text, "url": kit_url(text, context["user"].world)}


def kit_url(text: ReportText, world: World) -> str:
    """The full address of the kit of `text`; "" while there is none for who sees `world`.

    Before it is public the kit has numbers of all countries.
    """
    if text.is_scheduled:
        return embargo_url(text) if world.is_whole else ""
    if not text.is_published:
        return ""
    with translation.override(language_of(text)):
        return settings.SITE_URL + reverse("press", args=[text.report.slug])
