"""The rule of small cells against someone who knows the totals, all that is shown, and the rule."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteers.small_cells import hidden, hidden_at, told_together

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


def test_a_sum_holds_two_that_hide_the_same_and_are_enough_together():
    many, few, fewer = {"f": 20, "m": 9}, {"f": 12, "m": 3}, {"f": 9, "m": 1}
    assert told_together(0, [[many], [few], [few]]) == [True, True, True]
    assert told_together(0, [[many], [few], [fewer]]) == [True, False, False]
