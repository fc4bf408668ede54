"""Attendance of a whole list at once, as someone types it from paper."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.models import Attendance, Mark, Registration, Source, User
from volunteers.models.registration import RegistrationQuerySet
from volunteers.services.attendance import (
    Part,
    parts_of,
    refuse_no_seat,
    refuse_part,
    today,
)
from volunteers.services.moves import lock

# Who, and in what: the key of a registration, and a part of its training.
Cell = tuple[int, Part]


@dataclass
class Account:
    """What was written, and who was refused, with the sentence that says why."""

    added: int = 0
    taken_back: int = 0
    unchanged: int = 0
    refused: list[tuple[Registration, str]] = field(default_factory=list)


@transaction.atomic
def write_down(
    registrations: RegistrationQuerySet,
    training: Training,
    *,
    here: Iterable[Cell],
    away: Iterable[Cell] = (),
    by: User,
    source: Source,
) -> Account:
    """Mark a whole list at once: those who were `here`, and those who were not after all (`away`).

    Keys that are not among `registrations` are left out. Nobody without a seat is marked, nor
    anyone in a part that is none of the training or has not come; everything else is written.
    """
    lock(training.pk)
    here, away = list(here), list(away)
    keys = {pk for pk, _part in (*here, *away)}
    known = {row.pk: row for row in registrations.filter(training=training, pk__in=keys)}
    current = {
        (row.registration_id, row.day, row.session_id): row
        for row in Attendance.objects.filter(registration__in=list(known)).select_related(
            "registration", "session"
        )
    }
    allowed = {part for part in parts_of(training) if part.day <= today(training)}
    account = Account()
    new: list[Attendance] = []
    for pk, part in dict.fromkeys(here):
        if pk not in known:
            continue
        if at(pk, part) in current:
            account.unchanged += 1
        elif why := why_not(known[pk], part, allowed):
            account.refused.append((known[pk], why))
        else:
            new.append(said(Attendance, known[pk], part, by, source))
    found = [current.get(at(pk, part)) for pk, part in dict.fromkeys(away) if pk in known]
    gone = [row for row in found if row]
    take_over(new, gone, by=by, source=source)
    account.added, account.taken_back = len(new), len(gone)
    return account


def take_over(new: list[Attendance], gone: list[Attendance], *, by: User, source: Source) -> None:
    """Write the attendance that is `new`, delete what is `gone`, and keep the word on either."""
    Attendance.objects.bulk_create(new)
    Attendance.objects.filter(pk__in=[row.pk for row in gone]).delete()
    Mark.objects.bulk_create(
        said(Mark, row.registration, Part(row.day, row.session), by, source, is_here=is_here)
        for rows, is_here in ((new, True), (gone, False))
        for row in rows
    )


def at(pk: int, part: Part) -> tuple[int, dt.date, int | None]:
    return pk, part.day, part.session.pk if part.session else None


def said(model, registration: Registration, part: Part, by: User, source: Source, **more):
    """A row of `Attendance` or `Mark`, not saved."""
    return model(
        registration=registration,
        day=part.day,
        session=part.session,
        marked_by=by,
        source=source,
        **more,
    )


def why_not(registration: Registration, part: Part, allowed: set[Part]) -> str:
    """Why this person can't be marked in this part; "" where that is possible."""
    try:
        refuse_no_seat(registration)
        if part not in allowed:
            refuse_part(registration.training, part)
    except NotAllowed as refusal:
        return str(refusal)
    return ""
