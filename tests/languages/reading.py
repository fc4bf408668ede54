"""What a reader of a page is told: its words, and what is read aloud or shown beside them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

# Names of the site and of languages' codes, and abbreviations that Russian writes in Latin too.
LATIN = {
    *("Hashar", "UTC", "Atom", "JSON", "CSV", "HXL", "PDF", "TXT", "MD", "Markdown"),
    *("cookie", "RU", "EN", "KK"),
}
ADDRESS = re.compile(r"\S+@\S+|https?://\S+")
# Are so called in every language; and BY is the code of Belarus.
SAME = {"Message-ID", "PDF", "by"}
SILENT = {"script", "style", "template"}
SPOKEN = ("aria-label", "alt", "title", "placeholder")


def parsed(source: str) -> Element:
    """A page as a browser reads it."""
    return html5lib.parse(source, namespaceHTMLElements=False)


def phrases(source: str, language: str) -> list[str]:
    """The phrases of a page in the page's own language, each with its spaces made one."""
    return phrases_of(parsed(source), language)


def phrases_of(root: Element, language: str) -> list[str]:
    assert root.get("lang") == language
    told = (" ".join(phrase.split()) for phrase in told_by(root, language))
    return [phrase for phrase in told if phrase]


def told_by(element: Element, language: str) -> Iterator[str]:
    if element.tag in SILENT or element.get("lang", language) != language:
        return
    yield from (element.get(name, "") for name in SPOKEN)
    if element.get("id") == "desk-words":  # where the desk's scripts find what to say
        yield from (value for name, value in element.items() if name.startswith("data-"))
    if element.tag == "meta" and element.get("name") == "description":
        yield element.get("content", "")
    if element.tag == "input":
        yield element.get("value", "") if element.get("type") == "submit" else ""
    yield element.text or ""
    for child in element:
        yield from told_by(child, language)
        yield child.tail or ""


def links_of(root: Element, under: str) -> set[str]:
    """The addresses on the same site that a page leads to, without what follows `#`."""
    found = (link.get("href", "").split("#")[0] for link in root.iter("a"))
    return {address for address in found if address.startswith(under)}


def parts(message: str) -> list[str]:
    """The fixed parts of a message around its placeholders: `open until `, `.`."""
    return [" ".join(part.split()) for part in re.split(r"%\(\w+\)[sd]|%s|\{\w*\}", message)]


def in_english(told: list[str], english) -> list[str]:
    """The phrases that are an English message, or hold one of two words or more."""
    whole, several = english
    whole = {one.casefold() for one in whole - SAME}
    return [
        phrase
        for phrase in told
        if phrase.casefold() in whole
        # Each piece has such a letter: to look at once whether a phrase has one spares thousands.
        or (re.search("[a-z]", phrase) and any(piece in phrase for piece in several))
    ]


def latin(told: list[str]) -> set[str]:
    """The words in Latin letters that Russian would not write so; addresses are not looked at."""
    words = (word for one in told for word in re.findall("[A-Za-z]{2,}", ADDRESS.sub("", one)))
    return set(words) - LATIN
