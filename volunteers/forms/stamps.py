"""The signed stamp of a form: when it was opened, and that a form sent twice is the same one."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

SALT = "volunteers.form"
AT_LEAST = timedelta(seconds=2)  # nobody fills in this form faster
AT_MOST = timedelta(days=1)

TOO_FAST = _("That was faster than people type. Please send it once more.")
TOO_OLD = _("This form was opened more than a day ago. Look through it and send it once more.")
CUT_OFF = _(
    "The form did not arrive whole. What did is still here: add what is missing, a document too, "
    "and send it once more."
)


@dataclass
class Stamp:
    """A stamp as it came back; `age` is None for one that is missing or was never ours."""

    signed: str
    nonce: str
    age: timedelta | None


def new_stamp() -> str:
    """The text of a new stamp, for a hidden input."""
    return signing.dumps([secrets.token_urlsafe(9), int(now().timestamp())], salt=SALT)


def read_stamp(signed: str) -> Stamp:
    try:
        nonce, opened = signing.loads(signed, salt=SALT)
    except (signing.BadSignature, ValueError):
        return Stamp("", "", None)
    return Stamp(signed, nonce, timedelta(seconds=now().timestamp() - opened))


def stamp_error(age: timedelta | None) -> ValidationError | None:
    """What to say to a form whose stamp has this age; None where all is well."""
    if age is None:
        return ValidationError(CUT_OFF, code="cut_off")
    if age < AT_LEAST:
        return ValidationError(TOO_FAST, code="too_fast")
    if age > AT_MOST:
        return ValidationError(TOO_OLD, code="too_old")
    return None
