"""A list brought in from a spreadsheet: what it holds, how far it is, and what became of it."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.models import Training
from trainings.models.checks import one_of
from volunteers.models.question import private_files


class IntakeKind(models.TextChoices):
    """What each line of the list is."""

    REGISTRATIONS = "registrations", _("registrations for a training")
    VOLUNTEERS = "volunteers", _("volunteers, without a training")
    ATTENDANCE = "attendance", _("who came to a training, by day")
    PEOPLE = "people", _("people of the record: guests, speakers, trainers")
    ORGANISATIONS = "organisations", _("organisations")


class IntakeStage(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("list", "being checked")
    WAITING = "waiting", pgettext_lazy("list", "about to be taken in")
    RUNNING = "running", pgettext_lazy("list", "being taken in")
    LETTERS = "letters", pgettext_lazy("list", "taken in, letters are being written")
    DONE = "done", pgettext_lazy("list", "taken in")
    REFUSED = "refused", pgettext_lazy("list", "not taken in")


class StateGiven(models.TextChoices):
    """The states that a list may give to a registration which it makes."""

    CONFIRMED = "confirmed", pgettext_lazy("registration", "waiting for a decision")
    APPROVED = "approved", pgettext_lazy("registration", "approved")


class IntakeQuerySet(models.QuerySet["Intake"]):
    def due(self):
        """Those a worker is to take in now: asked for, and no other worker at them."""
        waiting = Q(stage=IntakeStage.WAITING)
        at_it = [IntakeStage.RUNNING, IntakeStage.LETTERS]
        left_behind = Q(stage__in=at_it, leased_until__lt=now())
        return self.filter(waiting | left_behind).order_by("pk")

    def of_same_file(self, intake: "Intake"):
        """Those that took in the very same lines before, the newest first."""
        same = self.filter(kind=intake.kind, training=intake.training, digest=intake.digest)
        return same.filter(stage=IntakeStage.DONE).exclude(pk=intake.pk).order_by("-pk")


class Intake(models.Model):
    """A list on its way in. Its lines are kept in a private file for some days, names nowhere else.

    `columns` maps numbers of columns to what they hold, `chosen` numbers of lines to the keys of
    the people an organizer said they are, `made` numbers of lines to the keys of what they became.
    """

    kind = models.CharField(_("what it holds"), max_length=13, choices=IntakeKind)
    training = models.ForeignKey(
        Training,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="intakes",
        verbose_name=_("training"),
    )
    file_name = models.CharField(_("file"), max_length=200)
    lines = models.FileField(upload_to="intakes", storage=private_files, blank=True)
    digest = models.CharField(max_length=64, db_index=True, editable=False)
    columns = models.JSONField(default=dict, editable=False)
    chosen = models.JSONField(default=dict, editable=False)
    made = models.JSONField(default=dict, editable=False)
    state_given = models.CharField(
        _("state of new registrations"),
        max_length=9,
        choices=StateGiven,
        default=StateGiven.CONFIRMED,
    )
    language = models.CharField(
        _("language for letters"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    writes_letters = models.BooleanField(_("each of them gets a letter"), default=False)
    stage = models.CharField(
        _("stage"), max_length=7, choices=IntakeStage, default=IntakeStage.DRAFT
    )
    total = models.PositiveIntegerField(_("lines"), default=0)
    reached = models.PositiveIntegerField(_("lines looked at"), default=0)
    created = models.PositiveIntegerField(pgettext_lazy("lines", "new"), default=0)
    changed = models.PositiveIntegerField(pgettext_lazy("lines", "changed"), default=0)
    unchanged = models.PositiveIntegerField(pgettext_lazy("lines", "unchanged"), default=0)
    refusal = models.TextField(_("why it was not taken in"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("brought in by"),
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    leased_until = models.DateTimeField(_("a worker is at it until"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, editable=False)

    objects = IntakeQuerySet.as_manager()

    # How long a worker has to say how far it is before another may take the list.
    LEASE = dt.timedelta(minutes=5)

    class Meta:
        verbose_name = _("list from a spreadsheet")
        verbose_name_plural = _("lists brought in")
        ordering = ["-pk"]
        default_permissions = ("add", "view")
        constraints = [
            one_of("kind", IntakeKind),
            one_of("stage", IntakeStage),
            one_of("state_given", StateGiven),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("admin:volunteers_intake_change", args=[self.pk])

    @property
    def is_on_its_way(self) -> bool:
        return self.stage in (IntakeStage.WAITING, IntakeStage.RUNNING, IntakeStage.LETTERS)
