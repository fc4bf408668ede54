"""The six languages, and which one stands in for which."""

from collections.abc import Mapping
from functools import lru_cache

from django.utils.translation import get_language

LANGUAGES: tuple[str, ...] = ("en", "ru", "kk", "ky", "tg", "uz")

# Readers of the four state languages mostly read Russian too; English is the last resort.
FALLBACK: dict[str, tuple[str, ...]] = {
    "en": (),
    "ru": ("en",),
    "kk": ("ru", "en"),
    "ky": ("ru", "en"),
    "tg": ("ru", "en"),
    "uz": ("ru", "en"),
}


def fallback_chain(language: str | None = None) -> tuple[str, ...]:
    """The languages to try for a reader of `language`, best first: kk gives ("kk", "ru", "en").

    A regional tag counts as its language ("ru-kz" as "ru"). A language that is none of the
    six comes first in its own chain, for texts written in it, and falls back to English.
    """
    return chain_of(language or get_language() or "en")


@lru_cache(maxsize=1000)
def chain_of(language: str) -> tuple[str, ...]:
    code = language.lower().replace("_", "-").split("-")[0]
    return (code, *FALLBACK.get(code, ("en",)))


def reader(language: str | None = None) -> str:
    """The one of the six languages that a reader of `language` gets our own words in."""
    return next(code for code in fallback_chain(language) if code in FALLBACK)


def pick(table: Mapping[str, str], language: str | None = None) -> str | None:
    """The entry of a table by language that comes first in the reader's chain, or None."""
    return next((table[code] for code in fallback_chain(language) if table.get(code)), None)
