"""The own questions of a training as fields, and what was answered."""

import datetime as dt
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.documents import DocumentFormField
from trainings.templatetags.reading import label as in_words
from volunteers.forms.countries import CountryField
from volunteers.forms.lines import LineField, TextField, one_line
from volunteers.models import Question, QuestionKind
from volunteers.services.answers import Answered

# More options than this are a list to open, not buttons in a row.
MOST_BUTTONS = 8

NUMBER = re.compile(r"[-+\u2212]?[\d \u00a0]{1,20}([.,]\d{1,6})?")


class NumberField(LineField):
    """A number as people write it, with a comma or a point."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def validate(self, value):
        super().validate(value)
        if value and not (NUMBER.fullmatch(value) and re.search(r"\d", value)):
            raise ValidationError(_("Write a number with digits, like 12 or 2.5."), code="number")


class DayField(forms.DateField):
    """A day; a browser without a calendar sends what was typed."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ["%Y-%m-%d", "%d.%m.%Y"]
    default_error_messages = {"invalid": _("Write the day like 31.12.2027.")}

    def to_python(self, value) -> dt.date | None:
        return super().to_python(one_line(value) if isinstance(value, str) else value)


class OptionField(forms.ChoiceField):
    default_error_messages = {"invalid_choice": _("Choose one of the answers on the list.")}


class OptionsField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": _("Choose among the answers on the list.")}


def field_of(question: Question) -> forms.Field:
    """The field that asks `question`. It is never required by itself: see `is_for`."""
    said: dict = {
        "label": in_words(question.label),
        "help_text": in_words(question.help) if question.help else "",
        "required": False,
    }
    match question.kind:
        case QuestionKind.LINE:
            return LineField(max_length=500, **said)
        case QuestionKind.TEXT:
            return TextField(max_length=4000, **said)
        case QuestionKind.NUMBER:
            return NumberField(max_length=30, **said)
        case QuestionKind.DATE:
            return DayField(**said)
        case QuestionKind.COUNTRY:
            return CountryField(**said)
        case QuestionKind.FILE:
            return DocumentFormField(**said)
        case QuestionKind.CHOICES:
            return OptionsField(choices=choices(question), **said)
    few = len(question.options.all()) <= MOST_BUTTONS
    if few:
        return OptionField(choices=choices(question), widget=forms.RadioSelect, **said)
    return OptionField(choices=[("", _("Choose …")), *choices(question)], **said)


def choices(question: Question) -> list[tuple[str, str]]:
    return [(str(one.pk), in_words(one.label)) for one in question.options.all()]


def for_whom(question: Question) -> str:
    """Whom a question is for, such as “national volunteer; Kyrgyzstan”; "" for everyone."""
    names = dict(Question._meta.get_field("only_categories").flatchoices)
    kinds = wording.list_of(names[one] for one in question.only_categories)
    places = sorted((str(one) for one in question.only_countries.all()), key=wording.sort_key)
    return "; ".join(part for part in (kinds, wording.list_of(places)) if part)


def answered(question: Question, value) -> Answered:
    """What a field of `question` gave, as it is stored."""
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            chosen = {value} if isinstance(value, str) else set(value)
            rows = [one for one in question.options.all() if str(one.pk) in chosen]
            return Answered(question, options=rows)
        case QuestionKind.FILE:
            return Answered(question, file=value)
        case QuestionKind.DATE:
            return Answered(question, text=value.isoformat())
        case QuestionKind.COUNTRY:
            return Answered(question, text=value.pk)
    return Answered(question, text=value)
