"""Lists of volunteers, and of those who register for a training.

People are known by their address, or because an organizer said who a line is; never by a name.
"""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trainings import folding
from trainings.models import Training
from volunteers.importing.lines import Change, Checked, Line, refuse_twice
from volunteers.models import Intake, Registration, State, User, Volunteer
from volunteers.services.changes import ALSO, change, shown
from volunteers.services.moves import lock
from volunteers.services.newcomers import (
    Newcomer,
    gaps_of,
    make_volunteers,
    refuse_cancelled,
    register_all,
)
from volunteers.services.seats import Seats, seats_of

AT_ONCE = 500
CANDIDATES = 5
BESIDE = ("nominating_office", "motivation")


def check(intake: Intake, lines: list[Line], by: User) -> Checked:
    """Say of each line whom it is about, and what it would make or change."""
    refuse_twice(lines, "email", _("This address stands in line %(line)s as well."))
    people = People(intake, lines, by)
    for line in lines:
        people.find(line)
    refuse_same_person(lines, people)
    if intake.training:
        Registering(intake.training, intake.state_given, people, by).look_at(lines)
    else:
        for line in lines:
            look_at_profile(line, people)
    return Checked(lines)


def refuse_same_person(lines: Sequence[Line], people: "People") -> None:
    """Mark lines that an organizer said are the same person as another line."""
    first: dict[int, int] = {}
    for line in lines:
        volunteer = people.volunteer_of.get(line.number)
        if volunteer is None:
            continue
        if volunteer.pk in first:
            text = _("Line %(line)s is about the same person. Leave one of them.")
            line.errors.setdefault("", text % {"line": first[volunteer.pk]})
        first.setdefault(volunteer.pk, line.number)


class People:
    """Who is known of those on a list: read in a few queries, whatever its length."""

    def __init__(self, intake: Intake, lines: Sequence[Line], by: User) -> None:
        self.by = by
        self.chosen = {int(number): key for number, key in intake.chosen.items()}
        addresses = [line.given["email"].lower() for line in lines if "email" in line.given]
        users = [user for part in parts(addresses) for user in users_with(part)]
        self.users = {user.email.lower(): user for user in users}
        self.volunteers: dict[int, Volunteer] = {}
        self.of_user: dict[int, Volunteer] = {}
        for part in parts([user.pk for user in users]):
            self.keep(Volunteer.objects.filter(user__in=part))
        for part in parts(list(self.chosen.values())):
            self.keep(Volunteer.objects.visible_to(by).filter(pk__in=part))
        self.user_of: dict[int, User] = {}
        self.volunteer_of: dict[int, Volunteer] = {}

    def keep(self, rows: QuerySet[Volunteer]) -> None:
        for row in rows.select_related("user", "country", "nationality"):
            self.volunteers[row.pk] = row
            self.of_user[row.user_id] = row

    def find(self, line: Line) -> None:
        """Find whom `line` is about; mark it where that can't be known."""
        user = self.users.get(line.given.get("email", "").lower())
        volunteer = self.of_user.get(user.pk) if user else None
        chosen = self.volunteers.get(self.chosen.get(line.number, 0))
        if chosen and volunteer and chosen != volunteer:
            line.errors["email"] = _("This address is that of %(name)s, not of whom you chose.") % {
                "name": volunteer
            }
        elif chosen:
            self.volunteer_of[line.number] = chosen
        elif volunteer:
            self.volunteer_of[line.number] = volunteer
        elif user:
            self.user_of[line.number] = user
        elif "email" not in line.errors and "email" not in line.given:
            line.errors["email"] = _(
                "Write the address, or say below who it is where the name is known."
            )
        if known := self.volunteer_of.get(line.number):
            line.notes.append(_("Known already: %(name)s.") % {"name": known})
        elif "name" not in {*line.given, *line.errors}:
            line.errors["name"] = _("Write the name.")

    def newcomer(self, line: Line, language: str) -> Newcomer:
        """What `line` says of someone, with who is known already."""
        given, volunteer = line.given, self.volunteer_of.get(line.number)
        usual = volunteer.language if volunteer else language
        return Newcomer(
            described={key: given[key] for key in Registration.COLUMNS if key in given},
            language=given.get("language", usual),
            email=given.get("email", ""),
            user=volunteer.user if volunteer else self.user_of.get(line.number),
            volunteer=volunteer,
            beside={key: given[key] for key in BESIDE if key in given},
        )


def parts(many: list) -> Iterator[list]:
    """`many` in lists short enough for one query."""
    for start in range(0, len(many), AT_ONCE):
        yield many[start : start + AT_ONCE]


def users_with(addresses: list[str]) -> QuerySet[User]:
    return User.objects.annotate(lowered=Lower("email")).filter(lowered__in=addresses)


class Registering:
    """What a list makes of the registrations of a training."""

    def __init__(self, training: Training, state: str, people: People, by: User) -> None:
        self.by = by
        self.people = people
        self.known: dict[int, Registration] = {}
        keys = [one.pk for one in people.volunteer_of.values()]
        for part in parts(keys):
            rows = Registration.objects.filter(training=training, volunteer__in=part)
            for row in rows.select_related("country", "nationality"):
                self.known[row.volunteer_id or 0] = row
        self.gives_seats = state == State.APPROVED
        self.seats: Seats = seats_of(training, world=by.world)

    def look_at(self, lines: Sequence[Line]) -> None:
        for line in lines:
            volunteer = self.people.volunteer_of.get(line.number)
            line.target = self.known.get(volunteer.pk) if volunteer else None
            self.refuse_foreign(line)
            if line.target:
                look_at_registration(line)
                self.seat_elsewhere(line)
            elif not line.errors and self.gives_seats:
                self.seat(line, volunteer)

    def refuse_foreign(self, line: Line) -> None:
        """Mark a line about a country that is not one of whoever brings the list."""
        countries = [line.target.country_id] if line.target else []
        if "country" in line.given or not countries:
            country = line.given.get("country")
            countries.append(country.pk if country else None)
        if not all(self.by.world.holds(country) for country in countries):
            line.errors["country"] = _("This line is about a country that is not one of yours.")

    def seat(self, line: Line, volunteer: Volunteer | None) -> None:
        country, category = line.given.get("country"), line.given.get("category")
        if volunteer:
            country, category = country or volunteer.country, category or volunteer.category
        self.take(line, country.pk if country else None, category or "")

    def seat_elsewhere(self, line: Line) -> None:
        """Count the seat of someone whose country or category the list changes."""
        row = line.target
        if line.errors or not row.is_seated:
            return
        country = line.given.get("country") or row.country
        wanted = country.pk if country else None, line.given.get("category", row.category)
        if wanted != (row.country_id, row.category):
            self.seats.seated[row.country_id, row.category] -= 1
            self.take(line, *wanted)

    def take(self, line: Line, country: str | None, category: str) -> None:
        if refusal := self.seats.refusal(country, category):
            line.errors[""] = refusal
        else:
            self.seats.seat(country, category)


def look_at_registration(line: Line) -> None:
    """Say what `line` would change of the registration it is about."""
    row = line.target
    for column in (*Registration.COLUMNS, *ALSO):
        value = line.given.get(column)
        if value is None or value == getattr(row, column):
            continue
        if column == "birth_year" and row.birth_year_withheld:
            line.notes.append(_("The year of birth stays withheld, as the volunteer wished."))
            continue
        line.changes.append(described_change(column, getattr(row, column), value))


def look_at_profile(line: Line, people: People) -> None:
    """Say what `line` adds to what is known of a volunteer."""
    volunteer = people.volunteer_of.get(line.number)
    line.target = volunteer
    if volunteer is None:
        return
    described = people.newcomer(line, "").described
    gaps = gaps_of(volunteer, described)
    line.changes = [
        described_change(column, getattr(volunteer, column), value)
        for column, value in gaps.items()
    ]
    kept = [
        label_of(column)
        for column, value in described.items()
        if column not in gaps and value != getattr(volunteer, column)
    ]
    if kept:
        line.notes.append(
            _("Left as the volunteer wrote it: %(columns)s.") % {"columns": ", ".join(kept)}
        )


def described_change(column: str, before, after) -> Change:
    return Change(capfirst(label_of(column)), shown(column, before), shown(column, after))


def label_of(column: str) -> str:
    return str(getattr(Registration._meta.get_field(column), "verbose_name", column))


def write(intake: Intake, checked: Checked, by: User) -> dict[int, int]:
    """Make and change all that was checked. Returns what the lines became, by their numbers.

    Within a transaction. Raises NotAllowed where it may not be any more.
    """
    people = People(intake, checked.lines, by)
    for line in checked.lines:
        people.find(line)
    new = [line for line in checked.lines if line.target is None]
    newcomers = [people.newcomer(line, intake.language) for line in new]
    if intake.training is None:
        known = [line for line in checked.lines if line.changes]
        make_volunteers([*newcomers, *(people.newcomer(line, "") for line in known)])
        made = [one.volunteer for one in newcomers]
        return {line.number: row.pk for line, row in zip(new, made, strict=True) if row}
    make_volunteers(newcomers)
    rows = register_all(
        intake.training, newcomers, to=State(intake.state_given), by=by, intake=intake
    )
    for line in checked.lines:
        if line.changes:
            change(
                line.target,
                changed_values(line),
                tell=intake.writes_letters,
                world=by.world,
            )
    return {line.number: row.pk for line, row in zip(new, rows, strict=True)}


def changed_values(line: Line) -> dict:
    row = line.target
    wanted = {key: line.given[key] for key in (*Registration.COLUMNS, *ALSO) if key in line.given}
    if row.birth_year_withheld:
        wanted.pop("birth_year", None)
    return {key: value for key, value in wanted.items() if value != getattr(row, key)}


def begin(intake: Intake) -> None:
    """Lock what the list is about, so that it is checked as it is while it is written."""
    if intake.training:
        refuse_cancelled(lock(intake.training.pk))


def candidates(line: Line, by: User) -> list[tuple[int, str]]:
    """Keys and words of volunteers whose name is spelled alike: for an organizer to choose from."""
    name = line.given.get("name") or line.given.get("latin_name") or ""
    if not name:
        return []
    found = Volunteer.objects.visible_to(by).matching(name).select_related("user", "country")
    alike = [row for row in found[: 4 * CANDIDATES] if is_alike(row, name)]
    return [
        (row.pk, ", ".join(str(part) for part in (row.name, row.country, row.email) if part))
        for row in alike[:CANDIDATES]
    ]


def is_alike(row: Volunteer, name: str) -> bool:
    names = (row.name, row.native_name, row.latin_name)
    return any(folding.meets(name, one) for one in names if one)
