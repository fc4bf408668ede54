"""What comes due by itself: reminders, and deleting what is kept for a while only.

The worker calls these over and over. Each may run twice, or in two workers at once: a letter that
may be sent once names itself in `Letter.once`, and what is deleted is gone.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.utils.timezone import localdate, now

from trainings.models import Lifecycle, Training
from volunteers import letters
from volunteers.models import Call, Functioning, Letter, LetterKind, Needs, Registration, State
from volunteers.models.functioning import QUESTIONS

# Nobody is reminded in the middle of the night.
MORNING = dt.time(9)
CODES_KEPT = dt.timedelta(days=1)


def remind() -> int:
    """Remind whoever has a seat, as many days before as the training says. Returns how many.

    Whoever got the seat later than that has a fresh letter about it, and is not written to again.
    """
    written = 0
    for training in Training.objects.published().upcoming().select_related("call"):
        days, first = Call.objects.of(training).reminder_days, training.first_day
        if days is None or first is None:
            continue
        moment = local(training, first - dt.timedelta(days=days), MORNING)
        if moment <= now() < local(training, first, dt.time()):
            seated = Registration.objects.seated().filter(decided_at__lt=moment)
            anew = seated.exclude(letters__once__endswith=f" {first}")
            written += write_to(anew, training, letters.reminder)
    return written


def remind_to_confirm() -> int:
    """Write once more to those who did not confirm, before registration closes."""
    written = 0
    open_ones = Training.objects.published().filter(
        lifecycle__in=[Lifecycle.PLANNED, Lifecycle.OPEN], registration_closes_at__gt=now()
    )
    for training in open_ones.select_related("call"):
        days = Call.objects.of(training).closing_notice_days
        if days is None:
            continue
        moment = training.registration_closes_at - dt.timedelta(days=days)
        if moment <= now():
            # Whoever registered after that has the first letter still on top of the others.
            late = Registration.objects.filter(state=State.SUBMITTED, submitted_at__lt=moment)
            anew = late.exclude(letters__kind=LetterKind.CLOSING)
            written += write_to(anew, training, letters.closing)
    return written


def write_to(registrations: QuerySet[Registration], training: Training, letter) -> int:
    """Queue `letter` for those of `registrations` that are for `training`. Returns how many."""
    chosen = registrations.filter(training=training).select_related("volunteer__user")
    for registration in chosen:
        registration.training = training  # read once for all
        letter(registration)
    return len(chosen)


def delete_needs() -> int:
    """Delete what people needed, once the day is past until which it is kept."""
    return Needs.objects.filter(purge_after__lt=localdate()).delete()[0]


def empty_functioning() -> int:
    """Delete what people answered about difficulties, once that day is past.

    What the answers come to stays for the figures. Returns of how many registrations.
    """
    old = Functioning.objects.filter(purge_after__lt=localdate())
    return old.update(**dict.fromkeys(QUESTIONS, ""), purge_after=None)


def delete_codes() -> int:
    """Delete letters with a sign-in code that is long past its time, sent or not."""
    old = now() - CODES_KEPT
    return Letter.objects.filter(kind=LetterKind.CODE, created_at__lt=old).delete()[0]


def local(training: Training, day: dt.date, time: dt.time) -> dt.datetime:
    """A moment on the clocks of the place where the training is held."""
    return dt.datetime.combine(day, time, ZoneInfo(training.time_zone or settings.TIME_ZONE))
