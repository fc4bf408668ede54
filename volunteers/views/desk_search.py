"""The page that searches everything at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from config.inputs import without_controls
from volunteers.searching import NOT_THE_SAME, look_for


def search_page(request: HttpRequest, site) -> HttpResponse:
    """What was found, by kind, with the list of all of each."""
    asked = without_controls(request.GET.get("q", "")).strip()
    context = {
        **site.each_context(request),
        "title": _("Search"),
        "q": asked,
        "groups": look_for(asked, request, site) if asked else [],
        "not_the_same": NOT_THE_SAME,
    }
    return render(request, "admin/search.html", context)
