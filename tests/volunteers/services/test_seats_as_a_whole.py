"""Refusals compared with trying out who could still come, for any quotas and any who sit."""

from collections import Counter
from functools import cache
from itertools import product

from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from trainings.models import Country
from volunteers.models import Quota
from volunteers.services.seats import Seats

COUNTRIES = ("TJ", "KZ")
CATEGORIES = ("national", "online")
PAIRS = list(product((*COUNTRIES, None), (*CATEGORIES, "")))
OF_WHAT = [(country, category) for country, category in PAIRS if country or category]

limits = st.tuples(st.none() | st.integers(0, 2), st.none() | st.integers(0, 3))


@st.composite
def seats(draw) -> Seats:
    """A training's limits and who sits there already, within them or not."""
    quotas = []
    for country, category in draw(st.lists(st.sampled_from(OF_WHAT), max_size=4, unique=True)):
        minimum, maximum = draw(limits)
        if maximum is not None and minimum is not None:
            maximum = max(minimum, maximum)
        quota = Quota(category=category, minimum=minimum, maximum=maximum)
        quota.country = Country(code=country, name=country) if country else None
        quotas.append(quota)
    seated = draw(st.lists(st.sampled_from(PAIRS), max_size=4))
    return Seats(draw(st.none() | st.integers(0, 7)), quotas, Counter(seated))


def fewest_to_come(quotas: list[Quota], seated: Counter) -> int:
    """How many people at least would fill all minimums, found by trying out everyone."""
    lacks = tuple(
        max(0, (q.minimum or 0) - sum(n for pair, n in seated.items() if q.covers(*pair)))
        for q in quotas
    )

    @cache
    def fewest(lacks: tuple[int, ...]) -> int:
        if not any(lacks):
            return 0
        steps = set()
        for pair in PAIRS:
            after = tuple(max(0, n - q.covers(*pair)) for n, q in zip(lacks, quotas, strict=True))
            if after != lacks:
                steps.add(after)
        return 1 + min(fewest(after) for after in steps)

    return fewest(lacks)


def may_sit(seats: Seats, pair) -> bool:
    """Whether one more of `pair` keeps all limits and takes no seat that a minimum needs."""
    if any(
        q.maximum is not None and seats.filled(q) >= q.maximum and q.covers(*pair)
        for q in seats.quotas
    ):
        return False
    if seats.capacity is None:
        return True
    left = seats.capacity - seats.taken
    short_before = max(0, fewest_to_come(seats.quotas, seats.seated) - left)
    with_one_more = seats.seated + Counter([pair])
    short_after = max(0, fewest_to_come(seats.quotas, with_one_more) - (left - 1))
    return left > 0 and short_after <= short_before


@settings(max_examples=300, deadline=None)
@given(seats(), st.sampled_from(PAIRS))
def test_someone_is_refused_exactly_when_a_limit_or_a_minimum_would_suffer(seats, pair):
    with translation.override("en"):
        assert (seats.refusal(*pair) == "") is may_sit(seats, pair)


@settings(max_examples=100, deadline=None)
@given(seats(), st.lists(st.sampled_from(PAIRS), max_size=10))
def test_who_was_refused_once_stays_refused_while_seats_are_given(seats, line):
    with translation.override("en"):
        refused = {pair for pair in PAIRS if seats.refusal(*pair)}
        for pair in line:
            if not seats.refusal(*pair):
                seats.seat(*pair)
            assert all(seats.refusal(*one) for one in refused)
