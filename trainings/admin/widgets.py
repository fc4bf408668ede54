"""Inputs of the desk: labels in six languages, native dates, suggestions, languages."""

from functools import cache

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from i18nfield.forms import I18nTextarea, I18nTextInput

from config.inputs import escaped
from trainings import wording

# What organizers write in most; the other languages follow by name.
FIRST_LANGUAGES = ("en", "ru", "kk", "ky", "tg", "uz")
ZONES = [
    "Asia/Almaty",
    "Asia/Aqtau",
    "Asia/Aqtobe",
    "Asia/Ashgabat",
    "Asia/Atyrau",
    "Asia/Bishkek",
    "Asia/Dushanbe",
    "Asia/Oral",
    "Asia/Qostanay",
    "Asia/Qyzylorda",
    "Asia/Samarkand",
    "Asia/Tashkent",
    "Asia/Kabul",
    "Asia/Baku",
    "Asia/Tbilisi",
    "Asia/Ulaanbaatar",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Europe/Berlin",
    "UTC",
]


class Paragraphs(forms.Textarea):
    """Some lines of text. Browsers end them with CR and LF; the record keeps LF alone."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 3, **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        typed = super().value_from_datadict(data, files, name)
        return typed.replace("\r\n", "\n") if isinstance(typed, str) else typed


class LabelWidget:
    """One input a language: the organizer's own and the filled ones open, the others folded."""

    use_fieldset = True

    def __deepcopy__(self, memo):
        """Forms share its six inputs, which nothing changes."""
        return forms.Widget.__deepcopy__(self, memo)

    def render(self, name, value, attrs=None, renderer=None):
        """Written here and not by a template: a page may hold a hundred of them."""
        values = value if isinstance(value, list) else self.decompress(value)
        attrs = self.build_attrs(attrs or {})
        own = wording.fallback_chain(get_language())[0]
        lines: dict[bool, list] = {True: [], False: []}
        for number, (code, widget) in enumerate(zip(self.locales, self.widgets, strict=True)):
            text = values[number] if number < len(values) else ""
            key = f"{attrs.get('id', name)}_{number}"
            html = widget.render(f"{name}_{number}", text, {**attrs, "id": key}, renderer)
            language = escaped(wording.own_language_name(code))
            line = LANGUAGE_LINE.format(escaped(key), code, language, html)
            lines[bool(text) or code == own].append(line)
        if lines[False]:
            folded = FOLDED.format(escaped(_("Other languages")), "".join(lines[False]))
            lines[True].append(folded)
        return mark_safe(LABEL.format("".join(lines[True])))  # noqa: S308 - each part is escaped


LABEL = '<div class="label-inputs">{}</div>'
FOLDED = '\n<details class="label-more"><summary>{}</summary>{}\n</details>'
LANGUAGE_LINE = '\n<div class="label-input"><label for="{}" lang="{}">{}</label>{}</div>'


class LabelLine(LabelWidget, I18nTextInput):
    """A line in six languages."""


class LabelText(LabelWidget, I18nTextarea):
    """A paragraph in six languages."""

    widget = Paragraphs


class DayInput(forms.DateInput):
    """The browser's own calendar, which phones bring along."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class Suggested(forms.TextInput):
    """A line with suggestions; anything else may be typed too."""

    def __init__(self, suggestions, attrs=None):
        self.suggestions = suggestions
        super().__init__(attrs)

    def render(self, name, value, attrs=None, renderer=None):
        listed = f"{(attrs or {}).get('id', name)}_suggestions"
        line = super().render(name, value, {**(attrs or {}), "list": listed}, renderer)
        options = format_html_join(
            "", '<option value="{}">', ((word,) for word in self.suggestions)
        )
        return format_html('{}<datalist id="{}">{}</datalist>', line, listed, options)


class LanguageSelect(forms.Select):
    """A language by its name. A code that is on record and not in the list stays choosable."""

    def __init__(self, *, may_be_empty: bool, attrs=None):
        self.may_be_empty = may_be_empty
        super().__init__(attrs)

    def render(self, name, value, attrs=None, renderer=None):
        """Written here and not by Django's templates: 70 options in each row take them long."""
        chosen, reader = str(value or ""), get_language() or "en"
        options = (option("", "–") if self.may_be_empty else "") + options_for(reader)
        if chosen and option_begins(chosen) not in options:
            options += option(chosen, wording.language_name(chosen))
        begins = option_begins(chosen)
        options = options.replace(begins, begins.replace(">", " selected>"))
        named = flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})}))
        return mark_safe(f"<select{named}>{options}</select>")  # noqa: S308 - all of it is escaped


def option_begins(code: str) -> str:
    return f'<option value="{escaped(code)}">'


def option(code: str, text: str) -> str:
    return f"{option_begins(code)}{escaped(text)}</option>"


@cache
def options_for(reader: str) -> str:
    """All languages to choose from, for pages in the language `reader`."""
    return "".join(option(code, text) for code, text in languages_by_name(reader))


@cache
def languages_by_name(reader: str) -> list[tuple[str, str]]:
    """Codes and names: first those organizers write in most, then the others by name."""
    others = [code for code in wording.language_codes() if code not in FIRST_LANGUAGES]
    names = [(code, wording.language_name(code, reader)) for code in others]
    first = [(code, wording.language_name(code, reader)) for code in FIRST_LANGUAGES]
    return [*first, *sorted(names, key=lambda pair: wording.sort_key(pair[1], reader))]
