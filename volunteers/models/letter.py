"""The outbox: letters wait here until the worker has handed them to the mail server."""

import datetime as dt
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.models import Training
from trainings.models.checks import one_of
from volunteers.models.registration import Registration


class LetterKind(models.TextChoices):
    CONFIRM = "confirm", _("confirm your address")
    NOMINATED = "nominated", _("registered on your behalf")
    KNOWN = "known", _("you are registered already")
    RECEIVED = "received", _("received")
    APPROVED = "approved", pgettext_lazy("letter", "approved")
    WAITLISTED = "waitlisted", _("on the waiting list")
    DECLINED = "declined", pgettext_lazy("letter", "declined")
    SEAT_FREE = "seat_free", _("a seat became free")
    CANCELLED = "cancelled", pgettext_lazy("letter", "cancelled")
    CHANGED = "changed", _("changed by the organizer")
    REMINDER = "reminder", _("reminder")
    CLOSING = "closing", _("registration closes soon")
    CERTIFIED = "certified", _("your certificate")
    MESSAGE = "message", _("written by an organizer")
    CODE = "code", _("sign-in code")
    SECURITY = "security", _("your account at the desk")


class LetterState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    GIVEN_UP = "given_up", _("given up")
    WITHDRAWN = "withdrawn", pgettext_lazy("letter", "withdrawn")


def new_message_id() -> str:
    """A Message-ID (RFC 5322) of this site; the same in every try to send the letter."""
    return f"<{secrets.token_hex(16)}@{settings.SITE_URL.split('://')[1].split(':')[0]}>"


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those that an account of the desk may see: of registrations it sees.

        What belongs to no registration, such as a sign-in code, is for whom nothing limits.
        """
        seen = Registration.objects.visible_to(user)
        if user.world.is_whole:
            return self
        return self.filter(registration__in=seen)

    def waiting(self):
        """Those not handed over yet, and no worker at them."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now())
        return self.filter(free, state=LetterState.WAITING)

    def due(self):
        """Those to send now: waiting, and their time come."""
        return self.waiting().filter(next_try_at__lte=now()).order_by("next_try_at", "pk")

    def stuck(self):
        """Those that failed at least once, or were given up."""
        waits = Q(state=LetterState.WAITING, tries__gt=0)
        return self.filter(waits | Q(state=LetterState.GIVEN_UP))


class Letter(models.Model):
    """A letter as it will be read, written in the transaction that causes it."""

    kind = models.CharField(_("letter"), max_length=10, choices=LetterKind)
    registration = models.ForeignKey(
        Registration,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("registration"),
    )
    training = models.ForeignKey(
        Training,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("training"),
    )
    to = models.EmailField(_("to"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    calendar = models.TextField(_("calendar file"), blank=True)
    message_id = models.CharField(
        _("Message-ID"), max_length=200, unique=True, default=new_message_id
    )
    # What may be sent once only, such as one reminder a registration, names itself here.
    once = models.CharField(max_length=100, unique=True, null=True, editable=False)  # noqa: DJ001
    state = models.CharField(
        _("state"), max_length=9, choices=LetterState, default=LetterState.WAITING
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), default=now)
    leased_until = models.DateTimeField(_("a worker is at it until"), null=True, blank=True)
    error = models.TextField(_("what the mail server said"), blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    # How long a worker has to hand a letter over before another may take it.
    LEASE = dt.timedelta(minutes=2)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state="waiting"), name="volunteers_letters_due"
            ),
            # Nearly all are sent; each page of letters counts those that are stuck.
            models.Index(
                fields=["state"],
                condition=Q(state__in=["waiting", "given_up"]),
                name="volunteers_letters_left",
            ),
            models.Index(
                fields=["training", "state", "registration", "id"],
                name="volunteers_letters_of_training",
            ),
            # The newest of a training or of a kind, fifty on a page.
            models.Index(fields=["training", "id"], name="volunteers_letters_newest"),
            models.Index(fields=["kind", "id"], name="volunteers_letters_of_kind"),
        ]
        constraints = [one_of("kind", LetterKind), one_of("state", LetterState)]

    def __str__(self) -> str:
        return self.subject


class LetterWording(models.Model):
    """An organizer's own words for a letter of a training, with named placeholders."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="letter_wordings", verbose_name=_("training")
    )
    kind = models.CharField(_("letter"), max_length=10, choices=LetterKind)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("wording of a letter")
        verbose_name_plural = _("wordings of letters")
        ordering = ["kind", "language"]
        constraints = [
            one_of("kind", LetterKind),
            models.UniqueConstraint(
                fields=["training", "kind", "language"],
                name="volunteers_letterwording_once",
                violation_error_message=_("There is a wording in this language already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.language}"
