"""The waiting list of a training: first come, first served, passing over whoever has no room."""

from collections.abc import Iterator

from trainings.models import Training
from volunteers import letters
from volunteers.models import Actor, Registration, State, User
from volunteers.roles import NOBODY
from volunteers.services.moves import walk
from volunteers.services.seats import Seats, seats_of


def with_room(
    training: Training, seats: Seats, *, but: Registration | None = None
) -> Iterator[int]:
    """Keys of those waiting for whom there is room, in their order, each counted in `seats`.

    `seats` were read with the waiting list.
    """
    # Seats given away make no room for anyone, so who has none now is looked at once.
    pairs = [] if seats.is_full else seats.waiting
    hopeful = {pair for pair in pairs if not seats.refusal(*pair)}
    if not hopeful:
        return
    waiting = Registration.objects.filter(training=training).waiting()
    for pk, country, category in waiting.values_list("pk", "country_id", "category"):
        passed_over = (country, category) not in hopeful or seats.refusal(country, category)
        if passed_over or (but and but.pk == pk):
            continue
        seats.seat(country, category)
        yield pk


def seat_the_next(
    training: Training,
    seats: Seats | None = None,
    *,
    actor: Actor,
    by: User | None = None,
    but: Registration | None = None,
) -> list[Registration]:
    """Walk down the waiting list and seat whoever has room; needs the lock of the training."""
    given = []
    for pk in with_room(training, seats or seats_of(training, waiting=True), but=but):
        registration = Registration.objects.select_related("volunteer__user").get(pk=pk)
        registration.training = training
        walk(registration, State.APPROVED, actor=actor, by=by)
        letters.seat_free(registration)
        given.append(registration)
    return given


def seats_for_a_newcomer(training: Training, *, promoting: bool) -> Seats:
    """The seats once all who wait and have room are seated: nobody overtakes the line.

    With `promoting` they are seated now; otherwise the seats are only kept for them.
    """
    seats = seats_of(training, waiting=True, world=NOBODY)  # a volunteer is told why
    if promoting:
        seat_the_next(training, seats, actor=Actor.RULE)
    else:
        list(with_room(training, seats))
    return seats
