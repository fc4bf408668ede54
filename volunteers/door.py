"""The door of a training: who is expected there, and who has come so far."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Training
from trainings.zones import clock_of
from volunteers.models import Attendance, Registration, User
from volunteers.services.attendance import Part, parts_of, parts_on, today
from volunteers.services.matching import typed_code

# A session is the one that runs from so many minutes before it begins.
EARLY = dt.timedelta(minutes=20)


@dataclass
class Guest:
    """Someone who is expected, and the attendance that says she is here."""

    registration: Registration
    attendance: Attendance | None
    clock: dt.tzinfo

    @property
    def since(self) -> str:
        """When she was marked, on the clocks of the place; "" where she is not here."""
        return clock_time(self.attendance, self.clock) if self.attendance else ""

    @property
    def more(self) -> str:
        """What tells her from others of her name."""
        row = self.registration
        names = [name for name in (row.native_name, row.latin_name) if name and name != row.name]
        return " · ".join([*names, *([str(row.country)] if row.country else [])])


def clock_time(attendance: Attendance, clock: dt.tzinfo) -> str:
    return wording.time(localtime(attendance.marked_at, clock).time())


def already_in_words(attendance: Attendance, clock: dt.tzinfo) -> str:
    """That someone was marked before, when and by whom."""
    told = {"name": attendance.registration, "time": clock_time(attendance, clock)}
    if attendance.marked_by is None:
        return _("%(name)s was marked at %(time)s already.") % told
    told["by"] = attendance.marked_by.get_short_name()
    return _("%(name)s was marked at %(time)s already, by %(by)s.") % told


@dataclass
class Door:
    """The door of `training`, as `user` sees it, for one `part` of it; None: nothing is held."""

    training: Training
    user: User
    part: Part | None

    @property
    def clock(self) -> dt.tzinfo:
        return clock_of(self.training.time_zone)

    @property
    def until(self) -> dt.datetime:
        """The end of the day at the place: until then a phone may keep the list."""
        return localtime(timezone=self.clock).replace(hour=23, minute=59, second=59, microsecond=0)

    @property
    def seen(self):
        """The registrations of the training that the account sees, whatever became of them."""
        return Registration.objects.visible_to(self.user).filter(training=self.training)

    @cached_property
    def expected(self):
        """Those with a seat, by name."""
        return self.seen.seated().select_related("country").order_by("name", "pk")

    @cached_property
    def marked(self) -> dict[int, Attendance]:
        """The attendance of this part, by the key of the registration."""
        if self.part is None:
            return {}
        rows = self.part.of(self.expected.order_by()).select_related("marked_by")
        return {row.registration_id: row for row in rows}

    @property
    def here(self) -> int:
        return len(self.marked)

    @cached_property
    def total(self) -> int:
        return self.expected.order_by().count()

    @property
    def count_in_words(self) -> str:
        told = {"here": wording.number(self.here), "total": wording.number(self.total)}
        return _("%(here)s of %(total)s here") % told

    def guests(self, words: str = "") -> list[Guest]:
        """Those whose name or badge fits `words`; all of them for empty words."""
        rows = self.expected
        if words:
            by_code = rows.filter(badge_code=typed_code(words))
            rows = by_code if by_code.exists() else rows.matching(words)
        return [self.guest(row) for row in rows]

    def guest(self, registration: Registration) -> Guest:
        return Guest(registration, self.marked.get(registration.pk), self.clock)

    @property
    def parts(self) -> list[Part]:
        """What else attendance may be taken of: the parts of today and of the days before."""
        return [part for part in parts_of(self.training) if part.day <= today(self.training)]

    @property
    def next_day(self) -> dt.date | None:
        """The first day that is still to come."""
        ahead = [day for day in self.training.every_day if day > today(self.training)]
        return ahead[0] if ahead else None


def part_for(training: Training, asked: str, kept: str = "") -> Part | None:
    """The part that is `asked` for by its key, or was `kept` today, or runs now; None without any.

    A part that was asked for may be of an earlier day.
    """
    if part := part_of_key(training, asked):
        return part
    now_held = parts_on(training, today(training))
    return next((part for part in now_held if part.key == kept), running(training, now_held))


def part_of_key(training: Training, key: str) -> Part | None:
    """The part with this key, unless it is still to come; None where there is none."""
    try:
        day = dt.date.fromisoformat(key[:10])
    except ValueError:
        return None
    if day > today(training):
        return None
    return next((part for part in parts_on(training, day) if part.key == key), None)


def running(training: Training, parts: list[Part]) -> Part | None:
    """The last of the day's `parts` that has begun, or is about to; else the first."""
    soon = (localtime(timezone=clock_of(training.time_zone)) + EARLY).time()
    begun = [
        part
        for part in parts
        if part.session and part.session.start_time and part.session.start_time <= soon
    ]
    return begun[-1] if begun else next(iter(parts), None)


def trainings_for(user: User) -> list[Training]:
    """The trainings where `user` may check people in that are near: those that end last first."""
    rows = Training.objects.filter(registrations__isnull=False).distinct()
    if not user.world.is_whole:
        rows = rows.filter(pk__in=user.world.trainings)
    return list(rows.order_by(F("sort_date").desc(nulls_last=True), "-pk")[:50])
