"""All tables of the record as 0001 to 0008 leave them: a new database gets there in one step.

Django made the classes of all models anew for each of the old steps: more than half of the time
that migrating took. A database that took some of them takes the rest.
"""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import trainings.documents
import trainings.fields
import trainings.labels
import trainings.models.dates
import trainings.pictures
import trainings.zones

countries = import_module("trainings.migrations.0002_countries")


class Migration(migrations.Migration):
    replaces = [
        ("trainings", "0001_record"),
        ("trainings", "0002_countries"),
        ("trainings", "0003_newsroom"),
        ("trainings", "0004_changed_at"),
        ("trainings", "0005_session_search_key"),
        ("trainings", "0006_described_photos"),
        ("trainings", "0007_blocks_choose_what_they_show"),
        ("trainings", "0008_blocks_keep_the_order_of_what_they_picked"),
    ]

    initial = True

    dependencies = [
        ("volunteers", "0001_accounts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", trainings.labels.LabelField(verbose_name="name")),
                (
                    "slug",
                    trainings.fields.OnceSlugField(
                        blank=True,
                        help_text="Part of the page's address. Left empty, it is made from the name.",
                        max_length=100,
                        source="name",
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "description",
                    trainings.labels.LabelTextField(
                        blank=True, help_text="Markdown.", verbose_name="description"
                    ),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField("name", blank=True, default="", editable=False),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Country",
            fields=[
                (
                    "code",
                    models.CharField(
                        help_text="ISO 3166-1, two letters.",
                        max_length=2,
                        primary_key=True,
                        serialize=False,
                        verbose_name="code",
                    ),
                ),
                (
                    "alpha3",
                    models.CharField(blank=True, max_length=3, verbose_name="three letters"),
                ),
                ("m49", models.CharField(blank=True, max_length=3, verbose_name="UN M49 number")),
                ("name", trainings.labels.LabelField(verbose_name="name")),
                (
                    "footnote",
                    trainings.labels.LabelTextField(
                        blank=True,
                        help_text="Stands wherever the country's page is shown.",
                        verbose_name="footnote",
                    ),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField("name", blank=True, default="", editable=False),
                ),
            ],
            options={
                "verbose_name": "country",
                "verbose_name_plural": "countries",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[A-Z]{2}$")),
                        name="trainings_country_code_is_two_capitals",
                        violation_error_message="The code is two capital letters, such as KZ.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", trainings.labels.LabelField(verbose_name="name")),
                ("acronym", models.CharField(blank=True, max_length=40, verbose_name="acronym")),
                (
                    "slug",
                    trainings.fields.OnceSlugField(
                        blank=True,
                        help_text="Part of the page's address. Left empty, it is made from the name.",
                        max_length=100,
                        source="name",
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "logo",
                    trainings.pictures.PictureField(
                        blank=True, max_length=255, upload_to="logos", verbose_name="logo"
                    ),
                ),
                (
                    "description",
                    trainings.labels.LabelTextField(
                        blank=True, help_text="Markdown.", verbose_name="description"
                    ),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "name", "acronym", blank=True, default="", editable=False
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty for an international organisation, or where it is not known.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisations",
                        to="trainings.country",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="trainings_organisation_has_name",
                        violation_error_message="Fill in the name in at least one language.",
                    )
                ],
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="A name to find it by in record files.",
                        max_length=100,
                        unique=True,
                        verbose_name="key",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("number", "a number"),
                            ("year", "a year"),
                            ("statement", "a statement without a number"),
                        ],
                        default="number",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.BigIntegerField(blank=True, null=True, verbose_name="value")),
                (
                    "qualifier",
                    models.CharField(
                        choices=[
                            ("exact", "exactly"),
                            ("more_than", "more than"),
                            ("at_least", "at least"),
                            ("about", "about"),
                            ("nearly", "nearly"),
                            ("at_most", "at most"),
                        ],
                        default="exact",
                        max_length=9,
                        verbose_name="qualifier",
                    ),
                ),
                (
                    "wording",
                    trainings.labels.LabelField(
                        help_text="What the value says, such as “national volunteers”.",
                        verbose_name="wording",
                    ),
                ),
                (
                    "as_published",
                    models.CharField(
                        blank=True,
                        help_text="Such as “1.091”.",
                        max_length=120,
                        verbose_name="value as published",
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True, verbose_name="as of")),
                (
                    "as_of_wording",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Where no day is known: “as of the report”.",
                        verbose_name="as of, in words",
                    ),
                ),
                ("source", models.CharField(max_length=300, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address of the source"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="trainings.country",
                        verbose_name="in the country",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="replaced_by",
                        to="trainings.fact",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="trainings.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="trainings.series",
                        verbose_name="series",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["number", "year", "statement"])),
                        name="trainings_fact_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("organisation__isnull", False), ("series__isnull", True)),
                            models.Q(("organisation__isnull", True), ("series__isnull", False)),
                            _connector="OR",
                        ),
                        name="trainings_fact_has_one_subject",
                        violation_error_message="Choose either an organisation or a series.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "statement"), ("value__isnull", True)),
                            models.Q(
                                models.Q(("kind", "statement"), _negated=True),
                                ("value__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="trainings_fact_value_fits_kind",
                        violation_error_message="Fill in the value; a statement without a number has none.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("replaces", models.F("id")), _negated=True),
                        name="trainings_fact_replaces_another",
                        violation_error_message="A fact can't replace itself. Choose another.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "qualifier__in",
                                ["exact", "more_than", "at_least", "about", "nearly", "at_most"],
                            )
                        ),
                        name="trainings_fact_qualifier_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "fact",
                "verbose_name_plural": "facts",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the person is called in print, without a title. One word is fine.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "honorific",
                    models.CharField(
                        blank=True,
                        help_text="Such as Ms. or Prof. Datuk Dr.",
                        max_length=60,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "native_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in the person's own script"
                    ),
                ),
                (
                    "latin_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in Latin letters"
                    ),
                ),
                (
                    "slug",
                    trainings.fields.OnceSlugField(
                        blank=True,
                        help_text="Part of the page's address. Left empty, it is made from the name.",
                        max_length=100,
                        source="name",
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "photo",
                    trainings.pictures.PictureField(
                        blank=True, max_length=255, upload_to="people", verbose_name="photograph"
                    ),
                ),
                (
                    "photo_credit",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="credit of the photograph"
                    ),
                ),
                (
                    "biography",
                    trainings.labels.LabelTextField(
                        blank=True, help_text="Markdown.", verbose_name="biography"
                    ),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "name", "native_name", "latin_name", blank=True, default="", editable=False
                    ),
                ),
                (
                    "consent_withdrawn",
                    models.BooleanField(
                        default=False,
                        help_text="Public pages leave this person out: no name, no words, no picture.",
                        verbose_name="does not want to be shown any more",
                    ),
                ),
                (
                    "under_age",
                    models.BooleanField(
                        default=False,
                        help_text="Public pages leave this person out: no name, no words, no picture.",
                        verbose_name="under 18",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="trainings_person_has_name",
                        violation_error_message="Fill in the name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date_precision",
                    models.CharField(
                        choices=[
                            ("days", "a day, or from one day to another"),
                            ("list", "separate days"),
                            ("no_year", "days without a year"),
                            ("month", "a month, or from one month to another"),
                            ("season", "a season"),
                            ("year", "a year, or from one year to another"),
                            ("relative", "only in words, such as “last week”"),
                            ("unknown", "not stated"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="how exactly the dates are known",
                    ),
                ),
                ("start_date", models.DateField(blank=True, null=True, verbose_name="first day")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="The same for a single day; empty where only the first is known.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "days",
                    trainings.fields.SeveralField(
                        blank=True,
                        default=list,
                        help_text="Days that do not follow each other, such as 2023-04-04 2023-04-11.",
                        max_length=500,
                        validators=[trainings.models.dates.iso_day],
                        verbose_name="separate days",
                    ),
                ),
                (
                    "season",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spring", "spring"),
                            ("summer", "summer"),
                            ("autumn", "autumn"),
                            ("winter", "winter"),
                        ],
                        max_length=6,
                        verbose_name="season",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1"),
                            (2, "2"),
                            (3, "3"),
                            (4, "4"),
                            (5, "5"),
                            (6, "6"),
                            (7, "7"),
                            (8, "8"),
                            (9, "9"),
                            (10, "10"),
                            (11, "11"),
                            (12, "12"),
                        ],
                        null=True,
                        verbose_name="month",
                    ),
                ),
                (
                    "day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="day",
                    ),
                ),
                (
                    "end_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="to the year"
                    ),
                ),
                (
                    "end_month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1"),
                            (2, "2"),
                            (3, "3"),
                            (4, "4"),
                            (5, "5"),
                            (6, "6"),
                            (7, "7"),
                            (8, "8"),
                            (9, "9"),
                            (10, "10"),
                            (11, "11"),
                            (12, "12"),
                        ],
                        null=True,
                        verbose_name="to the month",
                    ),
                ),
                (
                    "end_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(31)],
                        verbose_name="to the day",
                    ),
                ),
                (
                    "is_ongoing",
                    models.BooleanField(
                        default=False,
                        help_text="For a year: every year from then on, without a last one.",
                        verbose_name="and since then",
                    ),
                ),
                (
                    "date_wording",
                    models.CharField(
                        blank=True,
                        help_text="The words of the source, such as “last week”. Shown beside the dates.",
                        max_length=300,
                        verbose_name="dates as published",
                    ),
                ),
                (
                    "days_stated",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Only if someone said it. It is never counted from the dates.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="number of days, as stated",
                    ),
                ),
                (
                    "sort_date",
                    trainings.models.dates.SortDateField(db_index=True, editable=False, null=True),
                ),
                ("title", trainings.labels.LabelField(verbose_name="title")),
                (
                    "slug",
                    trainings.fields.OnceSlugField(
                        blank=True,
                        help_text="Part of the page's address. Left empty, it is made from the name.",
                        max_length=100,
                        source="title",
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "kind",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="As the organiser calls it, such as “regional workshop”. Empty: training.",
                        verbose_name="kind",
                    ),
                ),
                ("slogan", trainings.labels.LabelField(blank=True, verbose_name="slogan or theme")),
                (
                    "summary",
                    trainings.labels.LabelTextField(
                        blank=True,
                        help_text="One or two sentences under the title.",
                        verbose_name="summary",
                    ),
                ),
                (
                    "description",
                    trainings.labels.LabelTextField(
                        blank=True, help_text="Markdown.", verbose_name="description"
                    ),
                ),
                (
                    "audience",
                    trainings.labels.LabelTextField(blank=True, verbose_name="who it is for"),
                ),
                (
                    "practical",
                    trainings.labels.LabelTextField(
                        blank=True,
                        help_text="Markdown: travel, stay, access.",
                        verbose_name="practical information",
                    ),
                ),
                ("contact", models.EmailField(blank=True, max_length=254, verbose_name="contact")),
                (
                    "edition_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="edition"),
                ),
                (
                    "edition_wording",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Such as “first”: a claim of the source, shown as reported, never counted.",
                        verbose_name="edition as published",
                    ),
                ),
                (
                    "programme",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="The larger project it was part of.",
                        verbose_name="programme or project",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "in person"),
                            ("online", "online"),
                            ("hybrid", "in person and online"),
                        ],
                        help_text="Empty: not stated.",
                        max_length=10,
                        verbose_name="mode",
                    ),
                ),
                (
                    "duration_wording",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Such as “four weeks”.",
                        verbose_name="duration as published",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="Such as Asia/Bishkek. Needed where sessions have times.",
                        max_length=64,
                        validators=[trainings.zones.known_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "wording_language",
                    models.CharField(
                        default="en",
                        help_text="A code such as en, fr or ru, for the words kept as the source wrote them.",
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="language of what is kept as published",
                    ),
                ),
                (
                    "sdg_framework",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "none said"),
                            ("all", "the Sustainable Development Goals as a whole"),
                            ("goals", "chosen goals"),
                        ],
                        max_length=5,
                        verbose_name="Sustainable Development Goals",
                    ),
                ),
                (
                    "sdg_goals",
                    trainings.fields.SeveralField(
                        blank=True,
                        choices=[
                            ("1", "No Poverty"),
                            ("2", "Zero Hunger"),
                            ("3", "Good Health and Well-being"),
                            ("4", "Quality Education"),
                            ("5", "Gender Equality"),
                            ("6", "Clean Water and Sanitation"),
                            ("7", "Affordable and Clean Energy"),
                            ("8", "Decent Work and Economic Growth"),
                            ("9", "Industry, Innovation and Infrastructure"),
                            ("10", "Reduced Inequalities"),
                            ("11", "Sustainable Cities and Communities"),
                            ("12", "Responsible Consumption and Production"),
                            ("13", "Climate Action"),
                            ("14", "Life Below Water"),
                            ("15", "Life on Land"),
                            ("16", "Peace, Justice and Strong Institutions"),
                            ("17", "Partnerships for the Goals"),
                        ],
                        default=list,
                        max_length=500,
                        verbose_name="chosen goals",
                    ),
                ),
                (
                    "guest_list_is_partial",
                    models.BooleanField(
                        default=False,
                        help_text="The page then says “among the invited guests”.",
                        verbose_name="the list of guests is not complete",
                    ),
                ),
                (
                    "cover",
                    trainings.pictures.PictureField(
                        blank=True, max_length=255, upload_to="covers", verbose_name="cover"
                    ),
                ),
                (
                    "cover_alt",
                    trainings.labels.LabelField(blank=True, verbose_name="what the cover shows"),
                ),
                (
                    "cover_credit",
                    trainings.labels.LabelField(blank=True, verbose_name="credit of the cover"),
                ),
                (
                    "lifecycle",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("open", "registration open"),
                            ("closed", "registration closed"),
                            ("held", "held"),
                            ("reported", "held and reported"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="places"),
                ),
                (
                    "registration_opens_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="registration opens"),
                ),
                (
                    "registration_closes_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="registration closes"),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: a draft that only staff see.",
                        null=True,
                        verbose_name="published",
                    ),
                ),
                (
                    "desk_note",
                    models.TextField(
                        blank=True,
                        help_text="Never shown to the public.",
                        verbose_name="note for organizers",
                    ),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "title", "slogan", "kind", blank=True, default="", editable=False
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="trainings.series",
                        verbose_name="series",
                    ),
                ),
                (
                    "changed_at",
                    trainings.fields.ChangedField(
                        but=("desk_note", "published_at"),
                        editable=False,
                        null=True,
                        verbose_name="changed",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("month__isnull", True), ("month__range", (1, 12)), _connector="OR"
                            ),
                            models.Q(
                                ("end_month__isnull", True),
                                ("end_month__range", (1, 12)),
                                _connector="OR",
                            ),
                        ),
                        name="trainings_training_months_are_months",
                        violation_error_message="A month is a number from 1 to 12.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("day__isnull", True), ("day__range", (1, 31)), _connector="OR"
                            ),
                            models.Q(
                                ("end_day__isnull", True),
                                ("end_day__range", (1, 31)),
                                _connector="OR",
                            ),
                        ),
                        name="trainings_training_days_are_days",
                        violation_error_message="A day is a number from 1 to 31.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year__isnull", True), ("year__range", (1900, 2200)), _connector="OR"
                        ),
                        name="trainings_training_year_is_near",
                        violation_error_message="Write the year with four digits, such as 2027.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_date__isnull", True),
                            ("end_date__gte", models.F("start_date")),
                            _connector="OR",
                        ),
                        name="trainings_training_ends_after_start",
                        violation_error_message="The last day is before the first. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_date__isnull", True),
                            ("start_date__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_training_end_needs_start",
                        violation_error_message="There is a last day but no first. Fill in the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "days"), _negated=True),
                            ("start_date__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_training_days_known",
                        violation_error_message="The dates are said to be known to the day. Fill in the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "list"), _negated=True),
                            models.Q(("days", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_training_list_known",
                        violation_error_message="Write the separate days, such as 2023-04-04 2023-04-11.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "no_year"), _negated=True),
                            models.Q(("day__isnull", False), ("month__isnull", False)),
                            _connector="OR",
                        ),
                        name="trainings_training_day_month_known",
                        violation_error_message="Fill in the month and the day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "month"), _negated=True),
                            models.Q(("month__isnull", False), ("year__isnull", False)),
                            _connector="OR",
                        ),
                        name="trainings_training_month_known",
                        violation_error_message="Fill in the year and the month.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "season"), _negated=True),
                            models.Q(("season", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_training_season_known",
                        violation_error_message="Choose the season.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "year"), _negated=True),
                            ("year__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_training_year_known",
                        violation_error_message="Fill in the year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "relative"), _negated=True),
                            models.Q(("date_wording", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_training_wording_known",
                        violation_error_message="Write the dates as published, such as “last week”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_year__isnull", True),
                            ("end_year__gte", models.F("year")),
                            _connector="OR",
                        ),
                        name="trainings_training_end_year_after_year",
                        violation_error_message="The last year is before the first. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_ongoing", False),
                            models.Q(("date_precision", "year"), ("end_year__isnull", True)),
                            _connector="OR",
                        ),
                        name="trainings_training_ongoing_from_a_year",
                        violation_error_message="Only what is known to the year, without a last one, goes on since then.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="trainings_training_has_title",
                        violation_error_message="Fill in the title in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sdg_framework", "goals"), ("sdg_goals__regex", "\\d")),
                            models.Q(
                                models.Q(("sdg_framework", "goals"), _negated=True),
                                ("sdg_goals", ""),
                            ),
                            _connector="OR",
                        ),
                        name="trainings_training_goals_chosen",
                        violation_error_message="Choose goals together with “chosen goals”, and none otherwise.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("registration_closes_at__isnull", True),
                            ("registration_opens_at__isnull", True),
                            ("registration_closes_at__gt", models.F("registration_opens_at")),
                            _connector="OR",
                        ),
                        name="trainings_training_closes_after_opening",
                        violation_error_message="Registration closes before it opens. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "lifecycle__in",
                                ["planned", "open", "closed", "held", "reported", "cancelled"],
                            )
                        ),
                        name="trainings_training_lifecycle_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "date_precision__in",
                                [
                                    "days",
                                    "list",
                                    "no_year",
                                    "month",
                                    "season",
                                    "year",
                                    "relative",
                                    "unknown",
                                ],
                            )
                        ),
                        name="trainings_training_date_precision_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "training",
                "verbose_name_plural": "trainings",
                "ordering": [
                    models.OrderBy(models.F("sort_date"), descending=True, nulls_last=True),
                    "-pk",
                ],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RelatedEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("previous", "earlier event"),
                            ("preparatory", "prepared by"),
                            ("follow_up", "followed by"),
                            ("parallel", "held beside"),
                            ("postponed_from", "postponed from"),
                        ],
                        max_length=14,
                        verbose_name="relation",
                    ),
                ),
                ("wording", trainings.labels.LabelField(blank=True, verbose_name="in words")),
                ("url", models.URLField(blank=True, verbose_name="web address")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_from",
                        to="trainings.training",
                        verbose_name="training on record",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related_events",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("other__isnull", False),
                            models.Q(("wording", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_related_event_named",
                        violation_error_message="Choose the other training, or name the event in words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("other", models.F("training")), _negated=True),
                        name="trainings_related_event_is_another",
                        violation_error_message="A training is not related to itself. Choose another.",
                    ),
                ],
                "verbose_name": "related event",
                "verbose_name_plural": "related events",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("objective", "aim"),
                            ("topic", "topic"),
                            ("method", "method"),
                            ("output", "result"),
                            ("follow_up", "what came after"),
                        ],
                        default="objective",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("text", trainings.labels.LabelField(verbose_name="text")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "verbose_name": "aim, topic, method or result",
                "verbose_name_plural": "aims, topics, methods and results",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TrainingLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="A code such as en, ru or ky.",
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                (
                    "use",
                    models.CharField(
                        choices=[("delivery", "spoken"), ("interpretation", "interpretation")],
                        default="delivery",
                        max_length=14,
                        verbose_name="use",
                    ),
                ),
                (
                    "manner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("simultaneous", "simultaneous"),
                            ("consecutive", "consecutive"),
                            ("whispered", "whispered"),
                        ],
                        max_length=12,
                        verbose_name="manner",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="languages",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training", "language", "use"),
                        name="trainings_language_once",
                        violation_error_message="This language stands here already.",
                    )
                ],
                "verbose_name": "language",
                "verbose_name_plural": "languages",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TrainingOrganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organiser", "organiser"),
                            ("co_organiser", "co-organiser"),
                            ("collaborator", "in collaboration with"),
                            ("host", "host"),
                            ("partner", "partner"),
                            ("funder", "funder"),
                            ("funded_through", "funded through"),
                            ("patron", "patron"),
                            ("supporter", "with the support of"),
                            ("media", "media partner"),
                        ],
                        default="organiser",
                        max_length=14,
                        verbose_name="role",
                    ),
                ),
                (
                    "as_printed",
                    models.CharField(
                        blank=True,
                        help_text="Only where the source prints the name in another way.",
                        max_length=300,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "note",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Such as “permanent secretariat”.",
                        verbose_name="note",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="training_roles",
                        to="trainings.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisation_roles",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training", "organisation", "role"),
                        name="trainings_organisation_role_once",
                        violation_error_message="This organisation has this role already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "organiser",
                                    "co_organiser",
                                    "collaborator",
                                    "host",
                                    "partner",
                                    "funder",
                                    "funded_through",
                                    "patron",
                                    "supporter",
                                    "media",
                                ],
                            )
                        ),
                        name="trainings_trainingorganisation_role_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "organisation behind it",
                "verbose_name_plural": "organisations behind it",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Appearance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="Only where the source spells the name in another way.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "roles",
                    trainings.fields.SeveralField(
                        blank=True,
                        choices=[
                            ("invited_guest", "invited guest"),
                            ("speaker", "speaker"),
                            ("guest_speaker", "guest speaker"),
                            ("opening_speaker", "spoke at the opening"),
                            ("trainer", "trainer"),
                            ("facilitator", "facilitator"),
                            ("moderator", "moderator"),
                            ("official", "official"),
                            ("opened", "opened the training"),
                            ("presided", "presided over the opening"),
                            ("participant", "participant"),
                            ("quoted", "quoted"),
                        ],
                        default=list,
                        max_length=500,
                        verbose_name="roles",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=300, verbose_name="title as printed"),
                ),
                (
                    "shared_title",
                    models.CharField(
                        blank=True,
                        help_text="Such as “UNDP experts” before two names. Write it the same for each of them.",
                        max_length=300,
                        verbose_name="title printed for several together",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="A division or department inside the organisation.",
                        max_length=300,
                        verbose_name="unit as printed",
                    ),
                ),
                (
                    "organisation_as_printed",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="organisation as printed"
                    ),
                ),
                (
                    "note",
                    trainings.labels.LabelField(
                        blank=True, help_text="Such as “first day only”.", verbose_name="note"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not asked"),
                            ("invited", "invited"),
                            ("confirmed", "confirmed"),
                            ("declined", "declined"),
                        ],
                        max_length=10,
                        verbose_name="answer to the invitation",
                    ),
                ),
                ("public", models.BooleanField(default=True, verbose_name="shown to the public")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the source names one for this person.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appearances",
                        to="trainings.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "organisations",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Whose pages show this appearance; more than one is fine.",
                        related_name="appearances",
                        to="trainings.organisation",
                        verbose_name="organisations",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty for an organisation that came without a named person.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appearances",
                        to="trainings.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appearances",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("person__isnull", False),
                            models.Q(("organisation_as_printed", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_appearance_has_someone",
                        violation_error_message="Choose a person, or write the organisation that came without a named person.",
                    )
                ],
                "verbose_name": "appearance",
                "verbose_name_plural": "people and their roles",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "image",
                    trainings.pictures.PictureField(
                        blank=True, max_length=255, upload_to="photos", verbose_name="picture"
                    ),
                ),
                ("caption", trainings.labels.LabelTextField(blank=True, verbose_name="caption")),
                (
                    "alt",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="For those who can't see it: one sentence.",
                        verbose_name="what it shows",
                    ),
                ),
                ("credit", models.CharField(blank=True, max_length=300, verbose_name="credit")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="taken on")),
                (
                    "consent",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("given", "given"),
                            ("not_needed", "not needed"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="consent of the people shown",
                    ),
                ),
                ("public", models.BooleanField(default=True, verbose_name="shown to the public")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "people",
                    models.ManyToManyField(
                        blank=True,
                        related_name="photos",
                        to="trainings.person",
                        verbose_name="people in the picture",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="Whoever can't see it misses nothing; no words are needed.",
                        verbose_name="it only decorates",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consent__in", ["unknown", "given", "not_needed", "withdrawn"])
                        ),
                        name="trainings_photo_consent_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("image", ""), _negated=True),
                            models.Q(("caption", ""), _negated=True),
                            models.Q(("credit", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_photo_has_something",
                        violation_error_message="Add the picture, or at least its caption or credit.",
                    ),
                ],
                "verbose_name": "photograph",
                "verbose_name_plural": "photographs",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date_precision",
                    models.CharField(
                        choices=[
                            ("days", "a day, or from one day to another"),
                            ("list", "separate days"),
                            ("no_year", "days without a year"),
                            ("month", "a month, or from one month to another"),
                            ("season", "a season"),
                            ("year", "a year, or from one year to another"),
                            ("relative", "only in words, such as “last week”"),
                            ("unknown", "not stated"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="how exactly the dates are known",
                    ),
                ),
                ("start_date", models.DateField(blank=True, null=True, verbose_name="first day")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="The same for a single day; empty where only the first is known.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "days",
                    trainings.fields.SeveralField(
                        blank=True,
                        default=list,
                        help_text="Days that do not follow each other, such as 2023-04-04 2023-04-11.",
                        max_length=500,
                        validators=[trainings.models.dates.iso_day],
                        verbose_name="separate days",
                    ),
                ),
                (
                    "season",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spring", "spring"),
                            ("summer", "summer"),
                            ("autumn", "autumn"),
                            ("winter", "winter"),
                        ],
                        max_length=6,
                        verbose_name="season",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1"),
                            (2, "2"),
                            (3, "3"),
                            (4, "4"),
                            (5, "5"),
                            (6, "6"),
                            (7, "7"),
                            (8, "8"),
                            (9, "9"),
                            (10, "10"),
                            (11, "11"),
                            (12, "12"),
                        ],
                        null=True,
                        verbose_name="month",
                    ),
                ),
                (
                    "day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="day",
                    ),
                ),
                (
                    "end_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="to the year"
                    ),
                ),
                (
                    "end_month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1"),
                            (2, "2"),
                            (3, "3"),
                            (4, "4"),
                            (5, "5"),
                            (6, "6"),
                            (7, "7"),
                            (8, "8"),
                            (9, "9"),
                            (10, "10"),
                            (11, "11"),
                            (12, "12"),
                        ],
                        null=True,
                        verbose_name="to the month",
                    ),
                ),
                (
                    "end_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(31)],
                        verbose_name="to the day",
                    ),
                ),
                (
                    "is_ongoing",
                    models.BooleanField(
                        default=False,
                        help_text="For a year: every year from then on, without a last one.",
                        verbose_name="and since then",
                    ),
                ),
                (
                    "date_wording",
                    models.CharField(
                        blank=True,
                        help_text="The words of the source, such as “last week”. Shown beside the dates.",
                        max_length=300,
                        verbose_name="dates as published",
                    ),
                ),
                (
                    "days_stated",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Only if someone said it. It is never counted from the dates.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="number of days, as stated",
                    ),
                ),
                (
                    "sort_date",
                    trainings.models.dates.SortDateField(db_index=True, editable=False, null=True),
                ),
                ("city", trainings.labels.LabelField(blank=True, verbose_name="city")),
                ("venue", trainings.labels.LabelField(blank=True, verbose_name="venue")),
                ("address", trainings.labels.LabelField(blank=True, verbose_name="address")),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "in person"),
                            ("online", "online"),
                            ("hybrid", "in person and online"),
                        ],
                        help_text="Only where it differs from the training's own.",
                        max_length=10,
                        verbose_name="mode",
                    ),
                ),
                (
                    "note",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Such as “90 km from Dakar”, shown with the place.",
                        verbose_name="note",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="trainings.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_places",
                        to="trainings.organisation",
                        verbose_name="led here by",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("month__isnull", True), ("month__range", (1, 12)), _connector="OR"
                            ),
                            models.Q(
                                ("end_month__isnull", True),
                                ("end_month__range", (1, 12)),
                                _connector="OR",
                            ),
                        ),
                        name="trainings_place_months_are_months",
                        violation_error_message="A month is a number from 1 to 12.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("day__isnull", True), ("day__range", (1, 31)), _connector="OR"
                            ),
                            models.Q(
                                ("end_day__isnull", True),
                                ("end_day__range", (1, 31)),
                                _connector="OR",
                            ),
                        ),
                        name="trainings_place_days_are_days",
                        violation_error_message="A day is a number from 1 to 31.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year__isnull", True), ("year__range", (1900, 2200)), _connector="OR"
                        ),
                        name="trainings_place_year_is_near",
                        violation_error_message="Write the year with four digits, such as 2027.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_date__isnull", True),
                            ("end_date__gte", models.F("start_date")),
                            _connector="OR",
                        ),
                        name="trainings_place_ends_after_start",
                        violation_error_message="The last day is before the first. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_date__isnull", True),
                            ("start_date__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_place_end_needs_start",
                        violation_error_message="There is a last day but no first. Fill in the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "days"), _negated=True),
                            ("start_date__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_place_days_known",
                        violation_error_message="The dates are said to be known to the day. Fill in the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "list"), _negated=True),
                            models.Q(("days", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_place_list_known",
                        violation_error_message="Write the separate days, such as 2023-04-04 2023-04-11.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "no_year"), _negated=True),
                            models.Q(("day__isnull", False), ("month__isnull", False)),
                            _connector="OR",
                        ),
                        name="trainings_place_day_month_known",
                        violation_error_message="Fill in the month and the day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "month"), _negated=True),
                            models.Q(("month__isnull", False), ("year__isnull", False)),
                            _connector="OR",
                        ),
                        name="trainings_place_month_known",
                        violation_error_message="Fill in the year and the month.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "season"), _negated=True),
                            models.Q(("season", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_place_season_known",
                        violation_error_message="Choose the season.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "year"), _negated=True),
                            ("year__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_place_year_known",
                        violation_error_message="Fill in the year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date_precision", "relative"), _negated=True),
                            models.Q(("date_wording", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_place_wording_known",
                        violation_error_message="Write the dates as published, such as “last week”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_year__isnull", True),
                            ("end_year__gte", models.F("year")),
                            _connector="OR",
                        ),
                        name="trainings_place_end_year_after_year",
                        violation_error_message="The last year is before the first. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_ongoing", False),
                            models.Q(("date_precision", "year"), ("end_year__isnull", True)),
                            _connector="OR",
                        ),
                        name="trainings_place_ongoing_from_a_year",
                        violation_error_message="Only what is known to the year, without a last one, goes on since then.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "date_precision__in",
                                [
                                    "days",
                                    "list",
                                    "no_year",
                                    "month",
                                    "season",
                                    "year",
                                    "relative",
                                    "unknown",
                                ],
                            )
                        ),
                        name="trainings_place_date_precision_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["order", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Quote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Without the outer quotation marks; inner ones stay as typed.",
                        verbose_name="words",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en",
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                (
                    "translation",
                    trainings.labels.LabelTextField(
                        blank=True,
                        help_text="Shown under the original words.",
                        verbose_name="translation",
                    ),
                ),
                (
                    "is_excerpt",
                    models.BooleanField(
                        default=False,
                        help_text="Shown with an ellipsis before and after.",
                        verbose_name="an excerpt",
                    ),
                ),
                (
                    "attribution",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Only without a person above, such as “a participant from Osh”.",
                        verbose_name="said by, in words",
                    ),
                ),
                ("note", trainings.labels.LabelField(blank=True, verbose_name="note")),
                (
                    "approval",
                    models.CharField(
                        choices=[
                            ("not_asked", "not asked"),
                            ("asked", "asked"),
                            ("approved", "approved"),
                            ("refused", "refused"),
                            ("published", "published elsewhere already"),
                        ],
                        default="not_asked",
                        max_length=9,
                        verbose_name="approval",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "appearance",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="quotes",
                        to="trainings.appearance",
                        verbose_name="said by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only where an organisation speaks, without a person.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="quotes",
                        to="trainings.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotes",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "approval__in",
                                ["not_asked", "asked", "approved", "refused", "published"],
                            )
                        ),
                        name="trainings_quote_approval_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="trainings_quote_has_words",
                        violation_error_message="Fill in the words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("appearance__isnull", True),
                            models.Q(("attribution", ""), ("organisation__isnull", True)),
                            _connector="OR",
                        ),
                        name="trainings_quote_has_one_speaker",
                        violation_error_message="Say who said it once: a person, or an organisation or words.",
                    ),
                ],
                "verbose_name": "quote",
                "verbose_name_plural": "what was said",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plenary", "plenary"),
                            ("workshop", "workshop"),
                            ("case_study", "case study"),
                            ("lecture", "lecture"),
                            ("panel", "panel"),
                            ("module", "module"),
                            ("exercise", "exercise"),
                            ("ceremony", "ceremony"),
                            ("visit", "visit"),
                            ("break", "break"),
                            ("other", "other"),
                        ],
                        default="workshop",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", trainings.labels.LabelField(verbose_name="title")),
                (
                    "text",
                    trainings.labels.LabelTextField(
                        blank=True, help_text="Markdown.", verbose_name="text"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="A code such as en, ru or ky.",
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                ("room", models.CharField(blank=True, max_length=120, verbose_name="room")),
                ("date", models.DateField(blank=True, null=True, verbose_name="day")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Only for a session of several days.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "start_time",
                    models.TimeField(
                        blank=True,
                        help_text="Local time of the training.",
                        null=True,
                        verbose_name="from",
                    ),
                ),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="to")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sessions",
                        to="trainings.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "title", blank=True, default="", editable=False
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_time__isnull", True),
                            ("end_time__gt", models.F("start_time")),
                            models.Q(
                                ("end_date__gt", models.F("date")), ("end_date__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="trainings_session_ends_after_start",
                        violation_error_message="The session ends before it starts. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_time__isnull", True),
                            ("start_time__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_session_end_needs_start",
                        violation_error_message="There is an end but no beginning. Fill in “from”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_time__isnull", True), ("date__isnull", False), _connector="OR"
                        ),
                        name="trainings_session_time_needs_day",
                        violation_error_message="There is a time but no day. Fill in the day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_date__isnull", True),
                            ("end_date__gte", models.F("date")),
                            _connector="OR",
                        ),
                        name="trainings_session_last_day_after_first",
                        violation_error_message="The last day is before the first. Change one of them.",
                    ),
                ],
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": [
                    models.OrderBy(models.F("date"), nulls_last=True),
                    models.OrderBy(models.F("start_time"), nulls_last=True),
                    "order",
                    "pk",
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("invited_guest", "invited guest"),
                            ("speaker", "speaker"),
                            ("guest_speaker", "guest speaker"),
                            ("opening_speaker", "spoke at the opening"),
                            ("trainer", "trainer"),
                            ("facilitator", "facilitator"),
                            ("moderator", "moderator"),
                            ("official", "official"),
                            ("opened", "opened the training"),
                            ("presided", "presided over the opening"),
                            ("participant", "participant"),
                            ("quoted", "quoted"),
                        ],
                        default="speaker",
                        max_length=15,
                        verbose_name="role",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "appearance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="session_roles",
                        to="trainings.appearance",
                        verbose_name="person",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "appearance", "role"),
                        name="trainings_session_person_once",
                        violation_error_message="This person has this role in the session already.",
                    )
                ],
                "verbose_name": "person in the session",
                "verbose_name_plural": "people in the session",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Part of the page's address, such as first-regional-training.",
                        max_length=100,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "dateline_place",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Where it was written, such as ALMATY; not where the training was held.",
                        verbose_name="filed from",
                    ),
                ),
                (
                    "dateline_wording",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="date in the dateline, as printed"
                    ),
                ),
                (
                    "agency",
                    models.CharField(
                        blank=True, help_text="Such as TCA.", max_length=60, verbose_name="agency"
                    ),
                ),
                (
                    "date",
                    models.DateField(
                        blank=True,
                        help_text="Empty: not stated.",
                        null=True,
                        verbose_name="date of the report",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address of the source"
                    ),
                ),
                ("licence", models.CharField(blank=True, max_length=200, verbose_name="licence")),
                (
                    "cover",
                    trainings.pictures.PictureField(
                        blank=True, max_length=255, upload_to="covers", verbose_name="cover"
                    ),
                ),
                (
                    "cover_alt",
                    trainings.labels.LabelField(blank=True, verbose_name="what the cover shows"),
                ),
                (
                    "cover_credit",
                    trainings.labels.LabelField(blank=True, verbose_name="credit of the cover"),
                ),
                (
                    "desk_note",
                    models.TextField(
                        blank=True,
                        help_text="Never shown to the public.",
                        verbose_name="note for organizers",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": [
                    models.OrderBy(models.F("date"), descending=True, nulls_last=True),
                    "-pk",
                ],
            },
        ),
        migrations.CreateModel(
            name="ParticipantGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "capacity",
                    trainings.labels.LabelField(
                        help_text="As the source calls them, such as “UN Volunteers”.",
                        verbose_name="who they are",
                    ),
                ),
                (
                    "is_total",
                    models.BooleanField(
                        default=False,
                        help_text="Everyone who took part, as reported.",
                        verbose_name="the total",
                    ),
                ),
                (
                    "count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Empty: not stated. Never a guess.",
                        null=True,
                        verbose_name="how many",
                    ),
                ),
                (
                    "qualifier",
                    models.CharField(
                        choices=[
                            ("exact", "exactly"),
                            ("more_than", "more than"),
                            ("at_least", "at least"),
                            ("about", "about"),
                            ("nearly", "nearly"),
                            ("at_most", "at most"),
                        ],
                        default="exact",
                        max_length=9,
                        verbose_name="qualifier",
                    ),
                ),
                (
                    "wording",
                    models.CharField(
                        blank=True,
                        help_text="Such as “Forty five”.",
                        max_length=300,
                        verbose_name="as published",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("people", "people"),
                            ("organisations", "organisations"),
                            ("applications", "applications"),
                        ],
                        default="people",
                        max_length=13,
                        verbose_name="what is counted",
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not said"),
                            ("from", "from"),
                            ("origin", "countries of origin"),
                            ("nationality", "nationality"),
                            ("duty_station", "serving in"),
                            ("destination", "leaving for"),
                            ("nominated_by", "nominated by"),
                        ],
                        max_length=12,
                        verbose_name="how they stand to the countries",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "in person"),
                            ("online", "online"),
                            ("hybrid", "in person and online"),
                        ],
                        help_text="Only where the source says how these took part.",
                        max_length=10,
                        verbose_name="took part",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not said"),
                            ("female", "women"),
                            ("male", "men"),
                            ("other", "other"),
                        ],
                        max_length=6,
                        verbose_name="sex",
                    ),
                ),
                (
                    "age_from",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from the age of"
                    ),
                ),
                (
                    "age_to",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="to the age of"
                    ),
                ),
                (
                    "countries_count",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Where the source gives only their number.",
                        null=True,
                        verbose_name="number of countries, as stated",
                    ),
                ),
                (
                    "region",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Where the source names a region, not countries.",
                        verbose_name="region",
                    ),
                ),
                ("note", trainings.labels.LabelField(blank=True, verbose_name="note")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "subset_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="trainings.participantgroup",
                        verbose_name="part of",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only for a figure about one of several places.",
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="groups",
                        to="trainings.place",
                        verbose_name="at the place",
                    ),
                ),
                (
                    "reported_in",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where sources differ: the report that says so.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="groups",
                        to="trainings.report",
                        verbose_name="reported in",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only for a figure about one session, such as one week of a course.",
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="groups",
                        to="trainings.session",
                        verbose_name="in the session",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="groups",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("unit__in", ["people", "organisations", "applications"])
                        ),
                        name="trainings_participantgroup_unit_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("subset_of__isnull", True),
                            models.Q(("subset_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_group_is_not_its_own_part",
                        violation_error_message="A group can't be a part of itself. Choose another.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("age_to__isnull", True),
                            ("age_from__isnull", True),
                            ("age_to__gte", models.F("age_from")),
                            _connector="OR",
                        ),
                        name="trainings_group_ages_in_order",
                        violation_error_message="The ages are the wrong way round. Change one of them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count__isnull", True), ("count__gte", 0), _connector="OR"
                        ),
                        name="trainings_group_count_not_negative",
                        violation_error_message="A count can't be below 0. Leave it empty if unknown.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "qualifier__in",
                                ["exact", "more_than", "at_least", "about", "nearly", "at_most"],
                            )
                        ),
                        name="trainings_participantgroup_qualifier_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "group as reported",
                "verbose_name_plural": "groups as reported",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GroupCountry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "as_published",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs, such as “South Korea”.",
                        max_length=120,
                        verbose_name="name as published",
                    ),
                ),
                (
                    "count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Empty: not stated.",
                        null=True,
                        verbose_name="how many",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_counts",
                        to="trainings.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="countries",
                        to="trainings.participantgroup",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("group", "country"),
                        name="trainings_group_country_once",
                        violation_error_message="This country stands in this group already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count__isnull", True), ("count__gte", 0), _connector="OR"
                        ),
                        name="trainings_group_country_count_not_negative",
                        violation_error_message="A count can't be below 0. Leave it empty if unknown.",
                    ),
                ],
                "verbose_name": "country of the group",
                "verbose_name_plural": "countries of the group",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="source")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="web address")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="trainings.report",
                        verbose_name="report",
                    ),
                ),
            ],
            options={
                "verbose_name": "further source",
                "verbose_name_plural": "further sources",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en",
                        help_text="A code such as en, ru or fr.",
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                ("headline", models.CharField(blank=True, max_length=300, verbose_name="headline")),
                ("lead", models.TextField(blank=True, verbose_name="lead")),
                ("byline", models.CharField(blank=True, max_length=200, verbose_name="written by")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("review", "in review"),
                            ("published", "published"),
                            ("archived", "archived"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="published from"),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "headline", "lead", blank=True, default="", editable=False
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="trainings.report",
                        verbose_name="report",
                    ),
                ),
                (
                    "revision",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="revision"),
                ),
                (
                    "share_text",
                    models.CharField(
                        blank=True,
                        help_text="At most 280 characters, for a message. Empty: the headline and the lead.",
                        max_length=280,
                        verbose_name="words to share it with",
                    ),
                ),
                (
                    "translated_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to="trainings.reporttext",
                        verbose_name="translated from",
                    ),
                ),
                (
                    "translated_revision",
                    models.PositiveIntegerField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="revision it was translated from",
                    ),
                ),
                (
                    "changed_at",
                    trainings.fields.ChangedField(
                        but=("state", "published_at", "share_text"),
                        editable=False,
                        null=True,
                        verbose_name="changed",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "review", "published", "archived"])
                        ),
                        name="trainings_reporttext_state_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("report", "language"),
                        name="trainings_report_text_once_a_language",
                        violation_error_message="This report has a text in this language already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_report_text_published_from",
                        violation_error_message="Fill in from when it is published.",
                    ),
                ],
                "verbose_name": "text in one language",
                "verbose_name_plural": "texts, one a language",
                "ordering": ["report", "language"],
            },
        ),
        migrations.CreateModel(
            name="ReportTraining",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="training_links",
                        to="trainings.report",
                        verbose_name="report",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="report_links",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "training"),
                        name="trainings_report_training_once",
                        violation_error_message="This training belongs to the report already.",
                    )
                ],
                "verbose_name": "training of the report",
                "verbose_name_plural": "trainings of the report",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agenda", "agenda"),
                            ("presentation", "presentation"),
                            ("manual", "manual"),
                            ("publication", "publication"),
                            ("resolution", "resolution"),
                            ("course", "course"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", trainings.labels.LabelField(verbose_name="title")),
                (
                    "file",
                    trainings.documents.DocumentField(
                        blank=True, max_length=255, upload_to="documents", verbose_name="file"
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="web address")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="language",
                    ),
                ),
                ("public", models.BooleanField(default=True, verbose_name="shown to the public")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        help_text="For what a report names, without a training it belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="trainings.report",
                        verbose_name="report",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="materials",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("report__isnull", True), ("training__isnull", False)),
                            models.Q(("report__isnull", False), ("training__isnull", True)),
                            _connector="OR",
                        ),
                        name="trainings_document_has_one_owner",
                        violation_error_message="Choose either a training or a report.",
                    )
                ],
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["order", "pk"],
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
        migrations.CreateModel(
            name="Block",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                ("heading", models.CharField(blank=True, max_length=200, verbose_name="heading")),
                (
                    "body",
                    models.TextField(
                        blank=True, help_text="Markdown; for a text block.", verbose_name="words"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("invited_guest", "invited guest"),
                            ("speaker", "speaker"),
                            ("guest_speaker", "guest speaker"),
                            ("opening_speaker", "spoke at the opening"),
                            ("trainer", "trainer"),
                            ("facilitator", "facilitator"),
                            ("moderator", "moderator"),
                            ("official", "official"),
                            ("opened", "opened the training"),
                            ("presided", "presided over the opening"),
                            ("participant", "participant"),
                            ("quoted", "quoted"),
                        ],
                        help_text="For a block of people. Empty: everyone shown to the public.",
                        max_length=15,
                        verbose_name="people with the role",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="None chosen: all groups of the report's trainings.",
                        related_name="blocks",
                        to="trainings.participantgroup",
                        verbose_name="figures",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blocks",
                        to="trainings.photo",
                        verbose_name="photograph",
                    ),
                ),
                (
                    "quote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blocks",
                        to="trainings.quote",
                        verbose_name="quote",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blocks",
                        to="trainings.reporttext",
                        verbose_name="text",
                    ),
                ),
                (
                    "breakdown",
                    models.CharField(
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
                (
                    "origins",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="Filled by a draft from the record.",
                        verbose_name="what each sentence comes from",
                    ),
                ),
                (
                    "sessions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="None chosen: the whole agenda of the report's trainings.",
                        related_name="blocks",
                        to="trainings.session",
                        verbose_name="sessions",
                    ),
                ),
                (
                    "source",
                    models.CharField(
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "text"), _negated=True),
                            models.Q(("body", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="trainings_block_text_has_words",
                        violation_error_message="A text block needs words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "quote"), _negated=True),
                            ("quote__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_block_quote_chosen",
                        violation_error_message="Choose the quote of this block.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "photo"), _negated=True),
                            ("photo__isnull", False),
                            _connector="OR",
                        ),
                        name="trainings_block_photo_chosen",
                        violation_error_message="Choose the photograph of this block.",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "source__in",
                                ["reported", "registered", "approved", "attended", "completed"],
                            )
                        ),
                        name="trainings_block_source_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("breakdown__in", ["", "country", "category", "sex", "age"])
                        ),
                        name="trainings_block_breakdown_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "block",
                "verbose_name_plural": "blocks",
                "ordering": ["order", "pk"],
            },
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
            name="PickedPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_photos",
                        to="trainings.block",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_in",
                        to="trainings.photo",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("block", "photo"), name="trainings_photo_picked_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PickedFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_facts",
                        to="trainings.block",
                    ),
                ),
                (
                    "fact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_in",
                        to="trainings.fact",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("block", "fact"), name="trainings_fact_picked_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PickedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_documents",
                        to="trainings.block",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_in",
                        to="trainings.document",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("block", "document"), name="trainings_document_picked_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PickedOrganisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "block",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_organisations",
                        to="trainings.block",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picked_in",
                        to="trainings.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("block", "organisation"), name="trainings_organisation_picked_once"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="report",
            name="trainings",
            field=models.ManyToManyField(
                related_name="reports",
                through="trainings.ReportTraining",
                to="trainings.training",
                verbose_name="trainings",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="documents",
            field=models.ManyToManyField(
                blank=True,
                help_text="None chosen: all of the report and its trainings.",
                related_name="blocks",
                through="trainings.PickedDocument",
                to="trainings.document",
                verbose_name="documents",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="facts",
            field=models.ManyToManyField(
                blank=True,
                related_name="blocks",
                through="trainings.PickedFact",
                to="trainings.fact",
                verbose_name="facts",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="organisations",
            field=models.ManyToManyField(
                blank=True,
                help_text="None chosen: all of the report's trainings.",
                related_name="blocks",
                through="trainings.PickedOrganisation",
                to="trainings.organisation",
                verbose_name="organisations",
            ),
        ),
        migrations.AddField(
            model_name="block",
            name="photos",
            field=models.ManyToManyField(
                blank=True,
                help_text="For several photographs. None chosen: all of the report's trainings.",
                related_name="galleries",
                through="trainings.PickedPhoto",
                to="trainings.photo",
                verbose_name="photographs",
            ),
        ),
        migrations.RunPython(countries.seed, migrations.RunPython.noop),
    ]
