"""A message going out: whom it reaches is fixed first, then the worker writes the letters.

Letters are written in small transactions under a lock on the message, each with the key of the
last recipient, so that a worker that is killed or has a twin repeats nothing. Only some are
written ahead of those the mail server took: other letters do not wait behind a long message, and
whoever stops it stops nearly all of it.
"""

import datetime as dt

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.services.refusal import NotAllowed
from volunteers import audit
from volunteers.models import (
    Letter,
    LetterKind,
    LetterState,
    Message,
    MessageState,
    Recipient,
    User,
)
from volunteers.writing.drafts import locked
from volunteers.writing.groups import Group
from volunteers.writing.texts import Texts, letter_for, texts_of

AHEAD = 200
A_STEP = 20
TO_SEND = (MessageState.DRAFT, MessageState.SCHEDULED)


def people_of(message: Message):
    """Whom a message that did not go out yet would reach now."""
    return Group.from_column(message.group).people(message.training, message.author)


@transaction.atomic
def send(message: Message, *, by: User, expected: int) -> Message:
    """Let it go out to the `expected` number of people. Raises NotAllowed where it can't."""
    message = ready(message)
    keys = list(people_of(message).values_list("pk", flat=True))
    if len(keys) != expected:
        said = ngettext(
            "The group changed meanwhile: it is %(count)s person now. Nothing was sent yet.",
            "The group changed meanwhile: it is %(count)s people now. Nothing was sent yet.",
            len(keys),
        )
        raise NotAllowed(said % {"count": wording.number(len(keys))})
    if not keys:
        raise NotAllowed(_("Nobody is in this group. Choose another one."))
    return begin(message, keys, by=by)


@transaction.atomic
def schedule(message: Message, *, by: User, at: dt.datetime) -> Message:
    """Let it go out at a moment to come, to whoever is in its group then. Raises NotAllowed."""
    message = ready(message)
    if at <= now():
        raise NotAllowed(_("This moment is past. Choose a later one, or send it now."))
    message.state, message.send_at = MessageState.SCHEDULED, at
    message.save()
    audit.record(by, audit.Kind.WROTE, message, verb="schedule", at=at.isoformat())
    return message


@transaction.atomic
def unschedule(message: Message) -> Message:
    """Make a draft of what has not begun to go out. Raises NotAllowed for anything else."""
    message = locked(message)
    if not message.is_scheduled:
        raise NotAllowed(_("This message is not scheduled any more. See below what became of it."))
    message.state, message.send_at = MessageState.DRAFT, None
    message.save()
    return message


@transaction.atomic
def stop(message: Message, *, by: User) -> Message:
    """Withdraw every letter that was not handed over yet. Raises NotAllowed where none is left."""
    message = locked(message)
    if not message.is_going_out:
        raise NotAllowed(_("This message is not going out, so there is nothing to stop."))
    message.state, message.finished_at = MessageState.STOPPED, now()
    message.save()
    withdraw(message)
    audit.record(by, audit.Kind.WROTE, message, verb="stop")
    return message


def ready(message: Message) -> Message:
    """The message, locked, if it may go out. Raises NotAllowed."""
    message = locked(message)
    if message.state not in TO_SEND:
        raise NotAllowed(_("This message went out already, or is going out."))
    if not message.texts.exists():
        raise NotAllowed(_("Write the message in at least one language."))
    return message


def begin(message: Message, keys: list[int], *, by: User) -> Message:
    """Fix the recipients of a locked message; the worker does the rest."""
    Recipient.objects.bulk_create(
        (Recipient(message=message, registration_id=key) for key in keys), batch_size=500
    )
    message.state, message.begun_at = MessageState.GOING_OUT, now()
    message.save()
    audit.record(by, audit.Kind.WROTE, message, number=len(keys), training=message.training_id)
    return message


def withdraw(message: Message) -> None:
    # One statement that asks the letter itself: a worker that claims it first keeps it.
    ours = message.recipients.exclude(letter=None).values("letter")
    Letter.objects.waiting().filter(pk__in=ours).update(state=LetterState.WITHDRAWN)


def write_due() -> int:
    """For the worker: begin what is scheduled, write letters. Returns to how many it came."""
    for message in Message.objects.filter(state=MessageState.SCHEDULED, send_at__lte=now()):
        begin_scheduled(message)
    come_to = 0
    for message in Message.objects.filter(state=MessageState.GOING_OUT).order_by("begun_at", "pk"):
        while step := write_some(message):
            come_to += step
    withdraw_returned()
    return come_to


@transaction.atomic
def begin_scheduled(message: Message) -> None:
    """Let a message go out whose moment has come; with nobody to reach it is stopped."""
    message = locked(message)
    if not message.is_scheduled:
        return
    author = message.author
    may = author and author.is_active and author.has_perm("volunteers.send_message")
    keys = list(people_of(message).values_list("pk", flat=True)) if may else []
    if keys and author:
        begin(message, keys, by=author)
    else:
        message.state, message.finished_at = MessageState.STOPPED, now()
        message.save()


@transaction.atomic
def write_some(message: Message) -> int:
    """Write to the next few recipients, or say that all is sent. Returns to how many it came."""
    message = locked(message)
    if not message.is_going_out:
        return 0
    waiting = message.recipients.filter(letter__state=LetterState.WAITING).count()
    rows = message.recipients.filter(pk__gt=message.written_until)
    batch = list(
        rows.select_related("registration__volunteer__user")[: min(A_STEP, max(0, AHEAD - waiting))]
    )
    texts = texts_of(message)
    for recipient in batch:
        write(recipient, message, texts)
    if batch:
        message.written_until = batch[-1].pk
    elif not waiting:
        message.state, message.finished_at = MessageState.SENT, now()
    message.save()
    return len(batch)


def write(recipient: Recipient, message: Message, texts: Texts) -> None:
    """Write the letter to one recipient; to nobody where the person was erased meanwhile."""
    registration = recipient.registration
    if not registration.email:
        return
    registration.training = message.training  # read once for all
    recipient.letter = Letter.objects.create(
        kind=LetterKind.MESSAGE,
        registration=registration,
        training=message.training,
        to=registration.email,
        once=f"message {message.pk} {registration.pk}",
        **letter_for(registration, texts),
    )
    recipient.save(update_fields=["letter"])


def withdraw_returned() -> None:
    """Withdraw letters that a worker had in hand when the message was stopped, and put back."""
    stopped = Recipient.objects.filter(message__state=MessageState.STOPPED).exclude(letter=None)
    left = Letter.objects.waiting().filter(kind=LetterKind.MESSAGE, pk__in=stopped.values("letter"))
    left.update(state=LetterState.WITHDRAWN)
