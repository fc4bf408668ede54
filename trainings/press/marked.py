"""A report as Markdown (CommonMark)."""

import re
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
from trainings.press.prose import begins_with_words, paragraphs
from trainings.press.quoting import translation_of, voice_of, words_of

# What would begin something else than words, in a line or at its beginning.
SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
BEGINS = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s)", re.MULTILINE)
HEADING = re.compile(r"^(#{1,6})(?=\s)", re.MULTILINE)


def write(kit: Kit) -> str:
    """The whole report. What editors wrote in Markdown stays as it is, with lower headings."""
    head = [
        f"**{escaped(kit.embargo)}**" if kit.embargo else "",
        f"# {escaped(kit.story.headline)}",
        escaped(byline(kit)),
        f"**{escaped(kit.text.lead)}**" if kit.text.lead else "",
    ]
    body = [part for piece in kit.pieces for part in parts_of(piece)]
    foot = "\n".join(f"- {entry_line(entry)}" for entry in sources(kit))
    return "\n\n".join(part for part in (*head, *body, "---", foot) if part) + "\n"


def parts_of(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading(words):
            yield f"## {escaped(words)}"
        case Prose(markdown, dateline):
            words = HEADING.sub(lowered, markdown.replace("\r\n", "\n").strip())
            between = " " if begins_with_words(paragraphs(markdown)) else "\n\n"
            yield f"{escaped(dateline)} —{between}{words}" if dateline else words
        case Said(quote):
            said = [translation_of(quote), words_of(quote)]
            said = [quoted(words) for words in said if words]
            yield "\n>\n".join([*said, f"> — {escaped(str(voice_of(quote)))}"])
            if quote.note:
                yield escaped(str(quote.note))
        case Counted(groups):
            yield in_points(line for one in groups for line in counting.lines_of(one))
            yield f"*{escaped(counting.closing())}*"
        case Frozen(shown):
            yield in_points(counting.frozen_lines(shown.figures))
            yield from (f"*{escaped(words)}*" for words in counting.frozen_closing(shown))
        case Listed(entries):
            yield "\n".join(f"- {entry_line(entry)}" for entry in entries)
        case Pictures(photos):
            for photo in photos:
                said = filter(None, (str(photo.caption), credit_of(photo)))
                yield "  \n".join(f"*{escaped(words)}*" for words in said)


def in_points(lines: Iterable[tuple[int, str]]) -> str:
    return "\n".join(f"{'  ' * depth}- {escaped(words)}" for depth, words in lines)


def lowered(found: re.Match) -> str:
    """The headline is the only heading of the first level, the blocks are the second."""
    return "#" * min(len(found[1]) + 2, 6)


def escaped(words: str) -> str:
    """`words` in one line, of which no sign means anything in Markdown."""
    line = SIGNS.sub(r"\\\1", " ".join(words.split()))
    return BEGINS.sub(lambda found: f"{found[1]}{backslashed(found[2])}", line)


def backslashed(mark: str) -> str:
    """`1.` → `1\\.` and `-` → `\\-`."""
    return f"{mark[:-1]}\\{mark[-1]}"


def quoted(words: str) -> str:
    return "\n>\n".join(f"> {escaped(line)}" for line in words.splitlines() if line.strip())


def entry_line(entry: Entry) -> str:
    lead = f"**{escaped(entry.lead)}** " if entry.lead else ""
    if entry.link and entry.link == entry.rest:
        return f"{lead}<{entry.link}>"
    rest = escaped(entry.rest)
    return f"{lead}{rest} (<{entry.link}>)" if entry.link else f"{lead}{rest}".rstrip()
