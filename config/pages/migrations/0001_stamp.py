"""The stamps; what bumps them is made after each migration, see config/pages/apps.py."""

from django.db import migrations, models


def forget_triggers(apps, schema_editor):
    from config.pages import triggers

    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Stamp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scope", models.CharField(max_length=16)),
                ("value", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(migrations.RunPython.noop, forget_triggers),
    ]
