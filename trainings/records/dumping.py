"""Trainings on record into the text of a record file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml
from anyascii import anyascii
from django.db import models
from django.utils.text import slugify

from trainings.labels import Label
from trainings.models import Report, Training, picked
from trainings.records import values
from trainings.records.files import copy_out
from trainings.records.schema import FILE, KNOWN_BY, Thing

WORDS_OF_A_KEY = 4
LONGEST_WORD = 40  # of a list that is written on one line
# The order in which a reader meets them; loading has an order of its own.
WRITTEN = ("organisations", "people", "series", "facts", "trainings", "reports")
# Written although they go without saying: a reader would miss them.
ALWAYS = {"kind", "language", "role"}


def dump(trainings: Iterable[Training], folder: Path | None = None) -> str:
    """The text of a record file that holds `trainings` and all they need to be loaded elsewhere.

    That is their series, organisations, people and facts, their reports, and the other trainings
    that those reports or they themselves name. With a `folder`, pictures and documents are
    copied there under the names the text gives them.
    """
    writer = _Writer(folder)
    for training in trainings:
        writer.need(training)
    return in_yaml(writer.write())


class _Writer:
    """Collects what is needed until nothing new is found."""

    def __init__(self, folder: Path | None):
        self.folder = folder
        self.needed: dict[type[models.Model], dict[object, models.Model]] = {
            thing.model: {} for thing in FILE.values()
        }
        self.written: dict[tuple, dict] = {}  # rows others may point at, by model and id
        self.keys: dict[tuple, str] = {}

    def need(self, instance: models.Model) -> None:
        """Have a training, a report or something under a slug written, once."""
        self.needed[type(instance)].setdefault(instance.pk, instance)

    def write(self) -> dict:
        done: dict[tuple, dict] = {}
        while waiting := [
            (thing, instance)
            for thing in FILE.values()
            for instance in self.needed[thing.model].values()
            if (thing.model, instance.pk) not in done
        ]:
            for thing, instance in waiting:
                done[thing.model, instance.pk] = self.row(thing, instance, None)
                self.need_around(instance)
        for row, key in self.keys.items():
            self.written[row] = self.with_key(self.written[row], key)
        data: dict = {"language": "en"}
        for name in WRITTEN:
            thing = FILE[name]
            rows = [done[thing.model, pk] for pk in self.needed[thing.model]]
            if rows:
                data[name] = rows
        return data

    def with_key(self, row: dict, key: str) -> dict:
        """The same mapping with its key in front."""
        rest = dict(row)
        row.clear()
        row.update({"key": key, **rest})
        return row

    def need_around(self, instance: models.Model) -> None:
        """What belongs to a row without the row pointing at it."""
        if isinstance(instance, Training):
            for report in Report.objects.filter(trainings=instance).order_by("pk"):
                self.need(report)
        if hasattr(instance, "facts"):
            for fact in instance.facts.all():
                self.need(fact)

    def row(self, thing: Thing, instance: models.Model, index: int | None) -> dict:
        row: dict = {}
        for path, name in sorted(
            thing.paths.items(), key=lambda item: (item[1] != thing.known_by, len(item[0]))
        ):
            value = self.column(thing, instance, name, index)
            if value is not None:
                inside = row
                for step in path[:-1]:
                    inside = inside.setdefault(step, {})
                inside[path[-1]] = value
        if thing.has_key:
            self.written[type(instance), instance.pk] = row
        for name, inner in thing.lists.items():
            related = getattr(instance, inner.related_name).all()
            rows = [self.row(inner, one, number) for number, one in enumerate(related)]
            if rows:
                row[name] = [self.shortened(inner, one) for one in rows]
        return row

    def shortened(self, thing: Thing, row: dict):
        """A plain text where a mapping would hold no more than that."""
        return row[thing.short] if thing.short and set(row) == {thing.short} else row

    def column(self, thing: Thing, instance: models.Model, name: str, index: int | None):
        """What is written for a column, None for what goes without saying."""
        if name in thing.several:
            return [self.reference(one) for one in picked(instance, name)] or None
        column = thing.columns[name]
        value = getattr(instance, name)
        if isinstance(column, models.ForeignKey):
            return None if value is None else self.reference(value)
        if isinstance(column, models.FileField) and value and self.folder:
            copy_out(value, self.folder)
        without_saying = index or 0 if name == "order" else column.get_default()
        if value == without_saying and not (value and name in ALWAYS):
            return None
        return values.to_file(column, value)

    def reference(self, instance: models.Model) -> str:
        """The name of another row; what that is or stands in becomes needed."""
        model = type(instance)
        if model in self.needed:
            self.need(instance)
        if model in KNOWN_BY:
            return getattr(instance, KNOWN_BY[model])
        self.need(instance.training or instance.report)  # a document may be of a report
        if (model, instance.pk) not in self.keys:
            self.keys[model, instance.pk] = self.free_key(instance)
        return self.keys[model, instance.pk]

    def free_key(self, instance: models.Model) -> str:
        """A key that says what the row is, which no other row of its kind has."""
        words = slugify(anyascii(key_words(instance))).split("-")[:WORDS_OF_A_KEY]
        base = "-".join(words) or instance._meta.model_name
        taken = {key for (model, _pk), key in self.keys.items() if model is type(instance)}
        number, key = 1, base
        while key in taken:
            number += 1
            key = f"{base}-{number}"
        return key


def key_words(instance: models.Model) -> str:
    """What a row is best known by."""
    if getattr(instance, "is_total", False):
        return "total"
    if getattr(instance, "person", None):
        return instance.person.name
    for name in ("organisation_as_printed", "title", "words", "capacity", "caption", "city"):
        value = getattr(instance, name, "")
        if value:
            return value.localize("en") if isinstance(value, Label) else str(value)
    return str(getattr(instance, "country_id", None) or "")


class _Dumper(yaml.SafeDumper):
    """Block style with lists indented, short lists of words on one line."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str):
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_list(dumper: yaml.SafeDumper, rows: list):
    on_one_line = all(isinstance(row, str | int) and len(str(row)) < LONGEST_WORD for row in rows)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", rows, flow_style=on_one_line)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)


def in_yaml(data: dict) -> str:
    """`data` as YAML that any reader of YAML understands in the same way."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
