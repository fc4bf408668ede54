"""The front page: what is open, the newest report, what was held, the programme in figures."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.models import Lifecycle, Report, Training
from trainings.views.page import render_page

MOST_OPEN = 3
MOST_PLANNED = 3
MOST_HELD = 6
MOST_REPORTS = 4


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    published = Training.objects.published().with_places()
    ahead = [one for one in published.upcoming().soonest_first() if one.is_ahead]
    is_open = [one for one in ahead if one.stage == Lifecycle.OPEN]
    reports = Report.objects.published().for_lists().newest_first()[:MOST_REPORTS]
    context = {
        "open": is_open[:MOST_OPEN],
        "planned": [one for one in ahead if one not in is_open][:MOST_PLANNED],
        "held": published.past().newest_first()[:MOST_HELD],
        "reports": list(reports),
        "figures": figures.of_the_programme(),
    }
    return render_page(request, "trainings/home.html", context)
