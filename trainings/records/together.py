"""Which files of one run need one another, and so are loaded in one go or not at all."""

from trainings.models import Country
from trainings.records.references import Name
from trainings.records.schema import KNOWN_BY
from trainings.records.shaping import RecordFile


def loaded_together(opened: list[RecordFile]) -> list[list[RecordFile]]:
    """The files in groups: those that name something only another file of the run holds."""
    defined = [names_in(file) for file in opened]
    groups = {number: [number] for number in range(len(opened))}
    for number, file in enumerate(opened):
        for name in wanted_by(file) - defined[number]:
            other = next((n for n, names in enumerate(defined) if name in names), number)
            join(groups, number, other)
    seen: list[list[int]] = []
    for group in groups.values():
        if group not in seen:
            seen.append(group)
    return [[opened[number] for number in sorted(group)] for group in seen]


def join(groups: dict[int, list[int]], one: int, other: int) -> None:
    if groups[one] is groups[other]:
        return
    groups[one] += groups[other]
    for number in groups[other]:
        groups[number] = groups[one]


def names_in(file: RecordFile) -> set[Name]:
    """The slugs and keys of what the file holds."""
    return {(row.thing.model, row.name) for rows in file.rows.values() for row in rows}


def wanted_by(file: RecordFile) -> set[Name]:
    """The slugs and keys that something in the file points at."""
    wanted: set[Name] = set()
    for row in file.every_row():
        references = [one for one in row.references.values() if one is not None]
        references += [one for several in row.several.values() for one in several]
        wanted |= {(one.model, one.name) for one in references}
    return {name for name in wanted if name[0] in KNOWN_BY and name[0] is not Country}
