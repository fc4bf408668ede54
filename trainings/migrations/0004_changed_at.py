"""When a training and a text of a report were last changed."""

from django.db import migrations

import trainings.fields


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0003_newsroom"),
    ]

    operations = [
        migrations.AddField(
            model_name="reporttext",
            name="changed_at",
            field=trainings.fields.ChangedField(
                but=("state", "published_at", "share_text"),
                editable=False,
                null=True,
                verbose_name="changed",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="changed_at",
            field=trainings.fields.ChangedField(
                but=("desk_note", "published_at"), editable=False, null=True, verbose_name="changed"
            ),
        ),
    ]
