"""Messages: what someone at the desk writes to the people of a training, in several languages."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.models import Training
from trainings.models.checks import one_of
from volunteers.models.letter import Letter, LetterState
from volunteers.models.registration import Registration


class MessageState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("message", "draft")
    SCHEDULED = "scheduled", pgettext_lazy("message", "scheduled")
    GOING_OUT = "going_out", pgettext_lazy("message", "going out")
    STOPPED = "stopped", pgettext_lazy("message", "stopped")
    SENT = "sent", pgettext_lazy("message", "sent")


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All of them for whom nothing limits; a coordinator's own otherwise.

        A colleague's message speaks of people whom this account may not see.
        """
        return self if user.world.is_whole else self.filter(author=user)

    def with_numbers(self):
        """With the number of people in `total`, and of how many the letter is `sent`, `waiting`,
        `given_up`, or `left`: not written yet, or withdrawn.

        What is missing to the total is of people who were erased since.
        """
        of_letter = Q(recipients__letter__isnull=False)
        unwritten = ~of_letter & Q(recipients__pk__gt=models.F("written_until"))
        counted = {
            "sent": Q(recipients__letter__state=LetterState.SENT),
            "waiting": Q(recipients__letter__state=LetterState.WAITING),
            "given_up": Q(recipients__letter__state=LetterState.GIVEN_UP),
            "left": Q(recipients__letter__state=LetterState.WITHDRAWN) | unwritten,
        }
        numbers = {
            name: models.Count("recipients", filter=which) for name, which in counted.items()
        }
        return self.annotate(total=models.Count("recipients"), **numbers)


class Message(models.Model):
    """A message with its texts. Whom it reaches is fixed in `recipients` when sending begins."""

    training = models.ForeignKey(
        Training, models.CASCADE, related_name="messages", verbose_name=_("training")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("author"),
    )
    # A `volunteers.writing.groups.Group`, as it was asked for.
    group = models.JSONField(_("to whom"), default=dict)
    state = models.CharField(
        _("state"), max_length=9, choices=MessageState, default=MessageState.DRAFT
    )
    send_at = models.DateTimeField(_("goes out at"), null=True, blank=True)
    begun_at = models.DateTimeField(_("began to go out"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, editable=False)
    # The key of the last recipient for whom a letter was written.
    written_until = models.PositiveBigIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-pk"]
        default_permissions = ()
        permissions = [("send_message", _("Can write to the people of a training"))]
        constraints = [
            one_of("state", MessageState),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(send_at__isnull=False),
                name="volunteers_message_scheduled_for",
            ),
        ]

    def __str__(self) -> str:
        texts = {text.language: text.subject for text in self.texts.all()}
        chain = (*wording.fallback_chain(get_language()), *texts)
        subject = next((texts[code] for code in chain if code in texts), _("without a text"))
        return str(subject).replace("{training}", str(self.training.title))

    @property
    def is_draft(self) -> bool:
        return self.state == MessageState.DRAFT

    @property
    def is_scheduled(self) -> bool:
        return self.state == MessageState.SCHEDULED

    @property
    def is_going_out(self) -> bool:
        return self.state == MessageState.GOING_OUT


class MessageText(models.Model):
    """What a message says in one language, with named placeholders."""

    message = models.ForeignKey(
        Message, models.CASCADE, related_name="texts", verbose_name=_("message")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=10_000)

    class Meta:
        verbose_name = _("text of a message")
        verbose_name_plural = _("texts of messages")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "language"], name="volunteers_messagetext_once"
            )
        ]

    def __str__(self) -> str:
        return self.subject


class Recipient(models.Model):
    """Someone a message reaches; `letter` is empty until it is written."""

    message = models.ForeignKey(
        Message, models.CASCADE, related_name="recipients", verbose_name=_("message")
    )
    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="+", verbose_name=_("registration")
    )
    letter = models.OneToOneField(
        Letter, models.SET_NULL, null=True, related_name="recipient", verbose_name=_("letter")
    )

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "registration"], name="volunteers_recipient_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.registration)
