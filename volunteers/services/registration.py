"""Every change of a registration, from the form to the seat, along the table of `moves`."""

from datetime import timedelta

from django.db import transaction
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.given import Given
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from trainings.together import Asked, kept
from volunteers import letters
from volunteers.calls import Standing, announced
from volunteers.models import Actor, Call, Deciding, Promotion, Registration, State, User
from volunteers.services.given import forget, keep_functioning, keep_needs, write_down
from volunteers.services.moves import lock, locked, refuse_no_way, step, walk, walk_on
from volunteers.services.people import person, take_over
from volunteers.services.seats import beyond, seats_of
from volunteers.services.waiting_list import seat_the_next, seats_for_a_newcomer

DROPPED_AFTER = timedelta(days=7)
# The columns of a training by which an organizer closes it.
CLOSING = ["lifecycle", "registration_opens_at", "registration_closes_at"]


@transaction.atomic
def submit(
    training: Training,
    *,
    email: str,
    described: dict,
    language: str,
    motivation: str = "",
    needs: dict | None = None,
    functioning: dict | None = None,
    consents=(),
    answer=lambda registration: None,
    form_key: str | None = None,
    proven: bool = False,
    nominated_by: User | None = None,
    nominating_office: str = "",
) -> tuple[Registration, bool]:
    """Take a form in. Returns the registration and whether it is new.

    `training` was read a moment ago. `described` holds columns of `Described`; `needs` columns of
    `Needs`, `functioning` of `Functioning`, or None where the training does not ask for it;
    `consents` are the `ConsentText` said yes to; `answer(registration)` stores the answers to the
    training's own questions. `proven` says that the address is that of whoever is signed in. An
    address that is registered already changes nothing; a letter says what exists. Raises
    NotAllowed where the training takes no forms.
    """
    # As it is now: it may have closed meanwhile. One who is proven may be given a seat at once.
    if proven:
        training = lock(training.pk)
    else:
        refresh(training)
    refuse_closed(training, nominated_by)
    registration = place_for(training, email, language)
    if registration.pk and registration.state != State.DROPPED:
        if form_key is None or registration.form_key != form_key:
            letters.known(registration)
        return registration, False
    registration.describe(described)
    registration.language = language
    registration.motivation = motivation
    registration.form_key = form_key
    registration.nominated_by = nominated_by
    registration.nominating_office = nominating_office
    registration.submitted_at = now()
    begin(registration, by=nominated_by)
    if needs:
        keep_needs(registration, needs)
    keep_functioning(registration, functioning)
    write_down(registration, consents, language)
    answer(registration)
    if proven:
        return take_proof(registration), True
    letters.nominated(registration) if nominated_by else letters.confirm(registration)
    return registration, True


def refresh(training: Training) -> None:
    """Bring what closes `training` up to this moment."""
    (row,) = closing(training=training.pk)["rows"]
    for name, value in zip(CLOSING, row, strict=True):
        setattr(training, name, value)


@kept
def closing(training: Given) -> Asked:
    return {"rows": Training.objects.filter(pk=training).values_list(*CLOSING)}


def refuse_closed(training: Training, nominated_by: User | None) -> None:
    """Raise NotAllowed where `training` takes no forms; an office may still name people later."""
    call = announced(training)
    if call.takes_forms or (nominated_by and training.is_ahead):
        return
    raise NotAllowed(_("This training does not take registrations now. Nothing was sent."))


def place_for(training: Training, email: str, language: str) -> Registration:
    """The registration of an address for `training`, or a new one that is not saved.

    The account of the address is locked, so that it is not registered twice at one moment.
    """
    volunteer, is_new = person(email, language=language)
    known = Registration.objects.filter(training=training, volunteer=volunteer)
    registration = (None if is_new else known.first()) or Registration()
    registration.training = training
    registration.volunteer = volunteer
    return registration


def begin(registration: Registration, *, by: User | None) -> None:
    """Save what was given, as submitted; one that was dropped begins anew."""
    actor = Actor.ORGANIZER if by else Actor.VOLUNTEER
    dropped = registration.state == State.DROPPED
    registration.save()
    if dropped:
        forget(registration)
        walk(registration, State.SUBMITTED, actor=actor, by=by)
    else:
        step(registration, "", actor=actor, by=by)


@transaction.atomic
def confirm(registration: Registration) -> Registration:
    """The address is proven: let the organizer decide, or the rule of the training at once.

    One that is confirmed or decided already stays as it is. Raises NotAllowed for one that was
    dropped, and where the training is over.
    """
    return take_proof(locked(registration))


def take_proof(registration: Registration) -> Registration:
    """What `confirm` does, with the lock of `locked` taken already."""
    if registration.state == State.DROPPED:
        raise NotAllowed(_("This link is too old. Please register again."))
    if registration.state != State.SUBMITTED:
        return registration
    if not registration.training.is_ahead:
        raise NotAllowed(_("This training takes no registrations any more."))
    take_over(registration)
    return decide_by_rule(registration)


def decide_by_rule(registration: Registration) -> Registration:
    """Confirm it for its volunteer, then seat, queue or decline it by the training's rule; leave
    it to the organizer otherwise.

    Whoever waits and has room comes before: gets a free seat first, or has it kept until the click.
    """
    training = registration.training
    call = Call.objects.of(training)
    confirmed = (State.CONFIRMED, {"actor": Actor.VOLUNTEER})
    if call.deciding == Deciding.ORGANIZER:
        walk_on(registration, confirmed)
        letters.received(registration)
        return registration
    seats = seats_for_a_newcomer(training, promoting=call.promotion == Promotion.AUTOMATIC)
    with translation.override(registration.language):  # the volunteer is told
        refusal = seats.refusal(registration.country_id, registration.category)
    if not refusal:
        walk_on(registration, confirmed, (State.APPROVED, {"actor": Actor.RULE}))
        letters.approved(registration)
    elif call.has_waiting_list:
        walk_on(registration, confirmed, (State.WAITLISTED, {"actor": Actor.RULE}))
        letters.waitlisted(registration)
    else:
        declined = (State.DECLINED, {"actor": Actor.RULE, "reason": refusal})
        walk_on(registration, confirmed, declined)
        letters.declined(registration, reason=refusal)
    return registration


@transaction.atomic
def approve(registration: Registration, *, by: User, override_reason: str = "") -> Registration:
    """Give `registration` a seat. Returns it as it is then.

    Raises NotAllowed with the limit and how full it is; with a written `override_reason` whoever
    has the permission may go beyond it.
    """
    registration = locked(registration)
    refuse_no_way(registration.state, State.APPROVED)
    seats = seats_of(registration.training, world=by.world)
    refusal = seats.refusal(registration.country_id, registration.category)
    reason = beyond(refusal, by=by, reason=override_reason)
    was_waiting = registration.state == State.WAITLISTED
    walk(registration, State.APPROVED, actor=Actor.ORGANIZER, by=by, override_reason=reason)
    letters.seat_free(registration) if was_waiting else letters.approved(registration)
    return registration


@transaction.atomic
def waitlist(registration: Registration, *, by: User) -> Registration:
    """Put `registration` at the end of the waiting list; a seat it had goes to the next."""
    registration = locked(registration)
    had_a_seat = registration.is_seated
    walk(registration, State.WAITLISTED, actor=Actor.ORGANIZER, by=by)
    letters.waitlisted(registration)
    if had_a_seat:
        promote_by_rule(registration)
    return registration


@transaction.atomic
def decline(registration: Registration, *, by: User, reason: str = "") -> Registration:
    """Say no; `reason` is what the volunteer is told."""
    registration = locked(registration)
    walk(registration, State.DECLINED, actor=Actor.ORGANIZER, by=by, reason=reason.strip())
    letters.declined(registration, reason=reason.strip())
    return registration


@transaction.atomic
def cancel(registration: Registration, *, by: User | None = None, reason: str = "") -> Registration:
    """Take a registration back: by the volunteer, or with `by` by an organizer.

    A seat it had goes to the next in line, if the training says so. After the training only an
    organizer may, for it changes who took part.
    """
    registration = locked(registration)
    if by is None and registration.training.is_over:
        raise NotAllowed(_("This training is over, so there is nothing to cancel any more."))
    had_a_seat = registration.is_seated
    actor = Actor.ORGANIZER if by else Actor.VOLUNTEER
    walk(registration, State.CANCELLED, actor=actor, by=by, reason=reason.strip())
    letters.cancelled(registration, reason=reason.strip())
    if had_a_seat:
        promote_by_rule(registration)
    return registration


@transaction.atomic
def come_back(registration: Registration) -> Registration:
    """Whoever cancelled wants to come after all, while the training still takes registrations."""
    registration = locked(registration)
    if why := why_not_back(registration):
        raise NotAllowed(why)
    return decide_by_rule(registration)


def why_not_back(registration: Registration) -> str:
    """Why its volunteer can't come after all, as a sentence; "" where that is possible."""
    if registration.state != State.CANCELLED:
        return _("Only a registration that was cancelled can come back.")
    # Else someone whose seat an organizer took away would take it again.
    last = next(reversed(registration.moves.all()), None)
    if last and last.actor == Actor.ORGANIZER:
        return _("An organizer cancelled this. Write to the organizers to come after all.")
    call = announced(registration.training)
    if call.standing == Standing.FULL:
        return _("All seats are taken by now, and there is no waiting list.")
    if not call.takes_forms:
        return _("Registration is closed, so it is too late to come back here.")
    return ""


@transaction.atomic
def look_again(registration: Registration, *, by: User) -> Registration:
    """Put a declined or cancelled registration back among those to decide."""
    registration = locked(registration)
    if registration.state == State.SUBMITTED:
        raise NotAllowed(_("The address is not proven yet. Wait for the volunteer's confirmation."))
    return walk(registration, State.CONFIRMED, actor=Actor.ORGANIZER, by=by)


def promote_by_rule(freed: Registration) -> list[Registration]:
    """Give the seat that `freed` left to the next in line, where that happens by itself."""
    training = freed.training
    by_itself = Call.objects.of(training).promotion == Promotion.AUTOMATIC
    if not by_itself or not training.is_ahead:
        return []
    return seat_the_next(training, actor=Actor.RULE, but=freed)


@transaction.atomic
def promote(training: Training, *, by: User) -> list[Registration]:
    """Give every free seat to the first in line for whom there is room. Returns who got one."""
    return seat_the_next(lock(training.pk), actor=Actor.ORGANIZER, by=by)


def drop_unconfirmed() -> int:
    """Let go of forms whose address was not proven within seven days. Returns how many."""
    late = Registration.objects.filter(
        state=State.SUBMITTED, submitted_at__lt=now() - DROPPED_AFTER
    )
    dropped = 0
    for registration in late:
        with transaction.atomic():
            fresh = locked(registration)
            if fresh.state == State.SUBMITTED:
                walk(fresh, State.DROPPED, actor=Actor.RULE)
                dropped += 1
    return dropped
