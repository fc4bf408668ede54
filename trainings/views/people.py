"""People who appear in trainings: experts, guests, officials, those who are quoted."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings.models import Appearance, Person, Quote, Report, ReportTraining, Training
from trainings.views.page import page_of, render_page, words_asked


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    found = Person.objects.on_record().matching(asked).with_titles()
    context = {"page": page_of(found, request), "q": asked}
    return render_page(request, "trainings/people.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Person.objects.on_record().with_titles(), slug=slug)
    appearances = (
        Appearance.objects.public()
        .filter(person=found)
        .select_related("person", "country")
        .prefetch_related("organisations", "training__places__country")
        .order_by(F("training__sort_date").desc(nulls_last=True), "training_id", "order")
    )
    quotes = (
        Quote.objects.approved()
        .filter(appearance__in=appearances)
        .select_related("appearance__person", "training", "organisation")
    )
    named_in = Training.objects.filter(appearances__in=appearances)
    context = {
        "person": found,
        "appearances": appearances,
        "quotes": quotes,
        "reports": Report.objects.published()
        .filter(pk__in=ReportTraining.objects.filter(training__in=named_in).values("report"))
        .for_lists()
        .newest_first(),
    }
    return render_page(request, "trainings/person.html", context)
