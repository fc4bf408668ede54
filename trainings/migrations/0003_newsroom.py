"""The newsroom: drafts, remarks, frozen figures, translations, and more kinds of blocks."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0002_countries"),
        ("volunteers", "__first__"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="block",
            name="trainings_block_kind_is_known",
        ),
        migrations.AddField(
            model_name="block",
            name="breakdown",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "one number"),
                    ("country", "by country"),
                    ("category", "national and international"),
                    ("sex", "women and men"),
                    ("age", "by age"),
                ],
                max_length=8,
                verbose_name="broken down",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="origins",
            field=models.JSONField(
                blank=True,
                default=list,
                editable=False,
                help_text="Filled by a draft from the record.",
                verbose_name="what each sentence comes from",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="photos",
            field=models.ManyToManyField(
                blank=True,
                help_text="For several photographs. None chosen: all of the report's trainings.",
                related_name="galleries",
                to="trainings.photo",
                verbose_name="photographs",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="sessions",
            field=models.ManyToManyField(
                blank=True,
                help_text="None chosen: the whole agenda of the report's trainings.",
                related_name="blocks",
                to="trainings.session",
                verbose_name="sessions",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="source",
            field=models.CharField(
                choices=[
                    ("reported", "as reported"),
                    ("registered", "registered"),
                    ("approved", "with a seat"),
                    ("attended", "attended"),
                    ("completed", "completed"),
                ],
                default="reported",
                max_length=10,
                verbose_name="where the figures come from",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="consent_withdrawn",
            field=models.BooleanField(
                default=False,
                help_text="No report with a picture or words of this person can be published.",
                verbose_name="does not want to be shown any more",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="under_age",
            field=models.BooleanField(
                default=False,
                help_text="No report with a picture or words of this person can be published.",
                verbose_name="under 18",
            ),
        ),
        migrations.AddField(
            model_name="reporttext",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="revision"),
        ),
        migrations.AddField(
            model_name="reporttext",
            name="share_text",
            field=models.CharField(
                blank=True,
                help_text="At most 280 characters, for a message. Empty: the headline and the lead.",
                max_length=280,
                verbose_name="words to share it with",
            ),
        ),
        migrations.AddField(
            model_name="reporttext",
            name="translated_from",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="translations",
                to="trainings.reporttext",
                verbose_name="translated from",
            ),
        ),
        migrations.AddField(
            model_name="reporttext",
            name="translated_revision",
            field=models.PositiveIntegerField(
                blank=True,
                editable=False,
                null=True,
                verbose_name="revision it was translated from",
            ),
        ),
        migrations.AlterField(
            model_name="block",
            name="kind",
            field=models.CharField(
                choices=[
                    ("text", "text"),
                    ("quote", "quote"),
                    ("figures", "figures"),
                    ("people", "people"),
                    ("photo", "photograph"),
                    ("gallery", "several photographs"),
                    ("facts", "facts about the programme"),
                    ("documents", "documents"),
                    ("sessions", "sessions"),
                    ("organisations", "organisations"),
                ],
                default="text",
                max_length=13,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="block",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "text",
                            "quote",
                            "figures",
                            "people",
                            "photo",
                            "gallery",
                            "facts",
                            "documents",
                            "sessions",
                            "organisations",
                        ],
                    )
                ),
                name="trainings_block_kind_is_known",
                violation_error_message="Choose one of the choices.",
            ),
        ),
        migrations.AddConstraint(
            model_name="block",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("source__in", ["reported", "registered", "approved", "attended", "completed"])
                ),
                name="trainings_block_source_is_known",
                violation_error_message="Choose one of the choices.",
            ),
        ),
        migrations.AddConstraint(
            model_name="block",
            constraint=models.CheckConstraint(
                condition=models.Q(("breakdown__in", ["", "country", "category", "sex", "age"])),
                name="trainings_block_breakdown_is_known",
                violation_error_message="Choose one of the choices.",
            ),
        ),
        migrations.CreateModel(
            name="BlockFigures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="frozen",
                        to="trainings.block",
                        verbose_name="block",
                    ),
                ),
                ("as_of", models.DateTimeField(verbose_name="as of")),
                ("numbers", models.JSONField(verbose_name="numbers")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers beside the date of the correction.",
                        max_length=300,
                        verbose_name="why it was corrected",
                    ),
                ),
            ],
            options={
                "verbose_name": "frozen figures of a block",
                "verbose_name_plural": "frozen figures of a block",
                "ordering": ["as_of", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="trainings.reporttext",
                        verbose_name="text",
                    ),
                ),
                (
                    "block",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="comments",
                        to="trainings.block",
                        verbose_name="block",
                    ),
                ),
                ("words", models.TextField(verbose_name="words")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="written"),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="settled")),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="settled by",
                    ),
                ),
            ],
            options={
                "verbose_name": "remark",
                "verbose_name_plural": "remarks",
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="trainings_comment_has_words",
                        violation_error_message="Write the remark.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpenText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_by",
                        to="trainings.reporttext",
                        verbose_name="text",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="last seen"
                    ),
                ),
            ],
            options={
                "verbose_name": "text that is open",
                "verbose_name_plural": "texts that are open",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("text", "user"), name="trainings_open_text_once_a_person"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TextDraft",
            fields=[
                (
                    "text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="draft",
                        serialize=False,
                        to="trainings.reporttext",
                        verbose_name="text",
                    ),
                ),
                ("content", models.JSONField(default=dict, verbose_name="content")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="version")),
                (
                    "saved_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="saved"),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "draft of a text",
                "verbose_name_plural": "drafts of texts",
            },
        ),
    ]
