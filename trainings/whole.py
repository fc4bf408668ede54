"""A training with all that its page shows, read in one question however much there is."""

from dataclasses import dataclass

from django.db.models import QuerySet

from trainings import around
from trainings.given import Given
from trainings.models import (
    Appearance,
    Document,
    Fact,
    GroupCountry,
    ParticipantGroup,
    Photo,
    Place,
    Point,
    Quote,
    RelatedEvent,
    Report,
    ReportText,
    ReportTraining,
    Session,
    SessionPerson,
    Training,
    TrainingLanguage,
    TrainingOrganisation,
)
from trainings.together import Asked, hang, kept

MOST_SIBLINGS = 6


@dataclass
class Whole:
    """A training whose related rows are all in hand, and what its page shows beside them."""

    training: Training
    quotes: list[Quote]
    photos: list[Photo]
    reports: list[Report]
    siblings: list[Training]
    series_facts: list[Fact]


def whole(training: Training) -> Whole:
    """`training`, published or not, with its related rows in hand."""
    rows = rows_of_one(training=training.pk, series=training.series_id or 0)
    for name in ("places", "points", "languages", "organisation_roles", "documents"):
        hang([training], name, rows[name], by="training")
    for name in ("related_events", "groups", "appearances", "sessions"):
        hang([training], name, rows[name], by="training")
    hang(rows["groups"], "countries", rows["countries"], by="group")
    around.hang_organisations(rows["appearances"], rows["organisations"])
    hang_sessions(rows)
    for row in (*rows["quotes"], *rows["photos"]):
        row.training = training
    reports = hang_reports(rows)
    of_siblings = {"places": rows["sibling_places"], "totals": rows["totals"]}
    around.hang_cards(rows["siblings"], of_siblings)
    about = {link.report_id for link in rows["links"] if link.training_id == training.pk}
    return Whole(
        training,
        rows["quotes"],
        rows["photos"],
        # A figure may come from a report that is still a draft.
        [report for report in reports if report.pk in about and report.shown_text],
        rows["siblings"],
        rows["facts"],
    )


@kept
def rows_of_one(training: Given, series: Given) -> Asked:
    """All rows that the page of a training shows; of no series, 0."""
    return {
        **own(training),
        **of_people(training),
        **of_reports(training),
        **near(training, series),
    }


def own(training: Given) -> Asked:
    """What belongs to the training alone."""
    return {
        "places": Place.objects.filter(training=training).select_related("country", "lead"),
        "points": Point.objects.filter(training=training),
        "languages": TrainingLanguage.objects.filter(training=training),
        "organisation_roles": TrainingOrganisation.objects.filter(training=training).select_related(
            "organisation"
        ),
        "documents": Document.objects.filter(training=training),
        "related_events": RelatedEvent.objects.filter(training=training).select_related("other"),
        "groups": ParticipantGroup.objects.filter(training=training).select_related(
            "place__country", "session", "reported_in"
        ),
        "countries": GroupCountry.objects.filter(group__training=training).select_related(
            "country"
        ),
        "photos": Photo.objects.filter(training=training).public(),
    }


def of_people(training: Given) -> Asked:
    """Who appears, with what organisations, where in the agenda and in what words."""
    shown = Appearance.objects.filter(training=training).shown()
    said = Quote.objects.filter(training=training).approved()
    sessions = Session.objects.filter(training=training)
    return {
        "appearances": shown.select_related("person", "country"),
        "organisations": around.links_of(shown),
        "sessions": sessions.select_related("place__country"),
        "session_people": SessionPerson.objects.filter(session__training=training).select_related(
            "appearance__person"
        ),
        "quotes": said.select_related("appearance__person", "organisation"),
    }


def of_reports(training: Given) -> Asked:
    """The reports about it, those its figures come from, and their texts."""
    about = Report.objects.published().filter(trainings=training)
    named = Report.objects.filter(groups__training=training)
    keys = about.order_by().values("pk").union(named.order_by().values("pk"))
    reports = Report.objects.filter(pk__in=keys)
    links = ReportTraining.objects.filter(report__in=keys).select_related("training")
    return {
        "reports": reports.newest_first(),
        "texts": ReportText.objects.filter(report__in=keys),
        "links": links,
    }


def near(training: Given, series: Given) -> Asked:
    """The other published trainings of its series, and what is known of the series."""
    others = Training.objects.published().filter(series=series)
    shown = others.exclude(pk=training).select_related("series").newest_first()[:MOST_SIBLINGS]
    keys = list_of_keys(shown)
    totals = ParticipantGroup.objects.filter(is_total=True, count__isnull=False)
    return {
        "siblings": shown,
        "sibling_places": Place.objects.filter(training__in=keys).select_related("country"),
        "totals": totals.filter(training__in=keys),
        "facts": Fact.objects.current().filter(series=series),
    }


def list_of_keys(rows: QuerySet) -> QuerySet:
    return rows.select_related(None).values("pk")


def hang_sessions(rows: dict[str, list]) -> None:
    """Each session with its people and its materials."""
    hang(rows["sessions"], "people", rows["session_people"], by="session")
    hang(rows["sessions"], "materials", rows["documents"], by="session")


def hang_reports(rows: dict[str, list]) -> list[Report]:
    """The reports with their texts and trainings; groups name the same reports."""
    around.hang_reports(rows)
    held = {report.pk: report for report in rows["reports"]}
    for group in rows["groups"]:
        if group.reported_in_id:
            group.reported_in = held[group.reported_in_id]
    return rows["reports"]
