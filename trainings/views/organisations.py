"""Organisations behind trainings, and those that people came from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.around import around_organisation
from trainings.models import Organisation
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
    context = {"organisation": found, **around_organisation(found)}
    return render_page(request, "trainings/organisation.html", context)
