"""The addresses of public pages: each is put together once, as a page names many of them."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def address(name: str, *args: str) -> str:
    """The address that `reverse` gives in the reader's language.

    Raises NoReverseMatch for a page that there is not.
    """
    return made(get_script_prefix(), get_language(), name, *args)


@lru_cache(maxsize=10_000)
def made(_prefix: str, _language: str | None, name: str, *args: str) -> str:
    return reverse(name, args=args)
