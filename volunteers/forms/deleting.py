"""The one box before a person is erased."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DeleteForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, erase my data. I know that this can't be undone."),
        error_messages={"required": _("Tick the box, or nothing is erased.")},
    )
