"""Lines and texts as people type them, without the signs that only deceive the eye."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

# These join and part letters in the words of some scripts; elsewhere they only hide.
JOINERS = "\u200c\u200d"
JOINED = ("ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "GUJARATI", "MALAYALAM", "SINHALA", "TAMIL")
# Letters and marks by their category, but with nothing to see.
BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
MOST_MARKS = 4  # above one letter; more is a tower that covers the lines around it

TOO_LONG = _("Write at most %(limit_value)d characters; these are %(show_value)d.")
NO_LETTER = _("Write your name with letters.")
NO_ADDRESSES = _("Write the name alone, without a web address.")


def visible(text: str) -> str:
    """`text` in NFC without control, direction and invisible signs; line ends are kept as `\\n`."""
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", text))
    kept: list[str] = []
    marks = 0
    for place, sign in enumerate(text):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if sign in BLANKS or marks > MOST_MARKS:
            continue
        if sign in "\n\t":
            kept.append(sign)
        elif kind == "Zs":
            kept.append(" ")
        elif kind not in ("Cc", "Cf", "Cs", "Co") or is_joining(text, place):
            kept.append(sign)
    return "".join(kept)


def is_joining(text: str, place: int) -> bool:
    """Whether the sign at `place` joins two letters of a script that is written with it."""
    if text[place] not in JOINERS or not 0 < place < len(text) - 1:
        return False
    around = (unicodedata.name(text[at], "") for at in (place - 1, place + 1))
    return all(name.startswith(JOINED) for name in around)


def one_line(text: str) -> str:
    """`text` in one line, with one space between words."""
    return " ".join(visible(text).split())


def say_what_is_optional(fields) -> None:
    """Give every field its label as a sentence begins, and “optional” behind it where it is."""
    for field in fields:
        field.label = field.plain_label = capfirst(field.label)
        if not (field.required or getattr(field, "is_needed", False)):
            field.label = format_html("{} <i>{}</i>", field.plain_label, _("optional"))


class LineField(forms.CharField):
    """A line of text; what deceives the eye is left out.

    Its input has no `maxlength`: a browser would cut what is pasted without a word.
    """

    def __init__(self, *, max_length=200, **options):
        super().__init__(**options)
        self.validators.append(MaxLengthValidator(max_length, TOO_LONG))

    def to_python(self, value):
        return one_line(super().to_python(value) or "")


class TextField(LineField):
    """A longer text with line ends."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value):
        return visible(forms.CharField.to_python(self, value) or "").strip()


class NameField(LineField):
    """A name: any script, any apostrophe, one word or several, but a name."""

    def validate(self, value):
        super().validate(value)
        if value and not any(sign.isalpha() for sign in value):
            raise ValidationError(NO_LETTER, code="no_letter")
        # Letters greet by name: nobody may have an advertisement sent to a stranger.
        if "://" in value or "www." in value.lower():
            raise ValidationError(NO_ADDRESSES, code="address")


class MailField(forms.EmailField):
    """An e-mail address; what was pasted along with it and can't be seen is left out."""

    default_error_messages = {
        "required": _("Write your e-mail address, like name@example.org."),
        "invalid": _("Write your e-mail address, like name@example.org."),
    }

    def __init__(self, *, max_length=254, **options):  # as much as the column holds
        super().__init__(max_length=max_length, **options)

    def to_python(self, value):
        return super().to_python(one_line(value or ""))

    def run_validators(self, value):
        try:
            super().run_validators(value)
        except ValidationError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class PhoneField(LineField):
    """A telephone number, with whatever people put between the digits."""

    def validate(self, value):
        super().validate(value)
        if value and not re.fullmatch(r"\+?[\d\s().,/;x-]{5,40}", value):
            raise ValidationError(
                _("Write the telephone number with digits, like +992 93 000 00 00."), code="phone"
            )
