"""Many people at once, from a list that an organizer brings in: accounts and registrations.

Each step is the one that a form takes, in a few statements for all of them: a list of thousands
must not keep everyone else waiting. It is within a transaction of whoever calls.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from trainings.models import Lifecycle, Training
from trainings.services.refusal import NotAllowed
from volunteers.models import Actor, Intake, Move, Registration, State, User, Volunteer
from volunteers.services.moves import lock, stand
from volunteers.services.seats import Seats, seats_of

AT_ONCE = 500
# How a registration from a list comes to the state it is given.
WAYS = {
    State.CONFIRMED: (State.CONFIRMED,),
    State.APPROVED: (State.CONFIRMED, State.APPROVED),
}


@dataclass
class Newcomer:
    """Someone on a list: `user` and `volunteer` are set for whoever is known.

    `described` holds columns of `Described`, `beside` other columns of a registration.
    """

    described: dict
    language: str
    email: str = ""
    user: User | None = None
    volunteer: Volunteer | None = None
    beside: dict | None = None


def refuse_cancelled(training: Training) -> None:
    """Raise NotAllowed where nobody can be registered, not even afterwards."""
    if training.lifecycle == Lifecycle.CANCELLED:
        raise NotAllowed(_("This training is cancelled, so nobody is registered for it."))


def make_volunteers(newcomers: Sequence[Newcomer]) -> None:
    """Give each an account and a volunteer; fill what is not known yet of those who had them.

    What a volunteer wrote is hers, so a list never changes it.
    """
    without_account = [one for one in newcomers if one.user is None]
    for one in without_account:
        one.user = User(
            email=User.objects.normalize_email(one.email),
            name=one.described.get("name", ""),
            password=make_password(None),
        )
    User.objects.bulk_create([one.user for one in without_account if one.user], AT_ONCE)
    unknown = [one for one in newcomers if one.volunteer is None]
    known = [one for one in newcomers if one.volunteer is not None]
    for one in unknown:
        one.volunteer = Volunteer(user=one.user, language=one.language)
        one.volunteer.describe(one.described)
    Volunteer.objects.bulk_create([one.volunteer for one in unknown if one.volunteer], AT_ONCE)
    fill_gaps(known)


def fill_gaps(newcomers: Sequence[Newcomer]) -> None:
    """Write what a list knows of known volunteers and they never said."""
    filled = []
    for one in newcomers:
        gaps = gaps_of(one.volunteer, one.described) if one.volunteer else {}
        if one.volunteer and gaps:
            one.volunteer.describe(gaps)
            filled.append(one.volunteer)
    Volunteer.objects.bulk_update(filled, [*Volunteer.COLUMNS, "search_key"], AT_ONCE)


def gaps_of(volunteer: Volunteer, described: dict) -> dict:
    """The part of `described` that `volunteer` has nothing for."""
    return {
        column: value
        for column, value in described.items()
        if value
        and not getattr(volunteer, column)
        and not (column == "birth_year" and volunteer.birth_year_withheld)
    }


def register_all(
    training: Training, newcomers: Sequence[Newcomer], *, to: State, by: User, intake: Intake
) -> list[Registration]:
    """Register all `newcomers` for `training`, in the state `to`, and return the registrations.

    Needs `make_volunteers` before. Nobody consented and nobody is written to. Raises NotAllowed,
    before anything is written, where a seat is wanted and there is none.
    """
    training = lock(training.pk)
    refuse_cancelled(training)
    rows = [registration_of(one, training, by, intake) for one in newcomers]
    moves = [step(row, "", by) for row in rows]
    for state in WAYS[to]:
        if state in Registration.SEATED:
            refuse_full(rows, seats_of(training, world=by.world))
        for row in rows:
            before = stand(row, state)
            moves.append(step(row, before, by))
    Registration.objects.bulk_create(rows, AT_ONCE)
    Move.objects.bulk_create(moves, AT_ONCE)
    return rows


def registration_of(
    newcomer: Newcomer, training: Training, by: User, intake: Intake
) -> Registration:
    row = Registration(
        training=training,
        volunteer=newcomer.volunteer,
        language=newcomer.language,
        nominated_by=by,
        intake=intake,
        **(newcomer.beside or {}),
    )
    known = newcomer.volunteer.described() if newcomer.volunteer else {}
    row.describe({**known, **newcomer.described})
    if row.birth_year_withheld:
        row.birth_year = None
    return row


def step(row: Registration, before: str, by: User) -> Move:
    return Move(
        registration=row, from_state=before, to_state=row.state, actor=Actor.ORGANIZER, by=by
    )


def refuse_full(rows: Sequence[Registration], seats: Seats) -> None:
    """Raise NotAllowed where `seats` are not enough for all `rows`; counts them as seated."""
    for row in rows:
        if refusal := seats.refusal(row.country_id, row.category):
            raise NotAllowed(refusal)
        seats.seat(row.country_id, row.category)
