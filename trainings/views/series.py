"""The page of a series: its trainings, and who and what belongs to them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings import wording
from trainings.around import hang_reports, hang_titles, in_lists, titles_of
from trainings.given import Given
from trainings.models import (
    Fact,
    Person,
    Report,
    Series,
    Training,
    TrainingOrganisation,
)
from trainings.together import Asked, kept
from trainings.views.page import first_or_404, page_of, render_page
from trainings.views.trainings import cards_of

MOST_PEOPLE = 60
MOST_REPORTS = 12


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    found = first_or_404(on_record_as(slug=slug)["series"])
    rows = rows_around(series=found.pk)
    hang_titles(rows["people"], rows["titles"])
    hang_reports(rows)
    page = page_of([key for key, _day in rows["dates"]], request)
    context = {
        "series": found,
        "page": page,
        "rows": cards_of(list(page)),
        "span": span_of(day for _key, day in rows["dates"]),
        **{name: rows[name] for name in ("roles", "people", "reports", "facts")},
    }
    return render_page(request, "trainings/series.html", context)


@kept
def on_record_as(slug: Given) -> Asked:
    return {"series": Series.objects.on_record().filter(slug=slug)}


@kept
def rows_around(series: Given) -> Asked:
    """The days of its trainings, and who and what belongs to them."""
    trainings = Training.objects.published().filter(series=series)
    keys = trainings.order_by().values("pk")
    roles = TrainingOrganisation.objects.public().filter(training__in=keys)
    people = Person.objects.named_in(keys)[:MOST_PEOPLE]
    return {
        "dates": trainings.newest_first().values_list("pk", "sort_date"),
        "roles": roles.select_related("organisation"),
        "people": people,
        "titles": titles_of(people),
        "facts": Fact.objects.current().filter(series=series).select_related("country"),
        **in_lists(Report.objects.about(keys).newest_first()[:MOST_REPORTS]),
    }


def span_of(dates) -> str:
    """From which year to which, such as `2019–2023`; empty where no year is stated."""
    years = [day.year for day in dates if day]
    return wording.year_range(min(years), max(years)) if years else ""
