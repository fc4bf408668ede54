"""The front page: what is open, the newest report, what was held, the programme in figures."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.around import hang_cards, hang_reports, in_lists, on_cards
from trainings.models import Lifecycle, Report, Training
from trainings.together import Asked, kept
from trainings.views.page import render_page
from volunteers.calls import Standing

MOST_OPEN = 3
MOST_PLANNED = 3
MOST_HELD = 6
MOST_REPORTS = 4


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    rows = shown_at_home()
    hang_cards([*rows["upcoming"], *rows["held"]], rows)
    hang_reports(rows)
    ahead = [one for one in rows["upcoming"] if one.is_ahead]
    is_open = [one for one in ahead if takes_people(one)]
    context = {
        "open": is_open[:MOST_OPEN],
        "planned": [one for one in ahead if one not in is_open][:MOST_PLANNED],
        "held": rows["held"],
        "reports": rows["reports"],
        "figures": figures.of_the_programme(),
    }
    return render_page(request, "trainings/home.html", context)


def takes_people(training: Training) -> bool:
    """Whether one can still register, be it for the waiting list."""
    return training.stage == Lifecycle.OPEN and training.full_standing != Standing.FULL


@kept
def shown_at_home() -> Asked:
    published = Training.objects.published().select_related("series")
    upcoming = published.upcoming().soonest_first()
    held = published.past().newest_first()[:MOST_HELD]
    reports = Report.objects.published().newest_first()[:MOST_REPORTS]
    return {
        "upcoming": upcoming,
        "held": held,
        **on_cards(upcoming.order_by().values("pk"), held.values("pk")),
        **in_lists(reports),
    }
