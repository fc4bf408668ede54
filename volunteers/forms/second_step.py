"""Signing in at the desk with a password, and what the second step asks for."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from volunteers.clients import client_of
from volunteers.services.attempts import Limit, TooMany, count, forget

TOO_MANY = ngettext_lazy(
    "Too many wrong passwords within an hour. Try again in %(minutes)s minute.",
    "Too many wrong passwords within an hour. Try again in %(minutes)s minutes.",
    "minutes",
)
# A stranger elsewhere can't lock someone out by the first, and not for long by the others.
BY_ADDRESS_AND_CLIENT = Limit("password from here", 10, TOO_MANY)
BY_ADDRESS = Limit("password of address", 100, TOO_MANY)
BY_CLIENT = Limit("password of client", 100, TOO_MANY)


class PasswordAtDesk(AdminAuthenticationForm):
    """Address and password. Wrong ones are counted, right ones begin the count anew."""

    def clean(self):
        address = self.cleaned_data.get("username", "").strip()
        client = client_of(self.request)
        here = f"{address} {client}"
        try:
            tries = [count(BY_CLIENT, client), count(BY_ADDRESS, address)]
            count(BY_ADDRESS_AND_CLIENT, here)
        except TooMany as refusal:
            raise ValidationError(str(refusal), code="limit") from refusal
        cleaned = super().clean()
        forget(BY_ADDRESS_AND_CLIENT, here)
        for one in filter(None, tries):
            one.delete()
        return cleaned


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        error_messages={"required": _("Type the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class NewPasskeyForm(forms.Form):
    """A name, and what the browser answers, which a script fills in."""

    credential = forms.CharField(max_length=20_000, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("A name, such as “my phone”"), max_length=60, required=False, strip=True
    )


class ResetForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("How you made sure that it is really this person. The letter repeats it."),
        error_messages={"required": _("Write the reason; the person reads it in a letter.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
