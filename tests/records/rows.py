"""All rows of the record in a form that can be compared between two databases."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256

from django.apps import apps
from django.db import models

from trainings.models import (
    BlockFigures,
    Comment,
    Country,
    Fact,
    OpenText,
    Organisation,
    Person,
    PickedDocument,
    PickedFact,
    PickedOrganisation,
    PickedPhoto,
    Report,
    Series,
    TextDraft,
    Training,
    keeps_order,
    picked,
)

ROOTS = (Report, Training, Fact, Series, Person, Organisation)
# Models of which nothing stands in a file, and why.
IN_NO_FILE = {
    Country: "seeded",
    BlockFigures: "counted from people who registered, whom the record does not know",
    Comment: "said among colleagues of one desk, by accounts that only this desk has",
    TextDraft: "not said yet: what is being written becomes the record when it is put in",
    OpenText: "who has a page open at this moment",
    **dict.fromkeys(
        (PickedDocument, PickedFact, PickedOrganisation, PickedPhoto),
        "in the list of their block, whose order is theirs",
    ),
}


def record_models() -> list[type[models.Model]]:
    """Every model of the record that stands in files."""
    models_ = apps.get_app_config("trainings").get_models()
    return [model for model in models_ if model not in IN_NO_FILE]


def row(instance: models.Model, named: Callable) -> str:
    """Every column of a row; what it points at is told by what it holds, for ids differ."""
    held = []
    for field in instance._meta.fields:
        if isinstance(field, models.AutoField):
            continue
        value = getattr(instance, field.name)
        if isinstance(field, models.ForeignKey):
            value = value and named(value)
        else:
            value = field.get_prep_value(value)
        held.append(f"{field.name}={value!r}")
    for field in instance._meta.many_to_many:
        if field.remote_field.through._meta.auto_created:
            held.append(
                f"{field.name}={sorted(named(one) for one in getattr(instance, field.name).all())}"
            )
        elif keeps_order(field):
            held.append(f"{field.name}={[named(one) for one in picked(instance, field.name)]}")
    return f"{instance._meta.model_name}({', '.join(held)})"


def naming() -> Callable[[models.Model], str]:
    """A function naming a row that another points at, which looks at each row once."""

    @cache
    def named(instance: models.Model) -> str:
        """A digest of all it holds, for a repr in a repr grows fast."""
        if isinstance(instance, Country):
            return instance.pk
        words = row(instance, named)
        return f"{instance._meta.model_name} {sha256(words.encode()).hexdigest()[:12]}"

    return named


def everything() -> dict[str, list[str]]:
    """All rows of every model, sorted."""
    named = naming()
    return {
        model._meta.model_name: sorted(row(instance, named) for instance in whole(model))
        for model in record_models()
    }


def whole(model: type[models.Model]) -> models.QuerySet:
    """All rows of a model with what they point at."""
    several = [one.name for one in model._meta.many_to_many if not keeps_order(one)]
    single = [one.name for one in model._meta.fields if isinstance(one, models.ForeignKey)]
    return model.objects.select_related(*single).prefetch_related(*several)


def ids() -> dict[str, list]:
    return {
        model._meta.model_name: sorted(model.objects.values_list("pk", flat=True))
        for model in record_models()
    }


def empty_the_record() -> None:
    for model in ROOTS:
        model.objects.all().delete()
    for model in record_models():
        assert not model.objects.exists(), model
