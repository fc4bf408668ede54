"""Whether a training takes registrations now, and what its page says of it."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import cached_property

from trainings.models import Lifecycle, Training
from volunteers.models import Call, Quota
from volunteers.services.seats import Seats, seats_of


class Standing(StrEnum):
    OPEN = "open"
    WAITING_LIST = "waiting_list"  # open, but whoever registers now has to wait
    FULL = "full"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    NONE = "none"  # nothing was ever said about registering


@dataclass
class Announced:
    """The call of a training as its page shows it."""

    training: Training
    call: Call
    seats: Seats

    @cached_property
    def standing(self) -> Standing:
        return standing(self.training, self.call, self.seats)

    @property
    def takes_forms(self) -> bool:
        return self.standing in (Standing.OPEN, Standing.WAITING_LIST)

    @property
    def by_country(self) -> list[tuple[Quota, int]]:
        """Quotas of a country with the seats left, where the training shows them."""
        if not self.call.shows_seats_by_country:
            return []
        lines = [(quota, self.seats.left_of(quota)) for quota in self.seats.quotas]
        return [(quota, left) for quota, left in lines if quota.country_id and left is not None]


def announced(training: Training) -> Announced:
    """The call of `training`, with its seats as they are now."""
    return Announced(training, Call.objects.of(training), seats_of(training))


def standing(training: Training, call: Call, seats: Seats) -> Standing:
    """Whether `training` takes registrations at this moment."""
    stage = training.stage
    if stage == Lifecycle.CANCELLED:
        return Standing.CANCELLED
    if stage == Lifecycle.PLANNED:
        return Standing.NOT_YET if training.registration_opens_at else Standing.NONE
    if stage != Lifecycle.OPEN:
        return Standing.CLOSED
    if seats.is_full:
        return Standing.WAITING_LIST if call.has_waiting_list else Standing.FULL
    return Standing.OPEN
