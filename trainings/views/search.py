"""One search over trainings, reports, people, organisations, series and countries."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings.search import Search
from trainings.views.page import page_of, render_page, words_asked


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    found = Search(words_asked(request), request.GET.get("kind", ""))
    context = {"q": found.words, "search": found}
    if found.words and found.kind:
        context["page"] = page_of(found.chosen_rows, request)
    return render_page(request, "trainings/search.html", context)
