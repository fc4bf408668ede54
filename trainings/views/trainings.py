"""The list of trainings with its filters, and the page of one."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.around import hang_cards, on_cards
from trainings.facets import Listing
from trainings.given import Given, GivenKeys
from trainings.lists import PER_PAGE
from trainings.models import Session, Training
from trainings.together import Asked, kept
from trainings.views.page import first_or_404, page_of, render_page
from trainings.whole import whole
from trainings.zones import zone_of


@require_safe
def trainings(request: HttpRequest) -> HttpResponse:
    listing = Listing(request.GET)
    page = page_of(listing.keys, request)
    context = {
        "listing": listing,
        "page": page,
        "years": by_year(cards_of(list(page))),
        "q": listing.words,
    }
    return render_page(request, "trainings/trainings.html", context, query=listing.query)


def cards_of(keys: list[int]) -> list[Training]:
    """The trainings of a page, by their keys, with what their cards show; the newest first."""
    rows = shown_on_cards(keys=keys)
    hang_cards(rows["trainings"], rows)
    return rows["trainings"]


@kept
def shown_on_cards(keys: Given) -> Asked:
    rows = Training.objects.filter(pk__in=GivenKeys(keys.name, PER_PAGE))
    return {
        "trainings": rows.select_related("series").newest_first(),
        **on_cards(rows.values("pk")),
    }


def by_year(rows) -> list[tuple[int | None, list[Training]]]:
    """Trainings under their year, in the order they came; None for those without one."""
    return [
        (year, list(group))
        for year, group in groupby(rows, lambda row: row.sort_date and row.sort_date.year)
    ]


@require_safe
def training(request: HttpRequest, slug: str) -> HttpResponse:
    return training_page(request, first_or_404(published_as(slug=slug)["trainings"]))


@kept
def published_as(slug: Given) -> Asked:
    # The call belongs to another app; read along with the training, it costs no question.
    rows = Training.objects.published().select_related("series", "call")
    return {"trainings": rows.filter(slug=slug)}


def training_page(request: HttpRequest, training: Training) -> HttpResponse:
    """The public page of `training`, published or (for a preview by staff) not."""
    shown = whole(training)
    sessions = list(training.sessions.all())
    context = {
        "training": training,
        "groups": figures.tree(training.groups.all()),
        "days": days_of(sessions),
        "zone": zone_of(training, sessions),
        # Who takes part from elsewhere reads the hours on her own clock.
        "own_time": any(one.begins and one.is_online for one in sessions),
        "untimed": [session for session in sessions if session.date is None],
        "quotes": shown.quotes,
        "photos": shown.photos,
        "reports": shown.reports,
        "siblings": shown.siblings,
        "series_facts": shown.series_facts,
    }
    return render_page(request, "trainings/training.html", context)


@require_safe
def agenda_paper(request: HttpRequest, slug: str) -> HttpResponse:
    """The agenda as a PDF to print; a training without sessions has none."""
    # Imported here: papers are the other app's, which imports this one.
    from volunteers.services.papers import agenda_of

    found = get_object_or_404(Training.objects.published(), slug=slug)
    if not found.sessions.exists():
        raise Http404
    response = HttpResponse(agenda_of(found), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="agenda-{found.slug}.pdf"'
    return response


def days_of(sessions: list[Session]) -> list[tuple]:
    """The dated sessions by day: pairs of a date and its sessions in order of time."""
    dated = [session for session in sessions if session.date is not None]
    return [(day, list(group)) for day, group in groupby(dated, lambda session: session.date)]
