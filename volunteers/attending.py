"""The list of attendance of a training at the desk: people as rows, days or sessions as columns."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Training
from volunteers.models import Attendance, AttendanceRule, Registration, User
from volunteers.services.attendance import Part, parts_of, today
from volunteers.services.completion import Sum, sum_of
from volunteers.services.sheets import Cell

PER_PAGE = 100


@dataclass(frozen=True)
class Box:
    """One person in one part: whether she was there, and whether that can have been yet."""

    part: Part
    attendance: Attendance | None
    is_open: bool


@dataclass
class Row:
    registration: Registration
    boxes: list[Box]

    @property
    def sum(self) -> Sum:
        return sum_of(self.registration)


@dataclass
class Attending:
    """The attendance of `training` as `user` sees it, of the page `number`."""

    training: Training
    user: User
    words: str = ""
    number: int = 1

    @cached_property
    def rule(self) -> AttendanceRule:
        return AttendanceRule.objects.of(self.training)

    @cached_property
    def seen(self):
        """The registrations that the account sees, whatever became of them."""
        return Registration.objects.visible_to(self.user).filter(training=self.training)

    @cached_property
    def marked_without_a_seat(self) -> set[int]:
        """The keys of those who lost their seat after they had been marked; mostly none."""
        marks = Attendance.objects.filter(registration__training=self.training).order_by()
        others = marks.exclude(registration__state__in=Registration.SEATED)
        return set(others.values_list("registration", flat=True))

    @cached_property
    def people(self):
        """Those with a seat, and those who lost it after they had been marked."""
        seated = Q(state__in=Registration.SEATED)
        rows = self.seen.filter(seated | Q(pk__in=self.marked_without_a_seat))
        return rows.matching(self.words).order_by("name", "pk")

    @cached_property
    def parts(self) -> list[Part]:
        """What attendance is taken of; where the days are not known, the days it was taken on."""
        known = parts_of(self.training)
        if known or self.rule.by_session:
            return known
        days = Attendance.objects.filter(registration__in=self.people.order_by())
        return [Part(day) for day in sorted(set(days.values_list("day", flat=True)))]

    @cached_property
    def found(self) -> list[Registration]:
        """The people of this page, and one more if another page follows."""
        first = (self.number - 1) * PER_PAGE
        # Sorted first, and then read with their sums, or the database adds up for everyone.
        keys = list(self.people.values_list("pk", flat=True)[first : first + PER_PAGE + 1])
        rows = Registration.objects.filter(pk__in=keys).with_parts().order_by("name", "pk")
        found = list(rows.select_related("country", "completion_override__by"))
        for row in found:
            row.training = self.training
        return found

    @property
    def has_next(self) -> bool:
        return len(self.found) > PER_PAGE

    @cached_property
    def rows(self) -> list[Row]:
        people = self.found[:PER_PAGE]
        taken = {
            (one.registration_id, one.day, one.session_id): one
            for one in Attendance.objects.filter(registration__in=people)
        }
        now = today(self.training)

        def box(row: Registration, part: Part) -> Box:
            session = part.session.pk if part.session else None
            return Box(part, taken.get((row.pk, part.day, session)), part.day <= now)

        return [Row(row, [box(row, part) for part in self.parts]) for row in people]

    @cached_property
    def counted(self) -> Counter:
        """How many were there, by day and session: of everyone, not of this page alone."""
        marked = self.seen.matching(self.words).order_by()  # all of them are among the people
        marks = Attendance.objects.filter(registration__in=marked).order_by()
        numbers = marks.values_list("day", "session").annotate(number=Count("pk"))
        return Counter({(day, session): number for day, session, number in numbers})

    @property
    def sums(self) -> list[int | None]:
        """How many were there in each part; None where it is still to come."""
        now = today(self.training)
        numbers = []
        for part in self.parts:
            session = part.session.pk if part.session else None
            number = self.counted[part.day, session]
            numbers.append(number if part.day <= now else None)
        return numbers

    @cached_property
    def total(self) -> int:
        return self.people.order_by().count()

    @property
    def notices(self) -> list[str]:
        """What may be missing: days that nobody was marked on, although others have marks."""
        now = today(self.training)
        held = zip(self.parts, self.sums, strict=True)
        empty = [part.words for part, number in held if number == 0 and part.day < now]
        if not self.parts:
            return [self.without_parts]
        if not empty or len(empty) == len(self.parts) or self.words:
            return []
        text = _("Nobody is marked here: %(days)s. Whoever was there has a day too few.")
        return [text % {"days": wording.list_of(empty)}]

    @property
    def without_parts(self) -> str:
        if self.rule.by_session:
            return _("No session has a day yet. Give the sessions their days first.")
        return _("The days of this training are not known, so it is not known who completed.")

    @property
    def ticked(self) -> str:
        """What stands on this page, as `cells_in` reads it."""
        return " ".join(
            cell_key(row.registration.pk, box.part)
            for row in self.rows
            for box in row.boxes
            if box.attendance
        )


def cell_key(pk: int, part: Part) -> str:
    return f"{pk}:{part.key}"


def cells_in(keys: list[str], parts: list[Part]) -> set[Cell]:
    """The cells of a page that was sent; what names no part is left out."""
    known = {part.key: part for part in parts}
    cells = [key.partition(":") for key in keys]
    return {
        (int(pk), known[part])
        for pk, _colon, part in cells
        if pk.isascii() and pk.isdecimal() and len(pk) < 18 and part in known
    }
