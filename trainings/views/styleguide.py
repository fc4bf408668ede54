"""Every piece that the public pages are made of, on one page for staff, with rows of the record."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from trainings import colours, figures
from trainings.facets import Listing
from trainings.models import Quote, Report, Training
from trainings.views.trainings import days_of
from trainings.whole import whole
from trainings.zones import zone_of

MOST = 3


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    published = Training.objects.published().with_places()
    context = {
        "preview": reverse("admin:index"),
        "pairs": colours.pairs(),
        "figures": figures.of_the_programme(),
        "listing": Listing(QueryDict()),
        "some": published.newest_first()[:MOST],
        "open": published.open_now().soonest_first().first(),
        "reports": Report.objects.published().for_lists().newest_first()[:MOST],
        **said(),
        **counted(),
        **timetable(),
        **form_of(),
    }
    return TemplateResponse(request, "trainings/styleguide.html", context)


def newest_with(**conditions) -> Training | None:
    """The newest published training that has such rows."""
    published = Training.objects.published().select_related("series", "call")
    return published.filter(**conditions).newest_first().distinct().first()


def said() -> dict:
    """People, quotes, photographs and facts of a training that somebody is quoted of."""
    training = newest_with(pk__in=Quote.objects.approved().values("training"))
    if training is None:
        return {}
    shown = whole(training)
    return {
        "training": training,
        "people": list(training.appearances.all())[: 2 * MOST],
        "quotes": shown.quotes[:MOST],
        "photos": shown.photos[:MOST],
        "facts": shown.series_facts[:MOST],
    }


def counted() -> dict:
    """The participants of a training whose countries were reported with numbers."""
    training = newest_with(groups__countries__count__isnull=False)
    return {"groups": figures.tree(whole(training).training.groups.all())} if training else {}


def timetable() -> dict:
    """The agenda of a training whose sessions have their days."""
    training = newest_with(sessions__date__isnull=False)
    if training is None:
        return {}
    sessions = list(whole(training).training.sessions.all())
    return {
        "timed": training,
        "days": days_of(sessions)[:1],
        "zone": zone_of(training, sessions),
    }


def form_of() -> dict:
    """The form of a call that is open, sent in empty so that its errors show; nothing without."""
    # Imported here: registration is the other app's, which imports this one.
    from volunteers.calls import announced
    from volunteers.forms.registering import RegistrationForm

    calling = Training.objects.published().open_now().select_related("call")
    found = calling.soonest_first().first()
    if found is None:
        return {}
    return {"form": RegistrationForm(announced(found), data={}, files={})}
