"""A block may choose its documents and organisations."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0006_described_photos"),
    ]

    operations = [
        migrations.AddField(
            model_name="block",
            name="documents",
            field=models.ManyToManyField(
                blank=True,
                help_text="None chosen: all of the report and its trainings.",
                related_name="blocks",
                to="trainings.document",
                verbose_name="documents",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="organisations",
            field=models.ManyToManyField(
                blank=True,
                help_text="None chosen: all of the report's trainings.",
                related_name="blocks",
                to="trainings.organisation",
                verbose_name="organisations",
            ),
        ),
    ]
