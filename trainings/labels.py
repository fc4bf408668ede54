"""Short texts in six languages: one column each, and what a reader sees where hers is missing."""

from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.forms import Field
from django.utils.translation import get_language
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.forms import I18nFormField
from i18nfield.strings import LazyI18nString

from trainings import wording


class Label(LazyI18nString):
    """A text in several languages, shown by the fallback kk ky tg uz → ru → en → any there is."""

    def __init__(self, data: str | dict[str, str] | None):
        # Read when it is shown: most labels of a row that is read are not.
        self.given = data

    @cached_property
    def data(self) -> Any:
        """The texts by language, or what there is instead of them."""
        data = read(self.given) if isinstance(self.given, str) else LazyI18nString(self.given).data
        return dict(data) if isinstance(data, dict) else data

    def shown_language(self, language: str | None = None) -> str | None:
        """The code of the language a reader of `language` is shown, None for an empty label."""
        if not isinstance(self.data, dict):
            return language if self.data else None
        language = language or get_language() or settings.LANGUAGE_CODE
        if self.data.get(language):
            return language
        chain = wording.fallback_chain(language)
        filled = [code for code, text in self.data.items() if text]
        return next((code for code in (*chain, *filled) if self.data.get(code)), None)

    def localize(self, lng: str) -> str:
        """The text for a reader of the language `lng`; an empty string where there is none."""
        if not isinstance(self.data, dict):
            return super().localize(lng)
        if text := self.data.get(lng):
            return text
        shown = self.shown_language(lng)
        return self.data[shown] if shown else ""

    def languages(self) -> list[str]:
        """The codes of the languages that are filled in."""
        return [code for code, text in self.data.items() if text] if self.is_mapping else []

    def texts(self) -> list[str]:
        """All the texts, in the order of their codes, as the column stores them."""
        if self.is_mapping:
            return [text for _code, text in sorted(self.data.items()) if text]
        return [str(self.data)] if self.data else []

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.data, dict)

    def __len__(self) -> int:
        return len(str(self))

    def __hash__(self) -> int:
        return hash(repr(self.data))


@lru_cache(maxsize=10_000)
def read(stored: str) -> Any:
    """What a column holds, as `Label.data` tells it: a page reads the same ones each time."""
    return LazyI18nString(stored).data


class LabelFormField(I18nFormField):
    """A label in a form. Forms share its six inner fields, which nothing changes."""

    def __deepcopy__(self, memo):
        return Field.__deepcopy__(self, memo)


class LabelMixin:
    """Makes a column of django-i18nfield speak `Label`; an empty label is stored as ''."""

    form_class = LabelFormField

    def from_db_value(self, value, expression, connection):
        return Label(value)

    def to_python(self, value):
        if value is None or isinstance(value, Label):
            return value
        return Label(value.data if isinstance(value, LazyI18nString) else value)

    def get_prep_value(self, value):
        prepared = super().get_prep_value(value)  # type: ignore[misc]
        return "" if prepared == "{}" else prepared


class LabelField(LabelMixin, I18nCharField):
    """A line in six languages, such as a title."""


class LabelTextField(LabelMixin, I18nTextField):
    """A paragraph or more in six languages, in Markdown where its help text says so."""
