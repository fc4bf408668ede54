"""Who saw, exported, decided or changed what: the trail that nobody edits.

The rows are django-auditlog's. Of people a row keeps the kind, the key and what was done, never the
name: that is looked up when the trail is read, so that it names nobody who was erased. What changes
by itself at the desk, without a call of `record`, is watched by volunteers/watching.py.
"""

from collections.abc import Sequence

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from volunteers.models import Described, Registration, User


class Kind(models.IntegerChoices):
    """What was done. The first four are django-auditlog's own numbers."""

    ADDED = LogEntry.Action.CREATE, _("added")
    CHANGED = LogEntry.Action.UPDATE, _("changed")
    DELETED = LogEntry.Action.DELETE, _("deleted")
    SAW = LogEntry.Action.ACCESS, _("saw personal data")
    EXPORTED = 10, _("saved as a file")
    DECIDED = 11, _("decided")
    WROTE = 12, _("wrote to people")


# What stands for a value that the trail does not keep.
MASK = "***"
MASKED = ("phone", "password")
# What may stay of an erased person's changes; the same as volunteers.services.privacy keeps.
NAMELESS = ("state", "country", "category", "sex")


def record(
    user: User,
    kind: Kind,
    about: models.Model | type[models.Model] | Sequence[models.Model],
    *,
    changes: dict[str, list[str]] | None = None,
    **details,
) -> LogEntry | None:
    """Write down that `user` did something of a `kind` with one row, several, or a whole model.

    `changes` are the old and the new value of each column that changed. `details` is anything else
    worth keeping that JSON can hold and that names no person, such as `fields=["needs"]`,
    `number=1200` or the filters of an exported list. Nothing is written about no rows.
    """
    rows = [about] if isinstance(about, models.Model) else about
    if not isinstance(rows, type) and not rows:
        return None
    model = rows if isinstance(rows, type) else rows[0]._meta.model
    one = rows[0] if not isinstance(rows, type) and len(rows) == 1 else None
    if not isinstance(rows, type) and one is None:
        details["keys"] = [row.pk for row in rows]
    return LogEntry.objects.create(
        actor=user,
        actor_email=user.email,
        action=kind,
        content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
        object_pk=str(one.pk) if one is not None else "",
        object_id=one.pk if one is not None and isinstance(one.pk, int) else None,
        object_repr="" if one is None or is_person(model) else str(one),
        changes=changes,
        additional_data=details or None,
    )


def is_person(model: type[models.Model]) -> bool:
    """Whether rows of `model` speak of someone who may wish to be erased."""
    return issubclass(model, Described | User) or any(
        field.related_model is Registration for field in model._meta.concrete_fields
    )


def changes_in(form) -> dict[str, list[str]]:
    """What a form changes, as `record` takes it: the old and the new value by column."""
    return {
        name: [MASK, MASK]
        if name in MASKED
        else [in_short(form.initial.get(name)), in_short(form.cleaned_data[name])]
        for name in form.changed_data
        if name in form.cleaned_data
        and name in {one.name for one in form._meta.model._meta.get_fields()}
    }


def in_short(value) -> str:
    """A value of a form as text: rows by their names, one row by its key."""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, models.QuerySet | list | tuple):
        return ", ".join(sorted(str(one) for one in value))
    return "" if value is None else str(value)


def forget(row: models.Model) -> None:
    """Take from the trail what names `row`; that something was done with it stays."""
    kind = ContentType.objects.get_for_model(row)
    entries = LogEntry.objects.filter(content_type=kind, object_pk=str(row.pk))
    for entry in entries.exclude(changes=None):
        entry.changes = {
            name: values if name in NAMELESS else [MASK, MASK]
            for name, values in entry.changes.items()
        }
        entry.save(update_fields=["changes"])
    entries.update(object_repr="")


def forget_actor(user: User) -> None:
    """Take the address of an account that is erased from what it did."""
    LogEntry.objects.filter(actor=user).update(actor_email="")
