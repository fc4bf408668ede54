"""What the organizers' desk holds: roles, attendance, certificates, lists, donor figures, letters."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import trainings.fields
import trainings.labels
import trainings.pictures
import volunteers.models.question
import volunteers.models.registration


class Migration(migrations.Migration):
    dependencies = [
        ("auditlog", "0017_add_actor_email"),
        ("trainings", "0002_countries"),
        ("volunteers", "0005_registration_queue"),
    ]

    operations = [
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["phone", "desk", "paper", "file"])),
                        name="volunteers_attendance_source_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "attendance",
                "verbose_name_plural": "attendance",
                "ordering": ["day", "pk"],
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("share__range", (1, 100))),
                        name="volunteers_share_is_of_a_hundred",
                        violation_error_message="The share is a number from 1 to 100.",
                    ),
                ],
                "verbose_name": "rule of attendance",
                "verbose_name_plural": "rules of attendance",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_language", models.F("language")), _negated=True
                        ),
                        name="volunteers_certificatedesign_two_languages",
                        violation_error_message="Choose another second language, or none.",
                    ),
                ],
                "verbose_name": "design of certificates",
                "verbose_name_plural": "designs of certificates",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["completion", "participation"])),
                        name="volunteers_issuing_kind_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "issuing of certificates",
                "verbose_name_plural": "issuings of certificates",
                "ordering": ["-pk"],
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["phone", "desk", "paper", "file"])),
                        name="volunteers_mark_source_is_known",
                        violation_error_message="Choose one of the choices.",
                    ),
                ],
                "verbose_name": "mark",
                "verbose_name_plural": "marks",
                "ordering": ["received_at", "pk"],
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
            ],
            options={
                "verbose_name": "text of a message",
                "verbose_name_plural": "texts of messages",
                "ordering": ["pk"],
                "default_permissions": (),
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
            ],
            options={
                "verbose_name": "recipient",
                "verbose_name_plural": "recipients",
                "ordering": ["pk"],
                "default_permissions": (),
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="volunteers_trainingcost_currency_is_a_code",
                        violation_error_message="Write the currency as three capital letters, such as USD or KGS.",
                    ),
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
                "indexes": [],
                "constraints": [],
            },
            bases=("auditlog.logentry",),
        ),
        migrations.AlterModelOptions(
            name="registration",
            options={
                "ordering": ["-pk"],
                "permissions": [
                    ("decide_registration", "Can decide registrations"),
                    ("override_seats", "Can give a seat beyond a limit, with a reason"),
                    ("save_contacts", "Can save lists with addresses, telephones and answers"),
                    ("view_figures", "Can see figures about people, without names"),
                ],
                "verbose_name": "registration",
                "verbose_name_plural": "registrations",
            },
        ),
        migrations.AlterModelOptions(
            name="user",
            options={
                "ordering": ["email"],
                "permissions": [("reset_second_factor", "reset the second step of signing in")],
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
            },
        ),
        migrations.AlterModelOptions(
            name="volunteer",
            options={
                "ordering": ["name", "pk"],
                "permissions": [("view_contacts", "Can see addresses and telephone numbers")],
                "verbose_name": "volunteer",
                "verbose_name_plural": "volunteers",
            },
        ),
        migrations.RemoveConstraint(
            model_name="letter",
            name="volunteers_letter_kind_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="letter",
            name="volunteers_letter_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="letterwording",
            name="volunteers_letterwording_kind_is_known",
        ),
        migrations.AddField(
            model_name="registration",
            name="badge_code",
            field=models.CharField(
                editable=False, max_length=10, null=True, verbose_name="code of the badge"
            ),
        ),
        migrations.AddField(
            model_name="registration",
            name="certificate_name",
            field=models.CharField(
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
        migrations.AddField(
            model_name="registration",
            name="walked_in",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="registered at the door"
            ),
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
        migrations.AlterField(
            model_name="call",
            name="asks",
            field=trainings.fields.SeveralField(
                blank=True,
                choices=[
                    ("host", "host organisation"),
                    ("travel", "travel"),
                    ("visa", "visa"),
                    ("diet", "diet"),
                    ("access", "access"),
                    ("emergency", "emergency contact"),
                    ("functioning", "difficulties in seeing, hearing, walking … (six questions)"),
                ],
                default=list,
                help_text="Ask only what someone will use: each of these is deleted after the training.",
                max_length=500,
                verbose_name="what is asked besides",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="letterwording",
            name="kind",
            field=models.CharField(
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
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "given_up"])),
                fields=["state"],
                name="volunteers_letters_left",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                fields=["training", "state", "registration", "id"],
                name="volunteers_letters_of_training",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "sent", "given_up", "withdrawn"])),
                name="volunteers_letter_state_is_known",
                violation_error_message="Choose one of the choices.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddField(
            model_name="attendance",
            name="marked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="marked by",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="registration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendances",
                to="volunteers.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="session",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: the day as a whole.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="trainings.session",
                verbose_name="session",
            ),
        ),
        migrations.AddField(
            model_name="attendancerule",
            name="training",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendance_rule",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="certificate",
            name="issued_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="issued by",
            ),
        ),
        migrations.AddField(
            model_name="certificate",
            name="registration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="certificates",
                to="volunteers.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="certificate",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="volunteers.certificate",
                verbose_name="replaces",
            ),
        ),
        migrations.AddField(
            model_name="certificate",
            name="revoked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="revoked by",
            ),
        ),
        migrations.AddField(
            model_name="certificate",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="certificates",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="certificatedesign",
            name="training",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="certificate_design",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="completionoverride",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="account",
            ),
        ),
        migrations.AddField(
            model_name="completionoverride",
            name="registration",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="completion_override",
                to="volunteers.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="frozenfigures",
            name="frozen_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="by",
            ),
        ),
        migrations.AddField(
            model_name="functioning",
            name="registration",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="functioning",
                to="volunteers.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="brought in by",
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="training",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="intakes",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="registration",
            name="intake",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="registrations",
                to="volunteers.intake",
                verbose_name="list it was brought in with",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(("certificate_name__in", ["display", "native", "latin", ""])),
                name="volunteers_registration_certificate_name_is_known",
                violation_error_message="Choose one of the choices.",
            ),
        ),
        migrations.AddField(
            model_name="issuing",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ordered by",
            ),
        ),
        migrations.AddField(
            model_name="issuing",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="issuings",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="mark",
            name="marked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="marked by",
            ),
        ),
        migrations.AddField(
            model_name="mark",
            name="registration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="marks",
                to="volunteers.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="mark",
            name="session",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="trainings.session",
                verbose_name="session",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="author",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="author",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="messages",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="messagetext",
            name="message",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="texts",
                to="volunteers.message",
                verbose_name="message",
            ),
        ),
        migrations.AddField(
            model_name="recipient",
            name="letter",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="recipient",
                to="volunteers.letter",
                verbose_name="letter",
            ),
        ),
        migrations.AddField(
            model_name="recipient",
            name="message",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="recipients",
                to="volunteers.message",
                verbose_name="message",
            ),
        ),
        migrations.AddField(
            model_name="recipient",
            name="registration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="volunteers.registration",
                verbose_name="registration",
            ),
        ),
        migrations.AddField(
            model_name="signatory",
            name="design",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="signatories",
                to="volunteers.certificatedesign",
                verbose_name="design of certificates",
            ),
        ),
        migrations.AddField(
            model_name="trainingcost",
            name="training",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="donor_cost",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("session__isnull", True)),
                fields=("registration", "day"),
                name="volunteers_attendance_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("session__isnull", False)),
                fields=("registration", "session", "day"),
                name="volunteers_attendance_once_a_session",
            ),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.UniqueConstraint(
                fields=("training", "sequence"), name="volunteers_certificate_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="certificate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at__isnull", True), ("revoked_at__isnull", True)),
                fields=("registration", "kind"),
                name="volunteers_certificate_one_valid",
            ),
        ),
        migrations.AddConstraint(
            model_name="intake",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["registrations", "volunteers", "attendance", "people", "organisations"],
                    )
                ),
                name="volunteers_intake_kind_is_known",
                violation_error_message="Choose one of the choices.",
            ),
        ),
        migrations.AddConstraint(
            model_name="issuing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("finished_at__isnull", True)),
                fields=("training", "kind"),
                name="volunteers_issuing_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="messagetext",
            constraint=models.UniqueConstraint(
                fields=("message", "language"), name="volunteers_messagetext_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="recipient",
            constraint=models.UniqueConstraint(
                fields=("message", "registration"), name="volunteers_recipient_once"
            ),
        ),
    ]
