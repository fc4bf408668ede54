"""The rule of small cells against someone who knows the totals, all that is shown, and the rule."""

from collections import defaultdict
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volunteers.small_cells import hidden, hidden_at, tells_who_came_twice, told_together

counts = st.lists(st.integers(0, 40), min_size=6, max_size=6).map(
    lambda numbers: dict(zip("fmowna", numbers, strict=True))
)


def ways(cells, total):
    """All ways to part `total` people into `cells`."""
    if cells == 1:
        return [(total,)]
    return [(one, *rest) for one in range(total + 1) for rest in ways(cells - 1, total - one)]


@given(counts)
def test_no_number_under_five_is_shown(table):
    away = hidden(table)
    assert not [key for key, number in table.items() if key not in away and 0 < number < 5]


@given(counts)
def test_the_total_less_what_is_shown_is_of_two_answers_or_more(table):
    away = hidden(table)
    given_ = [table[key] for key in away if table[key]]
    assert not away or len(given_) > 1 or away == set(table)


@given(counts)
def test_where_nothing_is_small_nothing_is_hidden(table):
    large = {key: number + 5 if number else 0 for key, number in table.items()}
    assert hidden(large) == set()


@pytest.mark.parametrize(("cells", "most"), [(2, 30), (3, 24), (4, 18)])
def test_whoever_knows_the_rule_too_finds_two_values_for_each_hidden_number(cells, most):
    for total in range(most + 1):
        looks_like = defaultdict(list)
        for way in ways(cells, total):
            away = hidden(dict(enumerate(way)))
            seen = tuple(None if key in away else number for key, number in enumerate(way))
            looks_like[seen].append(way)
        for seen, possible in looks_like.items():
            for place in [place for place, number in enumerate(seen) if number is None]:
                assert len({way[place] for way in possible}) > 1, (total, seen)


def test_forty_two_women_and_three_men_are_both_hidden():
    assert hidden({"f": 42, "m": 3, "o": 0, "unknown": 0}) == {"f", "m"}


def test_one_who_would_rather_not_say_hides_one_answer_more():
    assert hidden({"f": 30, "m": 12, "withheld": 1, "unknown": 0}) == {"m", "withheld"}


def test_of_three_people_nothing_more_is_said():
    assert hidden({"f": 3, "m": 0, "unknown": 0}) == {"f", "m", "unknown"}


def test_a_step_nearly_as_large_hides_the_same():
    registered, attended = {"f": 12, "m": 5, "o": 0}, {"f": 12, "m": 4, "o": 0}
    assert hidden_at(0, [registered, attended]) == {"f", "m"}
    assert hidden_at(0, [{"f": 30, "m": 15, "o": 0}, attended]) == set()


def test_a_sum_holds_no_training_that_alone_hides_something():
    many, few = {"f": 20, "m": 9}, {"f": 12, "m": 3}
    assert told_together(0, [[many], [few], [many]]) == [True, False, True]


def test_two_that_hide_the_same_and_are_enough_together_are_in_no_sum_either():
    many, few = {"f": 20, "m": 9}, {"f": 12, "m": 3}
    assert told_together(0, [[many], [few], [few]]) == [True, False, False]


def test_a_few_who_came_twice_would_be_told_by_the_sum():
    parts = [{"f": 20, "m": 9}, {"f": 12, "m": 8}]
    assert tells_who_came_twice(parts, {"f": 32, "m": 15})
    assert not tells_who_came_twice(parts, {"f": 32, "m": 17})
    assert not tells_who_came_twice(parts, {"f": 25, "m": 11})


def told(trainings: list[dict], names: list) -> list[tuple[list[int], int]]:
    """All that is public of `trainings`, which share nobody, in every sum there can be: of each
    the answers it counts, as factors of `names`, and the number."""
    may = told_together(0, [[one] for one in trainings])
    facts = []
    for chosen in product([False, True], repeat=len(trainings)):
        own = [place for place, is_in in enumerate(chosen) if is_in]
        counted = own if len(own) == 1 else [place for place in own if may[place]]
        table = {key: sum(trainings[place][key] for place in counted) for key in "fmu"}
        away = hidden(table)
        lines = [("fmu", own), *((key, counted) for key in "fmu" if key not in away)]
        for keys, places in lines:
            factors = [int(key in keys and place in places) for place, key in names]
            number = sum(trainings[place][key] for place in places for key in keys)
            facts.append((factors, number))
    return facts


def solved(facts: list[tuple[list[int], int]], size: int) -> dict[int, Fraction]:
    """Which unknowns the facts tell, and what they are: Gauss and Jordan."""
    rows = [[Fraction(one) for one in (*factors, number)] for factors, number in facts]
    done: list[list[Fraction]] = []
    for column in range(size):
        if pivot := next((row for row in rows if row[column]), None):
            rows.remove(pivot)
            pivot = [one / pivot[column] for one in pivot]
            done, rows = (
                [[a - row[column] * b for a, b in zip(row, pivot, strict=True)] for row in some]
                for some in (done, rows)
            )
            done.append(pivot)
    found = [([place for place in range(size) if row[place]], row[-1]) for row in done]
    return {places[0]: number for places, number in found if len(places) == 1}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=3, max_size=3))
def test_no_sums_taken_from_one_another_bring_a_small_number_back(numbers):
    """By year and by series, of a report and of the programme: every sum is public at once."""
    trainings = [dict(zip("fmu", one, strict=True)) for one in numbers]
    names = [(place, key) for place in range(3) for key in "fmu"]
    values = solved(told(trainings, names), len(names)).values()
    assert not [number for number in values if 0 < number < 5]
