"""Countries on record: what was held there, and who came from there as reported."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.around import around_country
from trainings.models import Country
from trainings.views.page import render_page


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    found = list(Country.objects.on_record().with_trainings())
    found.sort(key=lambda country: wording.sort_key(str(country.name)))
    return render_page(request, "trainings/countries.html", {"countries": found})


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Country.objects.on_record(), code=code.upper())
    if code != code.lower():
        return redirect(found, permanent=True)
    context = {"country": found, **around_country(found)}
    return render_page(request, "trainings/country.html", context)
