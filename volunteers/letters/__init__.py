"""The letters. Each function only queues one, in the transaction of the change that caused it.

Each returns the letter, or None where the volunteer is erased and there is no address.

`words` holds what letters say, `values` what their placeholders stand for, `filling` puts the two
together. The worker sends: see `volunteers.services.outbox`.
"""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from volunteers.letters import values
from volunteers.letters.filling import Filled, Value, Words, fill
from volunteers.letters.words import words_for
from volunteers.models import Letter, LetterKind, Registration, State, User


def confirm(registration: Registration) -> Letter | None:
    """Asks to prove the address, by a link whose page has a button."""
    return _queue(LetterKind.CONFIRM, registration)


def nominated(registration: Registration) -> Letter | None:
    """Says who registered the person, and asks for the consent."""
    return _queue(LetterKind.NOMINATED, registration)


def known(registration: Registration) -> Letter | None:
    """Someone registered this address again: says what exists already.

    Where the address was never proven, that is what the letter asks for once more.
    """
    if registration.state == State.SUBMITTED:
        return nominated(registration) if registration.nominated_by else confirm(registration)
    return _queue(LetterKind.KNOWN, registration)


def received(registration: Registration) -> Letter | None:
    """The address is proven, and an organizer will decide."""
    return _queue(LetterKind.RECEIVED, registration)


def approved(registration: Registration) -> Letter | None:
    """There is a seat: with the calendar file and what is good to know."""
    return _queue(LetterKind.APPROVED, registration)


def waitlisted(registration: Registration) -> Letter | None:
    """On the waiting list, with the place in the line."""
    return _queue(LetterKind.WAITLISTED, registration)


def declined(registration: Registration, *, reason: str = "") -> Letter | None:
    """No seat; `reason` is what the volunteer is told."""
    return _queue(LetterKind.DECLINED, registration, reason=reason)


def seat_free(registration: Registration) -> Letter | None:
    """A seat became free for someone who waited."""
    return _queue(LetterKind.SEAT_FREE, registration)


def cancelled(registration: Registration, *, reason: str = "") -> Letter | None:
    """Taken back, by the volunteer or by an organizer with a `reason`."""
    return _queue(LetterKind.CANCELLED, registration, reason=reason)


def changed(registration: Registration, *, changes: str) -> Letter | None:
    """An organizer changed something; `changes` says what, in words."""
    return _queue(LetterKind.CHANGED, registration, changes=changes)


def reminder(registration: Registration) -> Letter | None:
    """The training begins soon. Once for each first day; returns the one there is."""
    once = f"reminder {registration.pk} {registration.training.first_day}"
    return _queue(LetterKind.REMINDER, registration, once=once)


def closing(registration: Registration) -> Letter | None:
    """Registration closes soon, and the address is not proven. Once; returns the one there is."""
    return _queue(LetterKind.CLOSING, registration, once=f"closing {registration.pk}")


def certified(registration: Registration) -> Letter | None:
    """A certificate is there, or a new version of it."""
    return _queue(LetterKind.CERTIFIED, registration)


def code(user: User, code: str, *, language: str) -> Letter:
    """A code to sign in with."""
    spoken, words = words_for(LetterKind.CODE, None, language)
    with translation.override(spoken):
        letter = written(spoken, words, values.of_code(user, code))
    return Letter.objects.create(kind=LetterKind.CODE, to=user.email, language=spoken, **letter)


def security(user: User, happened: str, *, language: str | None, once: str | None = None) -> Letter:
    """Says what `happened` to the account of someone at the desk, in sentences of `language`.

    A letter with `once` is written a single time; returns the one there is.
    """
    if once and (found := Letter.objects.filter(once=once).first()):
        return found
    spoken, words = words_for(LetterKind.SECURITY, None, language or settings.LANGUAGE_CODE)
    with translation.override(spoken):
        columns = written(spoken, words, values.of_account(user, happened))
    columns |= {"kind": LetterKind.SECURITY, "to": user.email, "language": spoken}
    if once is None:
        return Letter.objects.create(**columns)
    return Letter.objects.get_or_create(once=once, defaults=columns)[0]


def _queue(
    kind: LetterKind, registration: Registration, *, once: str | None = None, **told: str
) -> Letter | None:
    """Put a letter about `registration` into the outbox; one with `once` a single time.

    None where the volunteer is erased, so that there is nobody to write to.
    """
    if not registration.email:
        return None
    if once and (found := Letter.objects.filter(once=once).first()):
        return found
    spoken, words = words_for(kind, registration.training, registration.language)
    with translation.override(spoken):
        columns = {
            "kind": kind,
            "registration": registration,
            "training": registration.training,
            "to": registration.email,
            "language": spoken,
            "calendar": values.calendar(kind, registration.training),
            **written(spoken, words, values.of_registration(kind, registration, **told)),
        }
    if once is None:
        return Letter.objects.create(**columns)
    return Letter.objects.get_or_create(once=once, defaults=columns)[0]


def written(language: str, words: Words, filled_from: dict[str, Value]) -> dict[str, str]:
    """The subject, text and HTML of a letter in `language`, by the names of their columns."""
    filled = fill(words, filled_from)
    return {"subject": filled.subject, "text": filled.text, "html": page_of(filled, language)}


def page_of(filled: Filled, language: str) -> str:
    """The HTML version of a letter, as a mail program is given it."""
    shown = {"subject": filled.subject, "body": filled.html, "language": language}
    return render_to_string("letters/letter.html", shown)
