"""Columns that fill themselves, and a column for several of a list of choices."""

import datetime as dt
from collections.abc import Iterable

from anyascii import anyascii
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings import folding
from trainings.labels import Label

# BCP 47, as far as the record needs it: a language, perhaps with a script or a country.
language_code = RegexValidator(
    r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\Z",
    _("Write the language as a code of two or three letters, such as en, ru or ky."),
)


def texts_of(instance: models.Model, sources: Iterable[str]) -> list[str]:
    """All texts, in every language, of the attributes `sources` of `instance`."""
    found: list[str] = []
    for source in sources:
        value = getattr(instance, source)
        found += value.texts() if isinstance(value, Label) else [str(value)] if value else []
    return found


def name_of(value: str, choices: type[models.TextChoices]) -> str:
    """What `value` of `choices` is called.

    Django's own `get_…_display` puts all of them into the reader's language to find one, which was
    a tenth of the page of a training.
    """
    try:
        return str(choices(value).label)
    except ValueError:
        return value


class SearchKeyField(models.TextField):
    """The folded words of other columns, kept at every save, the same on SQLite and PostgreSQL."""

    def __init__(self, *sources: str, **options):
        self.sources = sources
        super().__init__(**{"editable": False, "default": "", "blank": True, **options})

    def deconstruct(self):
        name, path, _args, options = super().deconstruct()
        return name, path, list(self.sources), options

    def pre_save(self, model_instance, add):
        key = folding.search_key(*texts_of(model_instance, self.sources))
        setattr(model_instance, self.attname, key)
        return key


def free_slug(others: models.QuerySet, text: str, longest: int = 100) -> str:
    """An address made of `text` that none of `others` has; their model's name of no letters."""
    room = longest - 6  # for -2, -3 …
    base = slugify(anyascii(text))[:room].strip("-") or str(others.model._meta.model_name)
    taken = set(others.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


class OnceSlugField(models.SlugField):
    """A short ASCII address made once from another column; two of one name get -2, -3 …"""

    def __init__(self, source: str = "", **options):
        self.source = source
        options = {"max_length": 100, "unique": True, "blank": True, **options}
        options.setdefault(
            "help_text", _("Part of the page's address. Left empty, it is made from the name.")
        )
        super().__init__(**options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "source": self.source}

    def pre_save(self, model_instance, add):
        slug = getattr(model_instance, self.attname)
        if not slug:
            slug = self.free_slug(model_instance)
            setattr(model_instance, self.attname, slug)
        return slug

    def free_slug(self, instance) -> str:
        """The first address that no other row has."""
        value = getattr(instance, self.source)
        text = value.localize("en") if isinstance(value, Label) else str(value)
        return free_slug(self.model._base_manager.exclude(pk=instance.pk), text)


class ChangedField(models.DateTimeField):
    """When another column of the row last got another value; None where none ever did.

    Saving a row as it was is no change, and neither are the columns of `but`. Costs a query a save.
    Has to be the last column of its model, for others fill themselves before.
    """

    def __init__(self, *args, but: Iterable[str] = (), **options):
        self.but = tuple(but)
        super().__init__(*args, **{"null": True, "editable": False, **options})

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "but": self.but}

    def pre_save(self, model_instance, add):
        if add:
            setattr(model_instance, self.attname, None)
        elif self.differs(model_instance):
            setattr(model_instance, self.attname, now())
        return getattr(model_instance, self.attname)

    def differs(self, instance) -> bool:
        """Whether a column that counts holds something else than the database does."""
        left_out = {self.name, *self.but}
        columns = [one for one in self.model._meta.concrete_fields if one.name not in left_out]
        rows = self.model._base_manager.filter(pk=instance.pk)
        before = rows.values(*(one.attname for one in columns)).first()
        return before is not None and any(
            stored(one, before[one.attname]) != stored(one, getattr(instance, one.attname))
            for one in columns
        )


def stored(column: models.Field, value):
    """A value of `column` as the database keeps it."""
    return column.get_prep_value(column.to_python(value))


def latest(*moments: dt.datetime | None) -> dt.datetime | None:
    """The last of the moments that are known; None where none is."""
    return max((one for one in moments if one is not None), default=None)


class SeveralField(models.CharField):
    """Several words in order, such as roles, kept between spaces: `" quoted speaker "`.

    In Python a list of strings. `roles__has="quoted"` finds the rows that hold a word, on either
    engine, which a JSON column does not offer on SQLite.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **{"blank": True, "default": list, "max_length": 500, **options})

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, options

    def from_db_value(self, value, expression, connection):
        return (value or "").split()

    def to_python(self, value):
        if isinstance(value, str):
            return value.split()
        return [str(word) for word in value or []]

    def get_prep_value(self, value):
        words = self.to_python(value)
        return f" {' '.join(words)} " if words else ""

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value, model_instance):
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        known = {str(key) for key, _name in self.flatchoices}
        unknown = [word for word in value if known and word not in known]
        if unknown:
            raise ValidationError(
                self.error_messages["invalid_choice"], params={"value": ", ".join(unknown)}
            )

    def run_validators(self, value):
        for word in value:
            super().run_validators(word)

    def formfield(self, **options):
        if not self.choices:
            return super().formfield(**options)
        return forms.MultipleChoiceField(
            choices=self.choices,
            required=not self.blank,
            label=options.get("label", self.verbose_name),
            help_text=options.get("help_text", self.help_text),
            widget=options.get("widget", forms.CheckboxSelectMultiple),
        )


@SeveralField.register_lookup
class Has(models.Lookup):
    """`column__has="word"`: the column holds the word."""

    lookup_name = "has"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        lhs, lhs_params = self.process_lhs(compiler, connection)
        return f"{lhs} LIKE %s", [*lhs_params, f"% {self.rhs} %"]


def is_key(text: str) -> bool:
    """Whether `text` can be looked for as a key."""
    return text.isascii() and text.isdecimal() and len(text) < 18
