"""The letters. Each function only queues one, in the transaction of the change that caused it."""

from django.utils import translation

from volunteers.models import Letter, LetterKind, Registration


def confirm(registration: Registration) -> Letter:
    """Asks to prove the address, by a link whose page has a button."""
    return _queue(LetterKind.CONFIRM, registration)


def nominated(registration: Registration) -> Letter:
    """Says who registered the person, and asks for the consent."""
    return _queue(LetterKind.NOMINATED, registration)


def known(registration: Registration) -> Letter:
    """Someone registered this address again: says what exists already."""
    return _queue(LetterKind.KNOWN, registration)


def received(registration: Registration) -> Letter:
    return _queue(LetterKind.RECEIVED, registration)


def approved(registration: Registration) -> Letter:
    return _queue(LetterKind.APPROVED, registration)


def waitlisted(registration: Registration) -> Letter:
    return _queue(LetterKind.WAITLISTED, registration)


def declined(registration: Registration, *, reason: str = "") -> Letter:
    return _queue(LetterKind.DECLINED, registration, reason=reason)


def seat_free(registration: Registration) -> Letter:
    """A seat became free for someone who waited."""
    return _queue(LetterKind.SEAT_FREE, registration)


def cancelled(registration: Registration, *, reason: str = "") -> Letter:
    return _queue(LetterKind.CANCELLED, registration, reason=reason)


def changed(registration: Registration, *, changes: str) -> Letter:
    """An organizer changed something; `changes` says what, in words."""
    return _queue(LetterKind.CHANGED, registration, changes=changes)


def _queue(kind: LetterKind, registration: Registration, **values) -> Letter:
    with translation.override(registration.language):
        return Letter.objects.create(
            kind=kind,
            registration=registration,
            training=registration.training,
            to=registration.email,
            language=registration.language,
            subject=f"{kind.label}: {registration.training.title}"[:300],
            text="\n\n".join(str(value) for value in values.values()),
        )
