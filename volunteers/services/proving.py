"""Proving an address: what the button behind a mailed link does."""

from django.db import transaction

from volunteers import letters
from volunteers.models import ConsentKind, Letter, Registration, State
from volunteers.services.given import agree
from volunteers.services.moves import locked
from volunteers.services.people import take_over
from volunteers.services.registration import take_proof


@transaction.atomic
def prove(registration: Registration, *, consents=(), language: str) -> tuple[Registration, bool]:
    """Confirm `registration`; returns it and whether this was what proved the address.

    `consents` are what a nominated person agrees to now. Raises NotAllowed as `confirm` does.
    """
    registration = locked(registration)
    if owes_consent(registration):
        agree(registration, consents, language)
        take_over(registration)
        return registration, True
    unproven = registration.state == State.SUBMITTED
    if unproven:
        agree(registration, consents, language)
    return take_proof(registration), unproven


def owes_consent(registration: Registration) -> bool:
    """Whether this is someone registered at the door, who was given a seat before being asked."""
    if not registration.walked_in or registration.state == State.SUBMITTED:
        return False
    given = registration.consents.filter(withdrawn_at=None, text__kind=ConsentKind.DATA)
    return not given.exists()


def ask_again(registration: Registration) -> Letter | None:
    """Send the letter whose link has expired once more, with a new link."""
    if registration.nominated_by_id:
        return letters.nominated(registration)
    return letters.confirm(registration)
