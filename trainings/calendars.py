"""A training as an iCalendar entry; one whose days are not known has none."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from trainings.models import Lifecycle, Precision, Training


@require_safe
def training_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(
        Training.objects.published().prefetch_related("places__country"), slug=slug
    )
    if not found.first_day:
        raise Http404
    return calendar_file(found)


def calendar_file(training: Training) -> HttpResponse:
    """The calendar of `training`, which has known days, as a file to save."""
    content = calendar_of(training).to_ical()
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{training.slug}.ics"'
    return response


def spans(training: Training) -> list[tuple[dt.date, dt.date]]:
    """The first and the last day of each entry; what is filled in but not meant does not count."""
    if training.date_precision == Precision.LIST:
        return [(day, day) for day in training.listed_days]
    first = training.first_day
    return [(first, training.last_day or first)] if first else []


def calendar_of(training: Training) -> Calendar:
    """An iCalendar (RFC 5545) with an entry for the days of `training`, one a day for a list.

    The days are whole days: they are the same in every time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//{get_language()}//")
    calendar.add("version", "2.0")
    for number, (first, last) in enumerate(spans(training), start=1):
        event = Event()
        host = settings.SITE_URL.split("://")[1]
        event.add("uid", f"training-{training.pk}-{number}@{host}")
        event.add("dtstamp", training.published_at)
        event.add("summary", str(training.title))
        event.add("dtstart", first)
        event.add("dtend", last + dt.timedelta(days=1))
        event.add("url", f"{settings.SITE_URL}{training.get_absolute_url()}")
        if training.summary:
            event.add("description", str(training.summary))
        if places := [str(place) for place in training.places.all()]:
            event.add("location", "; ".join(places))
        if training.lifecycle == Lifecycle.CANCELLED:
            event.add("status", "CANCELLED")
        calendar.add_component(event)
    return calendar
