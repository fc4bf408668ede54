"""The six questions of the Washington Group, asked where the call of a training switches them on.

Wording, order and answers are the Group's own. Each question may be left open or withheld.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteers.forms.person import words
from volunteers.models import Difficulty, Functioning
from volunteers.models.functioning import QUESTIONS


def functioning_fields() -> dict[str, forms.ChoiceField]:
    """A field for each question, by the column that keeps the answer."""
    return {
        name: forms.ChoiceField(
            **words(Functioning, name),
            choices=Difficulty.choices,
            widget=forms.RadioSelect,
            required=False,
            error_messages={"invalid_choice": _("Choose one of the answers on the list.")},
        )
        for name in QUESTIONS
    }


def functioning_in(form: forms.Form) -> dict | None:
    """The answers in a valid form; None where it did not ask."""
    asked = {name: form.cleaned_data[name] for name in QUESTIONS if name in form.fields}
    return asked or None
