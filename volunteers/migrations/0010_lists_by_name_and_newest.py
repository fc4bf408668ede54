from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0004_changed_at"),
        ("volunteers", "0009_words_are_found_by_an_index"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["training", "id"], name="volunteers_letters_newest"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["kind", "id"], name="volunteers_letters_of_kind"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(fields=["name", "id"], name="volunteers_by_name"),
        ),
    ]
