"""Registering for a training: the form, and the page after it was sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings.models import Training
from trainings.views.page import render_page


def register(request: HttpRequest, slug: str) -> HttpResponse:
    training = get_object_or_404(Training.objects.published(), slug=slug)
    return render_page(request, "volunteers/register.html", {"training": training})


@require_safe
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    training = get_object_or_404(Training.objects.published(), slug=slug)
    return render_page(request, "volunteers/sent.html", {"training": training})
