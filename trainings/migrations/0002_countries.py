"""Every country of ISO 3166-1, and Kosovo, with names in six languages."""

import json
from pathlib import Path

from django.db import migrations

from trainings.labels import Label

DATA = Path(__file__).resolve().parent.parent / "data" / "countries.json"


def seed(apps, schema_editor):
    country = apps.get_model("trainings", "Country")
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    country.objects.bulk_create(
        country(
            code=row["code"],
            alpha3=row["alpha3"] or "",
            m49=row["m49"] or "",
            name=Label(row["name"]),
            footnote=Label(row.get("footnote") or {}),
        )
        for row in rows
    )


class Migration(migrations.Migration):
    dependencies = [("trainings", "0001_record")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
