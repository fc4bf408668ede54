"""Organisations behind trainings, and those that people came from."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.models import Appearance, Organisation, Place, TrainingOrganisation
from trainings.views.page import page_of, render_page, words_asked


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    found = list(Organisation.objects.on_record().matching(asked).select_related("country"))
    found.sort(key=lambda organisation: wording.sort_key(str(organisation.name)))
    context = {"page": page_of(found, request), "q": asked}
    return render_page(request, "trainings/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Organisation.objects.on_record().select_related("country"), slug=slug)
    roles = (
        TrainingOrganisation.objects.public()
        .filter(organisation=found)
        .prefetch_related("training__places__country")
    )
    appearances = (
        Appearance.objects.public()
        .filter(organisations=found)
        .select_related("person", "training")
        .order_by(F("training__sort_date").desc(nulls_last=True), "training_id", "order")
    )
    context = {
        "organisation": found,
        "roles": roles,
        "appearances": appearances,
        "facts": found.facts.current().select_related("country"),
        "led": Place.objects.public().filter(lead=found).select_related("country", "training"),
    }
    return render_page(request, "trainings/organisation.html", context)
