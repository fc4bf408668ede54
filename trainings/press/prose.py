"""Markdown as paragraphs of words, for plain text and for paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from django.conf import settings
from markdown_it.token import Token

from trainings.markdown import MARKDOWN, MAX_LENGTH


@dataclass(frozen=True)
class Words:
    """Words that are set alike; `\\n` alone begins a new line. `link` is a full address."""

    text: str
    strong: bool = False
    leaning: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`kind` is `text`, `heading`, `quoted` or `code`; `depth` counts the lists it stands in.

    A row of a table has `cells` too; the row `begins` its table where they are its head.
    """

    words: tuple[Words, ...]
    kind: str = "text"
    depth: int = 0
    mark: str = ""
    cells: tuple[tuple[Words, ...], ...] = ()
    begins: bool = False


def paragraphs(text: object) -> list[Paragraph]:
    """The Markdown in `text`, a string or a label, as it is shown: HTML stays as it was typed."""
    typed = "" if text is None else str(text)
    if len(typed) > MAX_LENGTH:
        parts = typed.replace("\r\n", "\n").split("\n\n")
        return [Paragraph((Words(part),)) for part in parts if part.strip()]
    return list(Reading().read(MARKDOWN.parse(typed)))


def dated(text: object, dateline: str) -> list[Paragraph]:
    """The paragraphs of `text` with `dateline` before its first words, or on a line of its own
    where it doesn't begin with words."""
    found = paragraphs(text)
    if not dateline:
        return found
    before = Words(f"{dateline} — ", strong=True)
    if found and begins_with_words(found):
        first = found[0]
        return [Paragraph((before, *first.words)), *found[1:]]
    return [Paragraph((before,)), *found]


def begins_with_words(found: list[Paragraph]) -> bool:
    first = found[0] if found else None
    return first is not None and first.kind == "text" and not first.depth and not first.cells


@dataclass
class Reading:
    """Where in the Markdown we are: in which lists, in how many quotations, in which row."""

    lists: list[int | None] = field(default_factory=list)
    quoted: int = 0
    mark: str = ""
    heading: bool = False
    head: bool = False
    cells: list[tuple[Words, ...]] | None = None

    def read(self, tokens: Iterable[Token]) -> Iterator[Paragraph]:
        for token in tokens:
            step = getattr(self, token.type, None)
            if step:
                step(token)
            elif token.type == "inline":
                yield from self.line(tuple(words_of(token.children or [])))
            elif token.type == "tr_close":
                yield from self.row()
            elif token.type in ("fence", "code_block"):
                for line in token.content.splitlines():
                    yield self.paragraph((Words(line),), "code")

    def line(self, words: tuple[Words, ...]) -> Iterator[Paragraph]:
        if self.cells is not None:
            shown = (replace(one, strong=True) for one in words) if self.head else words
            self.cells.append(tuple(shown))
        elif words:
            kind = "heading" if self.heading else "quoted" if self.quoted else "text"
            yield self.paragraph(words, kind)

    def row(self) -> Iterator[Paragraph]:
        """A row of a table: its cells, and all of them in one line."""
        cells, self.cells = tuple(self.cells or ()), None
        parts: list[Words] = []
        for cell in cells:
            parts += [Words(" · ")] if parts else []
            parts += cell
        if parts:
            row = self.paragraph(tuple(parts), "text")
            yield replace(row, cells=cells, begins=self.head)

    def paragraph(self, words: tuple[Words, ...], kind: str) -> Paragraph:
        mark, self.mark = self.mark, ""
        return Paragraph(words, kind, len(self.lists), mark)

    def heading_open(self, token: Token) -> None:
        self.heading = True

    def heading_close(self, token: Token) -> None:
        self.heading = False

    def blockquote_open(self, token: Token) -> None:
        self.quoted += 1

    def blockquote_close(self, token: Token) -> None:
        self.quoted -= 1

    def bullet_list_open(self, token: Token) -> None:
        self.lists.append(None)

    def ordered_list_open(self, token: Token) -> None:
        self.lists.append(int(token.attrGet("start") or 1))

    def bullet_list_close(self, token: Token) -> None:
        self.lists.pop()

    ordered_list_close = bullet_list_close

    def list_item_open(self, token: Token) -> None:
        number = self.lists[-1]
        self.mark = "•" if number is None else f"{number}."
        if number is not None:
            self.lists[-1] = number + 1

    def thead_open(self, token: Token) -> None:
        self.head = True

    def thead_close(self, token: Token) -> None:
        self.head = False

    def tr_open(self, token: Token) -> None:
        self.cells = []


def words_of(children: Iterable[Token]) -> Iterator[Words]:
    """The words inside a paragraph. Pictures are left out, as on the page."""
    strong = leaning = 0
    link = ""
    for token in children:
        if token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        elif token.type in ("em_open", "em_close"):
            leaning += token.nesting
        elif token.type == "link_open":
            link = urljoin(settings.SITE_URL, str(token.attrGet("href")))
        elif token.type == "link_close":
            link = ""
        elif token.type == "softbreak":
            yield Words(" ", bool(strong), bool(leaning), link)
        elif token.type == "hardbreak":
            yield Words("\n")
        elif token.type in ("text", "code_inline") and token.content:
            yield Words(token.content, bool(strong), bool(leaning), link)
