"""People who appear in trainings: experts, guests, officials, those who are quoted."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings.around import around_person
from trainings.given import Given
from trainings.lists import Found, Words
from trainings.models import Person
from trainings.together import Asked, kept
from trainings.views.page import first_or_404, page_of, render_page, words_asked


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    context = {"page": page_of(Found("people", Words(asked)), request), "q": asked}
    return render_page(request, "trainings/people.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    found = first_or_404(on_record_as(slug=slug)["people"])
    context = {"person": found, **around_person(found)}
    return render_page(request, "trainings/person.html", context)


@kept
def on_record_as(slug: Given) -> Asked:
    return {"people": Person.objects.on_record().filter(slug=slug)}
