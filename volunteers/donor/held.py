"""What is known of a training for its donors: days, contact hours, status, venue, and its cost.

Whatever is not known is None, and never a guess.
"""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from trainings.models import (
    Lifecycle,
    OrganisationRole,
    ParticipantGroup,
    Session,
    SessionKind,
    Training,
    TrainingOrganisation,
)
from trainings.models.dates import Precision
from volunteers.models import Attendance, AttendanceRule, TrainingCost

# ADS 253 of USAID: what is shorter need not be reported.
FEWEST_DAYS, FEWEST_HOURS = 3, 15
ORGANISING = (OrganisationRole.ORGANISER, OrganisationRole.CO_ORGANISER)
FUNDING = (OrganisationRole.FUNDER, OrganisationRole.FUNDED_THROUGH)


class Status(models.TextChoices):
    """The words of ADS 253."""

    POTENTIAL = "potential", _("potential")
    PLANNED = "planned", _("planned")
    ACTIVE = "active", _("active")
    CANCELLED = "cancelled", _("cancelled")
    COMPLETED = "completed", _("completed")


class Venue(models.TextChoices):
    """Where a training was held, as its participants see it."""

    IN_COUNTRY = "in_country", _("in country")
    THIRD_COUNTRY = "third_country", _("third country")
    ELSEWHERE = "elsewhere", _("elsewhere (the donor’s country)")


def with_marks(trainings: QuerySet[Training]) -> QuerySet[Training]:
    """`trainings` with their rule; `was_taken` says whether anybody was ever marked as there."""
    marks = Attendance.objects.filter(registration__training=OuterRef("pk"))
    return trainings.select_related("attendance_rule").annotate(was_taken=Exists(marks))


def with_all(trainings: QuerySet[Training]) -> QuerySet[Training]:
    """`trainings` with all that is read of them here, in a fixed number of queries."""
    roles = TrainingOrganisation.objects.filter(role__in=(*ORGANISING, *FUNDING))
    read = with_marks(trainings).select_related("series", "donor_cost")
    return read.prefetch_related(
        "places",
        Prefetch("sessions", Session.objects.exclude(date=None)),
        Prefetch("organisation_roles", roles.select_related("organisation__country")),
        Prefetch("groups", ParticipantGroup.objects.filter(count__isnull=False)),
    )


def status(training: Training) -> Status:
    """Where a training stands today where it is held; a draft without a day is only potential."""
    zone = ZoneInfo(training.time_zone) if training.time_zone else None
    today = localdate(None, zone)
    if training.lifecycle == Lifecycle.CANCELLED:
        return Status.CANCELLED
    if training.is_over:
        return Status.COMPLETED
    if training.first_day and training.first_day <= today:
        return Status.ACTIVE
    if training.lifecycle == Lifecycle.PLANNED and not training.dates_known:
        return Status.POTENTIAL
    return Status.PLANNED


def days(training: Training) -> int | None:
    """How many days it has by its dates; otherwise as many as someone stated."""
    if training.date_precision == Precision.LIST:
        return len(training.listed_days)
    if training.first_day and training.last_day:
        return (training.last_day - training.first_day).days + 1
    return training.days_stated


def hours(training: Training) -> float | None:
    """Contact hours by the agenda; None unless every session with a day says from when to when.

    What runs side by side counts once, and breaks count not at all.
    """
    sessions = list(training.sessions.all())
    lessons = [one for one in sessions if one.kind != SessionKind.BREAK]
    if not lessons or not all(is_timed(one) for one in lessons):
        return None
    pauses = [span(one) for one in sessions if one.kind == SessionKind.BREAK and is_timed(one)]
    seconds = sum(
        (end - begin).total_seconds() - shared(begin, end, pauses)
        for begin, end in joined(span(one) for one in lessons)
    )
    return round(seconds / 3600, 2)


Span = tuple[dt.datetime, dt.datetime]


def is_timed(session: Session) -> bool:
    """Whether it begins and ends at a time, on one day."""
    one_day = session.end_date in (None, session.date)
    return bool(one_day and session.start_time and session.end_time)


def span(session: Session) -> Span:
    """From when to when a timed session goes."""
    day, begin, end = session.date, session.start_time, session.end_time
    assert day is not None
    assert begin is not None
    assert end is not None
    return dt.datetime.combine(day, begin), dt.datetime.combine(day, end)


def joined(spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, those that overlap as one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def shared(begin: dt.datetime, end: dt.datetime, pauses: list[Span]) -> float:
    """How many seconds of `pauses` lie between `begin` and `end`."""
    within = ((max(begin, first), min(end, last)) for first, last in joined(pauses))
    return sum(max(0.0, (last - first).total_seconds()) for first, last in within)


def is_short(training: Training) -> bool | None:
    """Whether it is below what ADS 253 asks to report; None where nobody can tell."""
    length, contact = days(training), hours(training)
    if (length is not None and length < FEWEST_DAYS) or (
        contact is not None and contact < FEWEST_HOURS
    ):
        return True
    return None if length is None or contact is None else False


def venue(training: Training, countries: set[str]) -> Venue | None:
    """Where it was held as seen from `countries`, those of its people.

    None where a country is not known, or where it was at home for some and abroad for others.
    """
    places = {place.country_id for place in training.places.all()}
    if len(places) != 1 or None in places or not countries or "unknown" in countries:
        return None
    if countries == places:
        return Venue.IN_COUNTRY
    if countries & places:
        return None
    funders = {
        role.organisation.country_id
        for role in training.organisation_roles.all()
        if role.role in FUNDING
    }
    return Venue.ELSEWHERE if places <= funders else Venue.THIRD_COUNTRY


def counts_completion(training: Training) -> bool:
    """Whether the share that someone attended can be told: what there was to attend is known."""
    if AttendanceRule.objects.of(training).by_session:
        return any(one.kind != SessionKind.BREAK for one in training.sessions.all())
    exactly = training.date_precision == Precision.LIST or training.last_day is not None
    return bool(exactly)


def cost(training: Training) -> dict | None:
    """The cost as entered; None where nobody entered any."""
    try:
        row = training.donor_cost
    except TrainingCost.DoesNotExist:
        return None
    amounts = {name: getattr(row, name) for name in TrainingCost.AMOUNTS}
    written = {name: None if sum_ is None else str(sum_) for name, sum_ in amounts.items()}
    return {"currency": row.currency, **written}


def day_or_month(training: Training, *, last: bool = False) -> str | None:
    """The first or last day in ISO 8601, shortened to what is known: `2018-05`, `2018`."""
    day = training.last_day if last else training.first_day
    if day:
        return day.isoformat()
    if training.date_precision == Precision.MONTH:
        year = (last and training.end_year) or training.year
        month = (last and training.end_month) or training.month
        return f"{year}-{month:02}"
    if training.date_precision in (Precision.YEAR, Precision.SEASON) and training.year:
        if last and training.is_ongoing:
            return None
        return str((last and training.end_year) or training.year)
    return None
