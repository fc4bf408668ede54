"""English as the drafts need it: articles, numbers in words, singular and plural, lists."""

import re
from collections.abc import Iterable

from trainings import wording

# Nouns that make the name of an organisation or a venue take “the”: the Ministry of Health, the UN
# Volunteers Programme. A name that begins with one and goes on with a name of its own does not.
COMMON = """
    academy administration agency alliance assembly association authority bank board bureau center
    centre chamber coalition commission committee community confederation consortium convention
    corps council cross crescent delegation department desk directorate embassy facility federation
    forum foundation fund government group hall headquarters hostel hotel house initiative institute
    institution league library ministry mission movement museum network nursery office organisation
    organization parliament partnership programme program project secretariat section service
    services society syndicate team union unit
"""
PREPOSITIONS = {"of", "for", "on", "in", "at"}
COUNTRY_NOUN = re.compile(
    r"\b(?:Republic|Kingdom|Islands|Emirates|Territory|Territories|Federation|State of|States)\b"
)
COUNTRIES = {
    "Bahamas",
    "Caribbean Netherlands",
    "Comoros",
    "Congo",
    "Gambia",
    "Isle of Man",
    "Maldives",
    "Netherlands",
    "Philippines",
    "Seychelles",
}
SINGULAR_S = {"series", "campus", "class", "course", "congress", "process", "business", "news"}


def country(name: str) -> str:
    """A country inside a sentence: `the Republic of Korea`, `Japan`."""
    needs = name in COUNTRIES or (COUNTRY_NOUN.search(name) and not name.startswith("South "))
    return f"the {name}" if needs else name


def named(name: str) -> str:
    """An organisation or a venue inside a sentence: `the Government of Japan`, `UNICEF`."""
    words = name.split()
    if not words or words[0].lower() in ("the", "a", "an"):
        return name
    for place, word in enumerate(words):
        after = words[place + 1].lower() if place + 1 < len(words) else "of"
        if word.lower().strip(",") in COMMON.split() and (place or after in PREPOSITIONS):
            return f"the {name}"
    return name


def capital(text: str) -> str:
    """With a capital where a sentence begins."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """As it stands inside a sentence: `Regional workshop` becomes `regional workshop`.

    Names stay: what is written in capitals, and what has a capital further on.
    """
    word = text.split(" ", maxsplit=1)[0]
    plain = word[1:].islower() and not word.endswith(("an", "ese", "ish"))
    return text[0].lower() + text[1:] if plain and not re.search(r"\s[A-Z]", text) else text


def sentence(text: str) -> str:
    """A whole sentence: with its capital, and with one stop."""
    ended = text.rstrip("”’)").endswith((".", "!", "?", "…")) and not text.endswith(")")
    return capital(text) if ended else f"{capital(text)}."


def quoted(words: str) -> str:
    return f"“{words}”"


def number(count: int) -> str:
    """In words up to a hundred, then in digits."""
    return wording.number_in_words(count, "en") or wording.number(count, "en")


def listed(items: Iterable[str]) -> str:
    """`A, B and C`; `A; B; and C` where three or more have commas or an “and” of their own."""
    kept = [one for one in items if one]
    return apart(kept) if len(kept) > 2 else wording.list_of(kept, "en")


def apart(items: Iterable[str]) -> str:
    """`A, expert; B, trainer; and C`: items that go on after a comma of their own."""
    kept = [one for one in items if one]
    if len(kept) < 2 or not any("," in one or ";" in one or " and " in one for one in kept):
        return wording.list_of(kept, "en")
    return "; ".join([*kept[:-1], f"and {kept[-1]}"])


def is_plural(noun: str) -> bool:
    """Whether a noun, such as the kind of a training, stands in the plural."""
    last = noun.lower().split()[-1] if noun.split() else ""
    return last.endswith("s") and last not in SINGULAR_S and not last.endswith("ss")


def plural(noun: str) -> str:
    """`regional workshops`; "" for what has no plain one, such as `training in stages`."""
    words = noun.split()
    if not re.fullmatch(r"[\w\s-]+", noun) or {*words} & PREPOSITIONS or words[-1] == "series":
        return ""
    if is_plural(noun):
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|ch|sh)$", noun) else f"{noun}s"


def of_number(count: int, one: str, several: str) -> str:
    return one if count == 1 else several
