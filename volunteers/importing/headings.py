"""What the columns of a list hold, guessed from their headings in English and Russian."""

from collections.abc import Sequence

from django.utils import translation

from volunteers.importing.lines import Field
from volunteers.importing.values import fold

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


def knows(fields: Sequence[Field]):
    """A function saying whether a text is a heading of one of `fields`."""
    usual = set().union(*(spellings(one) for one in fields))
    return lambda text: fold(text) in usual


def guess(headings: Sequence[str], fields: Sequence[Field]) -> dict[int, str]:
    """The keys of `fields` by the places of the columns that seem to hold them, each once."""
    usual = {one.key: spellings(one) for one in fields}
    means = {one.key: one.means for one in fields}
    ways = (
        lambda key, text: fold(text) in usual[key],
        lambda key, text: means[key](text),
        lambda key, text: begins(fold(text), usual[key]),
    )
    found: dict[int, str] = {}
    for fits in ways:
        for place, text in enumerate(headings):
            free = [key for key in usual if key not in found.values()]
            key = next((key for key in free if text and fits(key, text)), None)
            if key and place not in found:
                found[place] = key
    return found


def begins(text: str, usual: set[str]) -> bool:
    return any(text.startswith(f"{u} ") for u in usual if len(u) >= SHORTEST_BEGINNING)
