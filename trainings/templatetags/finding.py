"""What a search found, marked in the words it was found in."""

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from config.inputs import without_controls
from trainings import folding
from trainings.labels import Label
from trainings.templatetags.reading import in_its_language

register = template.Library()
register.filter(without_controls)


@register.filter
def marked(value, terms: list[list[str]]) -> SafeString:
    """A text or a label with each word that `terms` find in a `mark`."""
    pieces = folding.found_in(str(value), terms)
    html = format_html_join("", "{}", ((mark(*piece),) for piece in pieces))
    return in_its_language(value, html, "span") if isinstance(value, Label) else html


def mark(piece: str, is_found: bool) -> SafeString:
    return format_html("<mark>{}</mark>", piece) if is_found else conditional_escape(piece)
