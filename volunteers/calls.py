"""Whether a training takes registrations now, and what its page says of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.db import connection
from django.db.models import Count, QuerySet
from django.utils.functional import cached_property

from trainings import wording
from trainings.given import Given, GivenKeys, places_for
from trainings.models import Country, Lifecycle, Place, Training
from trainings.together import Asked, keep, kept
from trainings.together import Question as Together
from volunteers.models import Call, Category, Question, Quota, Registration
from volunteers.roles import World
from volunteers.services.seats import Seats, by_state, limits_and_numbers, seats_out_of


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

    @cached_property
    def told(self) -> dict[str, list]:
        return told_on_a_page(training=self.training.pk)

    @cached_property
    def seats(self) -> Seats:
        return seats_out_of(by_state(self.told["numbers"]), self.training, self.told["quotas"])

    @cached_property
    def standing(self) -> Standing:
        """Whether the training takes registrations at this moment, with the seats as they are."""
        at_this_moment = standing(self.training)
        if at_this_moment != Standing.OPEN or not self.seats.is_full:
            return at_this_moment
        return Standing.WAITING_LIST if self.call.has_waiting_list else Standing.FULL

    @property
    def takes_forms(self) -> bool:
        if self.call.has_waiting_list:  # then no seats have to be counted
            return standing(self.training) == Standing.OPEN
        return self.standing == Standing.OPEN

    @cached_property
    def country_codes(self) -> list[str]:
        """The countries whose volunteers may register; empty for all."""
        return [one.code for one in self.countries]

    @cached_property
    def countries(self) -> list[Country]:
        return self.told["countries"]

    def questions(self) -> list[Question]:
        """The training's own, read with all else that the form and the letter after it say."""
        found = told_in_a_form(training=self.training.pk)
        self.countries = found["countries"]
        keep(self.training, "places", found["places"])
        return found["questions"]

    @cached_property
    def for_whom(self) -> list[str]:
        """The kinds of volunteers and the countries the call is for, a phrase each."""
        names = dict(Category.choices)
        kinds = wording.list_of(names[kind] for kind in self.call.categories if kind in names)
        places = sorted(map(str, self.countries), key=wording.sort_key)
        return [phrase for phrase in (kinds, wording.list_of(places)) if phrase]

    @cached_property
    def by_country(self) -> list[tuple[Quota, int]]:
        """Quotas of a country with the seats left, where the training shows them."""
        if not self.call.shows_seats_by_country:
            return []
        lines = [(quota, self.seats.left_of(quota)) for quota in self.seats.quotas]
        return [(quota, left) for quota, left in lines if quota.country_id and left is not None]


def whose(training: Given) -> QuerySet[Country]:
    codes = Call.countries.through.objects.filter(call__training=training).values("country")
    return Country.objects.filter(pk__in=codes).order_by("code")


@kept
def told_on_a_page(training: Given) -> Asked:
    return {"countries": whose(training), **limits_and_numbers(training, Registration.SEATED)}


@kept
def told_in_a_form(training: Given) -> Asked:
    return {
        "countries": whose(training),
        "questions": Question.objects.filter(training=training).with_options(),
        "places": Place.objects.filter(training=training).select_related("country"),
    }


def announced(training: Training) -> Announced:
    """The call of `training`; its seats are counted when someone asks."""
    return Announced(training, Call.objects.of(training))


def tell_full(trainings: Iterable[Training]) -> None:
    """Let each of `trainings` that is open with all seats taken say so by `full_standing`.

    It is asked for all of them at once, and not at all where none is open with a limit.
    """
    limited = {
        one.pk: one
        for one in trainings
        if one.capacity is not None and standing(one) == Standing.OPEN
    }
    if not limited:
        return
    found = seats_taken(connection.vendor, places_for(len(limited))).answers(keys=list(limited))
    taken, without = dict(found["taken"]), {key for (key,) in found["without"]}
    for key, one in limited.items():
        if taken.get(key, 0) >= one.capacity:
            one.full_standing = Standing.FULL if key in without else Standing.WAITING_LIST


@cache
def seats_taken(_engine: str, places: int) -> Together:
    """How many have a seat at each of so many trainings, and which are without a waiting list."""
    keys = GivenKeys("keys", places)
    seated = Registration.objects.filter(training__in=keys).seated().order_by()
    without = Call.objects.filter(training__in=keys, has_waiting_list=False)
    return Together(
        {
            "taken": seated.values_list("training").annotate(number=Count("*")),
            "without": without.order_by().values_list("training"),
        }
    )


def tells_seats(training: Training, world: World) -> bool:
    """Whether who sees the people of `world` may read how many seats of `training` are left.

    Everybody may, while its page tells it.
    """
    is_open = standing(training) == Standing.OPEN
    told_to_all = training.is_published and is_open and training.capacity is not None
    return world.is_whole or told_to_all


def standing(training: Training) -> Standing:
    """Whether `training` takes registrations at this moment, if there are seats."""
    stage = training.stage
    if stage == Lifecycle.CANCELLED:
        return Standing.CANCELLED
    if stage == Lifecycle.PLANNED:
        return Standing.NOT_YET if training.registration_opens_at else Standing.NONE
    if stage != Lifecycle.OPEN:
        return Standing.CLOSED
    return Standing.OPEN
