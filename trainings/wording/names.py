"""The names of languages. The data come from CLDR by way of scripts/cldr.py."""

import json
from functools import cache
from pathlib import Path

from .languages import pick

DATA = Path(__file__).resolve().parent.parent / "data"

RTL_LANGUAGES = ("ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi")
RTL_SCRIPTS = ("arab", "hebr", "thaa")


@cache
def _languages() -> dict[str, dict]:
    rows = json.loads((DATA / "languages.json").read_text(encoding="utf-8"))
    return {row["code"]: row for row in rows}


def _known(code: str) -> dict | None:
    """The row of a language code, or of the language a regional tag belongs to."""
    tag = code.lower().replace("_", "-")
    return _languages().get(tag) or _languages().get(tag.split("-")[0])


def language_codes() -> list[str]:
    """The codes of all languages whose names are known, in no order of any language."""
    return list(_languages())


def language_name(code: str, language: str | None = None) -> str:
    """What the reader calls a language: "tg" is "Tajik" or "таджикский"; else the code."""
    row = _known(code)
    return (row and pick(row["name"], language)) or code


def own_language_name(code: str) -> str:
    """What a language calls itself: "Русский", "Қазақша", "العربية"; else its English name."""
    row = _known(code)
    return (row and row["own"]) or language_name(code, "en")


def is_rtl(code: str) -> bool:
    """Whether a text in this language runs from right to left; a script in the tag decides."""
    language, *rest = code.lower().replace("_", "-").split("-")
    scripts = [part for part in rest if len(part) == 4]
    return scripts[0] in RTL_SCRIPTS if scripts else language in RTL_LANGUAGES
