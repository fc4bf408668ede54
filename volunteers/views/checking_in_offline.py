"""What lets check-in go on without the network: the list for the phone, and marks sent later."""

import datetime as dt
import json
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trainings import folding
from trainings.services.refusal import NotAllowed
from volunteers.deciding import is_key
from volunteers.door import Door, Guest, already_in_words, part_of_key
from volunteers.models import Attendance, Source
from volunteers.services import attendance as services
from volunteers.views.checking_in import at_the_door

MOST_MARKS = 500
LONGEST_KEY = 36


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker; its scope is the folder it stands in, which is check-in alone."""
    response = render(request, "check_in/worker.js", content_type="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@at_the_door
@require_safe
def door_list(request: HttpRequest, at: Door) -> JsonResponse:
    """Who is expected and who is here, for the phone: names and badges, no address or number."""
    return JsonResponse(
        {
            "training": at.training.pk,
            "user": request.user.pk,
            "part": at.part.key if at.part else "",
            "until": at.until,
            "people": [listed(guest) for guest in at.guests()],
            "spellings": folding.SPELLINGS,
            "sounds": [(sound.pattern, instead) for sound, instead in folding.SOUNDS],
        }
    )


def listed(guest: Guest) -> dict:
    row = guest.registration
    return {
        "id": row.pk,
        "code": row.badge_code,
        "name": row.name,
        "more": guest.more,
        "key": row.search_key,
        "here": here(guest.attendance, guest.clock),
    }


def here(attendance: Attendance | None, clock: dt.tzinfo) -> dict | None:
    """Since when someone is here; None where she is not."""
    if attendance is None:
        return None
    by = attendance.marked_by
    since = localtime(attendance.marked_at, clock)
    return {"since": f"{since:%H:%M}", "by": by.get_short_name() if by else ""}


@at_the_door
@require_POST
def take_marks(request: HttpRequest, at: Door) -> JsonResponse:
    """Take marks in that a phone made, in their order; says what became of each."""
    try:
        marks = [Sent.read(one) for one in json.loads(request.body)[:MOST_MARKS]]
    except (ValueError, TypeError, KeyError, AttributeError):
        words = _("These marks can't be read. Reload the page.")
        return JsonResponse({"error": words}, status=400)
    return JsonResponse({"results": [taken(one, at) for one in marks]})


@dataclass(frozen=True)
class Sent:
    """A mark as a phone sends it."""

    key: str
    registration: int
    part: str
    is_here: bool
    at: dt.datetime | None

    @classmethod
    def read(cls, raw: dict) -> "Sent":
        """Out of JSON. Raises ValueError, TypeError or KeyError for what is no mark."""
        key, at = str(raw["key"]), parse_datetime(str(raw.get("at") or ""))
        if not key or len(key) > LONGEST_KEY or "\0" in key or not is_key(str(raw["id"])):
            raise ValueError("no mark")
        at = None if at is None or is_naive(at) else at
        return cls(key, int(raw["id"]), str(raw["part"]), bool(raw["here"]), at)


def taken(sent: Sent, at: Door) -> dict:
    """What became of one mark: `done`, `already` or `refused`, the words, and who is here now."""
    registration = at.seen.filter(pk=sent.registration).first()
    part = part_of_key(at.training, sent.part)
    if registration is None:
        words = _("This person is not on the list any more.")
        return {"key": sent.key, "outcome": "refused", "words": words, "here": None}
    try:
        if part is None:
            raise NotAllowed(_("This day or session is not there any more. Reload the page."))
        done = services.mark(
            registration,
            part,
            by=at.user,
            source=Source.PHONE,
            is_here=sent.is_here,
            key=sent.key,
            at=sent.at,
        )
    except NotAllowed as refusal:
        return {"key": sent.key, "outcome": "refused", "words": str(refusal), "here": None}
    is_other = sent.is_here and done.attendance and not done.is_new and not done.is_repeat
    return {
        "key": sent.key,
        "outcome": "already" if is_other else "done",
        "words": already_in_words(done.attendance, at.clock) if is_other else "",
        "here": here(done.attendance, at.clock),
    }
