"""Rows that point at other rows, by slug, key or country code."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _

from trainings.models import Appearance, Country
from trainings.records.errors import did_you_mean
from trainings.records.schema import KNOWN_BY
from trainings.records.shaping import RecordFile, Reference, Row

Name = tuple[type[models.Model], str]


class Names:
    """Finds rows by their name: those of the files being loaded, then those on record."""

    def __init__(self, group: list[RecordFile]):
        self.shared: dict[Name, list[Row]] = {}
        self.local: dict[int, dict[Name, Row]] = {}
        self.on_record: dict[Name, models.Model | None] = {}
        self.known: dict[type[models.Model], set[str]] = {}
        for file in group:
            self.local[id(file)] = local_names(file)
            for rows in file.rows.values():
                for row in rows:
                    self.shared.setdefault((row.thing.model, row.name), []).append(row)

    def resolve(self, file: RecordFile, row: Row) -> set[str]:
        """Fill in what `row` points at; return the columns whose rows are not there.

        A name that nothing has is a trouble of the file. A row that is there and could not be
        saved is not: its own troubles are told already.
        """
        unknown = set()
        for name, reference in row.references.items():
            row.targets[name] = self.target(file, reference) if reference else None
            if reference and row.targets[name] is None:
                unknown.add(name)
        for name, references in row.several.items():
            found = [self.target(file, reference) for reference in references]
            row.several_targets[name] = [one for one in found if one is not None]
        return unknown

    def target(self, file: RecordFile, reference: Reference) -> models.Model | None:
        name = (reference.model, reference.name)
        rows = self.shared.get(name, [])
        if reference.model not in KNOWN_BY:
            rows = [self.local[id(file)][name]] if name in self.local[id(file)] else []
        if rows:
            return next((row.instance for row in rows if row.instance is not None), None)
        found = self.find_on_record(*name) if reference.model in KNOWN_BY else None
        if found is None:
            file.trouble(reference.where, self.not_there(file, reference))
        return found

    def find_on_record(self, model: type[models.Model], name: str) -> models.Model | None:
        if (model, name) not in self.on_record:
            found = model._default_manager.filter(**{KNOWN_BY[model]: name}).first()
            self.on_record[model, name] = found
        return self.on_record[model, name]

    def known_names(self, model: type[models.Model]) -> set[str]:
        """The names that rows of `model` have here or on record."""
        if model not in self.known:
            on_record = model._default_manager.values_list(KNOWN_BY[model], flat=True)
            here = {name for other, name in self.shared if other is model}
            self.known[model] = here | set(on_record[:5000])
        return self.known[model]

    def not_there(self, file: RecordFile, reference: Reference) -> str:
        """The sentence for a name that nothing has, with the nearest that something has."""
        words = {"name": reference.name, "model": reference.model._meta.verbose_name}
        if reference.model is Country:
            return (
                _(
                    "“%(name)s” is no country on record. Expected the two capital letters of "
                    "ISO 3166-1, such as KZ."
                )
                % words
            )
        if reference.model in KNOWN_BY:
            sentence = _("There is no %(model)s “%(name)s”, neither here nor on record.") % words
            return sentence + did_you_mean(reference.name, self.known_names(reference.model))
        keys = [name for model, name in self.local[id(file)] if model is reference.model]
        sentence = _("There is no %(model)s with the key “%(name)s” in this file.") % words
        return sentence + did_you_mean(reference.name, keys)


def local_names(file: RecordFile) -> dict[Name, Row]:
    """The rows of a file by their keys. An appearance without one is known by its person."""
    names: dict[Name, Row] = {}
    by_person: dict[str, list[Row]] = {}
    for row in file.every_row():
        if row.thing.has_key and row.name:
            names.setdefault((row.thing.model, row.name), row)
        person = row.references.get("person")
        if row.thing.model is Appearance and person:
            by_person.setdefault(person.name, []).append(row)
    for person, rows in by_person.items():
        if len(rows) == 1 and not rows[0].name:
            names.setdefault((Appearance, person), rows[0])
    return names


def sorted_by_reference(file: RecordFile, rows: list[Row]) -> list[Row]:
    """The rows in their order, but each after the one of the same list that it points at.

    A row whose way leads back to itself is a trouble of the file.
    """
    by_name = {row.name: row for row in rows if row.name}
    done: set[int] = set()
    in_turn: list[Row] = []
    for first in rows:
        row: Row | None = first
        way: dict[int, Row] = {}
        while row is not None and id(row) not in done:
            if id(row) in way:
                break
            way[id(row)] = row
            column, above = _points_at(row, by_name)
            if above is not None and id(above) in way:
                sentence = _("This leads back to “%(name)s” itself. Choose another.")
                file.trouble(row.column_path(column), sentence % {"name": above.name})
            row = above
        in_turn += reversed(way.values())
        done |= set(way)
    return in_turn


def _points_at(row: Row, by_name: dict[str, Row]) -> tuple[str, Row | None]:
    """The column and the row of the same list that `row` points at."""
    for column, reference in row.references.items():
        if reference is not None and reference.model is row.thing.model:
            return column, by_name.get(reference.name)
    return "", None
