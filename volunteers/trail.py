"""The trail in words: whom or what an entry is about, and what was done with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from volunteers.audit import Kind, is_person
from volunteers.models import MessageState
from volunteers.models.trail import Entry

# What `audit.record` was told besides, by its name there.
SEEN = {
    "contacts": gettext_lazy("addresses or telephones"),
    "needs": gettext_lazy("needs"),
    "answers": gettext_lazy("a document that was handed in"),
}
# What was done with a message beside sending it.
VERBS = {"schedule": MessageState.SCHEDULED.label, "stop": MessageState.STOPPED.label}


def with_names(entries: Iterable[Entry]) -> None:
    """Give each entry `about`, the row it speaks of as it is now, or None; a query a kind."""
    keys: dict = defaultdict(set)
    entries = list(entries)
    for entry in entries:
        if entry.object_pk:
            keys[entry.content_type].add(entry.object_pk)
    found = {
        (kind.pk, str(row.pk)): row
        for kind, wanted in keys.items()
        if (model := kind.model_class()) is not None
        for row in model._base_manager.filter(pk__in=wanted)
    }
    for entry in entries:
        entry.about = found.get((entry.content_type_id, entry.object_pk))


class Named:
    """The entries of a queryset, read with their names however many there are."""

    def __init__(self, entries):
        self.entries = entries

    def iterator(self, chunk_size: int) -> Iterator[Entry]:
        left = self.entries.iterator(chunk_size)
        while some := list(islice(left, chunk_size)):
            with_names(some)
            yield from some


def subject(entry: Entry) -> str:
    """What an entry is about, such as `Registration: Zebo Example`."""
    model = entry.content_type.model_class()
    noun = capfirst(str(model._meta.verbose_name if model else entry.content_type))
    if not entry.object_pk:
        return capfirst(str(model._meta.verbose_name_plural)) if model else noun
    name = str(entry.about) if entry.about is not None else entry.object_repr
    if entry.about is None and model and is_person(model):
        name = _("erased")
    return _("%(kind)s: %(name)s") % {"kind": noun, "name": name or entry.object_pk}


def kind(entry: Entry) -> str:
    """What was done, in a word or two."""
    return str(Kind(entry.action).label)


def details(entry: Entry) -> list[str]:
    """What was done in particular, a line each."""
    changes = [change(entry, name, values) for name, values in (entry.changes or {}).items()]
    return [*changes, *said(entry.additional_data or {})]


def change(entry: Entry, name: str, values: list) -> str:
    """One change, such as `State: waiting for a decision → approved`."""
    model = entry.content_type.model_class()
    columns = {one.name: one for one in model._meta.get_fields()} if model else {}
    column = columns.get(name)
    labels = {str(key): str(label) for key, label in getattr(column, "flatchoices", ())}
    old, new = (labels.get(str(one), "" if one in (None, "None") else str(one)) for one in values)
    return _("%(what)s: %(old)s → %(new)s") % {
        "what": capfirst(str(getattr(column, "verbose_name", name))),
        "old": old or "–",
        "new": new or "–",
    }


def said(told: dict) -> list[str]:
    """The rest of what was written down, as sentences."""
    lines = []
    if verb := VERBS.get(told.get("verb", "")):
        lines.append(str(verb))
    if fields := told.get("fields"):
        words = [str(SEEN.get(one, one)) for one in fields]
        lines.append(", ".join(words))
    number = told.get("number") or len(told.get("keys", ()))
    if number:
        lines.append(_("Number: %(count)s") % {"count": number})
    if file := told.get("file"):
        lines.append(_("File: %(kind)s") % {"kind": str(file).upper()})
    if narrowed := told.get("narrowed"):
        filters = ", ".join(f"{name}={value}" for name, value in narrowed.items())
        lines.append(_("Narrowed by: %(filters)s") % {"filters": filters})
    if told.get("beyond_a_limit"):
        lines.append(_("Beyond a limit, with a reason"))
    return lines
