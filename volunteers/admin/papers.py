"""The papers of a training: sheets, badges and the agenda to print, and the way to certificates."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trainings.models import Training
from volunteers import audit
from volunteers.admin.deciding import training_for
from volunteers.audit import Kind
from volunteers.models import Certificate, CertificateKind, Issuing, Registration
from volunteers.services import issuing, papers
from volunteers.services.press import design_of
from volunteers.views.pdf import pdf


def papers_page(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Everything that can be printed, and how far the certificates are."""
    training = training_for(request, pk, "view_registration")
    running = Issuing.objects.filter(training=training, finished_at=None).first()
    context = {
        **site.each_context(request),
        "title": _("Papers"),
        "training": training,
        "days": papers.days_of(training),
        "expected": papers.expected(training, request.user).count(),
        "sessions": training.sessions.count(),
        "kinds": [of_kind(training, kind, request.user) for kind in CertificateKind],
        "running": running,
        "tells_how_far": request.user.world.is_whole or (running and running.by == request.user),
        "last": last_run(training, request.user),
        "design": design_of(training),
    }
    return render(request, "admin/volunteers/papers.html", context)


def of_kind(training: Training, kind: CertificateKind, user) -> dict:
    """How many have earned a certificate of `kind`, have it, and wait for it."""
    seen = Certificate.objects.visible_to(user).valid()
    return {
        "kind": kind,
        "issued": seen.filter(training=training, kind=kind).count(),
        "waiting": issuing.to_issue(training, kind, by=user).count(),
    }


def last_run(training: Training, user) -> dict | None:
    """The last finished order of `user`, with those who got none and why."""
    run = Issuing.objects.filter(training=training, by=user, finished_at__isnull=False).first()
    if run is None:
        return None
    people = Registration.objects.visible_to(user).in_bulk([pk for pk, _why in run.refused])
    refused = [(people[pk], why) for pk, why in run.refused if pk in people]
    return {"run": run, "refused": refused}


def sign_in_sheet(request: HttpRequest, site, pk: int) -> HttpResponse:
    """The sheet of the day that `?day=` names."""
    training = training_for(request, pk, "view_registration")
    try:
        day = dt.date.fromisoformat(request.GET.get("day", ""))
    except ValueError as error:
        raise Http404 from error
    if day not in papers.days_of(training):
        raise Http404
    by_country = request.GET.get("by") == "country"
    content = papers.sign_in_sheet(training, day, by=request.user, by_country=by_country)
    saved(request, training, paper="sign-in sheet", day=day.isoformat())
    return pdf(content, f"sign-in-{day.isoformat()}")


def badges(request: HttpRequest, site, pk: int) -> HttpResponse:
    """All badges."""
    training = training_for(request, pk, "view_registration")
    content = papers.all_badges(training, by=request.user)
    saved(request, training, paper="badges")
    return pdf(content, f"badges-{training.slug}")


def agenda(request: HttpRequest, site, pk: int) -> HttpResponse:
    """The agenda, which names nobody who registered."""
    training = training_for(request, pk, "view_registration")
    return pdf(papers.agenda_of(training), f"agenda-{training.slug}")


def saved(request: HttpRequest, training: Training, **details: str) -> None:
    """Write into the trail that a paper with names was taken along."""
    people = list(papers.expected(training, request.user))
    audit.record(request.user, Kind.EXPORTED, people, training=training.pk, **details)
