"""Asking for a code by mail, and entering it.

The limits are explained in docs/decisions/2026-11-25-signing-in.md.
"""

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from volunteers.clients import client_of
from volunteers.forms.lines import MailField
from volunteers.services.attempts import Limit, TooMany, count
from volunteers.signing_in import account_of

CODES_BY_ADDRESS = Limit(
    "code to address",
    5,
    _(
        "Several codes were asked for this address within an hour. Use the newest letter, or wait "
        "an hour and ask again."
    ),
)
# A classroom stands behind one address.
CODES_BY_CLIENT = Limit(
    "code for client",
    60,
    _(
        "Very many codes were asked for from your network within an hour. Wait an hour and ask "
        "again."
    ),
)
WRONG_CODE = _("This is not the code of the newest letter. Type its eight digits again.")
TRIES = Limit("code entered", settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS, WRONG_CODE)


class AskForCode(RequestLoginCodeForm):
    """An address. The answer never says whether it is known."""

    email = MailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        try:
            count(CODES_BY_CLIENT, client_of(context.request))
            count(CODES_BY_ADDRESS, email)
        except TooMany as refusal:
            raise ValidationError(str(refusal), code="limit") from refusal
        self._user = account_of(email)
        return email


class EnterCode(ConfirmLoginCodeForm):
    """The digits of the letter. `asked` names what they answer: an address at a moment."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )

    def __init__(self, *args, asked: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = asked

    def clean_code(self) -> str:
        # allauth counts in the session, which many tries at the same moment would get around.
        try:
            count(TRIES, self.asked)
            return super().clean_code()
        except (TooMany, ValidationError) as error:
            raise ValidationError(WRONG_CODE, code="wrong") from error
