"""Every move of a registration. The table says which there are; `walk` alone makes them."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers import letters
from volunteers.calls import Standing, announced
from volunteers.models import (
    Actor,
    Call,
    Consent,
    Deciding,
    Move,
    Needs,
    Promotion,
    Registration,
    State,
    User,
    Volunteer,
)
from volunteers.services.seats import seats_of

# From which state a registration may go to which. An address that was never proven may try again.
MOVES: dict[State, set[State]] = {
    State.SUBMITTED: {State.CONFIRMED, State.DROPPED},
    State.CONFIRMED: {State.APPROVED, State.WAITLISTED, State.DECLINED, State.CANCELLED},
    State.APPROVED: {State.WAITLISTED, State.CANCELLED},
    State.WAITLISTED: {State.APPROVED, State.DECLINED, State.CANCELLED},
    State.DECLINED: {State.CONFIRMED},
    State.CANCELLED: {State.CONFIRMED},
    State.DROPPED: {State.SUBMITTED},
}
DECIDED = (State.APPROVED, State.WAITLISTED, State.DECLINED)
DROPPED_AFTER = timedelta(days=7)
# What people need is deleted so long after the training, or after registering where it has no day.
NEEDS_KEPT = timedelta(days=30)
NEEDS_KEPT_UNDATED = timedelta(days=365)


def walk(
    registration: Registration,
    to: State,
    *,
    actor: Actor,
    by: User | None = None,
    reason: str = "",
    override_reason: str = "",
) -> Registration:
    """Move `registration` along the table and write the step down. Needs the lock of `locked`.

    Raises NotAllowed where the table has no such way. `reason` is told to the volunteer,
    `override_reason` is not.
    """
    before = State(registration.state)
    refuse_no_way(before, to)
    moment = now()
    registration.state = to
    if to == State.CONFIRMED and before == State.SUBMITTED:
        registration.confirmed_at = moment
    registration.decided_at = moment if to in DECIDED else None
    registration.waitlisted_at = moment if to == State.WAITLISTED else None
    registration.save()
    step(registration, before, actor=actor, by=by, reason=reason, override_reason=override_reason)
    return registration


def refuse_no_way(before: str, to: State) -> None:
    """Raise NotAllowed where the table has no way from the state `before` to the state `to`."""
    if to not in MOVES[State(before)]:
        raise NotAllowed(
            _("A registration that is “%(old)s” can't become “%(new)s”. Reload the page first.")
            % {"old": State(before).label, "new": to.label}
        )


def step(registration: Registration, before: str, **told) -> Move:
    """Write down that `registration` has come from the state `before` to where it is."""
    return Move.objects.create(
        registration=registration, from_state=before, to_state=registration.state, **told
    )


def locked(registration: Registration) -> Registration:
    """The row as it is now, with its training kept from all others until the transaction ends.

    Seats are counted under the lock of the training, so every move takes it, and takes it first.
    """
    # Not FOR UPDATE outright: that would also stop new registrations, which only point here.
    training = Training.objects.select_for_update(no_key=True).get(pk=registration.training_id)
    fresh = Registration.objects.select_related("volunteer__user", "country").get(
        pk=registration.pk
    )
    fresh.training = training
    return fresh


def account(email: str, *, name: str = "") -> User:
    """The account of an address, made without a password where there is none."""
    found = User.objects.filter(email__iexact=email).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return User.objects.create_user(email, name=name)
    except IntegrityError:  # another form of the same person was faster
        return User.objects.get(email__iexact=email)


@transaction.atomic
def submit(
    training: Training,
    *,
    email: str,
    described: dict,
    language: str,
    motivation: str = "",
    needs: dict | None = None,
    consents=(),
    answer=lambda registration: None,
    form_key: str | None = None,
    proven: bool = False,
    nominated_by: User | None = None,
    nominating_office: str = "",
) -> tuple[Registration, bool]:
    """Take a form in. Returns the registration and whether it is new.

    `described` holds columns of `Described`; `needs` columns of `Needs`; `consents` are the
    `ConsentText` said yes to; `answer(registration)` stores the answers to the training's own
    questions. `proven` says that the address is that of whoever is signed in. An address that is
    registered already changes nothing; a letter says what exists. Raises NotAllowed where the
    training takes no forms.
    """
    refuse_closed(training, nominated_by)
    user = account(email, name=described.get("name", ""))
    volunteer, _made = Volunteer.objects.get_or_create(
        user=user, defaults={**described, "language": language}
    )
    registration, before = place_for(training, volunteer, form_key)
    if registration.pk and before != State.DROPPED:
        if registration.form_key is None or registration.form_key != form_key:
            letters.known(registration)
        return registration, False
    registration.describe(described)
    registration.language = language
    registration.motivation = motivation
    registration.form_key = form_key
    registration.nominated_by = nominated_by
    registration.nominating_office = nominating_office
    registration.state = State.SUBMITTED
    registration.submitted_at = now()
    registration.save()
    step(
        registration,
        before,
        actor=Actor.ORGANIZER if nominated_by else Actor.VOLUNTEER,
        by=nominated_by,
    )
    keep_needs(registration, needs)
    agree(registration, consents, language)
    answer(registration)
    if proven:
        return confirm(registration), True
    letters.nominated(registration) if nominated_by else letters.confirm(registration)
    return registration, True


def refuse_closed(training: Training, nominated_by: User | None) -> None:
    """Raise NotAllowed where `training` takes no forms; an office may still name people later."""
    standing = announced(training).standing
    if standing in (Standing.OPEN, Standing.WAITING_LIST):
        return
    if nominated_by and training.is_to_come:
        return
    raise NotAllowed(_("This training does not take registrations now. Nothing was sent."))


def place_for(
    training: Training, volunteer: Volunteer, form_key: str | None
) -> tuple[Registration, str]:
    """The registration of `volunteer` for `training`, or a new one, and the state it was in."""
    found = Registration.objects.filter(training=training, volunteer=volunteer).first()
    if found:
        return found, found.state
    return Registration(training=training, volunteer=volunteer), ""


def keep_needs(registration: Registration, needs: dict | None) -> None:
    """Store what someone needs, apart from the rest, until some time after the training."""
    if not needs or not any(needs.values()):
        Needs.objects.filter(registration=registration).delete()
        return
    training = registration.training
    last = training.last_day or training.first_day
    purge_after = last + NEEDS_KEPT if last else now().date() + NEEDS_KEPT_UNDATED
    Needs.objects.update_or_create(
        registration=registration, defaults={**needs, "purge_after": purge_after}
    )


def agree(registration: Registration, texts, language: str) -> None:
    """Write down that the person says yes to `texts`, read in `language`, now.

    A yes to one of their kinds that stood before is replaced. Nothing is taken back here.
    """
    moment = now()
    standing = registration.consents.filter(withdrawn_at=None)
    for text in texts:
        if standing.filter(text=text).exists():
            continue
        standing.filter(text__kind=text.kind).update(withdrawn_at=moment)
        Consent.objects.create(
            registration=registration, text=text, language=language, given_at=moment
        )


@transaction.atomic
def confirm(registration: Registration) -> Registration:
    """The address is proven: let the organizer decide, or the rule of the training at once.

    One that is confirmed or decided already stays as it is. Raises NotAllowed for one that was
    dropped.
    """
    registration = locked(registration)
    if registration.state not in (State.SUBMITTED, State.DROPPED):
        return registration
    if registration.state == State.DROPPED:
        raise NotAllowed(_("This link is too old. Please register again."))
    if not registration.training.is_to_come:
        raise NotAllowed(_("This training takes no registrations any more."))
    walk(registration, State.CONFIRMED, actor=Actor.VOLUNTEER)
    if volunteer := registration.volunteer:
        volunteer.describe(registration.described())
        volunteer.language = registration.language
        volunteer.save()
    return decide_by_rule(registration)


def decide_by_rule(registration: Registration) -> Registration:
    """Seat, queue or decline by the training's rule; leave it to the organizer otherwise."""
    call = Call.objects.of(registration.training)
    if call.deciding == Deciding.ORGANIZER:
        letters.received(registration)
        return registration
    refusal = seats_of(registration.training).refusal(
        registration.country_id, registration.category
    )
    if not refusal:
        walk(registration, State.APPROVED, actor=Actor.RULE)
        letters.approved(registration)
    elif call.has_waiting_list:
        walk(registration, State.WAITLISTED, actor=Actor.RULE)
        letters.waitlisted(registration)
    else:
        walk(registration, State.DECLINED, actor=Actor.RULE, reason=refusal)
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
    refusal = seats_of(registration.training).refusal(
        registration.country_id, registration.category
    )
    if refusal and not override_reason.strip():
        raise NotAllowed(refusal)
    if refusal and not by.has_perm("volunteers.override_seats"):
        raise NotAllowed(_("Going beyond a limit needs a permission that your account lacks."))
    was_waiting = registration.state == State.WAITLISTED
    walk(
        registration,
        State.APPROVED,
        actor=Actor.ORGANIZER,
        by=by,
        override_reason=override_reason.strip() if refusal else "",
    )
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

    A seat it had goes to the next in line, if the training says so.
    """
    registration = locked(registration)
    had_a_seat = registration.is_seated
    actor = Actor.ORGANIZER if by else Actor.VOLUNTEER
    walk(registration, State.CANCELLED, actor=actor, by=by, reason=reason.strip())
    letters.cancelled(registration, reason=reason.strip())
    if had_a_seat:
        promote_by_rule(registration)
    return registration


@transaction.atomic
def come_back(registration: Registration) -> Registration:
    """The volunteer wants to come after all, while the training still takes registrations."""
    registration = locked(registration)
    if not announced(registration.training).takes_forms:
        raise NotAllowed(_("Registration is closed, so it is too late to come back here."))
    walk(registration, State.CONFIRMED, actor=Actor.VOLUNTEER)
    return decide_by_rule(registration)


@transaction.atomic
def look_again(registration: Registration, *, by: User) -> Registration:
    """Put a declined or cancelled registration back among those to decide."""
    registration = locked(registration)
    if registration.state == State.SUBMITTED:
        raise NotAllowed(_("The address is not proven yet. Wait for the volunteer's confirmation."))
    return walk(registration, State.CONFIRMED, actor=Actor.ORGANIZER, by=by)


def promote_by_rule(freed: Registration) -> list[Registration]:
    """Give the seat that `freed` left to the next in line, where that happens by itself."""
    call = Call.objects.of(freed.training)
    if call.promotion != Promotion.AUTOMATIC:
        return []
    return seat_the_next(freed.training, actor=Actor.RULE, but=freed)


@transaction.atomic
def promote(training: Training, *, by: User) -> list[Registration]:
    """Give every free seat to the first in line for whom there is room. Returns who got one."""
    training = Training.objects.select_for_update(no_key=True).get(pk=training.pk)
    return seat_the_next(training, actor=Actor.ORGANIZER, by=by)


def seat_the_next(
    training: Training, *, actor: Actor, by: User | None = None, but: Registration | None = None
) -> list[Registration]:
    """Walk down the waiting list and seat whoever has room; needs the lock of the training."""
    seats = seats_of(training)
    given = []
    waiting = Registration.objects.filter(training=training).waiting().exclude(pk=but and but.pk)
    for pk, country, category in waiting.values_list("pk", "country_id", "category"):
        if seats.is_full:
            break
        if seats.refusal(country, category):
            continue  # passed over: the own page says why
        registration = Registration.objects.select_related("volunteer__user").get(pk=pk)
        registration.training = training
        walk(registration, State.APPROVED, actor=actor, by=by)
        seats.seat(country, category)
        letters.seat_free(registration)
        given.append(registration)
    return given


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
