"""Which other reports stand under a report: those nearest to what it is about."""

from django.db.models import Case, IntegerChoices, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trainings.around import hang_reports, in_lists
from trainings.given import Given, GivenKeys
from trainings.models import Place, Report, ReportTraining, Training
from trainings.together import Asked, kept

MOST_OTHERS = 3


class Nearness(IntegerChoices):
    """What another report has in common with one, the nearest first."""

    TRAINING = 0, _("About the same training")
    SERIES = 1, _("From the same series")
    COUNTRY = 2, _("From the same country")
    NOTHING = 3, ""


HEADINGS = {
    Nearness.TRAINING: _("More about this training"),
    Nearness.SERIES: _("More from this series"),
    Nearness.COUNTRY: _("More from the same country"),
    Nearness.NOTHING: _("More reports"),
}


def nearest_to(report: Given) -> QuerySet[Report]:
    """The other published reports, each with its `nearness`: the nearest first, then the newest.

    Only what the public may see brings two reports together.
    """
    public = Training.objects.published().order_by()
    own = public.filter(report_links__report=report)
    countries = Place.objects.filter(training__in=own.values("pk")).values("country")
    in_common = {
        Nearness.TRAINING: own,
        Nearness.SERIES: public.filter(series__in=own.values("series")),
        Nearness.COUNTRY: public.filter(places__country__in=countries),
    }
    cases = [
        When(pk__in=reports_about(trainings), then=Value(nearness))
        for nearness, trainings in in_common.items()
    ]
    others = Report.objects.published().exclude(pk=report).newest_first()
    nearness = Case(*cases, default=Value(Nearness.NOTHING))
    return others.annotate(nearness=nearness).order_by("nearness", *others.query.order_by)


def reports_about(trainings: QuerySet[Training]) -> QuerySet:
    links = ReportTraining.objects.filter(training__in=trainings.values("pk"))
    return links.order_by().values("report")


def told_nearest(nearest: list[tuple[int, int]]) -> list[Report]:
    """The reports of these keys with what a line of a list shows, each with its `nearness`.

    Their keys are found first: to sort all reports anew for each of the lists would cost more.
    """
    if not nearest:
        return []
    rows = lines_of(reports=[key for key, _near in nearest])
    hang_reports(rows)
    found = {one.pk: one for one in rows["reports"]}
    shown = [(found[key], near) for key, near in nearest if key in found]  # or deleted since
    for one, near in shown:
        one.nearness = near
    return [one for one, _near in shown]


@kept
def lines_of(reports: Given) -> Asked:
    return in_lists(Report.objects.filter(pk__in=GivenKeys(reports.name, MOST_OTHERS)))


def heading_of(reports: list[Report]) -> Promise:
    """The heading of `reports` of `nearest_to`: what they have in common.

    Where that differs, each gets its own as `in_common` instead: "" for nothing in common.
    """
    nearness = [Nearness(one.nearness) for one in reports]  # type: ignore[attr-defined]
    if len(set(nearness)) == 1:
        return HEADINGS[nearness[0]]
    for one, near in zip(reports, nearness, strict=True):
        one.in_common = near.label  # type: ignore[attr-defined]
    return HEADINGS[Nearness.NOTHING]
