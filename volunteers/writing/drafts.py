"""Writing a message, trying it on oneself, and throwing it away."""

from django.db import transaction
from django.utils.translation import gettext as _

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.models import Letter, LetterKind, Message, MessageText, Registration, User
from volunteers.writing.groups import Group
from volunteers.writing.texts import Texts, texts_of, trial_for


def locked(message: Message) -> Message:
    """The message as it is now, for this transaction alone."""
    return Message.objects.select_for_update(of=("self",)).get(pk=message.pk)


@transaction.atomic
def keep(
    message: Message | None, *, training: Training, by: User, group: Group, texts: Texts
) -> Message:
    """Write a draft down, a new one where `message` is None. Raises NotAllowed for none.

    It stays its author's, whoever changes it: whom it reaches is what the author may see.
    """
    if message is None:
        draft = Message(training=training, author=by)
    else:
        draft = locked(message)
        if not draft.is_draft:
            raise NotAllowed(_("This message is no draft any more, so it was not changed."))
        draft.author = draft.author or by
    draft.group = group.for_column()
    draft.save()
    draft.texts.all().delete()
    MessageText.objects.bulk_create(
        MessageText(message=draft, language=code, subject=words.subject, body=words.body)
        for code, words in texts.items()
    )
    return draft


@transaction.atomic
def throw_away(message: Message) -> None:
    """Delete a draft. Raises NotAllowed for what is none: what was said stays on record."""
    draft = locked(message)
    if not draft.is_draft:
        raise NotAllowed(_("This message is no draft any more, so it was not deleted."))
    draft.delete()


def try_on(message: Message, *, by: User, like: Registration) -> Letter:
    """Send `by` the letter that the person of `like` would read, marked as a test.

    It belongs to no registration: nobody else ever got it.
    """
    columns = trial_for(like, texts_of(message))
    return Letter.objects.create(
        kind=LetterKind.MESSAGE, training=message.training, to=by.email, **columns
    )
