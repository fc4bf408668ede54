"""The rows of a page with many kinds of them, read in one question when the page is opened."""

from typing import Any

from django.db.models import Model
from django.forms import BaseInlineFormSet

from trainings.together import keep, rows_of


class Hand:
    """The rows that the formsets of a page show; when one asks for its own, all are read.

    That is once `is_full`: when the formsets of the page are all there.
    """

    def __init__(self):
        self.is_full = False
        self.formsets: list[BaseInlineFormSet] = []
        self.found: dict[str, list] = {}

    def take(self, formset: BaseInlineFormSet) -> None:
        """Read the rows of `formset` too."""
        self.formsets.append(formset)

    def rows(self, formset: BaseInlineFormSet) -> list:
        """The rows of `formset`, each with its record."""
        if formset.prefix not in self.found:
            unread = [one for one in self.formsets if one.prefix not in self.found]
            self.found |= rows_of(**{one.prefix: in_order(one.queryset) for one in unread})
            for one in unread:
                for row in self.found[one.prefix]:
                    setattr(row, one.fk.name, one.instance)
        return self.found[formset.prefix]

    def of(self, model: type[Model]) -> list | None:
        """The rows of `model`; None where they are not taken."""
        return next((self.rows(one) for one in self.formsets if one.model is model), None)

    def hang(self, *names: str) -> None:
        """Let the record itself have these of its lists, or the one row it has of a kind."""
        for formset in self.formsets:
            column: Any = formset.fk.remote_field
            name, rows = column.get_accessor_name(), self.rows(formset)
            if name in names and column.multiple:
                keep(formset.instance, name, rows)
            elif name in names:
                column.set_cached_value(formset.instance, rows[0] if rows else None)


def in_order(rows):
    return rows if rows.ordered else rows.order_by("pk")


def hang(record: Model, *names: str) -> None:
    """`Hand.hang`, where the rows of `record` are in hand."""
    if hand := vars(record).get("hand"):
        hand.hang(*names)
