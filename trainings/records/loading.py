"""Rows of record files into the database: all of a file or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from trainings.models import Block, ReportText, keeps_order, pick, picked
from trainings.records import files
from trainings.records.errors import Trouble, Unreadable, expected
from trainings.records.matching import match, snapshot
from trainings.records.references import Names, sorted_by_reference
from trainings.records.schema import FILE, Thing
from trainings.records.shaping import RecordFile, Row, open_file
from trainings.records.together import loaded_together
from trainings.services import drafts
from volunteers.services import same_person


@dataclass
class Outcome:
    """What became of one file: how many rows were made, changed and removed, or why it was not."""

    path: Path
    created: int = 0
    changed: int = 0
    removed: int = 0
    troubles: list[Trouble] = field(default_factory=list)


def load(paths: Iterable[Path]) -> list[Outcome]:
    """Load record files, each in one transaction; those that need one another in a common one.

    Never raises for what stands in a file: each outcome holds all the troubles of its file, and
    where there are any, nothing of the file was changed.
    """
    opened = [open_file(Path(path)) for path in paths]
    outcomes: dict[int, Outcome] = {}
    for group in loaded_together(opened):
        for file, outcome in zip(group, _load_together(group), strict=True):
            outcomes[id(file)] = outcome
    return [outcomes[id(file)] for file in opened]


class _TurnBack(Exception):
    """Ends the transaction without a change."""


def _load_together(group: list[RecordFile]) -> list[Outcome]:
    loading = _Loading(group)
    try:
        with transaction.atomic():
            loading.run()
            if any(file.troubles for file in group):
                raise _TurnBack
            loading.store_files()
    except _TurnBack:
        pass
    except (DatabaseError, OSError, ValidationError) as error:
        group[0].troubles.append(Trouble((), _("It could not be stored: %s.") % error))
    failed = [file for file in group if file.troubles]
    if not failed:
        return [loading.outcomes[id(file)] for file in group]
    for file in group:
        if not file.troubles:
            file.trouble((), _not_alone(failed))
    return [Outcome(file.path, troubles=in_file_order(file)) for file in group]


def in_file_order(file: RecordFile) -> list[Trouble]:
    """The troubles of a file from its first line to its last, each once."""
    return sorted(dict.fromkeys(file.troubles), key=lambda trouble: trouble.line or 0)


def _not_alone(failed: list[RecordFile]) -> str:
    names = ", ".join(file.path.name for file in failed)
    return _("Not loaded, because it belongs together with %(files)s, which has errors.") % {
        "files": names
    }


class _Loading:
    """Saves the rows of files that are loaded together."""

    def __init__(self, group: list[RecordFile]):
        self.group = group
        self.names = Names(group)
        self.outcomes = {id(file): Outcome(file.path) for file in group}
        self.waiting_files: list[tuple[models.Model, models.FileField, Path]] = []
        self.left_over: list[tuple[RecordFile, models.Model]] = []
        self.rewritten: set[int] = set()
        self.begun: set[int] = set()

    def run(self) -> None:
        """Everything under a slug first, so that all may refer to it; then what stands inside."""
        for key, thing in FILE.items():
            for file in self.group:
                for row in sorted_by_reference(file, file.rows.get(key, [])):
                    found = thing.model._default_manager.filter(**{thing.known_by: row.name})
                    self.save(file, row, None, found.first() if row.name else None)
        for key in ("trainings", "reports"):
            for file in self.group:
                for row in file.rows.get(key, []):
                    self.save_lists(file, row)
        # What comes later in a file may point at what comes earlier, so it goes first.
        for file, instance in reversed(self.left_over):
            self.remove(file, instance)
        drafts.overtake(self.rewritten - self.begun)
        self.leave_out_photos()

    def leave_out_photos(self) -> None:
        """Hide pictures that a file says to show someone who took back the consent to that."""
        rows = [row.instance for file in self.group for row in file.rows.get("trainings", [])]
        same_person.withdraw_tagged([one.pk for one in rows if one is not None and one.pk])

    def save_lists(self, file: RecordFile, parent: Row) -> None:
        for key, thing in parent.thing.lists.items():
            rows = parent.lists.get(key, [])
            there = self.there(parent, thing)
            for row in rows:
                self.names.resolve(file, row)
            pairs, left_over = match(thing, there, rows)
            self.left_over += [(file, instance) for instance in left_over]
            existing = {id(row): instance for row, instance in pairs}
            for row in sorted_by_reference(file, rows):
                self.save(file, row, parent, existing[id(row)])
            for row in rows:
                self.save_lists(file, row)

    def there(self, parent: Row, thing: Thing) -> list[models.Model]:
        """The rows of a list that are on record; a new row has none yet."""
        if parent.is_new or parent.instance is None or parent.instance.pk is None:
            return []
        return list(getattr(parent.instance, thing.related_name).all())

    def save(self, file: RecordFile, row: Row, parent: Row | None, there: models.Model | None):
        """Make or change the one database row for `row`; what is wrong goes to the file."""
        instance = there or row.thing.model()
        before = snapshot(row.thing, there) if there else None
        unknown = self.names.resolve(file, row)
        if parent:
            setattr(instance, row.thing.parent, parent.instance)
            if parent.instance is None or parent.instance.pk is None:
                unknown.add(row.thing.parent)
        self.fill(instance, row)
        self.take_files(file, row, instance)
        row.instance, row.is_new = instance, there is None
        changed = before is None or snapshot(row.thing, instance) != before
        if changed and not row.broken:
            self.check(file, row, instance, unknown)
        if row.broken or unknown:
            row.instance = there
            return
        if changed:
            instance.save()
        changed = self.set_several(row, instance) or changed
        self.count(file, there is None, changed)
        if changed:
            self.note_text(instance, is_new=there is None)

    def note_text(self, instance: models.Model, *, is_new: bool = False) -> None:
        """Remember the text that `instance` is, or is a block of: it says something else now.

        Nobody can have had one open that did not exist.
        """
        text = instance.text if isinstance(instance, Block) else instance
        if isinstance(text, ReportText):
            self.rewritten.add(text.pk)
        if is_new and isinstance(instance, ReportText):
            self.begun.add(instance.pk)

    def fill(self, instance: models.Model, row: Row) -> None:
        for name, value in row.values.items():
            setattr(instance, name, value)
        for name in row.references:
            setattr(instance, name, row.targets.get(name))
        if "order" in row.thing.columns and "order" not in row.values and not row.thing.shared:
            instance.order = row.index

    def take_files(self, file: RecordFile, row: Row, instance: models.Model) -> None:
        """Check the files a row names; they are stored when all is known to be right."""
        for name, wanted in row.files.items():
            column, current = row.thing.columns[name], getattr(instance, name)
            if not wanted:
                setattr(instance, name, "")
                continue
            if current and current.name == wanted:
                continue
            try:
                path = files.find(file.path.parent, wanted)
                if files.is_the_same(current, path):
                    continue
                files.check(column, path)
            except Unreadable as error:
                row.broken = True
                file.trouble(row.column_path(name), str(error))
                continue
            self.waiting_files.append((instance, column, path))
            setattr(instance, name, path.name)

    def check(self, file: RecordFile, row: Row, instance: models.Model, unknown: set[str]) -> None:
        try:
            instance.full_clean(exclude=unknown)
        except ValidationError as error:
            row.broken = True
            for name, errors in error.error_dict.items():
                for one in errors:
                    missing = one.code in ("blank", "null")
                    sentence = expected(_("a value"), None) if missing else " ".join(one.messages)
                    file.trouble(row.column_path(name), sentence)

    def set_several(self, row: Row, instance: models.Model) -> bool:
        """Point at several rows; whether that changed anything."""
        changed = False
        for name in row.several:
            wanted, there = row.several_targets[name], [] if row.is_new else picked(instance, name)
            in_order = keeps_order(row.thing.several[name])
            if wanted != there if in_order else set(wanted) != set(there):
                pick(instance, name, wanted)
                changed = True
        return changed

    def count(self, file: RecordFile, is_new: bool, changed: bool) -> None:
        outcome = self.outcomes[id(file)]
        outcome.created += is_new
        outcome.changed += changed and not is_new

    def remove(self, file: RecordFile, instance: models.Model) -> None:
        """Take away what the file no longer names."""
        try:
            if instance._meta.model.objects.filter(pk=instance.pk).exists():
                self.note_text(instance)
                instance.delete()
                self.outcomes[id(file)].removed += 1
        except (ProtectedError, RestrictedError):
            file.trouble(
                (),
                _("“%(row)s” is no longer in the file, but something on record still needs it.")
                % {"row": instance},
            )

    def store_files(self) -> None:
        for instance, column, path in self.waiting_files:
            files.store(instance, column, path)
