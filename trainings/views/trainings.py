"""The list of trainings with its filters, and the page of one."""

from itertools import groupby

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.facets import Listing
from trainings.models import Appearance, Report, Session, Training
from trainings.views.page import page_of, render_page
from trainings.zones import zone_of

PAGE_PARTS = (
    "places__country",
    "places__lead",
    "points",
    "languages",
    "organisation_roles__organisation",
    "documents",
    "related_events__other",
    "groups__countries__country",
    "groups__reported_in__texts",
    "groups__reported_in__training_links__training",
    "groups__place__country",
    "groups__session",
    Prefetch(
        "appearances",
        Appearance.objects.shown()
        .select_related("person", "country")
        .prefetch_related("organisations"),
    ),
    Prefetch(
        "sessions",
        Session.objects.select_related("place__country").prefetch_related(
            "people__appearance__person", "materials"
        ),
    ),
)


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
    return training_page(request, get_object_or_404(Training.objects.published(), slug=slug))


def training_page(request: HttpRequest, training: Training) -> HttpResponse:
    """The public page of `training`, published or (for a preview by staff) not."""
    found = Training.objects.select_related("series").prefetch_related(*PAGE_PARTS)
    training = found.get(pk=training.pk)
    sessions = list(training.sessions.all())
    context = {
        "training": training,
        "groups": figures.tree(training.groups.all()),
        "days": days_of(sessions),
        "zone": zone_of(training, sessions),
        "untimed": [session for session in sessions if session.date is None],
        "quotes": training.quotes.approved().select_related("appearance__person", "organisation"),
        "photos": training.photos.public(),
        "reports": Report.objects.published().for_lists().filter(trainings=training),
        "siblings": siblings(training),
        "series_facts": training.series.facts.current() if training.series else [],
    }
    return render_page(request, "trainings/training.html", context)


def days_of(sessions: list[Session]) -> list[tuple]:
    """The dated sessions by day: pairs of a date and its sessions in order of time."""
    dated = [session for session in sessions if session.date is not None]
    return [(day, list(group)) for day, group in groupby(dated, lambda session: session.date)]


def siblings(training: Training):
    """The other published trainings of the series."""
    if training.series is None:
        return Training.objects.none()
    return (
        training.series.trainings.published()
        .exclude(pk=training.pk)
        .with_places()
        .newest_first()[:6]
    )
