"""Taking attendance: every mark goes through `mark`, whoever makes it and wherever."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Session, Training
from trainings.services.refusal import NotAllowed
from trainings.zones import clock_of
from volunteers.models import Attendance, AttendanceRule, Mark, Registration, Source, User
from volunteers.models.completion import counted_sessions
from volunteers.models.registration import RegistrationQuerySet
from volunteers.services.moves import locked


@dataclass(frozen=True)
class Taken:
    """What became of a mark: what stands now (None: not here), and whether it changed that.

    `is_repeat` says that this very mark had come before.
    """

    attendance: Attendance | None
    is_new: bool
    is_repeat: bool = False


@dataclass(frozen=True)
class Part:
    """What attendance is taken of: a day, or a session on a day."""

    day: dt.date
    session: Session | None = None

    @property
    def words(self) -> str:
        if self.session is None:
            return wording.weekday_date(self.day)
        hours = f", {self.session.hours}" if self.session.hours else ""
        return f"{self.session.title}{hours}"

    @property
    def key(self) -> str:
        """`2027-04-22`, or with the key of the session `2027-04-22.17`."""
        return f"{self.day}.{self.session.pk}" if self.session else f"{self.day}"

    def of(self, registrations: RegistrationQuerySet):
        """The attendance of `registrations` in this part."""
        return Attendance.objects.filter(
            registration__in=registrations, day=self.day, session=self.session
        )


def today(training: Training) -> dt.date:
    """The day it is where `training` is held."""
    return localdate(timezone=clock_of(training.time_zone))


def parts_of(training: Training) -> list[Part]:
    """All that attendance is taken of: the days, or the sessions where the training wants it.

    Empty where neither is known.
    """
    if not AttendanceRule.objects.of(training).by_session:
        return [Part(day) for day in training.every_day]
    return [
        Part(session.date + dt.timedelta(days=n), session)
        for session in counted_sessions(training=training)
        if session.date
        for n in range(((session.end_date or session.date) - session.date).days + 1)
    ]


def parts_on(training: Training, day: dt.date) -> list[Part]:
    """What there is to attend on `day`; the day itself where the days are not known."""
    found = [part for part in parts_of(training) if part.day == day]
    by_session = AttendanceRule.objects.of(training).by_session
    if not found and not by_session and training.covers(day) is None:
        return [Part(day)]
    return found


def marked_days(training: Training) -> set[dt.date]:
    """The days on which someone is marked as here."""
    rows = Attendance.objects.filter(registration__training=training).order_by()
    return set(rows.values_list("day", flat=True).distinct())


@transaction.atomic
def mark(
    registration: Registration,
    part: Part,
    *,
    by: User,
    source: Source,
    is_here: bool = True,
    key: str | None = None,
    at: dt.datetime | None = None,
) -> Taken:
    """Say that someone is here, or not here after all. Saying it twice changes nothing.

    `key` is made by the phone: a mark with a key that came before is the same mark, sent again.
    `at` is when it was said, where that was earlier. Raises NotAllowed for someone without a seat,
    and for a day that is not of the training or has not come.
    """
    registration = locked(registration)
    rows = part.of(Registration.objects.filter(pk=registration.pk))
    current = rows.select_related("marked_by").first()
    if key and Mark.objects.filter(key=key).exists():
        return Taken(current, is_new=False, is_repeat=True)
    if is_here == bool(current):
        return Taken(current, is_new=False)
    if is_here:
        refuse_no_seat(registration)
        refuse_part(registration.training, part)
    said = {
        "registration": registration,
        "day": part.day,
        "session": part.session,
        "marked_at": min(at or now(), now()),
        "marked_by": by,
        "source": source,
    }
    Mark.objects.create(is_here=is_here, key=key, **said)
    if current:
        current.delete()
        return Taken(None, is_new=True)
    return Taken(Attendance.objects.create(**said), is_new=True)


def refuse_no_seat(registration: Registration) -> None:
    """Raise NotAllowed for someone who has no seat, or none any more."""
    if not registration.is_seated:
        raise NotAllowed(
            _("%(name)s has no seat: %(state)s. Ask an organizer to decide first.")
            % {"name": registration, "state": registration.get_state_display()}
        )


def refuse_part(training: Training, part: Part) -> None:
    """Raise NotAllowed where nobody can have attended `part`."""
    by_session = AttendanceRule.objects.of(training).by_session
    words = {"day": wording.date(part.day)}
    if by_session and part.session is None:
        raise NotAllowed(_("This training counts each session. Choose the session first."))
    if part not in parts_on(training, part.day):
        raise NotAllowed(_("%(day)s is not a day of this training. Choose another.") % words)
    if part.day > today(training):
        raise NotAllowed(_("%(day)s has not come yet. Choose another day.") % words)
