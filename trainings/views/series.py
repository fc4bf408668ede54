"""The page of a series: its trainings, and who and what belongs to them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.models import Person, Report, Series, Training, TrainingOrganisation
from trainings.together import rows_of
from trainings.views.page import page_of, render_page
from volunteers.calls import tell_full

MOST_PEOPLE = 60
MOST_REPORTS = 12


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Series.objects.on_record(), slug=slug)
    trainings = Training.objects.published().filter(series=found).newest_first()
    keys = trainings.order_by().values("pk")
    dates = dict(trainings.values_list("pk", "sort_date"))
    page = page_of(list(dates), request)
    rows = list(trainings.with_places().filter(pk__in=list(page)))
    tell_full(rows)
    roles = TrainingOrganisation.objects.public().filter(training__in=keys)
    context = {
        "series": found,
        "page": page,
        "rows": rows,
        "span": span_of(dates.values()),
        "people": Person.objects.named_in(keys).with_titles()[:MOST_PEOPLE],
        "reports": Report.objects.about(keys).for_lists().newest_first()[:MOST_REPORTS],
        **rows_of(
            roles=roles.select_related("organisation"),
            facts=found.facts.current().select_related("country"),
        ),
    }
    return render_page(request, "trainings/series.html", context)


def span_of(dates) -> str:
    """From which year to which, such as `2019–2023`; empty where no year is stated."""
    years = [day.year for day in dates if day]
    return wording.year_range(min(years), max(years)) if years else ""
