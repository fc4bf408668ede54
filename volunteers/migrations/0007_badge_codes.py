"""Gives every registration the code of its badge."""

from django.db import migrations

from volunteers.models.registration import new_badge_code

AT_ONCE = 2000


def fill(apps, schema_editor):
    registrations = apps.get_model("volunteers", "Registration").objects
    without = registrations.filter(badge_code=None).only("pk")
    while batch := list(without[:AT_ONCE]):
        for row in batch:
            row.badge_code = new_badge_code()
        registrations.bulk_update(batch, ["badge_code"])


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0006_desk")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
