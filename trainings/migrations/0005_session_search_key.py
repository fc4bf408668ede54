from django.db import migrations

import trainings.fields


def fill(apps, schema_editor):
    """The keys of the sessions that there are; old models don't know how a key is made."""
    from trainings import folding
    from trainings.labels import Label

    sessions = apps.get_model("trainings", "Session")
    rows = list(sessions.objects.only("pk", "title"))
    for row in rows:
        row.search_key = folding.search_key(*Label(row.title.data).texts())
    sessions.objects.bulk_update(rows, ["search_key"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("trainings", "0004_changed_at")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="search_key",
            field=trainings.fields.SearchKeyField("title"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
