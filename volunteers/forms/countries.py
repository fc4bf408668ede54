"""Choosing a country: a long list, made once for each language and kept."""

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.models import Country

KEPT_SECONDS = 5 * 60

CHOOSE = _("Choose a country.")
NOT_LISTED = _("This country is not on the list. Choose one of it.")


def all_countries() -> dict[str, str]:
    """The names of all countries by code, in the reader's alphabetical order."""
    return cache.get_or_set(f"countries-{get_language()}", in_order, KEPT_SECONDS) or {}


def in_order() -> dict[str, str]:
    names = [(one.code, str(one.name)) for one in Country.objects.all()]
    return dict(sorted(names, key=lambda pair: wording.sort_key(pair[1])))


def all_options() -> SafeString:
    """The options of all countries in HTML, none of them chosen."""
    made = cache.get_or_set(
        f"country-options-{get_language()}", lambda: options_of(all_countries()), KEPT_SECONDS
    )
    return mark_safe(made or "")  # noqa: S308 (made by `options_of`, which escapes)


def options_of(names: dict[str, str]) -> str:
    return str(format_html_join("", '<option value="{}">{}</option>', names.items()))


class CountrySelect(forms.Select):
    """A `<select>` written without asking a template for each of 250 options."""

    codes: list[str] | None = None  # None: all there are

    def render(self, name, value, attrs=None, renderer=None):
        code = str(getattr(value, "pk", value) or "").upper()
        options = str(self.written_options())
        marked = options.replace(f'value="{code}"', f'value="{code}" selected', 1)
        flat = forms.utils.flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        empty = format_html('<option value="">{}</option>', _("Choose …"))
        return format_html(
            "<select{}>{}{}</select>",
            flat,
            empty,
            mark_safe(marked if code else options),  # noqa: S308
        )

    def written_options(self) -> SafeString | str:
        if self.codes is None:
            return all_options()
        return options_of(
            {code: name for code, name in all_countries().items() if code in self.codes}
        )


class CountryField(forms.Field):
    """A country by its code; `codes` are those that may be chosen, None for all."""

    widget = CountrySelect
    default_error_messages = {"required": CHOOSE}

    def __init__(self, *, codes: list[str] | None = None, **options):
        super().__init__(**options)
        self.limit(codes)

    def limit(self, codes: list[str] | None) -> None:
        """Let only the countries of `codes` be chosen; all where it is None."""
        self.codes = self.widget.codes = codes

    def to_python(self, value) -> Country | None:
        if value in self.empty_values:
            return None
        code = str(value)
        if code not in all_countries() or (self.codes is not None and code not in self.codes):
            raise ValidationError(NOT_LISTED, code="not_listed")
        return Country(code=code, name=all_countries()[code])

    def in_words(self, code) -> str:
        """The name of the country of `code`; "" for none."""
        return all_countries().get(str(code or "").upper(), "")
