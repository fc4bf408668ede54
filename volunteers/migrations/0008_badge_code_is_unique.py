from django.db import migrations, models

import volunteers.models.registration


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0007_badge_codes")]

    operations = [
        migrations.AlterField(
            model_name="registration",
            name="badge_code",
            field=models.CharField(
                default=volunteers.models.registration.new_badge_code,
                editable=False,
                max_length=10,
                unique=True,
                verbose_name="code of the badge",
            ),
        ),
    ]
