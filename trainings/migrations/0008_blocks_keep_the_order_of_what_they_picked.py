"""Photographs, facts, documents and organisations of a block stand in an order of their own."""

from django.db import migrations, models

# By column of a block: the model it points at, the new one in between, the name of its other rows
# there, what else the column says.
PICKED = {
    "photos": (
        "photo",
        "PickedPhoto",
        "galleries",
        {
            "verbose_name": "photographs",
            "help_text": "For several photographs. None chosen: all of the report's trainings.",
        },
    ),
    "facts": ("fact", "PickedFact", "blocks", {"verbose_name": "facts"}),
    "documents": (
        "document",
        "PickedDocument",
        "blocks",
        {
            "verbose_name": "documents",
            "help_text": "None chosen: all of the report and its trainings.",
        },
    ),
    "organisations": (
        "organisation",
        "PickedOrganisation",
        "blocks",
        {
            "verbose_name": "organisations",
            "help_text": "None chosen: all of the report's trainings.",
        },
    ),
}
# As pages showed them until now.
STOOD = {
    "photo": ("photo__order", "photo"),
    "fact": ("fact__order", "fact"),
    "document": ("document__order", "document"),
    "organisation": ("organisation__slug", "organisation"),
}


def table(column):
    target, between, _name, _said = PICKED[column]
    return migrations.CreateModel(
        name=between,
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            (
                "block",
                models.ForeignKey(
                    on_delete=models.CASCADE,
                    related_name=f"picked_{column}",
                    to="trainings.block",
                ),
            ),
            (
                target,
                models.ForeignKey(
                    on_delete=models.CASCADE,
                    related_name="picked_in",
                    to=f"trainings.{target}",
                ),
            ),
        ],
        options={
            "ordering": ["order", "pk"],
            "abstract": False,
            "constraints": [
                models.UniqueConstraint(
                    fields=["block", target], name=f"trainings_{target}_picked_once"
                )
            ],
        },
    )


def column_of(column):
    target, between, related_name, said = PICKED[column]
    return migrations.AddField(
        "block",
        column,
        models.ManyToManyField(
            to=f"trainings.{target}",
            through=f"trainings.{between}",
            related_name=related_name,
            blank=True,
            **said,
        ),
    )


def take_over(apps, schema_editor):
    """What blocks had picked, in the order in which pages showed it."""
    for column, (target, between, _name, _said) in PICKED.items():
        before = apps.get_model("trainings", "Block")._meta.get_field(column).remote_field.through
        places: dict = {}
        rows = []
        for link in before.objects.order_by("block", *STOOD[target]):
            place = places[link.block_id] = places.get(link.block_id, -1) + 1
            key = {f"{target}_id": getattr(link, f"{target}_id")}
            rows.append({"block_id": link.block_id, "order": place, **key})
        made = apps.get_model("trainings", between)
        made.objects.bulk_create((made(**row) for row in rows), batch_size=500)


def give_back(apps, schema_editor):
    """The same pairs, without their order."""
    for column, (target, between, _name, _said) in PICKED.items():
        before = apps.get_model("trainings", "Block")._meta.get_field(column).remote_field.through
        rows = apps.get_model("trainings", between).objects.values("block_id", f"{target}_id")
        before.objects.bulk_create((before(**row) for row in rows), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0007_blocks_choose_what_they_show"),
    ]

    operations = [
        *map(table, PICKED),
        migrations.RunPython(take_over, give_back),
        *(migrations.RemoveField("block", column) for column in PICKED),
        *map(column_of, PICKED),
    ]
