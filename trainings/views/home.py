"""The front page: what is open, the newest report, what is on record."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trainings import figures
from trainings.models import Report, Training
from trainings.views.page import render_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    published = Training.objects.published().with_places()
    reports = Report.objects.published().for_lists().newest_first()[:4]
    is_open = Training.objects.open_now().order_by().values("pk")
    context = {
        "open": published.open_now().soonest_first()[:3],
        "planned": published.ahead().exclude(pk__in=is_open).soonest_first()[:3],
        "held": published.past().newest_first()[:6],
        "reports": list(reports),
        "figures": figures.of_the_programme(),
    }
    return render_page(request, "trainings/home.html", context)
