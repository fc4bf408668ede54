"""A report as plain text."""

from collections.abc import Iterable, Iterator

from trainings.press import counting
from trainings.press.closing import byline, credit_of, sources
from trainings.press.kit import Kit
from trainings.press.pieces import (
    Counted,
    Entry,
    Frozen,
    Heading,
    Listed,
    Pictures,
    Piece,
    Prose,
    Said,
)
from trainings.press.prose import Paragraph, Words, dated
from trainings.press.quoting import translation_of, voice_of, words_of


def write(kit: Kit) -> str:
    """The whole report; paragraphs are parted by an empty line."""
    head = [kit.embargo, kit.story.headline, byline(kit), kit.text.lead]
    body = [part for piece in kit.pieces for part in parts_of(piece)]
    foot = "\n".join(entry_line(entry) for entry in sources(kit))
    return "\n\n".join(part for part in (*head, *body, foot, kit.embargo) if part) + "\n"


def parts_of(piece: Piece) -> Iterator[str]:
    """The paragraphs of a piece."""
    match piece:
        case Heading(words):
            yield words.upper()
        case Prose(markdown, dateline):
            yield from prose(markdown, dateline)
        case Said(quote):
            translation = translation_of(quote)
            said = [translation, words_of(quote), f"— {voice_of(quote)}", str(quote.note)]
            yield "\n".join(filter(None, said))
        case Counted(groups):
            yield indented(line for one in groups for line in counting.lines_of(one))
            yield counting.closing()
        case Frozen(shown):
            yield indented(counting.frozen_lines(shown.figures))
            yield from counting.frozen_closing(shown)
        case Listed(entries):
            yield "\n".join(f"- {entry_line(entry)}" for entry in entries)
        case Pictures(photos):
            for photo in photos:
                yield "\n".join(filter(None, (f"[{photo.caption}]", credit_of(photo))))


def indented(lines: Iterable[tuple[int, str]]) -> str:
    return "\n".join(f"{'  ' * depth}{words}" for depth, words in lines)


def prose(markdown: str, dateline: str) -> Iterator[str]:
    """Paragraphs, the lines of a list under one another."""
    lines: list[str] = []
    for paragraph in dated(markdown, dateline):
        if lines and not paragraph.mark and paragraph.kind != "code":
            yield "\n".join(lines)
            lines = []
        lines.append(line_of(paragraph))
    if lines:
        yield "\n".join(lines)


def line_of(paragraph: Paragraph) -> str:
    words = "".join(with_address(one) for one in paragraph.words).strip()
    if paragraph.kind == "heading":
        return words.upper()
    if paragraph.kind == "quoted":
        return "\n".join(f"> {line}" for line in words.split("\n"))
    indent = "  " * max(0, paragraph.depth - 1)
    mark = {"": "  " if paragraph.depth else "", "•": "- "}.get(paragraph.mark)
    return f"{indent}{paragraph.mark + ' ' if mark is None else mark}{words}"


def with_address(words: Words) -> str:
    """Words that are a link, with where it leads."""
    shows_it = not words.link or words.text.strip() in words.link
    return words.text if shows_it else f"{words.text} ({words.link.removeprefix('mailto:')})"


def entry_line(entry: Entry) -> str:
    """`45 national volunteers (https://…)`: all that is said of it in one line."""
    colon = entry.lead.endswith(":") or not entry.lead or not entry.rest
    said = f"{entry.lead}{' ' if colon else ': '}{entry.rest}".strip()
    return f"{said} ({entry.link})" if entry.link and entry.link not in said else said
