"""The programme in figures: a page, and the same as files."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from trainings import figures as counted
from trainings import open_data
from trainings.exporting.writing import CSV, csv_parts
from trainings.models import Training
from trainings.programme import Programme
from trainings.views.page import render_page


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    context = {
        "figures": counted.of_the_programme(),
        "programme": Programme(),
    }
    return render_page(request, "trainings/figures.html", context)


@require_safe
def figures_csv(request: HttpRequest) -> HttpResponse:
    """A line for each figure of each training, under a row of HXL hashtags.

    Whole, not streamed: only what is made before it is answered can be kept as a page is.
    """
    rows = open_data.rows(Training.objects.published().newest_first())
    parts = csv_parts(open_data.headings(), with_tags(rows))
    response = HttpResponse("".join(parts), content_type=CSV)
    name = f"hashar-trainings-{localdate():%Y-%m-%d}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def with_tags(rows):
    yield open_data.tags()
    yield from rows


@require_safe
def figures_json(request: HttpRequest) -> JsonResponse:
    found = open_data.as_json(Training.objects.published().newest_first(), day=f"{localdate()}")
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})
