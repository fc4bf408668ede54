"""Moving the agenda of a training, or one day of it, by days or minutes.

Times of sessions are those of the clocks on the wall where the training is held, so nine o'clock
moved by a day is nine o'clock, also over a change to summer time.
"""

import datetime as dt
from collections.abc import Collection
from contextlib import suppress
from copy import copy
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.models import Session, Training
from trainings.services.changing import note_change
from trainings.services.cloning import dates_moved, day_moved, set_dates
from trainings.services.publish import locked, logged
from trainings.services.refusal import NotAllowed

MIDNIGHT = dt.time()


@dataclass(frozen=True)
class Way:
    """How far sessions move, whether the days of the training move with them, and which day."""

    days: int = 0
    minutes: int = 0
    day: dt.date | None = None
    with_training: bool = False


@dataclass
class Shift:
    """Where a session stands and where it would go; `problem` says why it can't."""

    session: Session
    before: str
    was_on: frozenset[dt.date] = frozenset()
    after: str = ""
    problem: str = ""


def planned(
    training: Training, way: Way, *, marked: Collection[dt.date] = frozenset()
) -> list[Shift]:
    """What would move where; nothing is saved. The sessions hold their new times afterwards.

    On the days of `marked` attendance was taken, so they stay.
    """
    then = copy(training)
    if way.with_training:
        with suppress(OverflowError):  # then the sessions say that no calendar goes that far
            set_dates(then, dates_moved(training, dt.timedelta(days=way.days)))
    shifts = [shifted(then, session, way) for session in moving(training, way)]
    for shift in shifts if way.days else []:
        held = marked if way.with_training else shift.was_on & set(marked)
        if held:
            problem(shift, taken(held))
    return shifts


@transaction.atomic
def move(
    training: Training, way: Way, *, by, marked: Collection[dt.date] = frozenset()
) -> list[Shift]:
    """Move the sessions, all or none. Returns what moved where.

    Raises NotAllowed with the first sentence that says why one can't move.
    """
    training = locked(training)
    if not way.days and not way.minutes:
        raise NotAllowed(_("Say by how many days or minutes to move."))
    shifts = planned(training, way, marked=marked)
    if not shifts:
        raise NotAllowed(_("No session has a day and a time that could move."))
    for shift in shifts:
        if shift.problem:
            raise NotAllowed(shift.problem)
    for shift in shifts:
        shift.session.save()
    if way.with_training:
        for dated in (training, *training.places.all()):
            set_dates(dated, dates_moved(dated, dt.timedelta(days=way.days)))
            dated.save()
    note_change(training)
    said = ngettext("%(count)s session moved.", "%(count)s sessions moved.", len(shifts))
    logged(training, by, said % {"count": wording.number(len(shifts))})
    return shifts


def moving(training: Training, way: Way) -> list[Session]:
    """The sessions that move: those with a day; for minutes alone, those with a time as well."""
    sessions = training.sessions.filter(date__isnull=False)
    if way.day:
        sessions = sessions.filter(date=way.day)
    if not way.days:
        sessions = sessions.filter(start_time__isnull=False)
    return list(sessions)


def shifted(training: Training, session: Session, way: Way) -> Shift:
    """Set the session's new day and hours, and say where that is or why it can't be."""
    shift = Shift(session, session.when, frozenset(days_of(session)))
    days = dt.timedelta(days=way.days)
    try:
        session.date = day_moved(session.date, days)
        session.end_date = day_moved(session.end_date, days)
    except OverflowError:
        return problem(shift, _("No calendar goes that far. Choose fewer days."))
    start, end = session.start_time, session.end_time
    if start and way.minutes:
        session.start_time = later(start, way.minutes)
        session.end_time = later(end, way.minutes) if end else None
        if session.start_time is None or (end and session.end_time is None):
            return problem(shift, crosses(session, way.minutes))
    shift.after = session.when
    if any(day and training.covers(day) is False for day in (session.date, session.end_date)):
        return problem(shift, outside(training, session))
    return shift


def days_of(session: Session) -> list[dt.date]:
    """Every day of a session that has one."""
    first, last = session.date, session.end_date or session.date
    length = (last - first).days if first and last else 0
    return [first + dt.timedelta(days=n) for n in range(length + 1)] if first else []


def problem(shift: Shift, words: str) -> Shift:
    shift.problem = words
    return shift


def later(time: dt.time, minutes: int) -> dt.time | None:
    """The time on the same day, so many minutes later; None where that is another day."""
    total = time.hour * 60 + time.minute + minutes
    if not 0 <= total < 24 * 60:
        return None
    return dt.time(total // 60, total % 60, time.second)


def crosses(session: Session, minutes: int) -> str:
    """That a session would cross midnight."""
    if minutes > 0:
        words = _("“%(title)s” would go past midnight. Move by fewer minutes, or by whole days.")
    else:
        words = _("“%(title)s” would begin the day before. Move by fewer minutes, or by days.")
    return words % {"title": session.title}


def taken(days: Collection[dt.date]) -> str:
    """That people were marked as here on these days."""
    words = _("Attendance was taken on: %(days)s. Take those marks back, then move.")
    return words % {"days": wording.list_of(wording.date(day) for day in sorted(days))}


def outside(training: Training, session: Session) -> str:
    words = _(
        "“%(title)s” would fall on %(day)s, outside the training (%(days)s). Move its days as "
        "well, or change them first."
    )
    days = training.dates_in_words()
    return words % {"title": session.title, "day": wording.date(session.date), "days": days}
