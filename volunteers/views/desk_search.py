"""The page that searches everything at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trainings.views.page import words_asked
from volunteers.searching import NOT_THE_SAME, look_for


def search_page(request: HttpRequest, site) -> HttpResponse:
    """What was found, by kind, with the list of all of each."""
    asked = words_asked(request)
    context = {
        **site.each_context(request),
        "title": _("Search"),
        "q": asked,
        "groups": look_for(asked, request, site) if asked else [],
        "not_the_same": NOT_THE_SAME,
    }
    return render(request, "admin/search.html", context)
