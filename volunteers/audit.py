"""Who saw, exported, decided or changed what: the trail that nobody edits.

The rows are django-auditlog's. Of people a row keeps only the kind and the key: the name is looked
up when the trail is read, so that it names nobody who was erased.
"""

from collections.abc import Sequence

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from volunteers.models import Registration, User, Volunteer


class Kind(models.IntegerChoices):
    """What was done. The first four are django-auditlog's own numbers."""

    ADDED = LogEntry.Action.CREATE, _("added")
    CHANGED = LogEntry.Action.UPDATE, _("changed")
    DELETED = LogEntry.Action.DELETE, _("deleted")
    SAW = LogEntry.Action.ACCESS, _("saw personal data")
    EXPORTED = 10, _("exported")
    DECIDED = 11, _("decided")


# Rows about people: their names are not written into the trail.
PEOPLE = (Registration, Volunteer, User)


def record(
    user: User,
    kind: Kind,
    about: models.Model | type[models.Model] | Sequence[models.Model],
    *,
    changes: dict[str, list[str]] | None = None,
    **details,
) -> LogEntry:
    """Write down that `user` did something of a `kind` with one row, several, or a whole model.

    `changes` are the old and the new value of each column that changed. `details` is anything else
    worth keeping that JSON can hold and that names no person, such as `fields=["needs"]`,
    `number=1200` or the filters of an exported list.
    """
    rows = [about] if isinstance(about, models.Model) else about
    if isinstance(rows, type):
        model, one = rows, None
    else:
        model, one = type(rows[0]), rows[0] if len(rows) == 1 else None
        if one is None:
            details["keys"] = [row.pk for row in rows]
    return LogEntry.objects.create(
        actor=user,
        actor_email=user.email,
        action=kind,
        content_type=ContentType.objects.get_for_model(model),
        object_pk="" if one is None else str(one.pk),
        object_id=one.pk if one is not None and isinstance(one.pk, int) else None,
        object_repr="" if one is None or isinstance(one, PEOPLE) else str(one),
        changes=changes,
        additional_data=details or None,
    )
