"""Names in Cyrillic as they stand in a Russian sentence: «Иванова» is also «Ивановой».

No grammar: a name may be meant where a word begins with the name without its ending and goes on
with an ending of Russian nouns and adjectives. It finds too much rather than too little, so it
is something to look at and keeps nothing from being published.
"""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")
CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
VOWELS = "аеёиоуыэюяйь"
# Endings of names that are adjectives; of others, the last letter goes where it is of VOWELS.
OF_ADJECTIVES = ("кий", "хий", "ый", "ой", "ая", "яя")
# What may follow the stem, in any case and number: endings of nouns, then of adjectives.
ENDING = re.compile(
    "[аяоеиыуюьй]?|[ое][йюмв]|[ыи]м|[ая][мх]|[ая]ми|ь[еию]|ьей"
    "|[ое]го|[ое]му|ая|яя|ую|юю|[ыи][ейх]|[ыи]ми"
)
# Words between a given name and a family name, such as a patronymic.
MOST_APART = 2
# A name of one word, and no less than this, is looked for by itself.
LONG_ENOUGH = 4


class Words:
    """A text, read once, in which many names are looked for."""

    def __init__(self, text: str):
        self.text = text
        self.standing = list(WORD.finditer(text))
        self.different = {word for one in self.standing if (word := one[0])[0].isupper()}

    def passage(self, name: str) -> str:
        """The first passage that may mean `name`, as it stands there; "" for none.

        Of a name of several words two have to stand near each other, in any order. Names in other
        scripts are not looked for.
        """
        parts = [part for part in WORD.findall(name) if CYRILLIC.fullmatch(part)]
        meant = {word: meanings for word in self.different if (meanings := fitting(word, parts))}
        alone = len(parts) == 1 and len(parts[0]) >= LONG_ENOUGH
        for number, one in enumerate(self.standing if meant else ()):
            if one[0] in meant:
                near = self.standing[number + 1 : number + 1 + MOST_APART]
                others = [two for two in near if meant.get(two[0], meant[one[0]]) != meant[one[0]]]
                if alone or others:
                    return self.text[one.start() : (one if alone else others[0]).end()]
        return ""


def fitting(word: str, parts: Iterable[str]) -> set[str]:
    """Those words of a name that `word` may be."""
    return {part for part in parts if fits(word, part)}


def fits(word: str, name: str) -> bool:
    """Whether a word may be `name`, one word of it, in some case."""
    word, begins = plain(word), stem(name)
    return word == plain(name) or (
        word.startswith(begins) and ENDING.fullmatch(word, len(begins)) is not None
    )


def stem(name: str) -> str:
    """A name without its ending; at least two letters of it."""
    name = plain(name)
    if len(name) > LONG_ENOUGH and name.endswith(OF_ADJECTIVES):
        return name[:-2]
    return name[:-1] if len(name) > 2 and name[-1] in VOWELS else name


def plain(word: str) -> str:
    return word.casefold().replace("ё", "е")
