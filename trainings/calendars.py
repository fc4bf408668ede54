"""Trainings as iCalendar (RFC 5545): one training, its agenda, and all of the site to subscribe to.

Only what has real days is in them.
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event, Timezone, vDuration, vText

from trainings.atom import in_a_line, writable
from trainings.given import Given
from trainings.markdown import plain
from trainings.models import Lifecycle, Place, Precision, Session, SessionPerson, Training
from trainings.together import Asked, hang, kept
from trainings.views.page import first_or_404
from trainings.zones import clock_of

KIND = "text/calendar; charset=utf-8"
# How often a calendar that is subscribed to need be asked again.
AGAIN = dt.timedelta(hours=12)
DAY = dt.timedelta(days=1)
# A mistyped year is shown as it was typed, but asks for no more than this of us.
FIRST_DAY, LAST_DAY, MOST_DAYS = dt.date(1900, 1, 1), dt.date(2200, 12, 31), 366
SUMMARY = 1000


@require_safe
def training_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(with_places().filter(slug=slug))
    if not spans(found):
        raise Http404
    return calendar_file(found)


@require_safe
def agenda_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Each session with a time of a training, on the clocks of its time zone."""
    rows = with_agenda(slug=slug)
    found = first_or_404(rows["trainings"])
    hang([found], "places", rows["places"], by="training")
    hang([found], "sessions", rows["sessions"], by="training")
    hang(rows["sessions"], "people", rows["people"], by="session")
    calendar = agenda_of(found)
    if not calendar.events:
        raise Http404
    return as_file(calendar, f"{found.slug}-agenda")


@require_safe
def site_calendar(request: HttpRequest) -> HttpResponse:
    """All trainings with real days, those held and those to come, to subscribe to."""
    calendar = new_calendar(_("Trainings of %(site)s") % {"site": settings.SITE_NAME})
    calendar.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(AGAIN))
    calendar.add("source", f"{settings.SITE_URL}{reverse('calendar')}", parameters={"value": "URI"})
    for training in with_places().order_by("sort_date", "pk"):
        add_days(calendar, training)
    return HttpResponse(calendar.to_ical(), content_type=KIND)


@kept
def with_agenda(slug: Given) -> Asked:
    """A published training, its places, and its sessions that have a time, with who is in them."""
    found = Training.objects.published().filter(slug=slug)
    keys = found.order_by().values("pk")
    sessions = Session.objects.filter(training__in=keys, start_time__isnull=False)
    people = SessionPerson.objects.filter(session__in=sessions.order_by().values("pk"))
    return {
        "trainings": found,
        "places": Place.objects.filter(training__in=keys).select_related("country"),
        "sessions": sessions.select_related("place__country"),
        "people": people.select_related("appearance__person"),
    }


def with_places():
    """Published trainings with what stands of each in a calendar."""
    return Training.objects.published().prefetch_related("places__country")


def calendar_file(training: Training) -> HttpResponse:
    """The calendar of `training`, which has known days, as a file to save."""
    return as_file(calendar_of(training), training.slug)


def as_file(calendar: Calendar, name: str) -> HttpResponse:
    response = HttpResponse(calendar.to_ical(), content_type=KIND)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


def calendar_of(training: Training) -> Calendar:
    """An iCalendar with an entry for the days of `training`, one a day for a list.

    The days are whole days: they are the same in every time zone.
    """
    calendar = new_calendar(str(training.title))
    add_days(calendar, training)
    return calendar


def agenda_of(training: Training) -> Calendar:
    """An iCalendar with an entry for each session of `training` that has a time.

    Times are those of the clocks where it is held; where the zone is not known, of any clock.
    """
    calendar = new_calendar(_("Agenda: %(title)s") % {"title": training.title})
    zone = clock_of(training.time_zone) if training.time_zone else None
    for session in training.sessions.all():
        for number, (start, end) in enumerate(hours(session, zone), start=1):
            calendar.add_component(session_event(session, training, number, start, end))
    add_zones(calendar)
    return calendar


def new_calendar(name: str) -> Calendar:
    """An empty calendar; `name` is what a program calls it that subscribes to it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//{get_language()}//")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # RFC 7986 has the first, older programs know the second.
    calendar.add("name", vText(in_a_line(name)))
    calendar.add("x-wr-calname", vText(in_a_line(name)))
    return calendar


def add_zones(calendar: Calendar) -> None:
    """Add what the zones of the entries mean, from the first day of them to the last."""
    moments = [moment for event in calendar.events for moment in (event.start, event.end)]
    days = [dt.date(moment.year, moment.month, moment.day) for moment in moments]
    if days:
        first, last = (min(max(day, FIRST_DAY), LAST_DAY) for day in (min(days), max(days)))
        for name in sorted(calendar.get_missing_tzids(), reverse=True):
            calendar.subcomponents.insert(0, rules_of(name, first - DAY, last + DAY))


@lru_cache(maxsize=100)
def rules_of(zone: str, first: dt.date, last: dt.date) -> Timezone:
    """What a zone means from one day to another; found by trying each hour, so it is kept."""
    return Timezone.from_tzid(zone, first_date=first, last_date=last)


def spans(training: Training) -> list[tuple[dt.date, dt.date]]:
    """The first and the last day of each entry; what is filled in but not meant does not count."""
    if training.date_precision == Precision.LIST:
        return [(day, day) for day in training.listed_days]
    first = training.first_day
    return [(first, training.last_day or first)] if first else []


def add_days(calendar: Calendar, training: Training) -> None:
    places = [str(place) for place in training.places.all()]
    for number, (first, last) in enumerate(spans(training), start=1):
        event = new_event(training, f"training-{training.pk}-{number}", training.title)
        event.add("dtstart", first)
        event.add("dtend", min(last, dt.date.max - DAY) + DAY)
        event.add("transp", "TRANSPARENT")  # it does not make anybody busy by itself
        add_known(event, description=training.summary, location="; ".join(places))
        calendar.add_component(event)


def session_event(session: Session, training: Training, number: int, start, end) -> Event:
    event = new_event(training, f"session-{session.pk}-{number}", session.title)
    event.add("dtstart", start)
    if end:
        event.add("dtend", end)
    people = [row.appearance for row in session.people.all() if row.appearance.is_shown]
    lines = [plain(session.text, SUMMARY), *map(str, people), str(training.title)]
    place = session.place or next(iter(training.places.all()), None)
    where = ", ".join(str(part) for part in (session.room, place) if part)
    add_known(event, description="\n".join(filter(None, lines)), location=where)
    return event


def hours(session: Session, zone: ZoneInfo | None) -> Iterator[tuple]:
    """The beginnings and ends of a session: on each of its days, unless it lasts through a night.

    An end is None where it is not known.
    """
    first, start, end = session.date, session.start_time, session.end_time
    if first is None or start is None:
        return
    last = session.end_date or first
    if end and last > first and end < start:
        yield at(first, start, zone), at(last, end, zone)
        return
    for day in (first + DAY * n for n in range(min((last - first).days + 1, MOST_DAYS))):
        yield at(day, start, zone), at(day, end, zone) if end else None


def at(day: dt.date, time: dt.time, zone: ZoneInfo | None) -> dt.datetime:
    return dt.datetime.combine(day, time, zone)


def new_event(training: Training, uid: str, summary: object) -> Event:
    """An entry that says who it is, which revision, where to read more and whether it is off."""
    event = Event()
    changed = training.last_changed or now()
    event.add("uid", f"{uid}@{settings.SITE_URL.split('://')[1]}")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", revision(training))
    event.add("summary", in_a_line(summary))
    event.add("url", f"{settings.SITE_URL}{training.get_absolute_url()}")
    if training.lifecycle == Lifecycle.CANCELLED:
        event.add("status", "CANCELLED")
    return event


def revision(training: Training) -> int:
    """A number that grows with each change: the minutes from publishing to the last of them."""
    if not training.changed_at or not training.published_at:
        return 0
    return max(0, int((training.changed_at - training.published_at).total_seconds() // 60))


def add_known(event: Event, **said: object) -> None:
    """Add the properties that are known."""
    for name, value in said.items():
        if str(value):
            event.add(name, writable(value))
