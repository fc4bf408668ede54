"""From the plain data of a file to rows that can be loaded, with everything wrong about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.core.validators import slug_re
from django.db import models
from django.utils.translation import gettext as _

from trainings.records import values
from trainings.records.errors import Trouble, Unreadable, Where, did_you_mean, expected, path_text
from trainings.records.reading import Contents, read
from trainings.records.schema import FILE, KNOWN_BY, Thing


@dataclass
class Reference:
    """A row that another row points at, by the name the file gives it."""

    model: type[models.Model]
    name: str
    where: Where


@dataclass(eq=False)
class Row:
    """One mapping of a file. `values` and `references` hold only what the file says."""

    thing: Thing
    where: Where
    index: int = 0
    name: str = ""  # slug, or key of the file's own
    values: dict[str, object] = field(default_factory=dict)
    references: dict[str, Reference | None] = field(default_factory=dict)
    several: dict[str, list[Reference]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[Row]] = field(default_factory=dict)
    is_short: bool = False  # a plain text in place of the mapping
    broken: bool = False  # something in it can't be read, so it is not saved
    # What loading finds: what the row points at, and the row on record once it is saved.
    targets: dict[str, models.Model | None] = field(default_factory=dict)
    several_targets: dict[str, list[models.Model]] = field(default_factory=dict)
    instance: models.Model | None = None
    is_new: bool = False  # it was not on record before

    def column_path(self, name: str) -> Where:
        """Where in the file the column `name` stands, or would stand."""
        if self.is_short and name == self.thing.short:
            return self.where
        return (*self.where, *self.thing.path_of.get(name, ()))


@dataclass
class RecordFile:
    """A file as read: its rows, and the troubles found so far."""

    path: Path
    contents: Contents
    language: str = "en"
    rows: dict[str, list[Row]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def trouble(self, where: Where, message: str) -> None:
        self.troubles.append(Trouble(where, message, self.contents.line(where)))

    def every_row(self) -> list[Row]:
        """All rows, those inside others too."""
        waiting = [row for rows in self.rows.values() for row in rows]
        every = []
        while waiting:
            row = waiting.pop(0)
            every.append(row)
            waiting += [inner for rows in row.lists.values() for inner in rows]
        return every


def open_file(path: Path) -> RecordFile:
    """Read the file at `path` as far as possible without the database; never raises."""
    contents = read(path)
    file = RecordFile(path, contents, troubles=list(contents.troubles))
    if contents.data:
        _Shaper(file).shape(contents.data)
    elif not file.troubles:
        file.trouble((), _("The file is empty."))
    return file


class _Shaper:
    """Walks the data of one file beside the schema."""

    def __init__(self, file: RecordFile):
        self.file = file

    def shape(self, data: dict) -> None:
        self.unknown_keys(data, {"language", *FILE}, ())
        self.language(data.get("language", "en"))
        for key, thing in FILE.items():
            rows = self.rows(thing, data.get(key), (key,))
            self.file.rows[key] = rows
            self.twice(rows)
        self.local_names_twice()

    def language(self, raw) -> None:
        try:
            if not isinstance(raw, str):
                raise Unreadable(expected(_("a language code such as en, ru or ky"), raw))
            self.file.language = values.read_language(raw)
        except Unreadable as error:
            self.file.trouble(("language",), str(error))

    def unknown_keys(self, data: dict, known: set[str], where: Where) -> bool:
        unknown = [key for key in data if key not in known]
        for key in unknown:
            message = _("“%(key)s” is not a key here.") % {"key": key}
            near = did_you_mean(key, known)
            near = near or " " + _("Known are: %(keys)s.") % {"keys": ", ".join(sorted(known))}
            self.file.trouble((*where, key), message + near)
        return bool(unknown)

    def rows(self, thing: Thing, raw, where: Where) -> list[Row]:
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.file.trouble(where, expected(_("a list (each line begins with a dash)"), raw))
            return []
        return [self.row(thing, inner, (*where, index), index) for index, inner in enumerate(raw)]

    def row(self, thing: Thing, raw, where: Where, index: int) -> Row:
        row = Row(thing, where, index)
        if thing.short and isinstance(raw, str):
            row.is_short, raw = True, {thing.short: raw}
        if not isinstance(raw, dict):
            self.file.trouble(where, expected(_("a mapping with keys"), raw))
            row.broken = True
            return row
        row.broken = self.unknown_keys(raw, thing.keys, where)
        for (key, *rest), name in thing.paths.items():
            given, value = self.given(row, raw, key, rest)
            if given or not thing.shared:
                self.column(row, name, value)
        if "dates" in raw and isinstance(raw["dates"], dict):
            inside = {path[1] for path in thing.paths if path[0] == "dates"}
            row.broken |= self.unknown_keys(raw["dates"], inside, (*where, "dates"))
        self.name(row, raw)
        for key, inner in thing.lists.items():
            row.lists[key] = self.rows(inner, raw.get(key), (*where, key))
        return row

    def given(self, row: Row, raw: dict, key: str, rest: list[str]):
        """Whether the file says something for a column, and what."""
        if not rest:
            return key in raw, raw.get(key)
        inner = raw.get(key)
        if inner is None:
            return False, None
        if not isinstance(inner, dict):
            where = (*row.where, key)
            if not row.broken:
                self.file.trouble(where, expected(_("a mapping with keys"), inner))
            row.broken = True
            return False, None
        return rest[0] in inner, inner.get(rest[0])

    def name(self, row: Row, raw: dict) -> None:
        """The slug or key under which other rows know this one."""
        known_by = row.thing.known_by
        name = raw.get(known_by or "key")
        if known_by and name is None:
            what = _("a short name of small letters, digits and hyphens")
            self.broken(row, (*row.where, known_by), expected(what, None))
        elif row.thing.has_key and name is not None and not slug_re.fullmatch(str(name)):
            what = _("a short name of letters, digits and hyphens")
            self.broken(row, (*row.where, "key"), expected(what, name))
            return
        is_name = isinstance(name, str | int) and not isinstance(name, bool)
        row.name = str(name) if is_name else ""

    def column(self, row: Row, name: str, raw) -> None:
        """Read what the file says for one column; None is nothing."""
        where = row.column_path(name)
        if name in row.thing.several:
            row.several[name] = self.references(row, row.thing.several[name], raw, where)
            return
        column = row.thing.columns[name]
        try:
            if isinstance(column, models.ForeignKey):
                row.references[name] = self.reference(column, raw, where)
            elif isinstance(column, models.FileField):
                row.files[name] = self.file_name(raw)
            elif not (name == "order" and raw is None):
                row.values[name] = values.from_file(column, raw, self.file.language)
        except Unreadable as error:
            self.broken(row, where, str(error))

    def reference(self, column, raw, where: Where) -> Reference | None:
        if raw is None:
            if not column.null:
                raise Unreadable(expected(name_of(column.related_model), None))
            return None
        if not isinstance(raw, str | int) or isinstance(raw, bool):
            raise Unreadable(expected(name_of(column.related_model), raw))
        return Reference(column.related_model, str(raw), where)

    def references(self, row: Row, column, raw, where: Where) -> list[Reference]:
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.broken(row, where, expected(_("a list"), raw))
            return []
        found = []
        for index, inner in enumerate(raw):
            inside = (*where, index)
            if isinstance(inner, str | int) and not isinstance(inner, bool):
                found.append(Reference(column.related_model, str(inner), inside))
            else:
                self.broken(row, inside, expected(name_of(column.related_model), inner))
        return found

    def file_name(self, raw) -> str:
        if raw is None or isinstance(raw, str):
            return raw or ""
        raise Unreadable(expected(_("the name of a file beside this one"), raw))

    def broken(self, row: Row, where: Where, message: str) -> None:
        row.broken = True
        self.file.trouble(where, message)

    def twice(self, rows: list[Row]) -> None:
        """Rows of one list under one name."""
        seen: dict[str, Row] = {}
        for row in rows:
            if row.name and row.name in seen:
                message = _("“%(name)s” stands here already, in %(where)s. Keep one.")
                where = path_text(seen[row.name].where)
                column = row.thing.known_by or "key"
                self.broken(row, (*row.where, column), message % {"name": row.name, "where": where})
            seen.setdefault(row.name, row)

    def local_names_twice(self) -> None:
        """Keys hold in the whole file, for a report may quote from several trainings."""
        by_model: dict[type[models.Model], list[Row]] = {}
        for row in self.file.every_row():
            if row.thing.has_key:
                by_model.setdefault(row.thing.model, []).append(row)
        for rows in by_model.values():
            self.twice(rows)


def name_of(model: type[models.Model]) -> str:
    """What is expected where a row of `model` is referred to."""
    known_by = KNOWN_BY.get(model, "key")
    if known_by == "code":
        return _("the two capital letters of a country, such as KZ")
    return _("the %(column)s of a row of “%(model)s”") % {
        "column": known_by,
        "model": model._meta.verbose_name_plural,
    }
