"""Putting values into the words of a letter: once as plain text, once as HTML.

Words hold placeholders such as `{name}`, and light Markdown: `**bold**`, lists, and links such as
`[See where it stands]({link})`. What a value says is never read as a placeholder or as Markdown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from django.conf import settings
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from trainings import markdown

PLACEHOLDER = re.compile(r"\{(\w+)\}")
LINK = re.compile(r"\[([^\]\n]+)\]\(\{(\w+)\}\)")
ANY_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
# Marks where a value will stand in the HTML: a sign that no keyboard has, so that no words hold it.
OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"(<p>)?{OPEN}(\\w+?){CLOSE}(</p>)?")
# Marks where an address will stand in a link: a host that nobody can have (RFC 2606).
ADDRESS_MARK = re.compile(r"https://(\w+)\.address\.invalid/")
LINK_ALONE = re.compile(r'<p><a href="([^"]+)"([^>]*)>([^<]+)</a></p>')


@dataclass(frozen=True)
class Words:
    """A letter before anything is filled in."""

    subject: str
    body: str


@dataclass(frozen=True)
class Value:
    """What stands for a placeholder. `is_block` says that its HTML holds paragraphs of its own.

    `url` is set where it is an address that our site made.
    """

    text: str
    html: SafeString
    is_block: bool = False
    url: str = ""


@dataclass(frozen=True)
class Filled:
    """A letter as it is read; `html` is what stands inside the page of `letter.html`."""

    subject: str
    text: str
    html: SafeString


def plain(text: object) -> Value:
    """A value of words in one line, shown as they are."""
    line = " ".join(str(text or "").split())
    return Value(line, format_html("{}", line))


def address(url: str, shown: str = "") -> Value:
    """A value that leads somewhere; `shown` is what it says instead of the address."""
    if not url:
        return plain("")
    text = f"{shown} ({url})" if shown else url
    return Value(text, format_html('<a href="{}">{}</a>', url, shown or url), url=url)


def prose(text: object) -> Value:
    """A value of Markdown, such as the practical information of a training."""
    typed = "" if text is None else str(text).strip()
    # A mailbox has no site around it that an address without a host could lead to.
    typed = typed.replace("](/", f"]({settings.SITE_URL}/")
    return Value(typed, markdown.render(typed), is_block=True)


def fill(words: Words, values: Mapping[str, Value]) -> Filled:
    """`words` with their placeholders filled from `values`; one without a value stays as typed.

    What is unknown is left out: a line whose placeholders are all empty, and a paragraph likewise.
    """
    body = without_empty(words.body, values)
    subject = " ".join(filled_in(words.subject, values).split())
    return Filled(subject[:300], as_text(body, values), as_html(body, values))


def without_empty(body: str, values: Mapping[str, Value]) -> str:
    """The words without the lines and paragraphs whose placeholders are all empty."""
    paragraphs = re.split(r"\n\s*\n", body.replace("\r\n", "\n").strip())
    kept = [paragraph for paragraph in paragraphs if not says_nothing(paragraph, values)]
    lines = [
        [line for line in paragraph.split("\n") if not says_nothing(line, values)]
        for paragraph in kept
    ]
    return "\n\n".join("\n".join(each) for each in lines)


def says_nothing(words: str, values: Mapping[str, Value]) -> bool:
    named = [name for name in PLACEHOLDER.findall(words) if name in values]
    return bool(named) and not any(values[name].text for name in named)


def filled_in(words: str, values: Mapping[str, Value]) -> str:
    """`words` with the plain texts of `values`, in one go: what was filled in is not read again."""
    return PLACEHOLDER.sub(
        lambda found: values[found[1]].text if found[1] in values else found[0], words
    )


def as_text(body: str, values: Mapping[str, Value]) -> str:
    """Plain text: an address stands after the words that lead to it, bold is not marked."""
    words = ANY_LINK.sub(r"\1 (\2)", LINK.sub(r"\1:\n{\2}", body))
    return filled_in(BOLD.sub(r"\1", words), values)


def as_html(body: str, values: Mapping[str, Value]) -> SafeString:
    """HTML: the words as Markdown first, then the values in place of their marks."""

    def marked(found: re.Match) -> str:
        name = found[1]
        if name not in values:
            return found[0]
        mark = f"{OPEN}{name}{CLOSE}"
        return f"\n\n{mark}\n\n" if values[name].is_block else mark

    words = ADDRESS_MARK.sub("", body.replace(OPEN, "").replace(CLOSE, ""))
    words = ANY_LINK.sub(lambda found: linked(found, values), words)
    words = PLACEHOLDER.sub(marked, words)
    # Addresses first, which hold no marks: what was filled in is not read again.
    page = ADDRESS_MARK.sub(lambda found: escape(values[found[1]].url), rendered(words))
    page = MARK.sub(lambda found: placed(found, values[found[2]]), page)
    return mark_safe(page)  # noqa: S308 - nh3 has cleaned the words, the values are escaped


@lru_cache(maxsize=200)
def rendered(words: str) -> str:
    """HTML of words with marks, which are the same in every letter of a kind about a training."""
    # Two spaces at the end of a line keep it a line.
    page = markdown.render(re.sub(r"(?<=\S)\n(?=\S)", "  \n", words))
    return LINK_ALONE.sub(as_button, page)


def linked(found: re.Match, values: Mapping[str, Value]) -> str:
    """A link of the words with a mark for the address of our site that `({link})` stands for."""
    words, target = found.groups()
    alone = PLACEHOLDER.fullmatch(target)
    if alone and alone[1] in values and values[alone[1]].url:
        return f"[{words}](https://{alone[1]}.address.invalid/)"

    def encoded(name: re.Match) -> str:
        return quote(values[name[1]].text, safe="@") if name[1] in values else name[0]

    return f"[{words}]({PLACEHOLDER.sub(encoded, target)})"


def as_button(found: re.Match) -> str:
    """A link that is a whole paragraph becomes a button, with its address in small print."""
    url, more, words = found.groups()
    return f'<p><a class="button" href="{url}"{more}>{words}</a></p>\n<p class="address">{url}</p>'


def placed(found: re.Match, value: Value) -> str:
    """The HTML of `value` at its mark; one with paragraphs of its own needs none around it."""
    before, _name, after = found.groups(default="")
    alone = value.is_block and before and after
    return value.html if alone else f"{before}{value.html}{after}"
