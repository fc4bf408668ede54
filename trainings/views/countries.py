"""Countries on record: what was held there, and who came from there as reported."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.around import around_country
from trainings.given import Given
from trainings.models import Country
from trainings.together import Asked, kept
from trainings.views.page import first_or_404, render_page


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    found = on_record()["countries"]
    found.sort(key=lambda country: wording.sort_key(str(country.name)))
    return render_page(request, "trainings/countries.html", {"countries": found})


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    found = first_or_404(on_record_as(code=code.upper())["countries"])
    if code != code.lower():
        return redirect(found, permanent=True)
    context = {"country": found, **around_country(found)}
    return render_page(request, "trainings/country.html", context)


@kept
def on_record() -> Asked:
    return {"countries": Country.objects.on_record().with_trainings()}


@kept
def on_record_as(code: Given) -> Asked:
    return {"countries": Country.objects.on_record().filter(code=code)}
