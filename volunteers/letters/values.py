"""What the placeholders of a letter say, in the language that is active."""

import datetime as dt
import re
from collections.abc import Callable

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trainings import wording
from trainings.calendars import calendar_of
from trainings.models import Place, Training
from volunteers import links
from volunteers.letters.filling import Value, address, plain, prose
from volunteers.letters.words import ALLOWED
from volunteers.models import Call, Deciding, LetterKind, Registration, User
from volunteers.services.seats import position

TO_CONFIRM = (LetterKind.CONFIRM, LetterKind.NOMINATED, LetterKind.CLOSING)
WITH_CALENDAR = (LetterKind.APPROVED, LetterKind.SEAT_FREE, LetterKind.REMINDER)
# Whoever registers somebody else's address could put an advertisement into the name.
ADVERTISES = re.compile(r"://|www\.|@|\.\w{2,}/", re.IGNORECASE)


def of_registration(kind: str, registration: Registration, **told: str) -> dict[str, Value]:
    """The values of the placeholders that a letter of `kind` may hold.

    `told` are the words that go with it, such as a reason.
    """
    training = registration.training
    # Said when asked for: most letters need a few, and some cost a query or a calendar.
    sayings: dict[str, Callable[[], Value]] = {
        "name": lambda: plain(name_of(kind, registration)),
        "training": lambda: plain(training.title),
        "dates": lambda: plain(training.dates_in_words() or training.date_wording),
        "place": lambda: plain(places_of(training)),
        "link": lambda: address(link_of(kind, registration)),
        "deadline": lambda: plain(deadline_of(kind, registration)),
        "next": lambda: plain(next_steps(training)),
        "nominator": lambda: plain(nominator_of(registration)),
        "state": lambda: plain(registration.get_state_display()),
        "position": lambda: plain(wording.number(position(registration))),
        "reason": lambda: plain(told.get("reason")),
        "changes": lambda: lines(told.get("changes", "")),
        "calendar": lambda: plain(calendar_note(kind, training)),
        "practical": lambda: prose(training.practical),
        "contact": lambda: contact_of(training),
        "site": site,
    }
    return {name: sayings[name]() for name in ALLOWED[LetterKind(kind)]}


def of_code(user: User, code: str) -> dict[str, Value]:
    """The values of a letter with a sign-in code."""
    shown = format_html('<span class="code">{}</span>', code)
    return {"name": plain(user.name), "code": Value(code, shown), "site": site()}


def of_account(user: User, happened: str) -> dict[str, Value]:
    """The values of a letter about an account at the desk."""
    return {"name": plain(user.name), "happened": lines(happened), "site": site()}


def name_of(kind: str, registration: Registration) -> str:
    """The name to greet with; none of a stranger's making that holds an address."""
    advertises = kind in TO_CONFIRM and ADVERTISES.search(registration.name)
    return "" if advertises else registration.name


def places_of(training: Training) -> str:
    """Venue, city and country of each place; "" where no place is stated."""
    rows = Place.objects.select_related("country")
    prefetch_related_objects([training], Prefetch("places", rows))  # unless they are in hand
    named = [
        str(place) if place.venue or place.city or place.country else place.get_mode_display()
        for place in training.places.all()
    ]
    return "; ".join(dict.fromkeys(filter(None, named))) or training.get_mode_display()


def link_of(kind: str, registration: Registration) -> str:
    """Where the letter leads: to the page that confirms, or to the volunteer's own."""
    if kind in TO_CONFIRM:
        return links.confirm_url(registration)
    return links.own_page_url(registration)


def deadline_of(kind: str, registration: Registration) -> str:
    """Until when the link is good, or until when registration is open; "" when that is past."""
    training = registration.training
    ends: dt.datetime | None
    if kind in (LetterKind.CONFIRM, LetterKind.NOMINATED):
        # The registration is dropped then, even where a later letter brings a later link.
        ends = registration.submitted_at + links.CONFIRM_FOR
    else:
        ends = training.registration_closes_at
    if ends is None or ends <= now() or not training.is_to_come:
        return ""
    return in_words(ends, training)


def in_words(moment: dt.datetime, training: Training) -> str:
    """A moment on the clocks of the training."""
    return wording.moment(moment, training.time_zone or settings.TIME_ZONE)


def next_steps(training: Training) -> str:
    """What happens after the address is confirmed: what the call says, or how it is decided."""
    call = Call.objects.of(training)
    if call.next_steps:
        return str(call.next_steps)
    if call.deciding == Deciding.FIRST_COME:
        return _("seats go to those who come first, and a letter says whether you have one.")
    return _("the organizers read every registration, and a letter brings you their decision.")


def nominator_of(registration: Registration) -> str:
    """Who registered the volunteer; an organizer where nobody is named."""
    name = registration.nominated_by.name if registration.nominated_by else ""
    known = [part for part in (name, registration.nominating_office) if part]
    return ", ".join(known) or _("An organizer")


def lines(text: str) -> Value:
    """A value of words in several lines, each shown as it is."""
    kept = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    html = format_html("{}", "")
    for number, line in enumerate(kept):
        html += format_html("<br>\n{}" if number else "{}", line)
    return Value("\n".join(kept), html)


def calendar_note(kind: str, training: Training) -> str:
    return _("A calendar file is attached.") if has_calendar(kind, training) else ""


def has_calendar(kind: str, training: Training) -> bool:
    """Whether a calendar file goes with a letter of `kind`: only with days that are known."""
    return kind in WITH_CALENDAR and bool(training.first_day and training.published_at)


def calendar(kind: str, training: Training) -> str:
    """The calendar file that goes with a letter of `kind`; "" for none, or without known days."""
    return calendar_of(training).to_ical().decode() if has_calendar(kind, training) else ""


def contact_of(training: Training) -> Value:
    if not training.contact:
        return plain("")
    shown = format_html('<a href="mailto:{0}">{0}</a>', training.contact)
    return Value(training.contact, shown)


def site() -> Value:
    """The name and the address of this site, in the language of the letter."""
    return address(f"{settings.SITE_URL}/{get_language()}/", settings.SITE_NAME)
