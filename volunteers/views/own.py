"""A volunteer's own pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from trainings.views.page import render_page
from volunteers.models import Registration


def me(request: HttpRequest) -> HttpResponse:
    return render_page(request, "volunteers/me.html", {})


def my_registration(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Registration.objects.of(request.user), code=code)
    return render_page(request, "volunteers/my_registration.html", {"registration": found})
