"""The picture of a page, for social networks: made when first asked for, then kept."""

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from trainings.models import Report, Training
from trainings.sharing import drawing
from trainings.sharing.cards import Card, card_of_report, card_of_site, card_of_training
from trainings.views.media import FOR_EVER

DAY = 24 * 60 * 60


@require_safe
def site_card(request: HttpRequest, version: str) -> HttpResponse:
    return picture(card_of_site(), version)


@require_safe
def training_card(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    found = Training.objects.published().prefetch_related("places__country")
    return picture(card_of_training(get_object_or_404(found, slug=slug)), version)


@require_safe
def report_card(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    found = Report.objects.published().for_lists()
    return picture(card_of_report(get_object_or_404(found, slug=slug)), version)


def picture(card: Card, version: str) -> HttpResponse:
    """The picture of `card`; an address of an earlier version leads to that of today."""
    if version != card.version:
        return redirect(card.address)
    content = cache.get_or_set(f"card-{version}", lambda: drawing.png(card), DAY)
    response = HttpResponse(content, content_type="image/png")
    response.headers["Cache-Control"] = FOR_EVER
    return response
