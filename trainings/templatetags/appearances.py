"""Names and titles as printed, with links: on each page by the dozen, so without a template."""

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from trainings.models import Appearance, Country, Organisation, Person

register = template.Library()


@register.filter
def named(appearance: Appearance) -> SafeString:
    """Who it is, as printed, linked to the page of the person; an organisation by its name."""
    person = appearance.person
    if person is None:
        return conditional_escape(appearance.name_as_printed or appearance.organisation_as_printed)
    honorific = "" if appearance.name_as_printed else person.honorific
    link = linked(person, appearance.shown_name)
    return format_html("{} {}", honorific, link) if honorific else link


@register.filter
def titled(appearance: Appearance) -> SafeString:
    """Title, unit, organisation and country as printed, linked to the pages that there are."""
    parts = [part for part in (appearance.title, appearance.unit) if part]
    if appearance.person is None:
        parts.append(other_names(appearance))
    elif appearance.organisation_as_printed:
        parts.append(organisation(appearance))
    line = format_html_join(", ", "{}", ((part,) for part in parts if part))
    if appearance.country is None:
        return line
    country = linked(appearance.country, str(appearance.country))
    return format_html("{}\u00a0· {}", line, country) if line else country


def organisation(appearance: Appearance) -> SafeString:
    """The organisation as printed, linked; where several stand behind the words, after them."""
    printed = appearance.organisation_as_printed
    organisations = list(appearance.organisations.all())
    if len(organisations) == 1:
        return linked(organisations[0], printed)
    if not organisations:
        return conditional_escape(printed)
    names = ((linked(one, one.acronym or str(one.name)),) for one in organisations)
    return format_html("{} ({})", printed, format_html_join(", ", "{}", names))


def other_names(appearance: Appearance) -> SafeString:
    """The organisations that came without a person, where they are printed under other names."""
    printed = appearance.organisation_as_printed
    others = [one for one in appearance.organisations.all() if str(one.name) != printed]
    return format_html_join(", ", "{}", ((linked(one, str(one.name)),) for one in others))


def linked(record: Country | Organisation | Person, name: str) -> SafeString:
    """`name` as a link to the page of `record`."""
    return format_html('<a href="{}">{}</a>', record.get_absolute_url(), name)
