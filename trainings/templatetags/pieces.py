"""`{% piece "_rooms.html" here=here %}`: a part of pages, drawn once for each of its values."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def piece(name: str, **told: str | int | bool | None) -> SafeString:
    """The template `name` with these values, which may show nothing else but the language.

    So it is right for as long as the process lives, whatever changes: another value is another
    piece. Nothing of the database may be read in it.
    """
    if settings.DEBUG:  # templates are being written
        return render_to_string(name, told)
    return drawn(name, get_language(), **told)


@lru_cache(maxsize=2000)
def drawn(name: str, _language: str | None, **told) -> SafeString:
    return render_to_string(name, told)
