"""Things in a row: "A, B and C"."""

from collections.abc import Iterable
from typing import TypeVar

from .languages import reader

Item = TypeVar("Item")

# CLDR has no last "and" for Kazakh and Tajik; their papers do write one.
AND = {"en": "and", "ru": "и", "kk": "және", "ky": "жана", "tg": "ва", "uz": "va"}


def list_of(items: Iterable[object], language: str | None = None) -> str:
    """The items as one phrase, "A, B and C"; empty items are left out, no items give ""."""
    return "".join(f"{item}{after}" for item, after in list_parts(items, language))


def list_parts(items: Iterable[Item], language: str | None = None) -> list[tuple[Item, str]]:
    """Each item with what follows it (", ", " and " or ""), for pages that link the items."""
    kept = [item for item in items if item is not None and str(item).strip()]
    after = [", "] * (len(kept) - 2) + [f" {AND[reader(language)]} "] * (len(kept) > 1) + [""]
    return list(zip(kept, after, strict=False))
