"""The list of trainings with its filters, and the page of one."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.facets import Listing
from trainings.models import Session, Training
from trainings.views.page import page_of, render_page
from trainings.whole import whole
from trainings.zones import zone_of


@require_safe
def trainings(request: HttpRequest) -> HttpResponse:
    listing = Listing(request.GET, Training.objects.published())
    page = page_of(listing.keys, request)
    rows = Training.objects.with_places().filter(pk__in=list(page)).newest_first()
    context = {"listing": listing, "page": page, "years": by_year(rows), "q": listing.words}
    return render_page(request, "trainings/trainings.html", context, query=listing.query)


def by_year(rows) -> list[tuple[int | None, list[Training]]]:
    """Trainings under their year, in the order they came; None for those without one."""
    return [
        (year, list(group))
        for year, group in groupby(rows, lambda row: row.sort_date and row.sort_date.year)
    ]


@require_safe
def training(request: HttpRequest, slug: str) -> HttpResponse:
    # The call belongs to another app; read along with the training, it costs no question.
    published = Training.objects.published().select_related("series", "call")
    return training_page(request, get_object_or_404(published, slug=slug))


def training_page(request: HttpRequest, training: Training) -> HttpResponse:
    """The public page of `training`, published or (for a preview by staff) not."""
    shown = whole(training)
    sessions = list(training.sessions.all())
    context = {
        "training": training,
        "groups": figures.tree(training.groups.all()),
        "days": days_of(sessions),
        "zone": zone_of(training, sessions),
        "untimed": [session for session in sessions if session.date is None],
        "quotes": shown.quotes,
        "photos": shown.photos,
        "reports": shown.reports,
        "siblings": shown.siblings,
        "series_facts": shown.series_facts,
    }
    return render_page(request, "trainings/training.html", context)


def days_of(sessions: list[Session]) -> list[tuple]:
    """The dated sessions by day: pairs of a date and its sessions in order of time."""
    dated = [session for session in sessions if session.date is not None]
    return [(day, list(group)) for day, group in groupby(dated, lambda session: session.date)]
