"""What a block picked of a list, in the order in which it is shown.

Sessions and figures have no such order: an agenda is read by its times, and figures stand as the
source prints them.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from trainings.models.block import Block


class Picked(models.Model):
    """A row that a block picked, and its place among those of its kind."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.order + 1}"


class PickedPhoto(Picked):
    block = models.ForeignKey(Block, models.CASCADE, related_name="picked_photos")
    photo = models.ForeignKey("trainings.Photo", models.CASCADE, related_name="picked_in")

    class Meta(Picked.Meta):
        constraints = [
            models.UniqueConstraint(fields=["block", "photo"], name="trainings_photo_picked_once")
        ]


class PickedFact(Picked):
    block = models.ForeignKey(Block, models.CASCADE, related_name="picked_facts")
    fact = models.ForeignKey("trainings.Fact", models.CASCADE, related_name="picked_in")

    class Meta(Picked.Meta):
        constraints = [
            models.UniqueConstraint(fields=["block", "fact"], name="trainings_fact_picked_once")
        ]


class PickedDocument(Picked):
    block = models.ForeignKey(Block, models.CASCADE, related_name="picked_documents")
    document = models.ForeignKey("trainings.Document", models.CASCADE, related_name="picked_in")

    class Meta(Picked.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["block", "document"], name="trainings_document_picked_once"
            )
        ]


class PickedOrganisation(Picked):
    block = models.ForeignKey(Block, models.CASCADE, related_name="picked_organisations")
    organisation = models.ForeignKey(
        "trainings.Organisation", models.CASCADE, related_name="picked_in"
    )

    class Meta(Picked.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["block", "organisation"], name="trainings_organisation_picked_once"
            )
        ]


def keeps_order(column: Any) -> bool:
    """Whether a column of several keeps the order in which its rows were picked."""
    return issubclass(column.remote_field.through, Picked)


def in_order(name: str, rows: Iterable, keys: list[int]) -> list:
    """Those of `rows` with `keys`, as a block shows them in its column `name` of several.

    In the order of `keys` where the column keeps one, else in that of `rows`.
    """
    if not keeps_order(Block._meta.get_field(name)):
        return [row for row in rows if row.pk in keys]
    by_key = {row.pk: row for row in rows}
    return [by_key[key] for key in keys if key in by_key]


def picked(row: models.Model, name: str) -> list:
    """The rows that `row` has in its column `name` of several, in the order that it keeps.

    That order where it keeps none is the one in which these rows always stand.
    """
    column: Any = row._meta.get_field(name)
    if not keeps_order(column):
        return list(getattr(row, name).all())
    links = column.remote_field.through.objects.filter(**{column.m2m_field_name(): row})
    target = column.m2m_reverse_field_name()
    return [getattr(link, target) for link in links.select_related(target)]


def pick(row: models.Model, name: str, rows) -> None:
    """Let `rows`, in their order, be what `row` has in its column `name` of several."""
    column: Any = row._meta.get_field(name)
    if not keeps_order(column):
        getattr(row, name).set(rows)
        return
    through, own = column.remote_field.through, {column.m2m_field_name(): row}
    target = column.m2m_reverse_field_name()
    through.objects.filter(**own).delete()
    through.objects.bulk_create(
        through(**own, **{target: one}, order=place) for place, one in enumerate(rows)
    )
