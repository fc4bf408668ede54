"""Proving an address: the link of a letter opens a page, and only its button acts."""

from django.http import HttpRequest, HttpResponse

from trainings.views.page import render_page


def confirm(request: HttpRequest, token: str) -> HttpResponse:
    return render_page(request, "volunteers/confirm.html", {})
