"""Atom feeds of reports and of trainings, in the language of the address."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trainings.atom import Atom, writable
from trainings.markdown import plain
from trainings.models import Report, Training
from trainings.views.page import in_language, languages_of

MOST = 50
SUMMARY = 400


class SiteFeed(Feed):
    """Both feeds: absolute addresses come from SITE_URL, not from what the client sent."""

    feed_type = Atom
    item_description = None
    # The names of the addresses of the list and of the feed, and the template of an entry.
    page = feed = template = ""

    def link(self) -> str:
        return f"{settings.SITE_URL}{reverse(self.page)}"

    def feed_url(self) -> str:
        return f"{settings.SITE_URL}{reverse(self.feed)}"

    def author_name(self) -> str:
        return settings.SITE_NAME

    def feed_extra_kwargs(self, obj) -> dict:
        return {"languages": twins(reverse(self.feed))}

    def item_link(self, item) -> str:
        return f"{settings.SITE_URL}{item.get_absolute_url()}"

    def item_guid(self, item) -> str:
        # One identity an entry, whatever language its reader has.
        return f"{settings.SITE_URL}/#{item._meta.model_name}-{item.pk}"

    def item_extra_kwargs(self, item) -> dict:
        return {
            "language": "",
            "via": "",
            "languages": twins(item.get_absolute_url()),
            "content": render_to_string(self.template, {"item": item}),
            "base": self.item_link(item),
        }


def twins(address: str, also_in: Iterable[str] = ()) -> dict[str, str]:
    """The whole addresses of `address` in the other languages it exists in."""
    return {
        code: f"{settings.SITE_URL}{in_language(address, code)}"
        for code in languages_of(also_in)
        if code != get_language()
    }


def labels_of(trainings: Iterable[Training]) -> list[tuple[str, str, str]]:
    """The series and countries of trainings, each once, with the scheme that it is a term of."""
    found = {}
    for training in trainings:
        if training.series:
            found["series", training.series.slug] = training.series.name
        for place in training.places.all():
            if place.country:
                found["countries", place.country.code.lower()] = place.country.name
    return [
        (term, f"{settings.SITE_URL}/#{scheme}", str(name))
        for (scheme, term), name in found.items()
    ]


class ReportsFeed(SiteFeed):
    title = _("Reports of trainings")
    page, feed, template = "reports", "reports_feed", "feeds/report.html"

    def items(self):
        reports = Report.objects.published().for_lists().newest_first()
        return reports.prefetch_related(
            "training_links__training__series",
            "training_links__training__places__country",
            "texts__blocks__quote__training",
            "texts__blocks__quote__organisation",
            "texts__blocks__quote__appearance__person",
        )[:MOST]

    def item_title(self, item) -> str:
        return writable(item.shown_headline).strip() or item.slug

    def item_pubdate(self, item) -> dt.datetime:
        return item.text_for().published_at

    def item_updateddate(self, item) -> dt.datetime:
        return item.text_for().last_changed

    def item_author_name(self, item) -> str | None:
        return item.text_for().byline.strip() or None  # else the author of the feed

    def item_copyright(self, item) -> str | None:
        return item.licence or None

    def item_extra_kwargs(self, item) -> dict:
        text = item.text_for()
        return {
            **super().item_extra_kwargs(item),
            "language": text.language,
            "languages": twins(item.get_absolute_url(), item.site_languages),
            "summary": plain(text.lead, SUMMARY),
            "labels": labels_of(item.published_trainings),
            "via": item.source_url,
        }


class TrainingsFeed(SiteFeed):
    title = _("Trainings of volunteers")
    page, feed, template = "trainings", "trainings_feed", "feeds/training.html"

    def items(self):
        return Training.objects.published().with_places().order_by("-published_at", "-pk")[:MOST]

    def item_title(self, item) -> str:
        return writable(item).strip() or item.slug

    def item_pubdate(self, item) -> dt.datetime:
        return item.published_at

    def item_updateddate(self, item) -> dt.datetime:
        return item.last_changed

    def item_extra_kwargs(self, item) -> dict:
        return {
            **super().item_extra_kwargs(item),
            "summary": plain(item.summary, SUMMARY),
            "labels": labels_of([item]),
        }
