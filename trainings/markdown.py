"""Markdown as people type it, as safe HTML. Sanitised at every output, whatever is stored."""

import html
import re
from functools import lru_cache

import nh3
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Longer texts are shown as they were typed: some inputs take time that grows with their square.
MAX_LENGTH = 100_000
# h1 is the page's and h2 the block's, so the highest heading of a text is h3; h2 where the text
# stands under no heading of its own.
HIGHEST, LOWEST = 3, 6

CELLS = {"th", "td"}
TABLE = {"table", "thead", "tbody", "tr"} | CELLS
# How a column stands, as the parser says it, and the class that says it on our pages.
SIDES = {"text-align:center": "middle", "text-align:right": "end"}
HEADINGS = {f"h{level}" for level in range(HIGHEST - 1, LOWEST + 1)}
TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"}
CLEANER = nh3.Cleaner(
    tags=TAGS | TABLE | HEADINGS,
    attributes={"a": {"href", "title", "rel"}, "ol": {"start"}},
    allowed_classes={cell: set(SIDES.values()) for cell in CELLS},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,  # `mark_outside_links` says which links get one.
)
# An address without these, such as `www.example.org`, would lead nowhere: it stays as typed.
ADDRESS = re.compile(r"https?://|mailto:|[/#]", re.IGNORECASE)
NOTHING_BUT_TEXT = nh3.Cleaner(tags=set(), attributes={})


def lower_headings(state: StateCore) -> None:
    """Make the highest heading of a text what is asked for, and keep the steps below it."""
    highest = state.env.get("highest", HIGHEST)
    headings = [token for token in state.tokens if token.type in ("heading_open", "heading_close")]
    top = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - top + highest, LOWEST)}"


def align_cells(state: StateCore) -> None:
    """Say by a class on which side a column stands: a page takes no style from a text."""
    for token in state.tokens:
        side = SIDES.get(str(token.attrs.pop("style", "")))
        if side:
            token.attrSet("class", side)


def mark_outside_links(state: StateCore) -> None:
    """Tell search engines that a link out of the site is not a recommendation."""
    for token in inline_tokens(state):
        if token.type == "link_open" and leads_outside(str(token.attrGet("href"))):
            token.attrSet("rel", "nofollow noopener")


def inline_tokens(state: StateCore) -> list[Token]:
    return [token for block in state.tokens for token in block.children or []]


def leads_outside(address: str) -> bool:
    """Whether a link leaves the site."""
    return address.lower().startswith(("http:", "https:", "//"))


class Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        return ADDRESS.match(url) is not None


MARKDOWN = Markdown("commonmark", {"html": False, "linkify": False}).enable("table")
MARKDOWN.core.ruler.push("lower_headings", lower_headings)
MARKDOWN.core.ruler.push("align_cells", align_cells)
MARKDOWN.core.ruler.push("mark_outside_links", mark_outside_links)


def render(text: object, highest: int = HIGHEST) -> SafeString:
    """HTML of the Markdown in `text`, a string or a label; '' for none.

    HTML shows as it was typed, and so do links to anything but http, https, mail and the site
    itself. Pictures are left out. The highest heading is of the level `highest`.
    """
    typed = "" if text is None else str(text)
    if len(typed) > MAX_LENGTH:
        return mark_safe(CLEANER.clean(linebreaks(typed, autoescape=True)))  # noqa: S308
    return written(typed, highest)


@lru_cache(maxsize=128)
def written(typed: str, highest: int) -> SafeString:
    """HTML of `typed`. Kept: a page that is made anew shows mostly what it showed before."""
    return mark_safe(CLEANER.clean(MARKDOWN.render(typed, {"highest": highest})))  # noqa: S308 - nh3 has cleaned it


def plain(text: object, length: int = 160) -> str:
    """The words of the Markdown in `text` in one line of at most `length` characters.

    For descriptions: cut after a whole word, with an ellipsis. Not HTML: a template escapes it.
    """
    words = html.unescape(NOTHING_BUT_TEXT.clean(render(text))).split()
    return cut(" ".join(words), length)


def cut(line: str, length: int) -> str:
    """`line` in at most `length` characters, cut after a whole word, with an ellipsis."""
    if len(line) <= length:
        return line
    kept = line[:length]
    whole = kept.rsplit(" ", 1)[0] if " " in kept else kept[:-1]
    return f"{whole.rstrip(' ,;:–—-')}…"
