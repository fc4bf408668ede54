"""A volunteer may be a person of the record too."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0007_blocks_choose_what_they_show"),
        ("volunteers", "0010_lists_by_name_and_newest"),
    ]

    operations = [
        migrations.AddField(
            model_name="volunteer",
            name="person",
            field=models.OneToOneField(
                blank=True,
                help_text="A person of the record. Nobody is linked by the name alone.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="volunteer",
                to="trainings.person",
                verbose_name="the same as",
            ),
        ),
    ]
