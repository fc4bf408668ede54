"""Limits without puzzles: how often an address or a client may try something.

See docs/decisions/2026-11-25-spam.md for the numbers. They are counted in the database, so that
several processes agree; no address is kept, only a keyed hash of it.
"""

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings.given import Given
from trainings.services.refusal import NotAllowed
from trainings.together import Asked, Counted, kept
from volunteers.models import Attempt

WITHIN = timedelta(hours=1)


class TooMany(NotAllowed):
    """Tried too often within an hour; the text says what to do."""


@dataclass(frozen=True)
class Limit:
    """So many tries within an hour, and what is said to the next; `%(minutes)s` to wait."""

    what: str
    most: int
    refusal: Any


BY_ADDRESS = Limit(
    "letter to address",
    5,
    _(
        "Several letters went to this address within the last hour. Look for them in the mailbox, "
        "also among spam, or try again in an hour. Everything you typed is still here."
    ),
)
BY_CLIENT = Limit(
    "form of client",
    100,
    _(
        "Very many forms came from your network within the last hour. Wait an hour and send this "
        "one again, or write to the organizers. Everything you typed is still here."
    ),
)
CODES = Limit(
    "certificate guess",
    30,
    _(
        "Many codes that do not exist were tried from your network within the last hour. Wait an "
        "hour, or ask whoever issued the certificate."
    ),
)
UPLOADS = Limit("upload of client", 60, "")


def count(limit: Limit, who: str) -> Attempt | None:
    """Count a try of `who`, an address or a client; nobody is limited where it is empty.

    Returns what was counted. Raises TooMany, and counts nothing, where the limit is reached.
    """
    rows = count_all([(limit, who)])
    return rows[0] if rows else None


def count_all(tries: list[tuple[Limit, str]]) -> list[Attempt]:
    """Count a try that one limit or two of different kinds hold for; see `count`."""
    rows = [Attempt(what=limit.what, who=hashed(who)) for limit, who in tries if who]
    if not rows:
        return []
    # Written before they are counted: of tries at the same moment none may overlook the others.
    Attempt.objects.bulk_create(rows)
    numbers = lately(rows[0], rows[-1])
    for limit, who in tries:
        if numbers.get(limit.what, 0) > limit.most:
            Attempt.objects.filter(pk__in=[row.pk for row in rows]).delete()
            raise too_many(limit, who)
    return rows


def lately(one: Attempt, other: Attempt) -> dict[str, int]:
    """How often the same was tried within the last hour, by what it is: one query."""
    found = same_as(
        since=now() - WITHIN,
        what=one.what,
        who=one.who,
        other_what=other.what,
        other_who=other.who,
    )
    return {one.what: found["one"], other.what: found["other"]}


@kept
def same_as(since: Given, what: Given, who: Given, other_what: Given, other_who: Given) -> Asked:
    rows = Attempt.objects.filter(at__gt=since)
    return {
        "one": Counted(rows.filter(what=what, who=who)),
        "other": Counted(rows.filter(what=other_what, who=other_who)),
    }


def too_many(limit: Limit, who: str) -> TooMany:
    """What is said to `who` beyond the limit, with the minutes until the next try is free."""
    last = counted(limit, who).order_by("-at", "-pk").values_list("at", flat=True)
    # Of many tries at one moment some may have taken theirs back meanwhile.
    oldest = [now(), *last[: limit.most]][-1]
    wait = math.ceil((oldest + WITHIN - now()).total_seconds() / 60)
    return TooMany(str(limit.refusal % {"minutes": max(wait, 1)}))


def counted(limit: Limit, who: str) -> QuerySet[Attempt]:
    """The tries of `who` within the last hour."""
    return Attempt.objects.filter(what=limit.what, who=hashed(who), at__gt=now() - WITHIN)


def forget(limit: Limit, who: str) -> None:
    """Begin to count anew, as after a try that succeeded."""
    Attempt.objects.filter(what=limit.what, who=hashed(who)).delete()


def refuse_beyond(limit: Limit, who: str) -> None:
    """Raise TooMany where `who` has reached the limit; counts nothing."""
    if who and counted(limit, who).count() >= limit.most:
        raise too_many(limit, who)


def hashed(who: str) -> str:
    return salted_hmac("volunteers.attempt", who.casefold(), algorithm="sha256").hexdigest()


def purge() -> int:
    """Delete what is too old to count. Returns how many."""
    return Attempt.objects.filter(at__lte=now() - WITHIN).delete()[0]
