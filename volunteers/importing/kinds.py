"""The kinds of lists: what their columns may hold, how lines are checked and written."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model

from trainings.models import Organisation, Person
from volunteers.importing import attendance, headings, record, registrations
from volunteers.importing.lines import Checked, Field, Line, parsed
from volunteers.importing.person_fields import fields, fields_for_training
from volunteers.importing.tables import Table
from volunteers.models import Attendance, Intake, IntakeKind, Registration, User, Volunteer


@dataclass(frozen=True)
class Kind:
    """`needs` are the permissions that bringing in such a list takes beside that for lists."""

    fields: Callable[[Intake], list[Field]]
    check: Callable[[Intake, list[Line], User], Checked]
    write: Callable[[Intake, Checked, User], dict[int, int]]
    begin: Callable[[Intake], None]
    candidates: Callable[[Line, User], list[tuple[int, str]]]
    model: type[Model]
    needs: tuple[str, ...]
    needs_training: bool = False


def of_people(module, which, **more) -> Kind:
    return Kind(
        fields=which,
        check=module.check,
        write=module.write,
        begin=module.begin,
        candidates=module.candidates,
        **more,
    )


KINDS = {
    IntakeKind.REGISTRATIONS: of_people(
        registrations,
        lambda intake: fields_for_training(),
        model=Registration,
        needs=("volunteers.add_registration", "volunteers.change_registration"),
        needs_training=True,
    ),
    IntakeKind.VOLUNTEERS: of_people(
        registrations,
        lambda intake: fields(),
        model=Volunteer,
        needs=("volunteers.add_registration", "volunteers.change_registration"),
    ),
    IntakeKind.ATTENDANCE: of_people(
        attendance,
        attendance.fields,
        model=Attendance,
        needs=("volunteers.add_attendance",),
        needs_training=True,
    ),
    IntakeKind.PEOPLE: of_people(
        record,
        lambda intake: record.person_fields(),
        model=Person,
        needs=("trainings.add_person", "trainings.change_person"),
    ),
    IntakeKind.ORGANISATIONS: of_people(
        record,
        lambda intake: record.organisation_fields(),
        model=Organisation,
        needs=("trainings.add_organisation", "trainings.change_organisation"),
    ),
}


def kind_of(intake: Intake) -> Kind:
    return KINDS[IntakeKind(intake.kind)]


def is_heading(intake: Intake) -> Callable[[str], bool]:
    return headings.knows(kind_of(intake).fields(intake))


def guess(intake: Intake, table: Table) -> dict[int, str]:
    return headings.guess(table.headings, kind_of(intake).fields(intake))


def check(intake: Intake, table: Table, by: User, tick=lambda number: None) -> Checked:
    """All lines of the list, looked at as the record is now; `tick` is told how far it is."""
    kind = kind_of(intake)
    known = {one.key: one for one in kind.fields(intake)}
    columns = {
        int(place): known[key]
        for place, key in intake.columns.items()
        if key in known and int(place) < len(table.headings)
    }
    return kind.check(intake, list(parsed(table, columns, tick)), by)
