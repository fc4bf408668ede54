"""Conditions that several models ask of the database."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def one_of(
    column: str, choices: type[models.TextChoices], *, empty: bool = False
) -> models.CheckConstraint:
    """The database takes only `choices` into `column`; '' too where they name it, or `empty`."""
    return models.CheckConstraint(
        condition=Q(**{f"{column}__in": [*choices.values, *([""] if empty else [])]}),
        name=f"%(app_label)s_%(class)s_{column}_is_known",
        violation_error_message=_("Choose one of the choices."),
    )
