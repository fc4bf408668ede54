"""The forms of the rows of a page: of one row, and of all of a kind."""

from collections.abc import Iterable

from django import forms
from django.db.models import Model, QuerySet
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from trainings.admin import picking
from trainings.admin.hand import Hand

# Rows of a kind that a page takes at once beside those it has. Django would make two thousand
# forms of its own accord, for whoever asks for them.
MOST_NEW = 200


def unwrapped(widget):
    """The input inside Django's wrapper with the buttons for related rows."""
    return getattr(widget, "widget", widget)


def remember(form) -> None:
    """Tell the form's choices from long lists what they hold, from what was read with the row."""
    for name, field in form.fields.items():
        widget = unwrapped(field.widget)
        if not isinstance(widget, picking.Pick) or form.instance.pk is None:
            continue
        column = form.instance._meta.get_field(name)
        if column.many_to_many:
            cached = getattr(form.instance, "_prefetched_objects_cache", {}).get(name, [])
        else:
            cached = (
                [column.get_cached_value(form.instance)] if column.is_cached(form.instance) else []
            )
        widget.remembered = {str(row.pk): str(row) for row in cached if row is not None}


class RowForm(forms.ModelForm):
    """A row of a page. Its number alone doesn't make an empty row a new one."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "order" in self.fields:
            self.fields["order"].required = False

    def has_changed(self):
        return bool(set(self.changed_data) - ({"order"} if self.empty_permitted else set()))

    def clean_order(self):
        order = self.cleaned_data["order"]
        return self.initial.get("order", 0) if order is None else order


class RowFormSet(BaseInlineFormSet):
    """The rows of a page. New rows get the next number; choices stay within the page's record.

    Numbers begin with 0, as they do where a record file leaves them out.
    """

    inline = None
    default_error_messages = {
        **BaseInlineFormSet.default_error_messages,
        "too_many_forms": _("A page takes at most %(num)d rows of a kind. Save fewer at once."),
    }

    def __init__(self, *args, hand: Hand | None = None, **options):
        super().__init__(*args, **options)
        self.hand = hand
        if hand:
            hand.take(self)
        if self.is_bound:
            self.absolute_max = min(self.absolute_max, len(self.get_queryset()) + MOST_NEW)
            self.max_num = min(self.max_num, self.absolute_max)

    @property
    def initial_forms(self):
        # Django looks at those of rows that may only be read while it makes the formsets.
        return [] if self.hand and not self.hand.is_full else super().initial_forms

    def get_queryset(self):
        return self.hand.rows(self) if self.hand else super().get_queryset()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        remember(form)
        for name, choices in self.nearby().items():
            if name in form.fields:
                field = form.fields[name]
                field.queryset = choices["rows"]
                several = isinstance(field, forms.ModelMultipleChoiceField)
                first = [] if several else [("", choices["empty"])]
                field.widget.choices = [*first, *choices["labels"]]
        if "order" in form.fields and (index is None or index >= self.initial_form_count()):
            form.initial["order"] = self.last_number() + 1

    def nearby(self) -> dict:
        """For each column that chooses within the record: its rows, read once, and their labels."""
        if not hasattr(self, "_nearby"):
            self._nearby = {}
            for name in self.inline.within:
                rows = self.inline.rows_within(name, self.instance, self.get_queryset())
                saved = self.in_hand(name, rows) if self.instance.pk else ()
                labels = [(row.pk, self.inline.choice_label(row)) for row in saved]
                empty = "–" if labels else str(_("– save first, then choose –"))
                self._nearby[name] = {"rows": rows, "labels": labels, "empty": empty}
        return self._nearby

    def in_hand(self, name: str, rows: QuerySet) -> Iterable[Model]:
        """`rows`, which the column `name` may choose: out of those on the page, if they are all."""
        if not self.hand:
            return rows
        chosen = {getattr(row, f"{name}_id") for row in self.get_queryset()} - {None}
        found = self.inline.rows_near(name, self.hand)
        return rows if found is None or chosen - {row.pk for row in found} else found

    def get_unique_error_message(self, unique_check):
        """What the model itself says of two rows that may not both stand."""
        own = set(unique_check) - {self.fk.name}
        self.doubled = next(
            (
                rule.violation_error_message
                for rule in self.model._meta.total_unique_constraints
                if set(rule.fields) - {self.fk.name} == own
            ),
            super().get_unique_error_message(unique_check),
        )
        return self.doubled

    def get_form_error(self):
        return self.doubled

    def last_number(self) -> int:
        return max((getattr(row, "order", 0) for row in self.get_queryset()), default=-1)
