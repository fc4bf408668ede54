"""Lists of who was there: a column for each day, or a line for each day of someone.

People are known by the address or the code of their registration.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trainings import wording
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.importing import values
from volunteers.importing.lines import Change, Checked, Field, Line
from volunteers.models import Attendance, Intake, Registration, Source, User
from volunteers.services.attendance import Part, mark, parts_of, refuse_no_seat, refuse_part
from volunteers.services.moves import lock

DAY = "day"
PRESENT = "present"
PART = "part "


def fields(intake: Intake) -> list[Field]:
    """What a column may hold: who it is, and each day or session of the training."""
    parts = parts_of(intake.training) if intake.training else []
    return [
        Field(
            "email",
            gettext_lazy("e-mail address"),
            "email|e-mail|mail|address|электронная почта|эл почта|почта",
            values.email,
        ),
        Field(
            "code",
            gettext_lazy("code of the badge or the registration"),
            "code|badge|badge code|код|код бейджа|бейдж",
            values.line_of_text(40),
        ),
        Field(
            "name",
            pgettext_lazy("person", "name"),
            "full name|participant|фио|имя|участник",
            values.line_of_text(200),
        ),
        *(
            Field(f"{PART}{part.key}", PartName(part), "", values.yes_or_no, means(part))
            for part in parts
        ),
        Field(DAY, gettext_lazy("day"), "date|дата|день", values.day),
        Field(
            PRESENT,
            gettext_lazy("was there"),
            "present|attended|attendance|here|присутствие|был|явка",
            values.yes_or_no,
        ),
    ]


class PartName:
    """A day, or a session with its day, in the language of whoever reads it."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def __str__(self) -> str:
        day = wording.date(self.part.day)
        return f"{day}, {self.part.session.title}" if self.part.session else day


def means(part: Part) -> Callable[[str], bool]:
    """A function saying whether a heading names the day of `part`, in whatever way."""
    return lambda heading: part.session is None and day_in(heading) == part.day


def day_in(heading: str) -> dt.date | None:
    try:
        return values.day(heading)
    except ValidationError:
        return None


def check(intake: Intake, lines: list[Line], by: User) -> Checked:
    """Say of each line who it is about, and which marks it makes or takes back."""
    if intake.training:
        room = Room(intake.training, lines, by)
        for line in lines:
            room.find(line)
        room.refuse_twice(lines)
        for line in lines:
            if not line.errors:
                room.look_at(line)
    return Checked(lines)


class Room:
    """Who has a seat at a training and who was there: read in a few queries."""

    def __init__(self, training: Training, lines: Sequence[Line], by: User) -> None:
        self.training = training
        self.parts = {part.key: part for part in parts_of(training)}
        rows = Registration.objects.visible_to(by).filter(training=training)
        self.by_email: dict[str, Registration] = {}
        self.by_code: dict[str, Registration] = {}
        for row in rows.select_related("volunteer__user"):
            self.by_email[row.email.lower()] = row
            self.by_code |= {row.code: row, str(row.badge_code or "").upper(): row}
        there = Attendance.objects.filter(registration__training=training)
        self.there = set(there.values_list("registration", "day", "session"))

    def find(self, line: Line) -> None:
        """Find the registration that `line` is about; mark it where there is none."""
        code, email = line.given.get("code", ""), line.given.get("email", "")
        if code:
            line.target = self.by_code.get(code) or self.by_code.get(code.upper())
            missing = _("Nobody you may see has this code at this training.")
        else:
            line.target = self.by_email.get(email.lower()) if email else None
            missing = _("Nobody you may see is registered with this address at this training.")
        if not code and not email:
            line.errors.setdefault("email", _("Write the address, or the code of the badge."))
        elif line.target is None:
            line.errors["code" if code else "email"] = missing

    def refuse_twice(self, lines: Sequence[Line]) -> None:
        first: dict[tuple, int] = {}
        for line in lines:
            about = getattr(line.target, "pk", None), line.given.get(DAY)
            if about[0] and about in first:
                text = _("Line %(line)s is about the same person. Leave one of them.")
                line.errors.setdefault("", text % {"line": first[about]})
            first.setdefault(about, line.number)

    def marks(self, line: Line) -> list[tuple[Part, bool]]:
        """What `line` says of each part, yes or no."""
        said = [
            (part, line.given[key])
            for key in line.given
            if key.startswith(PART) and (part := self.parts.get(key.removeprefix(PART)))
        ]
        if DAY in line.given:
            said.append((Part(line.given[DAY]), line.given.get(PRESENT, True)))
        return said

    def news(self, line: Line) -> list[tuple[Part, bool]]:
        """The part of it that is not on record."""
        key = line.target.pk
        return [
            (part, is_here)
            for part, is_here in self.marks(line)
            if is_here != ((key, part.day, part.session and part.session.pk) in self.there)
        ]

    def look_at(self, line: Line) -> None:
        news = self.news(line)
        try:
            if any(is_here for _part, is_here in news):
                refuse_no_seat(line.target)
            for part, is_here in news:
                if is_here:
                    self.refuse(part)
        except NotAllowed as refusal:
            line.errors[""] = str(refusal)
        here, away = _("was there"), _("not there")
        line.changes = [
            Change(str(PartName(part)), away if is_here else here, here if is_here else away)
            for part, is_here in news
        ]

    @cache  # noqa: B019 (a room lives as long as one look at a list)
    def refusal(self, part: Part) -> str:
        try:
            refuse_part(self.training, part)
        except NotAllowed as refusal:
            return str(refusal)
        return ""

    def refuse(self, part: Part) -> None:
        if refusal := self.refusal(part):
            raise NotAllowed(refusal)


def write(intake: Intake, checked: Checked, by: User) -> dict[int, int]:
    """Make and take back the marks that were checked. Within a transaction; raises NotAllowed."""
    if intake.training is None:
        return {}
    room = Room(intake.training, checked.lines, by)
    for line in checked.lines:
        if line.changes:
            for part, is_here in room.news(line):
                mark(line.target, part, by=by, source=Source.FILE, is_here=is_here)
    return {}


def begin(intake: Intake) -> None:
    """Keep the training as it is while its list is checked and written."""
    if intake.training:
        lock(intake.training.pk)


def candidates(line: Line, by: User) -> list[tuple[int, str]]:
    """None: who was there is known by an address or a code alone."""
    return []
