"""What the columns of a list hold, guessed from their headings in English and Russian."""

from collections.abc import Iterable, Sequence
from functools import cache

from django.utils import translation

from trainings import folding
from volunteers.importing.lines import Field

SPOKEN = ("en", "ru")
# A heading may go on after the usual one, as in “E-mail (work)”, if that is so long.
SHORTEST_BEGINNING = 4


def spellings(one: Field) -> set[str]:
    """The folded headings that mean `one`: its key, its label in both languages, the usual ones."""
    texts = {one.key, one.key.replace("_", " "), *one.spellings.split("|")}
    for language in SPOKEN:
        with translation.override(language):
            texts.add(str(one.label))
    return {folded for text in texts if (folded := fold(text))}


@cache
def fold(text: str) -> str:
    return folding.fold(text)


def knows(fields: Sequence[Field]):
    """A function saying whether a text is a heading of one of `fields`."""
    usual = set().union(*(spellings(one) for one in fields))
    return lambda text: fold(text) in usual


def guess(headings: Iterable[str], fields: Sequence[Field]) -> dict[int, str]:
    """The keys of `fields` by the places of the columns that seem to hold them, each once."""
    folded = {place: fold(text) for place, text in enumerate(headings) if text}
    usual = {one.key: spellings(one) for one in fields}
    found: dict[int, str] = {}
    for fits in (is_spelled, begins):
        for place, text in folded.items():
            free = [key for key in usual if key not in found.values()]
            key = next((key for key in free if fits(text, usual[key])), None)
            if key and place not in found:
                found[place] = key
    return found


def is_spelled(text: str, usual: set[str]) -> bool:
    return text in usual


def begins(text: str, usual: set[str]) -> bool:
    return any(text.startswith(f"{u} ") for u in usual if len(u) >= SHORTEST_BEGINNING)
