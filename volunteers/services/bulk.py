"""One decision on many registrations, with an exact account of what was done and what was not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from trainings.services.refusal import NotAllowed
from volunteers.models import Registration, State, User
from volunteers.services.moves import refuse_no_way
from volunteers.services.seats import Seats, beyond


@dataclass
class Account:
    """Those it was done with, and those refused with the sentence that says why."""

    done: list[Registration] = field(default_factory=list)
    refused: list[tuple[Registration, str]] = field(default_factory=list)

    @property
    def by_reason(self) -> dict[str, list[Registration]]:
        """The refused, by the sentence."""
        found: dict[str, list[Registration]] = {}
        for registration, why in self.refused:
            found.setdefault(why, []).append(registration)
        return found


def first_come(registrations: Iterable[Registration]) -> list[Registration]:
    """In the order in which the addresses were proven."""
    return sorted(registrations, key=lambda one: (one.confirmed_at or one.submitted_at, one.pk))


def each(registrations: Iterable[Registration], verb: Callable) -> Account:
    """Do `verb(registration)` with each, first come first, in a transaction each.

    A refusal of one does not undo the others: the account says what became of whom.
    """
    account = Account()
    for registration in first_come(registrations):
        try:
            account.done.append(verb(registration))
        except NotAllowed as refusal:
            account.refused.append((registration, str(refusal)))
    return account


def forecast(
    registrations: Iterable[Registration], to: State, seats: Seats, *, by: User
) -> Account:
    """What `each` would do if `by` moved all `registrations` to the state `to` now; changes no row.

    Counts in `seats` whom it would seat.
    """
    account = Account()
    for registration in first_come(registrations):
        try:
            refuse_no_way(registration.state, to)
            refuse_full(registration, to, seats, by)
        except NotAllowed as refusal:
            account.refused.append((registration, str(refusal)))
        else:
            account.done.append(registration)
    return account


def refuse_full(registration: Registration, to: State, seats: Seats, by: User) -> None:
    """Raise NotAllowed where `seats` has none for `registration`; count it as seated otherwise."""
    if to not in Registration.SEATED:
        return
    beyond(seats.refusal(registration.country_id, registration.category), by=by, reason="")
    seats.seat(registration.country_id, registration.category)
