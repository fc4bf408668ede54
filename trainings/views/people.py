"""People who appear in trainings: experts, guests, officials, those who are quoted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings.around import around_person
from trainings.lists import Found, Words
from trainings.models import Person
from trainings.views.page import page_of, render_page, words_asked


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    context = {"page": page_of(Found("people", Words(asked)), request), "q": asked}
    return render_page(request, "trainings/people.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Person.objects.on_record(), slug=slug)
    context = {"person": found, **around_person(found)}
    return render_page(request, "trainings/person.html", context)
