"""Conditions that several models ask of the database, and how a row is held against them."""

from functools import reduce
from operator import and_
from typing import ClassVar

from django.core.exceptions import ValidationError
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


class Checked(models.Model):
    """Rows that are held against all their check constraints by one query.

    Django asks the database once for each, between two more for a savepoint: sixty for the dates
    of a training. Only where one of them is broken are they asked in turn, to say which.
    """

    # The field beside which a constraint is explained, by the end of the constraint's name.
    beside: ClassVar[dict[str, str]] = {}
    _checks_hold = False

    class Meta:
        abstract = True

    def validate_constraints(self, exclude=None):
        """Refuse what the constraints refuse, and say it beside the field it is about."""
        left_out = set(exclude or ())
        self._checks_hold = self._holds_against_all(left_out)
        refused: dict = {} if self._checks_hold else self._refused_beside_fields(left_out)
        try:
            super().validate_constraints(exclude=left_out | set(refused))
        except ValidationError as error:
            refused = error.update_error_dict(refused)
        finally:
            self._checks_hold = False
        if refused:
            raise ValidationError(refused)

    def get_constraints(self):
        """The constraints by model, as Django's, without those that are known to hold."""
        every = super().get_constraints()
        if not self._checks_hold:
            return every
        return [
            (model, [rule for rule in rules if not isinstance(rule, models.CheckConstraint)])
            for model, rules in every
        ]

    def _checks(self) -> list[models.CheckConstraint]:
        return [rule for rule in self._meta.constraints if isinstance(rule, models.CheckConstraint)]

    def _holds_against_all(self, left_out: set[str]) -> bool:
        """Whether no check is broken that asks nothing of the fields left out."""
        known = {"pk", *(field.name for field in self._meta.concrete_fields)} - left_out
        asked = [
            rule.condition
            for rule in self._checks()
            if rule.condition.referenced_base_fields <= known  # type: ignore[union-attr]
        ]
        if not asked:
            return True
        together = models.CheckConstraint(condition=reduce(and_, asked), name="together")
        try:
            together.validate(type(self), self, exclude=left_out)
        except ValidationError:
            return False
        return True

    def _refused_beside_fields(self, left_out: set[str]) -> dict:
        own = f"{self._meta.app_label}_{self._meta.model_name}_"
        refused: dict = {}
        for rule in self._checks():
            field = self.beside.get(rule.name.removeprefix(own))
            try:
                if field:
                    rule.validate(type(self), self, exclude=left_out)
            except ValidationError as error:
                refused.setdefault(field, error)
        return refused
