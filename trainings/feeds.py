"""Atom feeds of reports and of trainings, in the language of the address."""

import datetime as dt
import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from trainings.models import Report, Training

MOST = 50
# XML has no place for these; pasted texts sometimes do.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def writable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return CONTROLS.sub("", text)


class SiteFeed(Feed):
    """Both feeds: absolute addresses come from SITE_URL, not from what the client sent."""

    feed_type = Atom1Feed

    def author_name(self) -> str:
        return settings.SITE_NAME

    def item_link(self, item) -> str:
        return f"{settings.SITE_URL}{item.get_absolute_url()}"

    def item_guid(self, item) -> str:
        # One identity an entry, whatever language its reader has.
        return f"{settings.SITE_URL}/#{item._meta.model_name}-{item.pk}"


class ReportsFeed(SiteFeed):
    title = _("Reports of trainings")

    def link(self) -> str:
        return f"{settings.SITE_URL}{reverse('reports')}"

    def feed_url(self) -> str:
        return f"{settings.SITE_URL}{reverse('reports_feed')}"

    def items(self):
        return Report.objects.published().for_lists().newest_first()[:MOST]

    def item_title(self, item) -> str:
        return writable(item.shown_headline)

    def item_description(self, item) -> str:
        return writable(item.text_for().lead)

    def item_pubdate(self, item) -> dt.datetime:
        return item.text_for().published_at

    item_updateddate = item_pubdate


class TrainingsFeed(SiteFeed):
    title = _("Trainings of volunteers")

    def link(self) -> str:
        return f"{settings.SITE_URL}{reverse('trainings')}"

    def feed_url(self) -> str:
        return f"{settings.SITE_URL}{reverse('trainings_feed')}"

    def items(self):
        return Training.objects.published().with_places().order_by("-published_at", "-pk")[:MOST]

    def item_title(self, item) -> str:
        return writable(str(item))

    def item_description(self, item) -> str:
        return writable(str(item.summary))

    def item_pubdate(self, item) -> dt.datetime:
        return item.published_at

    item_updateddate = item_pubdate
