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
        "listing": Listing(QueryDict(), Training.objects.published()),
        "some": published.newest_first()[:MOST],
        "open": published.open_now().soonest_first().first(),
        "reports": Report.objects.published().for_lists().newest_first()[:MOST],
        **pieces_of(told_of()),
        **form_of(),
    }
    return TemplateResponse(request, "trainings/styleguide.html", context)


def told_of() -> Training | None:
    """The published training with something of everything: the newest that people are quoted of."""
    published = Training.objects.published().select_related("series", "call").newest_first()
    quoted = published.filter(pk__in=Quote.objects.approved().values("training"))
    return quoted.first() or published.first()


def pieces_of(training: Training | None) -> dict:
    """What the pieces show that belong to one training; nothing without one."""
    if training is None:
        return {}
    shown = whole(training)
    sessions = list(training.sessions.all())
    return {
        "training": training,
        "people": list(training.appearances.all())[: 2 * MOST],
        "groups": figures.tree(training.groups.all()),
        "days": days_of(sessions),
        "zone": zone_of(training, sessions),
        "quotes": shown.quotes[:MOST],
        "photos": shown.photos[:MOST],
        "facts": shown.series_facts[:MOST],
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
