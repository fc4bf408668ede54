"""Which tables public pages may read, and in which scope each counts."""

from functools import cache

from django.apps import apps
from django.db.models import Model

RECORD, REGISTRATIONS = "record", "registrations"
SCOPES = (RECORD, REGISTRATIONS)
# Of the record, what is written while an editor types and no reader ever sees.
UNSEEN = ("TextDraft", "OpenText", "Comment")
# What public pages say of those who come: seats left, what a call asks, who took part.
COUNTED = (
    "Attendance",
    "AttendanceRule",
    "Call",
    "Call_countries",
    "CompletionOverride",
    "Functioning",
    "Mark",
    "Quota",
    "Registration",
)


@cache
def watched_models(scope: str) -> list[type[Model]]:
    """The models whose rows count in the scope."""
    if scope == RECORD:
        models = apps.get_app_config("trainings").get_models(include_auto_created=True)
        return [model for model in models if model.__name__ not in UNSEEN]
    return [apps.get_model("volunteers", name) for name in COUNTED]


@cache
def watched() -> dict[str, str]:
    """The scope of each table whose changes are told; a page that reads another is never kept."""
    return {model._meta.db_table: scope for scope in SCOPES for model in watched_models(scope)}


@cache
def every_table() -> frozenset[str]:
    """The tables of all models."""
    models = apps.get_models(include_auto_created=True)
    return frozenset(model._meta.db_table for model in models)
