"""All tables of the volunteers as 0002 to 0011 leave them: a new database gets there in one step."""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import trainings.documents
import trainings.fields
import trainings.labels
import trainings.pictures
import volunteers.models.described
import volunteers.models.letter
import volunteers.models.question
import volunteers.models.registration

consents = import_module("volunteers.migrations.0003_first_consent_texts")
words = import_module("volunteers.migrations.0009_words_are_found_by_an_index")


class Migration(migrations.Migration):
    replaces = [
        ("volunteers", "0002_registrations"),
        ("volunteers", "0003_first_consent_texts"),
        ("volunteers", "0004_one_form_for_several_addresses"),
        ("volunteers", "0005_registration_queue"),
        ("volunteers", "0006_desk"),
        ("volunteers", "0007_badge_codes"),
        ("volunteers", "0008_badge_code_is_unique"),
        ("volunteers", "0009_words_are_found_by_an_index"),
        ("volunteers", "0010_lists_by_name_and_newest"),
        ("volunteers", "0011_volunteer_person"),
    ]

    dependencies = [
        ("auditlog", "0017_add_actor_email"),
        # By its old name: a database that stands there has taken all steps of this one.
        ("trainings", "0007_blocks_choose_what_they_show"),
        ("volunteers", "0001_accounts"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "ordering": ["email"],
                "permissions": [("reset_second_factor", "reset the second step of signing in")],
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
            },
        ),
        migrations.AddField(
            model_name="user",
            name="countries",
            field=models.ManyToManyField(
                blank=True,
                help_text="With countries here, the account sees only people of these. A country coordinator without any sees nobody.",
                related_name="coordinators",
                to="trainings.country",
                verbose_name="own countries",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="sessions_ended_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="signed out everywhere"
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="trainings",
            field=models.ManyToManyField(
                blank=True,
                help_text="Where a check-in helper checks people in: without any, nowhere.",
                related_name="helpers",
                to="trainings.training",
                verbose_name="own trainings",
            ),
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=20, verbose_name="what")),
                ("who", models.CharField(max_length=64, verbose_name="who")),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
            ],
            options={
                "verbose_name": "attempt",
                "verbose_name_plural": "attempts",
                "indexes": [models.Index(fields=["what", "who", "at"], name="volunteers_attempts")],
            },
        ),
        migrations.CreateModel(
            name="ConsentText",
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
                            ("data", "use of data for the training"),
                            ("photographs", "photographs"),
                            ("listed", "being listed to other participants"),
                        ],
                        max_length=11,
                        verbose_name="consent to",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("text", trainings.labels.LabelTextField(verbose_name="sentence beside the box")),
                (
                    "detail",
                    trainings.labels.LabelTextField(
                        blank=True, help_text="Markdown.", verbose_name="more about it"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="since")),
            ],
            options={
                "verbose_name": "wording of a consent",
                "verbose_name_plural": "wordings of consents",
                "ordering": ["kind", "-version"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["data", "photographs", "listed"])),
                        name="volunteers_consenttext_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("kind", "version"),
                        name="volunteers_consenttext_version_once",
                        violation_error_message="There is this version already. Use the next number.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                            ("line", "a line of text"),
                            ("text", "a longer text"),
                            ("choice", "one of several"),
                            ("choices", "several of several"),
                            ("number", "a number"),
                            ("date", "a date"),
                            ("country", "a country"),
                            ("file", "a document"),
                        ],
                        default="line",
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("label", trainings.labels.LabelField(verbose_name="question")),
                (
                    "help",
                    trainings.labels.LabelField(
                        blank=True, help_text="A line under the question.", verbose_name="help"
                    ),
                ),
                ("required", models.BooleanField(default=False, verbose_name="has to be answered")),
                (
                    "only_categories",
                    trainings.fields.SeveralField(
                        blank=True,
                        choices=[
                            ("national", "national volunteer"),
                            ("international", "international volunteer"),
                            ("online", "online volunteer"),
                            ("community", "community volunteer"),
                            ("other", "other"),
                        ],
                        default=list,
                        help_text="Empty: for everyone.",
                        max_length=500,
                        verbose_name="only for",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "only_countries",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Empty: in every country.",
                        related_name="+",
                        to="trainings.country",
                        verbose_name="only for volunteers in",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True),
                        name="volunteers_question_has_label",
                        violation_error_message="Write the question in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "line",
                                    "text",
                                    "choice",
                                    "choices",
                                    "number",
                                    "date",
                                    "country",
                                    "file",
                                ],
                            )
                        ),
                        name="volunteers_question_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", trainings.labels.LabelField(verbose_name="option")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="volunteers.question",
                        verbose_name="question",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True),
                        name="volunteers_option_has_label",
                        violation_error_message="Write the option in at least one language.",
                    )
                ],
                "verbose_name": "option",
                "verbose_name_plural": "options",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Quota",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "national volunteer"),
                            ("international", "international volunteer"),
                            ("online", "online volunteer"),
                            ("community", "community volunteer"),
                            ("other", "other"),
                        ],
                        help_text="Empty: of any category.",
                        max_length=13,
                        verbose_name="category",
                    ),
                ),
                (
                    "minimum",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="These seats are kept: nobody else is given one of them.",
                        null=True,
                        verbose_name="at least",
                    ),
                ),
                (
                    "target",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Shown when deciding, never enforced.",
                        null=True,
                        verbose_name="hoped for",
                    ),
                ),
                (
                    "maximum",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="at most"),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: of any country.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotas",
                        to="trainings.country",
                        verbose_name="country",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotas",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training", "country", "category"),
                        name="volunteers_quota_once",
                        violation_error_message="There is a quota for these already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("country__isnull", True)),
                        fields=("training", "category"),
                        name="volunteers_quota_of_category_once",
                        violation_error_message="There is a quota for these already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("country__isnull", False),
                            models.Q(("category", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="volunteers_quota_is_of_something",
                        violation_error_message="Choose a country, a category or both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("minimum__isnull", True),
                                ("target__isnull", True),
                                ("target__gte", models.F("minimum")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("target__isnull", True),
                                ("maximum__isnull", True),
                                ("maximum__gte", models.F("target")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("minimum__isnull", True),
                                ("maximum__isnull", True),
                                ("maximum__gte", models.F("minimum")),
                                _connector="OR",
                            ),
                        ),
                        name="volunteers_quota_rises",
                        violation_error_message="“At least” can't be more than “hoped for”, nor that more than “at most”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                ["national", "international", "online", "community", "other", ""],
                            )
                        ),
                        name="volunteers_quota_category_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "quota",
                "verbose_name_plural": "quotas",
                "ordering": ["country", "category", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=43, unique=True, verbose_name="token")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "file",
                    trainings.documents.DocumentField(
                        max_length=255,
                        storage=volunteers.models.question.private_files,
                        upload_to="uploads",
                        verbose_name="document",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="uploaded"),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="volunteers.question",
                        verbose_name="question",
                    ),
                ),
            ],
            options={
                "verbose_name": "upload",
                "verbose_name_plural": "uploads",
            },
        ),
        migrations.CreateModel(
            name="Volunteer",
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
                        help_text="As you want to be called. One word is fine.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "native_name",
                    models.CharField(
                        blank=True,
                        help_text="Such as Зебо Қосимӣ.",
                        max_length=200,
                        verbose_name="name in your own script",
                    ),
                ),
                (
                    "latin_name",
                    models.CharField(
                        blank=True,
                        help_text="For the certificate.",
                        max_length=200,
                        verbose_name="name in Latin letters",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "national volunteer"),
                            ("international", "international volunteer"),
                            ("online", "online volunteer"),
                            ("community", "community volunteer"),
                            ("other", "other"),
                        ],
                        max_length=13,
                        verbose_name="kind of volunteering",
                    ),
                ),
                (
                    "host_organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="host organisation"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("female", "female"),
                            ("male", "male"),
                            ("other", "another answer"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="sex",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[volunteers.models.described.plausible_birth_year],
                        verbose_name="year of birth",
                    ),
                ),
                (
                    "birth_year_withheld",
                    models.BooleanField(
                        default=False, verbose_name="prefers not to say the year of birth"
                    ),
                ),
                (
                    "languages",
                    trainings.fields.SeveralField(
                        blank=True,
                        default=list,
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="languages spoken",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        default="en",
                        max_length=2,
                        verbose_name="language for letters",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="first registered"),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "name", "native_name", "latin_name", blank=True, default="", editable=False
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place is counted here.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="trainings.country",
                        verbose_name="country where you volunteer",
                    ),
                ),
                (
                    "nationality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trainings.country",
                        verbose_name="nationality",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="volunteer",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        help_text="A person of the record. Nobody is linked by the name alone.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="volunteer",
                        to="trainings.person",
                        verbose_name="the same as",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sex__in", ["female", "male", "other", "withheld", ""])
                        ),
                        name="volunteers_volunteer_sex_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("birth_year__isnull", True),
                            ("birth_year_withheld", False),
                            _connector="OR",
                        ),
                        name="volunteers_volunteer_birth_year_said_or_withheld",
                        violation_error_message="Write the year of birth or withhold it, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                ["national", "international", "online", "community", "other", ""],
                            )
                        ),
                        name="volunteers_volunteer_category_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "volunteer",
                "verbose_name_plural": "volunteers",
                "ordering": ["name", "pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["name", "id"], name="volunteers_by_name")],
                "permissions": [("view_contacts", "Can see addresses and telephone numbers")],
            },
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deciding",
                    models.CharField(
                        choices=[
                            ("organizer", "an organizer decides"),
                            ("first_come", "first come, first served, within the limits"),
                        ],
                        default="organizer",
                        max_length=10,
                        verbose_name="who decides",
                    ),
                ),
                (
                    "has_waiting_list",
                    models.BooleanField(default=True, verbose_name="with a waiting list"),
                ),
                (
                    "promotion",
                    models.CharField(
                        choices=[
                            (
                                "automatic",
                                "at once, to the first whose country and category have room",
                            ),
                            ("click", "by an organizer's click"),
                        ],
                        default="automatic",
                        max_length=9,
                        verbose_name="a freed seat is given",
                    ),
                ),
                (
                    "categories",
                    trainings.fields.SeveralField(
                        blank=True,
                        choices=[
                            ("national", "national volunteer"),
                            ("international", "international volunteer"),
                            ("online", "online volunteer"),
                            ("community", "community volunteer"),
                            ("other", "other"),
                        ],
                        default=list,
                        help_text="Empty: volunteers of every kind.",
                        max_length=500,
                        verbose_name="for",
                    ),
                ),
                (
                    "shows_seats_by_country",
                    models.BooleanField(
                        default=False, verbose_name="the page shows seats left by country"
                    ),
                ),
                (
                    "asks",
                    trainings.fields.SeveralField(
                        blank=True,
                        choices=[
                            ("host", "host organisation"),
                            ("travel", "travel"),
                            ("visa", "visa"),
                            ("diet", "diet"),
                            ("access", "access"),
                            ("emergency", "emergency contact"),
                            (
                                "functioning",
                                "difficulties in seeing, hearing, walking … (six questions)",
                            ),
                        ],
                        default=list,
                        help_text="Ask only what someone will use: each of these is deleted after the training.",
                        max_length=500,
                        verbose_name="what is asked besides",
                    ),
                ),
                (
                    "cost",
                    trainings.labels.LabelTextField(
                        blank=True,
                        help_text="Empty: taking part costs nothing.",
                        verbose_name="what it costs",
                    ),
                ),
                (
                    "next_steps",
                    trainings.labels.LabelTextField(
                        blank=True,
                        help_text="Empty: the usual sentence about the letter and the decision.",
                        verbose_name="what happens after registering",
                    ),
                ),
                (
                    "reminder_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        default=3,
                        help_text="Empty: none.",
                        null=True,
                        verbose_name="reminder, days before",
                    ),
                ),
                (
                    "closing_notice_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        default=2,
                        help_text="To whoever has not confirmed the address yet. Empty: none.",
                        null=True,
                        verbose_name="“closes soon”, days before",
                    ),
                ),
                (
                    "countries",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Empty: volunteers in any country may register.",
                        related_name="+",
                        to="trainings.country",
                        verbose_name="for volunteers in",
                    ),
                ),
                (
                    "training",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="call",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "verbose_name": "call",
                "verbose_name_plural": "calls",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("deciding__in", ["organizer", "first_come"])),
                        name="volunteers_call_deciding_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("promotion__in", ["automatic", "click"])),
                        name="volunteers_call_promotion_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterWording",
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
                            ("confirm", "confirm your address"),
                            ("nominated", "registered on your behalf"),
                            ("known", "you are registered already"),
                            ("received", "received"),
                            ("approved", "approved"),
                            ("waitlisted", "on the waiting list"),
                            ("declined", "declined"),
                            ("seat_free", "a seat became free"),
                            ("cancelled", "cancelled"),
                            ("changed", "changed by the organizer"),
                            ("reminder", "reminder"),
                            ("closing", "registration closes soon"),
                            ("certified", "your certificate"),
                            ("message", "written by an organizer"),
                            ("code", "sign-in code"),
                            ("security", "your account at the desk"),
                        ],
                        max_length=10,
                        verbose_name="letter",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("body", models.TextField(verbose_name="text")),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter_wordings",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "verbose_name": "wording of a letter",
                "verbose_name_plural": "wordings of letters",
                "ordering": ["kind", "language"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training", "kind", "language"),
                        name="volunteers_letterwording_once",
                        violation_error_message="There is a wording in this language already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "confirm",
                                    "nominated",
                                    "known",
                                    "received",
                                    "approved",
                                    "waitlisted",
                                    "declined",
                                    "seat_free",
                                    "cancelled",
                                    "changed",
                                    "reminder",
                                    "closing",
                                    "certified",
                                    "message",
                                    "code",
                                    "security",
                                ],
                            )
                        ),
                        name="volunteers_letterwording_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "share",
                    models.PositiveSmallIntegerField(
                        default=80,
                        help_text="Whoever attended at least this much has completed the training.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="share to attend, in per cent",
                    ),
                ),
                (
                    "by_session",
                    models.BooleanField(
                        default=False,
                        help_text="Otherwise once a day. The share is then counted of the sessions with a day.",
                        verbose_name="attendance is taken in each session",
                    ),
                ),
                (
                    "training",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance_rule",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("share__range", (1, 100))),
                        name="volunteers_share_is_of_a_hundred",
                        violation_error_message="The share is a number from 1 to 100.",
                    )
                ],
                "verbose_name": "rule of attendance",
                "verbose_name_plural": "rules of attendance",
            },
        ),
        migrations.CreateModel(
            name="CertificateDesign",
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
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        default="en",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "second_language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        max_length=2,
                        verbose_name="second language",
                    ),
                ),
                (
                    "issuer",
                    trainings.labels.LabelField(
                        blank=True,
                        help_text="Empty: the organisers of the training.",
                        verbose_name="issued by",
                    ),
                ),
                (
                    "completion",
                    trainings.labels.LabelTextField(
                        blank=True, verbose_name="words of a certificate of completion"
                    ),
                ),
                (
                    "participation",
                    trainings.labels.LabelTextField(
                        blank=True, verbose_name="words of a certificate of participation"
                    ),
                ),
                (
                    "logo",
                    trainings.pictures.PictureField(
                        blank=True,
                        max_length=255,
                        storage=volunteers.models.question.private_files,
                        upload_to="certificates",
                        verbose_name="logo",
                    ),
                ),
                (
                    "second_logo",
                    trainings.pictures.PictureField(
                        blank=True,
                        max_length=255,
                        storage=volunteers.models.question.private_files,
                        upload_to="certificates",
                        verbose_name="second logo",
                    ),
                ),
                (
                    "training",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificate_design",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_language", models.F("language")), _negated=True
                        ),
                        name="volunteers_certificatedesign_two_languages",
                        violation_error_message="Choose another second language, or none.",
                    )
                ],
                "verbose_name": "design of certificates",
                "verbose_name_plural": "designs of certificates",
            },
        ),
        migrations.CreateModel(
            name="FrozenFigures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Such as the donor and the report.",
                        max_length=200,
                        verbose_name="for whom, or for what",
                    ),
                ),
                ("content", models.JSONField(verbose_name="figures")),
                (
                    "frozen_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="frozen"),
                ),
                (
                    "frozen_by",
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
                "verbose_name": "donor figures",
                "verbose_name_plural": "donor figures",
                "ordering": ["-frozen_at", "-pk"],
                "permissions": [
                    ("view_donor_figures", "Can see, download and freeze donor figures")
                ],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Intake",
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
                            ("registrations", "registrations for a training"),
                            ("volunteers", "volunteers, without a training"),
                            ("attendance", "who came to a training, by day"),
                            ("people", "people of the record: guests, speakers, trainers"),
                            ("organisations", "organisations"),
                        ],
                        max_length=13,
                        verbose_name="what it holds",
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                (
                    "lines",
                    models.FileField(
                        blank=True,
                        storage=volunteers.models.question.private_files,
                        upload_to="intakes",
                    ),
                ),
                ("digest", models.CharField(db_index=True, editable=False, max_length=64)),
                ("columns", models.JSONField(default=dict, editable=False)),
                ("chosen", models.JSONField(default=dict, editable=False)),
                ("made", models.JSONField(default=dict, editable=False)),
                (
                    "state_given",
                    models.CharField(
                        choices=[("confirmed", "waiting for a decision"), ("approved", "approved")],
                        default="confirmed",
                        max_length=9,
                        verbose_name="state of new registrations",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        default="en",
                        max_length=2,
                        verbose_name="language for letters",
                    ),
                ),
                (
                    "writes_letters",
                    models.BooleanField(default=False, verbose_name="each of them gets a letter"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "being checked"),
                            ("waiting", "about to be taken in"),
                            ("running", "being taken in"),
                            ("letters", "taken in, letters are being written"),
                            ("done", "taken in"),
                            ("refused", "not taken in"),
                        ],
                        default="draft",
                        max_length=7,
                        verbose_name="stage",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, verbose_name="lines")),
                ("reached", models.PositiveIntegerField(default=0, verbose_name="lines looked at")),
                ("created", models.PositiveIntegerField(default=0, verbose_name="new")),
                ("changed", models.PositiveIntegerField(default=0, verbose_name="changed")),
                ("unchanged", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                ("refusal", models.TextField(blank=True, verbose_name="why it was not taken in")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                (
                    "leased_until",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="a worker is at it until"
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="finished"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="brought in by",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intakes",
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
                                "stage__in",
                                ["draft", "waiting", "running", "letters", "done", "refused"],
                            )
                        ),
                        name="volunteers_intake_stage_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state_given__in", ["confirmed", "approved"])),
                        name="volunteers_intake_state_given_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "registrations",
                                    "volunteers",
                                    "attendance",
                                    "people",
                                    "organisations",
                                ],
                            )
                        ),
                        name="volunteers_intake_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "list from a spreadsheet",
                "verbose_name_plural": "lists brought in",
                "ordering": ["-pk"],
                "default_permissions": ("add", "view"),
            },
        ),
        migrations.CreateModel(
            name="Issuing",
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
                            ("completion", "certificate of completion"),
                            ("participation", "certificate of participation"),
                        ],
                        max_length=13,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        default="en",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ordered")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="to issue")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="issued")),
                (
                    "leased_until",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="a worker is at it until"
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="finished"),
                ),
                (
                    "refused",
                    models.JSONField(default=list, editable=False, verbose_name="who got none"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ordered by",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="issuings",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["completion", "participation"])),
                        name="volunteers_issuing_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at__isnull", True)),
                        fields=("training", "kind"),
                        name="volunteers_issuing_one_at_a_time",
                    ),
                ],
                "verbose_name": "issuing of certificates",
                "verbose_name_plural": "issuings of certificates",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", models.JSONField(default=dict, verbose_name="to whom")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("scheduled", "scheduled"),
                            ("going_out", "going out"),
                            ("stopped", "stopped"),
                            ("sent", "sent"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                (
                    "send_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="goes out at"),
                ),
                (
                    "begun_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="began to go out"),
                ),
                (
                    "finished_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="finished"),
                ),
                ("written_until", models.PositiveBigIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="author",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "scheduled", "going_out", "stopped", "sent"])
                        ),
                        name="volunteers_message_state_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "scheduled"), _negated=True),
                            ("send_at__isnull", False),
                            _connector="OR",
                        ),
                        name="volunteers_message_scheduled_for",
                    ),
                ],
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ["-pk"],
                "permissions": [("send_message", "Can write to the people of a training")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="MessageText",
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
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("body", models.TextField(max_length=10000, verbose_name="text")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="volunteers.message",
                        verbose_name="message",
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a message",
                "verbose_name_plural": "texts of messages",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("message", "language"), name="volunteers_messagetext_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", trainings.labels.LabelField(verbose_name="name")),
                ("position", trainings.labels.LabelField(blank=True, verbose_name="position")),
                (
                    "signature",
                    trainings.pictures.PictureField(
                        blank=True,
                        max_length=255,
                        storage=volunteers.models.question.private_files,
                        upload_to="certificates",
                        verbose_name="signature",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "design",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="volunteers.certificatedesign",
                        verbose_name="design of certificates",
                    ),
                ),
            ],
            options={
                "verbose_name": "signatory",
                "verbose_name_plural": "signatories",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TrainingCost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[A-Z]{3}\\Z",
                                "Write the currency as three capital letters, such as USD or KGS.",
                            )
                        ],
                        verbose_name="currency",
                    ),
                ),
                (
                    "instruction",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Trainers, rooms, materials.",
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="instruction",
                    ),
                ),
                (
                    "participants",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Board, lodging and allowances.",
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="participants",
                    ),
                ),
                (
                    "travel",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="The participants’ journeys.",
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="travel",
                    ),
                ),
                (
                    "training",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="donor_cost",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="volunteers_trainingcost_currency_is_a_code",
                        violation_error_message="Write the currency as three capital letters, such as USD or KGS.",
                    )
                ],
                "verbose_name": "cost of a training",
                "verbose_name_plural": "costs of trainings",
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[],
            options={
                "verbose_name": "entry of the trail",
                "verbose_name_plural": "trail",
                "proxy": True,
                "default_permissions": ("view",),
            },
            bases=("auditlog.logentry",),
        ),
        migrations.CreateModel(
            name="Registration",
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
                        help_text="As you want to be called. One word is fine.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "native_name",
                    models.CharField(
                        blank=True,
                        help_text="Such as Зебо Қосимӣ.",
                        max_length=200,
                        verbose_name="name in your own script",
                    ),
                ),
                (
                    "latin_name",
                    models.CharField(
                        blank=True,
                        help_text="For the certificate.",
                        max_length=200,
                        verbose_name="name in Latin letters",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "national volunteer"),
                            ("international", "international volunteer"),
                            ("online", "online volunteer"),
                            ("community", "community volunteer"),
                            ("other", "other"),
                        ],
                        max_length=13,
                        verbose_name="kind of volunteering",
                    ),
                ),
                (
                    "host_organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="host organisation"),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("female", "female"),
                            ("male", "male"),
                            ("other", "another answer"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="sex",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[volunteers.models.described.plausible_birth_year],
                        verbose_name="year of birth",
                    ),
                ),
                (
                    "birth_year_withheld",
                    models.BooleanField(
                        default=False, verbose_name="prefers not to say the year of birth"
                    ),
                ),
                (
                    "languages",
                    trainings.fields.SeveralField(
                        blank=True,
                        default=list,
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\\Z",
                                "Write the language as a code of two or three letters, such as en, ru or ky.",
                            )
                        ],
                        verbose_name="languages spoken",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "code",
                    models.CharField(
                        default=volunteers.models.registration.new_code,
                        editable=False,
                        max_length=16,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "address not proven yet"),
                            ("confirmed", "waiting for a decision"),
                            ("approved", "approved"),
                            ("waitlisted", "on the waiting list"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                            ("dropped", "never confirmed"),
                        ],
                        default="submitted",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        default="en",
                        max_length=2,
                        verbose_name="language for letters",
                    ),
                ),
                (
                    "motivation",
                    models.TextField(blank=True, max_length=2000, verbose_name="motivation"),
                ),
                (
                    "nominating_office",
                    models.CharField(blank=True, max_length=200, verbose_name="nominating office"),
                ),
                ("form_key", models.CharField(editable=False, max_length=43, null=True)),
                (
                    "submitted_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="submitted"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="address proven"),
                ),
                (
                    "decided_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="decided"),
                ),
                (
                    "waitlisted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="waiting since"),
                ),
                (
                    "search_key",
                    trainings.fields.SearchKeyField(
                        "name", "native_name", "latin_name", blank=True, default="", editable=False
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place is counted here.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="trainings.country",
                        verbose_name="country where you volunteer",
                    ),
                ),
                (
                    "nationality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trainings.country",
                        verbose_name="nationality",
                    ),
                ),
                (
                    "nominated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nominations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registered on the person's behalf by",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registrations",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        help_text="Empty: erased at the person's wish. The registration stays as a count.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="registrations",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
                (
                    "badge_code",
                    models.CharField(
                        default=volunteers.models.registration.new_badge_code,
                        editable=False,
                        max_length=10,
                        unique=True,
                        verbose_name="code of the badge",
                    ),
                ),
                (
                    "certificate_name",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("display", "the name you are called by"),
                            ("native", "the name in your own script"),
                            ("latin", "the name in Latin letters"),
                        ],
                        help_text="Empty: the one in the letters of the certificate, as far as there is one.",
                        max_length=7,
                        verbose_name="name on the certificate",
                    ),
                ),
                (
                    "walked_in",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="registered at the door"
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="registrations",
                        to="volunteers.intake",
                        verbose_name="list it was brought in with",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sex__in", ["female", "male", "other", "withheld", ""])
                        ),
                        name="volunteers_registration_sex_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("birth_year__isnull", True),
                            ("birth_year_withheld", False),
                            _connector="OR",
                        ),
                        name="volunteers_registration_birth_year_said_or_withheld",
                        violation_error_message="Write the year of birth or withhold it, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "waitlisted"), _negated=True),
                            ("waitlisted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="volunteers_registration_waits_since",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "category__in",
                                ["national", "international", "online", "community", "other", ""],
                            )
                        ),
                        name="volunteers_registration_category_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "submitted",
                                    "confirmed",
                                    "approved",
                                    "waitlisted",
                                    "declined",
                                    "cancelled",
                                    "dropped",
                                ],
                            )
                        ),
                        name="volunteers_registration_state_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("training", "volunteer"), name="volunteers_registration_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("certificate_name__in", ["display", "native", "latin", ""])
                        ),
                        name="volunteers_registration_certificate_name_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "registration",
                "verbose_name_plural": "registrations",
                "ordering": ["-pk"],
                "permissions": [
                    ("decide_registration", "Can decide registrations"),
                    ("override_seats", "Can give a seat beyond a limit, with a reason"),
                    ("save_contacts", "Can save lists with addresses, telephones and answers"),
                    ("view_figures", "Can see figures about people, without names"),
                ],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["training", "state", "country", "category"], name="volunteers_seats"
                    ),
                    models.Index(
                        condition=models.Q(("state", "waitlisted")),
                        fields=["training", "waitlisted_at"],
                        name="volunteers_waiting",
                    ),
                    models.Index(
                        fields=["training", "state", "confirmed_at", "id"], name="volunteers_queue"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="note")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="author",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "note for colleagues",
                "verbose_name_plural": "notes for colleagues",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Needs",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "travel",
                    models.TextField(
                        blank=True,
                        help_text="Where from, and how you would come.",
                        max_length=1000,
                        verbose_name="travel",
                    ),
                ),
                (
                    "visa",
                    models.TextField(
                        blank=True,
                        help_text="Whether you need one, or a letter.",
                        max_length=1000,
                        verbose_name="visa",
                    ),
                ),
                (
                    "diet",
                    models.TextField(
                        blank=True,
                        help_text="What you do not eat.",
                        max_length=1000,
                        verbose_name="diet",
                    ),
                ),
                (
                    "access",
                    models.TextField(
                        blank=True,
                        help_text="What helps you take part: a ramp, large print, a quiet room …",
                        max_length=1000,
                        verbose_name="access",
                    ),
                ),
                (
                    "emergency_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="whom to call in an emergency"
                    ),
                ),
                (
                    "emergency_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="telephone to call"),
                ),
                ("purge_after", models.DateField(db_index=True, verbose_name="deleted after")),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "needs",
                "verbose_name_plural": "needs",
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("submitted", "address not proven yet"),
                            ("confirmed", "waiting for a decision"),
                            ("approved", "approved"),
                            ("waitlisted", "on the waiting list"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                            ("dropped", "never confirmed"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("submitted", "address not proven yet"),
                            ("confirmed", "waiting for a decision"),
                            ("approved", "approved"),
                            ("waitlisted", "on the waiting list"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                            ("dropped", "never confirmed"),
                        ],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                (
                    "actor",
                    models.CharField(
                        choices=[
                            ("volunteer", "the volunteer"),
                            ("organizer", "an organizer"),
                            ("rule", "the rule of the training"),
                        ],
                        max_length=9,
                        verbose_name="moved by",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, verbose_name="reason told to the volunteer"),
                ),
                (
                    "override_reason",
                    models.TextField(blank=True, verbose_name="reason for going beyond a limit"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("actor__in", ["volunteer", "organizer", "rule"])),
                        name="volunteers_move_actor_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "to_state__in",
                                [
                                    "submitted",
                                    "confirmed",
                                    "approved",
                                    "waitlisted",
                                    "declined",
                                    "cancelled",
                                    "dropped",
                                ],
                            )
                        ),
                        name="volunteers_move_to_state_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "step",
                "verbose_name_plural": "history",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                            ("confirm", "confirm your address"),
                            ("nominated", "registered on your behalf"),
                            ("known", "you are registered already"),
                            ("received", "received"),
                            ("approved", "approved"),
                            ("waitlisted", "on the waiting list"),
                            ("declined", "declined"),
                            ("seat_free", "a seat became free"),
                            ("cancelled", "cancelled"),
                            ("changed", "changed by the organizer"),
                            ("reminder", "reminder"),
                            ("closing", "registration closes soon"),
                            ("certified", "your certificate"),
                            ("message", "written by an organizer"),
                            ("code", "sign-in code"),
                            ("security", "your account at the desk"),
                        ],
                        max_length=10,
                        verbose_name="letter",
                    ),
                ),
                ("to", models.EmailField(max_length=254, verbose_name="to")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                ("subject", models.CharField(max_length=300, verbose_name="subject")),
                ("text", models.TextField(verbose_name="text")),
                ("html", models.TextField(blank=True, verbose_name="HTML")),
                ("calendar", models.TextField(blank=True, verbose_name="calendar file")),
                (
                    "message_id",
                    models.CharField(
                        default=volunteers.models.letter.new_message_id,
                        max_length=200,
                        unique=True,
                        verbose_name="Message-ID",
                    ),
                ),
                ("once", models.CharField(editable=False, max_length=100, null=True, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sent", "sent"),
                            ("given_up", "given up"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="waiting",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="tries")),
                (
                    "next_try_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="next try"
                    ),
                ),
                (
                    "leased_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="a worker is at it until"
                    ),
                ),
                ("error", models.TextField(blank=True, verbose_name="what the mail server said")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="letters",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="letters",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "confirm",
                                    "nominated",
                                    "known",
                                    "received",
                                    "approved",
                                    "waitlisted",
                                    "declined",
                                    "seat_free",
                                    "cancelled",
                                    "changed",
                                    "reminder",
                                    "closing",
                                    "certified",
                                    "message",
                                    "code",
                                    "security",
                                ],
                            )
                        ),
                        name="volunteers_letter_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "sent", "given_up", "withdrawn"])
                        ),
                        name="volunteers_letter_state_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "letter",
                "verbose_name_plural": "letters",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["next_try_at"],
                        name="volunteers_letters_due",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "given_up"])),
                        fields=["state"],
                        name="volunteers_letters_left",
                    ),
                    models.Index(
                        fields=["training", "state", "registration", "id"],
                        name="volunteers_letters_of_training",
                    ),
                    models.Index(fields=["training", "id"], name="volunteers_letters_newest"),
                    models.Index(fields=["kind", "id"], name="volunteers_letters_of_kind"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
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
                        choices=[
                            ("en", "English"),
                            ("ru", "Russian"),
                            ("kk", "Kazakh"),
                            ("ky", "Kyrgyz"),
                            ("tg", "Tajik"),
                            ("uz", "Uzbek"),
                        ],
                        max_length=2,
                        verbose_name="read in",
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="given")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="volunteers.consenttext",
                        verbose_name="wording",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("registration", "text"),
                        name="volunteers_consent_stands_once",
                    )
                ],
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "ordering": ["text__kind", "-given_at"],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="answer")),
                (
                    "file",
                    trainings.documents.DocumentField(
                        blank=True,
                        max_length=255,
                        storage=volunteers.models.question.private_files,
                        upload_to="answers",
                        verbose_name="document",
                    ),
                ),
                (
                    "options",
                    models.ManyToManyField(
                        blank=True,
                        related_name="answers",
                        to="volunteers.option",
                        verbose_name="chosen",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="volunteers.question",
                        verbose_name="question",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registration", "question"), name="volunteers_answer_once"
                    )
                ],
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["question__order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                (
                    "marked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("phone", "check-in"),
                            ("desk", "at the desk"),
                            ("paper", "typed from paper"),
                            ("file", "from a file"),
                        ],
                        max_length=5,
                        verbose_name="how",
                    ),
                ),
                (
                    "marked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="marked by",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the day as a whole.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["phone", "desk", "paper", "file"])),
                        name="volunteers_attendance_source_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("session__isnull", True)),
                        fields=("registration", "day"),
                        name="volunteers_attendance_once_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("session__isnull", False)),
                        fields=("registration", "session", "day"),
                        name="volunteers_attendance_once_a_session",
                    ),
                ],
                "verbose_name": "attendance",
                "verbose_name_plural": "attendance",
                "ordering": ["day", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
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
                            ("completion", "certificate of completion"),
                            ("participation", "certificate of participation"),
                        ],
                        max_length=13,
                        verbose_name="kind",
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        editable=False, verbose_name="number within the training"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        editable=False, max_length=40, unique=True, verbose_name="number"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=volunteers.models.registration.new_code,
                        editable=False,
                        max_length=16,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "printed",
                    models.JSONField(
                        default=dict, editable=False, verbose_name="what stands on it"
                    ),
                ),
                (
                    "issued_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="issued"
                    ),
                ),
                (
                    "replaced_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="replaced"),
                ),
                (
                    "reissue_reason",
                    models.TextField(blank=True, verbose_name="reason for the new version"),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="revoked"),
                ),
                (
                    "revoke_reason",
                    models.TextField(blank=True, verbose_name="reason for revoking it"),
                ),
                (
                    "reason_is_public",
                    models.BooleanField(default=False, verbose_name="the reason may be shown"),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="volunteers.certificate",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="revoked by",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["completion", "participation"])),
                        name="volunteers_certificate_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revoked_at__isnull", True),
                            models.Q(("revoke_reason", ""), _negated=True),
                            ("name", ""),
                            _connector="OR",
                        ),
                        name="volunteers_certificate_revoked_why",
                    ),
                    models.UniqueConstraint(
                        fields=("training", "sequence"), name="volunteers_certificate_numbered_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("replaced_at__isnull", True), ("revoked_at__isnull", True)
                        ),
                        fields=("registration", "kind"),
                        name="volunteers_certificate_one_valid",
                    ),
                ],
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates",
                "ordering": ["training", "sequence"],
                "permissions": [
                    ("issue_certificate", "Can issue certificates"),
                    ("revoke_certificate", "Can revoke and reissue certificates"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompletionOverride",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("completed", models.BooleanField(verbose_name="completed")),
                ("reason", models.TextField(max_length=1000, verbose_name="reason")),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="completion_override",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "word on completion",
                "verbose_name_plural": "words on completion",
                "permissions": [
                    (
                        "override_completion",
                        "Can say that someone completed, or did not, with a reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Functioning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "seeing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No difficulty"),
                            ("some", "Some difficulty"),
                            ("a_lot", "A lot of difficulty"),
                            ("cannot", "Cannot do at all"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="Do you have difficulty seeing, even if wearing glasses?",
                    ),
                ),
                (
                    "hearing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No difficulty"),
                            ("some", "Some difficulty"),
                            ("a_lot", "A lot of difficulty"),
                            ("cannot", "Cannot do at all"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="Do you have difficulty hearing, even if using a hearing aid?",
                    ),
                ),
                (
                    "walking",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No difficulty"),
                            ("some", "Some difficulty"),
                            ("a_lot", "A lot of difficulty"),
                            ("cannot", "Cannot do at all"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="Do you have difficulty walking or climbing steps?",
                    ),
                ),
                (
                    "remembering",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No difficulty"),
                            ("some", "Some difficulty"),
                            ("a_lot", "A lot of difficulty"),
                            ("cannot", "Cannot do at all"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="Do you have difficulty remembering or concentrating?",
                    ),
                ),
                (
                    "self_care",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No difficulty"),
                            ("some", "Some difficulty"),
                            ("a_lot", "A lot of difficulty"),
                            ("cannot", "Cannot do at all"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="Do you have difficulty with self-care, such as washing all over or dressing?",
                    ),
                ),
                (
                    "communicating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "No difficulty"),
                            ("some", "Some difficulty"),
                            ("a_lot", "A lot of difficulty"),
                            ("cannot", "Cannot do at all"),
                            ("withheld", "prefer not to say"),
                        ],
                        max_length=8,
                        verbose_name="Using your usual language, do you have difficulty communicating, for example understanding or being understood?",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("yes", "at least one “a lot of difficulty” or “cannot do at all”"),
                            ("no", "none of these"),
                            ("withheld", "prefer not to say"),
                            ("unknown", "not answered"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="what the answers come to",
                    ),
                ),
                (
                    "purge_after",
                    models.DateField(
                        db_index=True,
                        help_text="Empty once they are deleted.",
                        null=True,
                        verbose_name="answers deleted after",
                    ),
                ),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="functioning",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seeing__in", ["none", "some", "a_lot", "cannot", "withheld", ""])
                        ),
                        name="volunteers_functioning_seeing_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hearing__in", ["none", "some", "a_lot", "cannot", "withheld", ""])
                        ),
                        name="volunteers_functioning_hearing_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("walking__in", ["none", "some", "a_lot", "cannot", "withheld", ""])
                        ),
                        name="volunteers_functioning_walking_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("remembering__in", ["none", "some", "a_lot", "cannot", "withheld", ""])
                        ),
                        name="volunteers_functioning_remembering_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("self_care__in", ["none", "some", "a_lot", "cannot", "withheld", ""])
                        ),
                        name="volunteers_functioning_self_care_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "communicating__in",
                                ["none", "some", "a_lot", "cannot", "withheld", ""],
                            )
                        ),
                        name="volunteers_functioning_communicating_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["yes", "no", "withheld", "unknown"])),
                        name="volunteers_functioning_outcome_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "answers about difficulties",
                "verbose_name_plural": "answers about difficulties",
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                (
                    "marked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("phone", "check-in"),
                            ("desk", "at the desk"),
                            ("paper", "typed from paper"),
                            ("file", "from a file"),
                        ],
                        max_length=5,
                        verbose_name="how",
                    ),
                ),
                ("is_here", models.BooleanField(verbose_name="here")),
                ("key", models.CharField(editable=False, max_length=36, null=True, unique=True)),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="received")),
                (
                    "marked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="marked by",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="trainings.session",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["phone", "desk", "paper", "file"])),
                        name="volunteers_mark_source_is_known",
                        violation_error_message="Choose one of the choices.",
                    )
                ],
                "verbose_name": "mark",
                "verbose_name_plural": "marks",
                "ordering": ["received_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="recipient",
                        to="volunteers.letter",
                        verbose_name="letter",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recipients",
                        to="volunteers.message",
                        verbose_name="message",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="volunteers.registration",
                        verbose_name="registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "recipient",
                "verbose_name_plural": "recipients",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("message", "registration"), name="volunteers_recipient_once"
                    )
                ],
            },
        ),
        migrations.RunPython(consents.write, consents.remove),
        migrations.RunPython(words.add, words.remove),
    ]
