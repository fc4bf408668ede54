"""Seats of a training: how many are taken, what limits them, and who is next in line.

The limits are the training's capacity and its quotas. Whoever gives a seat away has to hold the
lock of `services.moves.lock`, or two would be given the last one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from trainings import wording
from trainings.given import Given
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from trainings.together import Asked, kept
from volunteers.models import Quota, Registration, State, User
from volunteers.models.registration import RegistrationQuerySet
from volunteers.roles import World

# A country's code (or None) and a category (or ""), and how many sit of each such pair.
Pair = tuple[str | None, str]
Seated = Counter[Pair]
ALL = World()


@dataclass
class Seats:
    """The limits of a training and how full they are, read once."""

    capacity: int | None
    quotas: Iterable[Quota]
    seated: Seated
    waiting: Seated = field(default_factory=Counter)
    world: World = ALL  # whose people the reader of a refusal may see

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

    def left_of(self, quota: Quota, *, of_all: bool = True) -> int | None:
        """Seats of `quota` that can still be given; None where it has no maximum.

        Without `of_all` they are those of the quota alone, whatever the training has left.
        """
        if quota.maximum is None:
            return None
        own = max(0, quota.maximum - self.filled(quota))
        return min(own, self.left) if of_all and self.left is not None else own

    def missing(self, quota: Quota, newcomer: Pair | None = None) -> int:
        """How many `quota` lacks of its minimum, once `newcomer` is seated as well."""
        filled = self.filled(quota) + (newcomer is not None and quota.covers(*newcomer))
        return max(0, (quota.minimum or 0) - filled)

    def needed(self, newcomer: Pair | None = None) -> int:
        """The fewest people who could fill all minimums, once `newcomer` is seated as well.

        Whoever comes for a country may come for a category too, so these two are not added. A
        quota of both needs people of its own, who count for its country and its category.
        """
        missing = {(q.country_id, q.category): self.missing(q, newcomer) for q in self.quotas}
        both = {pair: n for pair, n in missing.items() if all(pair)}
        countries = categories = 0
        for (country, category), n in missing.items():
            if country and category:
                continue
            counted_too = sum(m for pair, m in both.items() if country in pair or category in pair)
            if country:
                countries += max(0, n - counted_too)
            else:
                categories += max(0, n - counted_too)
        return sum(both.values()) + max(countries, categories)

    def kept(self, country: str | None, category: str) -> list[tuple[Quota, int]]:
        """The quotas whose minimum someone of this country and category leaves as it is.

        With how many each lacks; empty unless as many seats as are left are kept for them.
        """
        if self.left is None or self.needed() < self.left:
            return []
        if self.needed((country, category)) < self.needed():
            return []
        lacking = [(quota, self.missing(quota)) for quota in self.quotas]
        return [(quota, n) for quota, n in lacking if n and not quota.covers(country, category)]

    def refusal(self, country: str | None, category: str) -> str:
        """Why nobody more of this country and category can be seated; "" while there is room."""
        if self.is_full:
            return self.all_taken(self.taken, self.capacity)
        for quota in self.quotas:
            full = quota.maximum is not None and self.filled(quota) >= quota.maximum
            if full and quota.covers(country, category):
                return self.all_taken(self.filled(quota), quota.maximum, quota)
        if kept := self.kept(country, category):
            if not self.world.is_whole:
                return _("The seats left are kept for other countries or categories.")
            whom = [f"{quota} ({wording.number(n)})" for quota, n in kept]
            return _("The seats left are kept for: %(quotas)s.") % {"quotas": "; ".join(whom)}
        return ""

    def all_taken(self, filled: int, limit: int | None, quota: Quota | None = None) -> str:
        """That no seat of `quota`, or of the whole training, is left.

        With how many sit there only for a reader who may see all of them.
        """
        said = {
            "quota": quota,
            "filled": wording.number(filled),
            "limit": wording.number(limit),
        }
        if not self.world.holds(quota.country_id if quota else None):
            words = _("%(quota)s: all seats are taken.") if quota else _("All seats are taken.")
        elif quota:
            words = _("%(quota)s: all seats are taken (%(filled)s of %(limit)s).")
        else:
            words = _("All seats are taken (%(filled)s of %(limit)s).")
        return words % said

    def seat(self, country: str | None, category: str) -> None:
        """Count one more as seated, after giving the seat away."""
        self.seated[country, category] += 1


def beyond(refusal: str, *, by: User, reason: str) -> str:
    """The reason to keep with a seat that a `refusal` stands against; "" where there is none.

    Raises NotAllowed with the refusal where no reason is written; where `by` may not go beyond a
    limit, with whom to ask.
    """
    if not refusal:
        return ""
    written = reason.strip()
    if not by.has_perm("volunteers.override_seats"):
        lacking = _("Going beyond a limit needs a permission that your account lacks.")
        helps = _("Ask an organizer, who may go beyond it.")
        raise NotAllowed(f"{lacking if written else refusal} {helps}")
    if not written:
        raise NotAllowed(refusal)
    return written


def covered(quota: Quota, counted: Seated) -> int:
    return sum(n for (country, category), n in counted.items() if quota.covers(country, category))


def counted_by_state(registrations: RegistrationQuerySet) -> dict[str, Seated]:
    """How many of `registrations` are in each state, by country and category: one query."""
    return by_state(numbers_of(registrations))


def numbers_of(registrations: RegistrationQuerySet) -> QuerySet:
    """A line for each state, country and category of `registrations`, with how many it has."""
    columns = registrations.order_by().values_list("state", "country_id", "category")
    # Of rows, not of keys: the index volunteers_seats is enough.
    return columns.annotate(number=Count("*"))


def by_state(lines: Iterable[tuple[str, str | None, str, int]]) -> dict[str, Seated]:
    """What `numbers_of` found, by state; none of a state is none."""
    found: dict[str, Seated] = {state: Counter() for state in State.values}
    for state, country, category, n in lines:
        found[state][country, category] = n
    return found


def seats_of(training: Training, *, waiting: bool = False, world: World = ALL) -> Seats:
    """The seats of `training` as they are now, with the waiting list's counts if asked for.

    Refusals are in words for a reader who may see the people of `world`.
    """
    found = (seated_or_waiting if waiting else seated)(training=training.pk)
    return seats_out_of(by_state(found["numbers"]), training, found["quotas"], world=world)


@kept
def seated(training: Given) -> Asked:
    return limits_and_numbers(training, Registration.SEATED)


@kept
def seated_or_waiting(training: Given) -> Asked:
    return limits_and_numbers(training, [*Registration.SEATED, State.WAITLISTED])


def limits_and_numbers(training: Given, states: Iterable[State]) -> Asked:
    rows = Registration.objects.filter(training=training, state__in=states)
    quotas = Quota.objects.filter(training=training).select_related("country")
    return {"numbers": numbers_of(rows), "quotas": quotas}


def seats_out_of(
    numbers: dict[str, Seated],
    training: Training,
    quotas: Iterable[Quota],
    *,
    world: World = ALL,
) -> Seats:
    """The seats of `training` out of what `counted_by_state` found of its registrations."""
    seated: Seated = sum((numbers[state] for state in Registration.SEATED), Counter())
    return Seats(training.capacity, quotas, seated, numbers[State.WAITLISTED], world)


def covering(quotas: list[Quota], country: str | None, category: str) -> list[Quota]:
    """The quotas whose seats someone of this country and category takes.

    Those of whom the same quotas count wait for the same seats: they stand in one line.
    """
    return [quota for quota in quotas if quota.covers(country, category)]


def pool(registration: Registration, quotas: list[Quota]) -> Q:
    """The part of the waiting list that `registration` waits in, as a condition for a filter."""
    condition = Q()
    for quota in quotas:
        counts = Q(country=quota.country_id) if quota.country_id else Q()
        counts &= Q(category=quota.category) if quota.category else Q()
        is_counted = quota.covers(registration.country_id, registration.category)
        condition &= counts if is_counted else ~counts
    return condition


def position(registration: Registration) -> int | None:
    """The place in the line of its pool, from 1; None for one that is not waiting."""
    if registration.state != State.WAITLISTED:
        return None
    quotas = list(registration.training.quotas.all())
    line = Registration.objects.filter(
        pool(registration, quotas), training=registration.training, state=State.WAITLISTED
    )
    since = registration.waitlisted_at
    before = Q(waitlisted_at__lt=since) | Q(waitlisted_at=since, pk__lt=registration.pk)
    return line.filter(before).count() + 1


def positions(training: Training, rows: Sequence[Registration], quotas: list[Quota]) -> dict:
    """The places in the line of those of `rows` that wait, by their keys, in one query at most."""
    waiting = [row for row in rows if row.state == State.WAITLISTED]
    if not waiting:
        return {}
    last = max(row.waitlisted_at for row in waiting if row.waitlisted_at)
    line = Registration.objects.filter(training=training, waitlisted_at__lte=last).waiting()

    @cache
    def line_of(country: str | None, category: str) -> tuple[int, ...]:
        return tuple(quota.pk for quota in covering(quotas, country, category))

    before: Counter = Counter()
    found = {}
    for pk, country, category in line.values_list("pk", "country_id", "category"):
        which = line_of(country, category)
        before[which] += 1
        found[pk] = before[which]
    return found
