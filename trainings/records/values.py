"""Single values: how each kind of column is written in a file, and read back."""

import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from trainings.fields import SeveralField, language_code
from trainings.labels import Label, LabelField, LabelTextField
from trainings.records.errors import Unreadable, did_you_mean, expected

LABELS = (LabelField, LabelTextField)
WHOLE_NUMBERS: dict[type[models.Field], tuple[int, int]] = {
    # The smaller of what the two engines hold.
    models.PositiveSmallIntegerField: (0, 32_767),
    models.PositiveIntegerField: (0, 2_147_483_647),
    models.BigIntegerField: (-(2**63), 2**63 - 1),
}
CLOCK = re.compile(r"\d\d:\d\d(:\d\d(\.\d{1,6})?)?")


def empty(field: models.Field):
    """What a column holds where the file says nothing."""
    return Label({}) if isinstance(field, LABELS) else field.get_default()


def from_file(field: models.Field, raw, language: str):
    """The value of `field` for what stands in the file; a plain label is in `language`.

    Raises Unreadable with what was expected, and what the column itself refuses.
    """
    value = empty(field) if raw is None else _reader(field)(field, raw, language)
    if not field.blank and not isinstance(field, models.BooleanField) and _is_empty(value):
        raise Unreadable(expected(_("a value"), raw))
    return _checked(field, value)


def to_file(field: models.Field, value):
    """What is written for the value of `field`; None where there is nothing to say."""
    if isinstance(field, LABELS):
        return label_to_file(value)
    if isinstance(field, models.DateTimeField):
        return value and value.astimezone(dt.UTC).isoformat()
    if isinstance(field, models.DateField):
        return value and value.isoformat()
    if isinstance(field, models.TimeField):
        return value and clock(value)
    if isinstance(field, models.FileField):
        return value.name or None
    if isinstance(field, SeveralField):
        return [str(word) for word in value] or None
    return str(value) if isinstance(value, str) else value  # a choice is a text of its own kind


def label_to_file(value: Label, default: str = "en") -> dict[str, str] | None:
    """A label by language; one that was typed without a language counts as `default`."""
    data = value.data if isinstance(value, Label) else value
    if not isinstance(data, dict):
        data = {default: str(data)} if data not in (None, "") else {}
    return {code: text for code, text in data.items() if text} or None


def clock(value: dt.time) -> str:
    """`09:00`, with seconds only where there are any."""
    return value.isoformat("minutes" if not (value.second or value.microsecond) else "auto")


def _is_empty(value) -> bool:
    return value is None or value == [] or not str(value).strip()


def _checked(field: models.Field, value):
    """The value, as the validators of the column accept it."""
    if isinstance(field, LABELS) or value in field.empty_values:
        return value
    try:
        return field.clean(value, None)
    except ValidationError as error:
        raise Unreadable(" ".join(error.messages)) from error


def _reader(field: models.Field):
    if isinstance(field, LABELS):
        return _label
    if isinstance(field, SeveralField):
        return _several
    if field.choices:
        return _choice
    for kind, reader in _READERS.items():
        if isinstance(field, kind):
            return reader
    return _text


def _text(field, raw, language) -> str:
    if isinstance(raw, bool):
        raise Unreadable(expected(_("a text (put it in quotes)"), raw))
    if isinstance(raw, str | int):
        return str(raw)
    raise Unreadable(expected(_("a text"), raw))


def _label(field, raw, language) -> Label:
    """A plain text, or texts by language code."""
    if isinstance(raw, list | bool):
        raise Unreadable(expected(_("a text, or texts by language code"), raw))
    if not isinstance(raw, dict):
        return Label({language: str(raw)})
    texts = {}
    for code, text in raw.items():
        read_language(code)
        if text is not None:
            texts[code] = _text(field, text, language)
    return Label(texts)


def read_language(code) -> str:
    """A language code; raises Unreadable where it is none."""
    try:
        language_code(code)
    except ValidationError as error:
        raise Unreadable(expected(_("a language code such as en, ru or ky"), code)) from error
    return code


def _choice(field, raw, language):
    known = {str(key): key for key, _name in field.flatchoices if key != ""}
    word = str(raw) if isinstance(raw, str | int) and not isinstance(raw, bool) else ""
    if raw == "" and field.blank:
        return ""
    if word not in known:
        what = _("one of %(words)s") % {"words": ", ".join(known)}
        raise Unreadable(expected(what, raw) + did_you_mean(word, known))
    return known[word]


def _several(field, raw, language) -> list[str]:
    what = _("a list of words, such as [%(example)s]") % {
        "example": ", ".join(str(key) for key, _name in field.flatchoices[:2]) or "2027-04-22"
    }
    if not isinstance(raw, list):
        raise Unreadable(expected(what, raw))
    known = [str(key) for key, _name in field.flatchoices]
    for word in raw:
        if isinstance(word, bool) or not isinstance(word, str | int):
            raise Unreadable(expected(what, word))
        if known and str(word) not in known:
            one_of = _("one of %(words)s") % {"words": ", ".join(known)}
            raise Unreadable(expected(one_of, word) + did_you_mean(str(word), known))
        if not str(word) or len(str(word).split()) != 1:
            raise Unreadable(expected(what, word))
    return [str(word) for word in raw]


def _whole_number(field, raw, language) -> int:
    least, most = next(span for kind, span in WHOLE_NUMBERS.items() if isinstance(field, kind))
    number = isinstance(raw, int) and not isinstance(raw, bool)
    if number and least <= raw <= most:
        return raw
    if number and raw > most:
        raise Unreadable(
            expected(_("a whole number of at most %(most)s, or nothing") % {"most": most}, raw)
        )
    what = _("a whole number of 0 or more, or nothing") if least == 0 else _("a whole number")
    raise Unreadable(expected(what, raw))


def _boolean(field, raw, language) -> bool:
    if isinstance(raw, bool):
        return raw
    raise Unreadable(expected(_("true or false"), raw))


def _date(field, raw, language) -> dt.date:
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(raw)):
            raise ValueError(raw)
        return dt.date.fromisoformat(raw)
    except (ValueError, TypeError) as error:
        raise Unreadable(expected(_("a day such as 2027-04-22, or nothing"), raw)) from error


def _time(field, raw, language) -> dt.time:
    try:
        if not CLOCK.fullmatch(str(raw)):
            raise ValueError(raw)
        return dt.time.fromisoformat(raw)
    except (ValueError, TypeError) as error:
        raise Unreadable(expected(_("a time such as 09:30, or nothing"), raw)) from error


def _moment(field, raw, language) -> dt.datetime:
    what = _("a moment with its offset from UTC such as 2027-04-22T09:00+06:00, or nothing")
    try:
        moment = dt.datetime.fromisoformat(raw)
        if moment.tzinfo is None:
            raise ValueError(raw)
        return moment.astimezone(dt.UTC)
    except (ValueError, TypeError, OverflowError) as error:
        raise Unreadable(expected(what, raw)) from error


_READERS = {
    models.BooleanField: _boolean,
    models.IntegerField: _whole_number,
    models.DateTimeField: _moment,  # before DateField, of which it is a kind
    models.DateField: _date,
    models.TimeField: _time,
}
