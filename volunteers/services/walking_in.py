"""Registering someone at the door: the same steps as for everyone, taken at once."""

from django.db import transaction
from django.utils.translation import gettext as _

from trainings.models import Lifecycle, Training
from trainings.services.refusal import NotAllowed
from volunteers import letters
from volunteers.models import Actor, Registration, Source, State, User
from volunteers.services.attendance import Part, mark
from volunteers.services.moves import lock, walk
from volunteers.services.registration import begin, place_for
from volunteers.services.seats import beyond, seats_of


@transaction.atomic
def walk_in(
    training: Training,
    part: Part | None,
    *,
    described: dict,
    by: User,
    email: str = "",
    language: str,
    override_reason: str = "",
) -> Registration:
    """Register someone who stands at the door, give a seat, and mark as here in `part`.

    With an `email` a letter asks for the consent; without one there is nobody to write to. Raises
    NotAllowed where no seat is left, unless there is an `override_reason` from an account that may
    go beyond a limit; and where the address is registered already.
    """
    training = lock(training.pk)
    if training.lifecycle == Lifecycle.CANCELLED:
        raise NotAllowed(_("This training is cancelled. Nobody can be registered for it."))
    registration = newcomer(training, email, language)
    registration.describe(described)
    registration.language = language
    registration.walked_in = True
    registration.nominated_by = by
    seats = seats_of(training, world=by.world)
    refusal = seats.refusal(registration.country_id, registration.category)
    reason = beyond_at_the_door(refusal, by, override_reason)
    begin(registration, by=by)
    walk(registration, State.CONFIRMED, actor=Actor.ORGANIZER, by=by)
    walk(registration, State.APPROVED, actor=Actor.ORGANIZER, by=by, override_reason=reason)
    if email:
        letters.nominated(registration)
    if part:
        mark(registration, part, by=by, source=Source.PHONE)
    return registration


def newcomer(training: Training, email: str, language: str) -> Registration:
    """A registration that is not saved yet. Raises NotAllowed for an address that has one."""
    if not email:
        return Registration(training=training)
    registration = place_for(training, email, language)
    if registration.pk and registration.state != State.DROPPED:
        raise NotAllowed(
            _("This address is registered already, as %(name)s (%(state)s). Look for that name.")
            % {"name": registration, "state": registration.get_state_display()}
        )
    return registration


def beyond_at_the_door(refusal: str, by: User, reason: str) -> str:
    """What `beyond` gives, or raises with what would help somebody who stands there waiting."""
    try:
        return beyond(refusal, by=by, reason=reason)
    except NotAllowed as refused:
        if not by.has_perm("volunteers.override_seats"):
            raise
        helps = _("To go beyond it, write the reason.")
        raise NotAllowed(f"{refused} {helps}") from refused
