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

from trainings.services.refusal import NotAllowed
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
    "unknown certificate of client",
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
    if not who:
        return None
    # Written before it is counted: of tries at the same moment none may overlook the others.
    row = Attempt.objects.create(what=limit.what, who=hashed(who))
    newest = counted(limit, who).order_by("-at", "-pk").values_list("at", flat=True)
    tries = list(newest[: limit.most + 1])
    if len(tries) > limit.most:
        row.delete()
        # Beside this one; the next is free once the oldest of them has passed.
        wait = math.ceil((tries[-1] + WITHIN - now()).total_seconds() / 60)
        raise TooMany(str(limit.refusal % {"minutes": max(wait, 1)}))
    return row


def counted(limit: Limit, who: str) -> QuerySet[Attempt]:
    """The tries of `who` within the last hour."""
    return Attempt.objects.filter(what=limit.what, who=hashed(who), at__gt=now() - WITHIN)


def forget(limit: Limit, who: str) -> None:
    """Begin to count anew, as after a try that succeeded."""
    Attempt.objects.filter(what=limit.what, who=hashed(who)).delete()


def refuse_beyond(limit: Limit, who: str) -> None:
    """Raise TooMany where `who` has reached the limit; counts nothing."""
    if not who:
        return
    tries = Attempt.objects.filter(what=limit.what, who=hashed(who), at__gt=now() - WITHIN)
    if tries.count() >= limit.most:
        raise TooMany(str(limit.refusal))


def hashed(who: str) -> str:
    return salted_hmac("volunteers.attempt", who.casefold(), algorithm="sha256").hexdigest()


def purge() -> int:
    """Delete what is too old to count. Returns how many."""
    return Attempt.objects.filter(at__lte=now() - WITHIN).delete()[0]
