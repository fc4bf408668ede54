"""Seats of a training: how many are taken, what limits them, and who is next in line.

The limits are the training's capacity and its quotas. Whoever gives a seat away has to hold the
lock of `services.registration.locked`, or two would be given the last one.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Training
from volunteers.models import Quota, Registration, State

# Who sits where: how many for each pair of a country's code (or None) and a category (or "").
Seated = Counter[tuple[str | None, str]]


@dataclass
class Seats:
    """The limits of a training and how full they are, read once."""

    capacity: int | None
    quotas: list[Quota]
    seated: Seated
    waiting: Seated = field(default_factory=Counter)

    @property
    def taken(self) -> int:
        return self.seated.total()

    @property
    def left(self) -> int | None:
        """Seats nobody has; None without a limit. Never below 0, whatever was overridden."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)

    @property
    def is_full(self) -> bool:
        return self.left == 0

    def filled(self, quota: Quota) -> int:
        """How many of the seats of `quota` are taken."""
        return covered(quota, self.seated)

    def in_line(self, quota: Quota) -> int:
        """How many on the waiting list wait for a seat of `quota`."""
        return covered(quota, self.waiting)

    def left_of(self, quota: Quota) -> int | None:
        """Seats of `quota` nobody has; None where it has no maximum."""
        return None if quota.maximum is None else max(0, quota.maximum - self.filled(quota))

    def kept(self, country: str | None, category: str) -> list[tuple[Quota, int]]:
        """Seats kept for others than this country and category: quotas with how many are missing.

        Quotas by country, by category and by both look at the same seats from three sides, so
        only the side that keeps the most counts: adding them would keep a seat twice.
        """
        sides: dict[tuple[bool, bool], list[tuple[Quota, int]]] = {}
        for quota in self.quotas:
            missing = (quota.minimum or 0) - self.filled(quota)
            if missing > 0 and not quota.covers(country, category):
                side = (quota.country_id is None, quota.category == "")
                sides.setdefault(side, []).append((quota, missing))
        return max(sides.values(), key=lambda side: sum(n for _quota, n in side), default=[])

    def refusal(self, country: str | None, category: str) -> str:
        """Why nobody more of this country and category can be seated; "" while there is room."""
        if self.capacity is not None and self.taken >= self.capacity:
            return _("All seats are taken (%(filled)s of %(limit)s).") % {
                "filled": wording.number(self.taken),
                "limit": wording.number(self.capacity),
            }
        for quota in self.quotas:
            full = quota.maximum is not None and self.filled(quota) >= quota.maximum
            if full and quota.covers(country, category):
                return _("%(quota)s: all seats are taken (%(filled)s of %(limit)s).") % {
                    "quota": quota,
                    "filled": wording.number(self.filled(quota)),
                    "limit": wording.number(quota.maximum),
                }
        kept = self.kept(country, category)
        if self.left is not None and kept and sum(n for _quota, n in kept) >= self.left:
            whom = [f"{quota} ({wording.number(n)})" for quota, n in kept]
            return _("The seats left are kept for: %(quotas)s.") % {"quotas": "; ".join(whom)}
        return ""

    def seat(self, country: str | None, category: str) -> None:
        """Count one more as seated, after giving the seat away."""
        self.seated[country, category] += 1


def covered(quota: Quota, counted: Seated) -> int:
    return sum(n for (country, category), n in counted.items() if quota.covers(country, category))


def counted(training: Training, states) -> Seated:
    """How many registrations are in one of `states`, by country and category."""
    rows = (
        Registration.objects.filter(training=training, state__in=states)
        .order_by()
        .values_list("country_id", "category")
        .annotate(Count("pk"))
    )
    return Counter({(country, category): n for country, category, n in rows})


def seats_of(training: Training, *, waiting: bool = False) -> Seats:
    """The seats of `training` as they are now, with the waiting list's counts if asked for."""
    quotas = list(training.quotas.select_related("country"))
    seats = Seats(training.capacity, quotas, counted(training, Registration.SEATED))
    if waiting:
        seats.waiting = counted(training, [State.WAITLISTED])
    return seats


def pool(registration: Registration, quotas: list[Quota]) -> dict:
    """The part of the waiting list that `registration` waits in, as conditions for a filter.

    By country where the training has quotas by country, and likewise by category.
    """
    conditions = {}
    if any(quota.country_id for quota in quotas):
        conditions["country"] = registration.country_id
    if any(quota.category for quota in quotas):
        conditions["category"] = registration.category
    return conditions


def position(registration: Registration) -> int | None:
    """The place in the line of its pool, from 1; None for one that is not waiting."""
    if registration.state != State.WAITLISTED:
        return None
    quotas = list(registration.training.quotas.all())
    line = Registration.objects.filter(
        training=registration.training, state=State.WAITLISTED, **pool(registration, quotas)
    )
    earlier = line.filter(waitlisted_at__lt=registration.waitlisted_at)
    same = line.filter(waitlisted_at=registration.waitlisted_at, pk__lt=registration.pk)
    return earlier.count() + same.count() + 1
