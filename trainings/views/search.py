"""One search over trainings, reports, people, organisations and countries."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings.models import Country, Organisation, Person, Report, Training
from trainings.views.page import render_page, words_asked

MOST = 20  # of each kind; the lists have their own search for more


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = words_asked(request)
    found = look_for(asked) if asked else {}
    context = {"q": asked, "found": found, "any": any(len(rows) for rows in found.values())}
    return render_page(request, "trainings/search.html", context)


def look_for(text: str) -> dict:
    """Public rows that hold every word of `text`, at most `MOST` of each kind."""
    trainings = Training.objects.published().matching(text).with_places().newest_first()
    reports = Report.objects.published().matching(text).for_lists().newest_first()
    people = Person.objects.on_record().matching(text).with_titles()
    return {
        "trainings": trainings[:MOST],
        "reports": reports[:MOST],
        "people": people[:MOST],
        "organisations": Organisation.objects.on_record().matching(text)[:MOST],
        "countries": Country.objects.on_record().matching(text)[:MOST],
    }
