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
    """Of each of `parts` (the tables of one training), whether a sum over several may hold it.

    A part that hides nothing at `step` may be in it. Those that hide something may only if another
    hides the same answers, and each of these comes to 5 or more in them together: the sum less the
    parts that are shown is then still of several.
    """
    parts = list(parts)
    alike: dict[frozenset[str], list[int]] = {}
    for place, tables in enumerate(parts):
        alike.setdefault(frozenset(hidden_at(step, tables)), []).append(place)
    told = [False] * len(parts)
    for keys, places in alike.items():
        sums = [sum(parts[place][step][key] for place in places) for key in keys]
        enough = len(places) > 1 and all(total == 0 or total >= FEWEST for total in sums)
        for place in places:
            told[place] = enough or not keys
    return told
