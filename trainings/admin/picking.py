"""Choosing rows of a long list by typing, with the desk's script and without it."""

from django import forms
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

NOT_FOUND = _("“%(value)s” was not found, or is not the only one. Type the whole name.")


def may_be_key(model, key) -> bool:
    """Whether a row of `model` can be looked for by `key` at all."""
    column = model._meta.pk
    try:
        column.run_validators(column.to_python(key))
    except ValidationError:
        return False
    return str(key).isprintable()


class Pick:
    """A choice from a long list that doesn't ask the database for what the form holds already.

    `remembered` maps the key of a row, as text, to its label. The list itself is brought by the
    script. Without it a line stands under the choice, and what is typed there is looked up when
    the page is sent; what is not found comes back as it was typed, refused by the field.
    """

    typing_help = _("The list needs JavaScript. Without it, type the name here.")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.remembered = {}

    def build_attrs(self, base_attrs, extra_attrs=None):
        """What the script needs to ask for the list."""
        attrs = super(AutocompleteMixin, self).build_attrs(base_attrs, extra_attrs)
        return {
            **attrs,
            "class": "choice",
            "data-url": self.get_url(),
            "data-app-label": self.field.model._meta.app_label,
            "data-model-name": self.field.model._meta.model_name,
            "data-field-name": self.field.name,
            "data-required": "true" if self.is_required else "false",
        }

    @property
    def media(self):
        return forms.Media()

    def render(self, name, value, attrs=None, renderer=None):
        select = super().render(name, value, attrs, renderer)
        given = self.format_value(value)
        refused = "; ".join(key for key in given if key and key not in self.remembered)
        return format_html(
            '{}<noscript><label class="help" for="{}_typed">{}</label>'
            '<input type="text" name="{}_typed" id="{}_typed" value="{}"></noscript>',
            *(select, name, self.typing_help, name, name, refused),
        )

    def optgroups(self, name, value, attr=None):
        chosen = [str(key) for key in value if key not in ("", None)]
        self.remembered = {**self.remembered, **self.labels(set(chosen) - set(self.remembered))}
        options = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options += [(key, self.remembered[key]) for key in chosen if key in self.remembered]
        made = [
            self.create_option(name, key, label, key in chosen, number)
            for number, (key, label) in enumerate(options)
        ]
        return [(None, made, 0)]

    @property
    def rows(self):
        return self.field.remote_field.model._default_manager.all()

    def labels(self, keys) -> dict[str, str]:
        """The labels of rows by their keys; what is no key, or nobody's, is left out."""
        possible = [key for key in keys if self.may_be_key(key)]
        found = self.rows.filter(pk__in=possible) if possible else []
        return {str(row.pk): str(row) for row in found}

    def may_be_key(self, key) -> bool:
        """Whether `key` can be looked for at all; a refused form is shown with what was sent."""
        return may_be_key(self.rows.model, key)

    def look_up(self, typed: str) -> str:
        """The key of the one row that `typed` means; `typed` itself where that is not clear."""
        desk = self.admin_site.get_model_admin(self.rows.model)
        found, _doubled = desk.get_search_results(None, self.rows, typed)
        rows = list(found[:50])
        exact = [row for row in rows if str(row).casefold() == typed.casefold()]
        rows = exact or rows
        return str(rows[0].pk) if len(rows) == 1 else typed


def typed_in(data, name: str) -> list[str]:
    """What was typed into the line that stands there without the script."""
    return [part.strip() for part in data.get(f"{name}_typed", "").split(";") if part.strip()]


class PickOne(Pick, AutocompleteSelect):
    """One row of a long list, found by typing."""

    def value_from_datadict(self, data, files, name):
        typed = typed_in(data, name)
        return (
            self.look_up("; ".join(typed))
            if typed
            else super().value_from_datadict(data, files, name)
        )


class PickSeveral(Pick, AutocompleteSelectMultiple):
    """Several rows of a long list, found by typing."""

    typing_help = _("The list needs JavaScript. Without it, type the names here, with ; between.")

    def value_from_datadict(self, data, files, name):
        chosen = super().value_from_datadict(data, files, name) or []
        keys = [*chosen, *(self.look_up(one) for one in typed_in(data, name))]
        return [self.asked_for(key) for key in keys]

    def asked_for(self, key: str) -> str:
        """`key`, in marks where it is too large a number: Django would ask the database for it."""
        return f"“{key}”" if key.isdecimal() and not self.may_be_key(key) else key

    def value_omitted_from_data(self, data, files, name):
        return False
