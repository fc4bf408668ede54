"""The rule of small cells: what the public is not told, so that no number speaks of a few people.

A number of 1 to 4 is not shown, and neither is a second one beside it, or the total would bring the
first back. A zero is shown: it is of nobody. Which second number goes depends on the order of
the answers alone, never on its size, or the choice itself would tell how large the first one is.
"""

from collections.abc import Iterable, Mapping, Sequence

FEWEST = 5

Counts = Mapping[str, int]


def hidden(counts: Counts) -> set[str]:
    """The answers of `counts` whose numbers are not shown; all of them where nothing else helps.

    Whoever knows the total, the numbers that are shown and this rule finds two ways or more to
    fill each of the others in.
    """
    few = [key for key, number in counts.items() if 0 < number < FEWEST]
    return with_a_second(counts, set(few)) if few else set()


def with_a_second(counts: Counts, few: set[str]) -> set[str]:
    """`few` and, where these alone would be told by their sum, the last other answer that anyone
    gave; every answer where there is none."""
    told = sum(counts[key] for key in few)
    number = sum(1 for key in few if counts[key])
    # Two that come to 2 are 1 and 1; and that it stands alone would tell 1 and 1 from 1 and 2.
    if number > 1 and number + 1 < told < number * (FEWEST - 1) - 1:
        return few
    others = [key for key, count in counts.items() if count and key not in few]
    return few | {others[-1]} if others else set(counts)


def hidden_at(step: int, tables: Sequence[Counts]) -> set[str]:
    """What is not shown of one of `tables`, which count people step by step, each some of those
    before. Steps less than 5 people apart hide alike, or the one would tell the other."""
    totals = [sum(table.values()) for table in tables]
    near = (
        table
        for table, total in zip(tables, totals, strict=True)
        if abs(total - totals[step]) < FEWEST
    )
    return {key for table in near for key in hidden(table)}


def told_together(step: int, parts: Iterable[Sequence[Counts]]) -> list[bool]:
    """Of each of `parts` (the tables of one training), whether sums over several may hold it.

    Only one that hides nothing by itself may. So every sum, whichever trainings it is of, is made
    of numbers that are told anyway, and no two sums tell more than these when one is taken from
    the other: by year and by series, of a report and of the programme.
    """
    return [not hidden_at(step, tables) for tables in parts]


def tells_who_came_twice(parts: Iterable[Counts], together: Counts) -> bool:
    """Whether the sum of `parts` less `together`, where each person counts once, is of a few: then
    the two side by side would tell how many of them came to several."""
    sums: dict[str, int] = {}
    for part in parts:
        for key, number in part.items():
            sums[key] = sums.get(key, 0) + number
    return any(0 < abs(sums[key] - together.get(key, 0)) < FEWEST for key in sums)
