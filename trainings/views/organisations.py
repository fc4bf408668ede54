"""Organisations behind trainings, and those that people came from."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.around import around_organisation
from trainings.given import Given
from trainings.lists import Words
from trainings.models import Organisation
from trainings.together import Asked, kept
from trainings.views.page import first_or_404, page_of, render_page, words_asked


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    found = Words(asked).rows("organisations", 0, None)
    found.sort(key=lambda organisation: wording.sort_key(str(organisation.name)))
    context = {"page": page_of(found, request), "q": asked}
    return render_page(request, "trainings/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = first_or_404(on_record_as(slug=slug)["organisations"])
    context = {"organisation": found, **around_organisation(found)}
    return render_page(request, "trainings/organisation.html", context)


@kept
def on_record_as(slug: Given) -> Asked:
    rows = Organisation.objects.on_record().filter(slug=slug)
    return {"organisations": rows.select_related("country")}
