"""Keeping donor figures as they were handed over, and telling how the record moved on since."""

from dataclasses import dataclass

from volunteers.donor import words
from volunteers.donor.asking import Breakdown, asked_in
from volunteers.donor.figures import Count, Figures, figures_in, figures_of
from volunteers.models import FrozenFigures, User


def freeze(figures: Figures, *, title: str, by: User) -> FrozenFigures:
    """Keep `figures` with their moment and what was asked."""
    return FrozenFigures.objects.create(
        title=title, content=figures.as_json(), frozen_at=figures.as_of, frozen_by=by
    )


@dataclass(frozen=True)
class Difference:
    """A line of the figures that is another now."""

    what: str
    then: Count
    now: Count


def now_of(frozen: Figures, user: User) -> Figures | None:
    """The same figures at this moment; None where nobody can ask the same any more.

    That is so where the training or series is gone, and where `user` sees other people than those
    who were counted then.
    """
    asked = asked_in(frozen.asked)
    countries = user.world.countries
    limited = None if countries is None else sorted(countries)
    if asked is None or limited != frozen.limited:
        return None
    return figures_of(user, asked)


def differences(frozen: Figures, current: Figures) -> list[Difference]:
    """The lines in which `current` says something else than `frozen`."""
    found = [Difference("", frozen.total, current.total)]
    for by in frozen.by:
        then, now = dict(frozen.by_one(by)), dict(current.by_one(by))
        for key in {**then, **now}:
            name = words.answer(frozen if key in then else current, by, key)
            what = f"{Breakdown(by).label}: {name}"
            nobody = Count(0, None, None)
            found.append(Difference(what, then.get(key, nobody), now.get(key, nobody)))
    return [one for one in found if somebody(one.then) != somebody(one.now)]


def somebody(count: Count) -> tuple:
    """A count to compare: a line of nobody is the same whether attendance is known or not."""
    return (count.people, count.attended, count.completed) if count.people else ()


def figures_frozen(row: FrozenFigures) -> Figures:
    return figures_in(row.content)
