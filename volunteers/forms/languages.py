"""Choosing languages: those of the region at once, the others folded away."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trainings import wording

NEAR = ("en", "ru", "kk", "ky", "tg", "uz", "tk", "prs")
BOX = (
    '<label class="form-check"><input class="form-check-input" type="checkbox" name="{}" value="{}"'
    " {}><span>{}</span></label>"
)


def name_of(code: str) -> str:
    """What the reader calls a language, with a capital as in a list of its own."""
    name = wording.language_name(code)
    return name[:1].upper() + name[1:]


class LanguageBoxes(forms.SelectMultiple):
    """Boxes to tick; the fieldset around them is the label."""

    use_fieldset = True

    def id_for_label(self, id_, index=None):
        return ""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = set(value or [])
        others = sorted(set(wording.language_codes()) - set(NEAR), key=self.order)
        return format_html(
            '<div class="boxes" id="{}">{}</div><details{}><summary>{}</summary>'
            '<div class="boxes">{}</div></details>',
            (attrs or {}).get("id", ""),
            self.boxes(name, NEAR, chosen),
            " open" if chosen & set(others) else "",
            _("More languages"),
            self.boxes(name, others, chosen),
        )

    def boxes(self, name: str, codes, chosen: set[str]) -> SafeString:
        rows = ((name, code, "checked" if code in chosen else "", name_of(code)) for code in codes)
        return format_html_join("", BOX, rows)

    def order(self, code: str):
        return wording.sort_key(wording.language_name(code))


class LanguagesField(forms.Field):
    """Codes of languages, in the order of the list."""

    widget = LanguageBoxes

    def to_python(self, value) -> list[str]:
        codes = list(dict.fromkeys(str(code) for code in value or []))
        if set(codes) - set(wording.language_codes()):
            raise ValidationError(
                gettext_lazy("Choose languages from the list alone."), code="not_listed"
            )
        return codes

    def has_changed(self, initial, data) -> bool:
        """Whether other languages are ticked; their order says nothing."""
        return set(initial or ()) != set(data or ())

    def in_words(self, codes) -> str:
        """The names of the languages of `codes` in one phrase."""
        return wording.list_of(wording.language_name(str(code)) for code in codes or [])
