"""The states of a registration: the table says which ways there are; `stand` alone takes them."""

from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.given import Given
from trainings.models import Place, Training
from trainings.services.refusal import NotAllowed
from trainings.together import Asked, keep, kept
from volunteers import audit
from volunteers.models import Actor, Move, Registration, State, User

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
# What a step changes. Nothing else is saved with it: someone may be editing the rest meanwhile.
WALKED = ("state", "confirmed_at", "decided_at", "waitlisted_at")


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
    told = {"actor": actor, "by": by, "reason": reason, "override_reason": override_reason}
    walk_on(registration, (to, told))
    if actor == Actor.ORGANIZER and by:
        # The steps go with an erased person; that it was decided, and by whom, stays.
        beyond = {"beyond_a_limit": True} if override_reason else {}
        steps = {"state": [before.value, to.value]}
        audit.record(by, audit.Kind.DECIDED, registration, changes=steps, **beyond)
    return registration


def walk_on(registration: Registration, *steps: tuple[State, dict]) -> Registration:
    """Move `registration` several steps along the table at once, and write each of them down.

    A step is a state and what `Move` keeps of it. Needs the lock of `locked`. Raises NotAllowed
    where the table has no such way, and saves nothing then.
    """
    moves = []
    for to, told in steps:
        before = stand(registration, to)
        moves.append(Move(registration=registration, from_state=before, to_state=to, **told))
    registration.save(update_fields=WALKED)
    Move.objects.bulk_create(moves)
    return registration


def stand(registration: Registration, to: State) -> State:
    """Let `registration` stand in the state `to`, without saving it. Returns where it stood.

    Raises NotAllowed where the table has no such way.
    """
    before = State(registration.state)
    refuse_no_way(before, to)
    moment = now()
    registration.state = to
    if to == State.CONFIRMED and before == State.SUBMITTED:
        registration.confirmed_at = moment
    registration.decided_at = moment if to in DECIDED else None
    registration.waitlisted_at = moment if to == State.WAITLISTED else None
    return before


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


def lock(pk: int) -> Training:
    """The training with the key `pk`, kept from all other moves until the transaction ends.

    Seats are counted under this lock, so whoever moves a registration takes it, and takes it
    first: two that take their locks in one order can't wait for each other. A form alone takes no
    seat and needs none: of that, `people.account` keeps two of one person apart.
    """
    # Not FOR UPDATE outright: that would also stop rows that only point here, such as a photo.
    rows = Training.objects.select_for_update(no_key=True, of=("self",)).select_related("call")
    return rows.get(pk=pk)


def locked(registration: Registration) -> Registration:
    """The row as it is now, with its training locked."""
    training = lock(registration.training_id)
    found = with_its_person(registration=registration.pk, training=training.pk)
    if not found["registrations"]:
        raise Registration.DoesNotExist
    keep(training, "places", found["places"])
    found["registrations"][0].training = training
    return found["registrations"][0]


@kept
def with_its_person(registration: Given, training: Given) -> Asked:
    """A registration, and what its letters say of the training."""
    rows = Registration.objects.filter(pk=registration)
    return {
        "registrations": rows.select_related("volunteer__user", "country"),
        "places": Place.objects.filter(training=training).select_related("country"),
    }
