"""Countries on record: what was held there, and who came from there as reported."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.models import Appearance, Country, GroupCountry, Person, Training
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
    groups = (
        GroupCountry.objects.public()
        .filter(country=found)
        .select_related("country", "group__training")
        .prefetch_related("group__training__places__country")
        .order_by(
            F("group__training__sort_date").desc(nulls_last=True),
            "group__training_id",
            "group__order",
        )
    )
    context = {
        "country": found,
        "held": Training.objects.published().held_in(found.code).with_places().newest_first(),
        "groups": groups,
        "organisations": found.organisations.on_record(),
        "delegations": Appearance.objects.public()
        .filter(country=found, person__isnull=True)
        .select_related("training"),
        "people": Person.objects.named_with(found).with_titles(),
        "facts": found.facts.current().select_related("organisation", "series"),
    }
    return render_page(request, "trainings/country.html", context)
