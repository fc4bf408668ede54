"""The head of a page: its picture, its data in the words of schema.org, its name said twice."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trainings import metadata
from trainings.atom import in_a_line
from trainings.models import Country, Organisation, Person, Report, Series, Training
from trainings.sharing.cards import card_of_report, card_of_site, card_of_training
from trainings.story import Story

register = template.Library()

LOCALES = {
    "en": "en_GB",
    "ru": "ru_RU",
    "kk": "kk_KZ",
    "ky": "ky_KG",
    "tg": "tg_TJ",
    "uz": "uz_UZ",
}


class Keep(template.Node):
    """What stands in the block is kept under a name and shown by whoever names it."""

    def __init__(self, nodelist: template.NodeList, name: str):
        self.nodelist, self.name = nodelist, name

    def render(self, context):
        words = in_a_line(self.nodelist.render(context))
        context[self.name] = mark_safe(words)  # noqa: S308 - the block has escaped what it says
        return ""


@register.tag
def keep(parser, token) -> Keep:
    """`{% keep title %}…{% endkeep %}` keeps the words in one line, for `{{ title }}`."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(nodelist, name)


@register.filter
def without_site(title: str) -> SafeString:
    """The title of a page without the name of the site at its end."""
    return mark_safe(title.removesuffix(f" · {settings.SITE_NAME}"))  # noqa: S308 - escaped already


@register.filter
def locale(code: str) -> str:
    """A language as OpenGraph writes it, such as `ru_RU`."""
    return LOCALES.get(code, code)


@register.inclusion_tag("_picture_of_page.html")
def picture_of(record: Training | Report | None = None) -> dict:
    """The picture of a training, of a report, or that of the site."""
    if isinstance(record, Training):
        card = card_of_training(record)
    else:
        card = card_of_report(record) if record else card_of_site()
    return {"address": metadata.full(card.address), "title": card.title}


@register.simple_tag
def data_of(thing: Training | Story | Person | Organisation | None = None) -> SafeString:
    """A page in the words of schema.org, with the way to it; the front page without a thing."""
    if thing is None:
        return metadata.script(metadata.site())
    return metadata.script(told(thing), metadata.trail([*way_to(thing), itself(thing)]))


def told(thing) -> dict | None:
    kinds = {
        Training: metadata.event,
        Story: metadata.news_article,
        Person: metadata.person,
        Organisation: metadata.organisation,
    }
    tell = kinds.get(type(thing))
    return tell(thing) if tell else None


def itself(thing) -> tuple[object, str]:
    """The last step of the way: what the page is about, and its address."""
    if isinstance(thing, Story):
        return thing.headline, thing.report.get_absolute_url()
    return (thing.title if isinstance(thing, Training) else thing.name), thing.get_absolute_url()


@register.simple_tag
def way_to(thing) -> list[tuple[object, str]]:
    """The pages above that of `thing`, from the front page on: names and addresses."""
    lists = {
        Training: (_("Trainings"), "trainings"),
        Series: (_("Trainings"), "trainings"),
        Story: (_("Reports"), "reports"),
        Person: (_("People"), "people"),
        Organisation: (_("Organisations"), "organisations"),
        Country: (_("Countries"), "countries"),
    }
    name, address = lists[type(thing)]
    steps: list[tuple[object, str]] = [(_("Front page"), reverse("home")), (name, reverse(address))]
    if isinstance(thing, Training) and thing.series:
        steps.append((thing.series.name, thing.series.get_absolute_url()))
    return steps
