"""What HTML allows inside what, by which the tests judge the pages.

Content models: https://html.spec.whatwg.org/multipage/indices.html#elements-3 (read in 2026). A
parser mends such faults without a word, and each browser in its own way.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

PHRASING = {
    *("a", "abbr", "audio", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del"),
    *("dfn", "em", "i", "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "meter"),
    *("output", "picture", "progress", "q", "s", "samp", "script", "select", "small", "span"),
    *("strong", "sub", "sup", "svg", "template", "textarea", "time", "u", "var", "video", "wbr"),
}
# These hold words and what runs in a line, no block.
ONLY_PHRASING = {
    *("abbr", "b", "bdi", "button", "cite", "code", "dfn", "em", "h1", "h2", "h3", "h4", "h5"),
    *("h6", "i", "kbd", "label", "mark", "p", "pre", "q", "s", "small", "span", "strong", "sub"),
    *("sup", "time", "u"),
}
ONLY = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "picture": {"source", "img"},
    "select": {"option", "optgroup", "hr"},
}
FIRST = {"fieldset": "legend", "details": "summary", "table": "caption"}
INTERACTIVE = {"a", "button", "details", "input", "label", "select", "textarea"}
NO_INTERACTIVE_IN = {"a", "button"}
BARE_WORDS = {"ul", "ol", "dl", "table", "thead", "tbody", "tr", "picture", "select"}


def misplaced(root: Element) -> list[str]:
    """Each element or word of a page that may not stand where it stands."""
    return [fault for one in root.iter() if isinstance(one.tag, str) for fault in faults_of(one)]


def faults_of(holder: Element) -> Iterator[str]:
    children = [one for one in holder if isinstance(one.tag, str)]
    allowed = ONLY.get(holder.tag) or (PHRASING if holder.tag in ONLY_PHRASING else None)
    for place, child in enumerate(children):
        if allowed and child.tag not in allowed | {"script", "template"}:
            yield f"{child.tag} in {holder.tag}"
        if place and child.tag == FIRST.get(holder.tag):
            yield f"{child.tag} is not first in {holder.tag}"
    if holder.tag in NO_INTERACTIVE_IN:
        yield from (f"{one.tag} in {holder.tag}" for one in inside(holder, INTERACTIVE))
    if holder.tag in BARE_WORDS and words_of(holder).strip():
        yield f"words in {holder.tag}"


def inside(holder: Element, tags: set[str]) -> list[Element]:
    return [one for one in holder.iter() if one is not holder and one.tag in tags]


def words_of(holder: Element) -> str:
    """The words that stand in an element itself, not in those inside it."""
    return "".join([holder.text or "", *(child.tail or "" for child in holder)])
