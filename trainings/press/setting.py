"""Setting words of several kinds on a page, line by line, from one page to the next."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainings.press.prose import Words
from volunteers.papers.lettering import spelt
from volunteers.papers.paper import APRICOT, INK, LAPIS, MUTED, Numbered, Type

BLANK = re.compile(r"(\s+)")
# How far letters lean that have no italic of their own, as on the pages of the site, in degrees.
LEAN = 11


@dataclass(frozen=True)
class Piece:
    """Letters that are set alike and stand together on a line."""

    text: str
    of: Type
    leaning: bool = False
    link: str = ""

    def with_text(self, text: str) -> "Piece":
        return Piece(text, self.of, self.leaning, self.link)


Line = list[Piece]

HEADLINE = Type("serif", "", 24, INK, 1.18)
LEAD = Type("sans", "", 13, INK, 1.4)
PART = Type("serif", "", 15, INK, 1.25)
SMALLER_PART = Type("serif", "", 12, INK, 1.3)
BODY = Type("sans", "", 10.5, INK, 1.45)
QUOTED = Type("serif", "", 14, INK, 1.35)
ASIDE = Type("sans", "", 9, MUTED, 1.35)
WARNING = Type("sans", "B", 10, APRICOT, 1.3)
NUMBER = Type("serif", "", 18, LAPIS, 1.2)


class Setter(Numbered):
    """A paper of flowing text: `at` is where the next line begins."""

    left = 20.0
    wide = 170.0

    def __init__(self, **options):
        super().__init__(**options)
        self.widths: dict[tuple[Type, str], float] = {}

    def measured(self, text: str, of: Type) -> float:
        """The width of `text` in millimetres; a letter is measured once."""
        total = 0.0
        for letter in text:
            if (of, letter) not in self.widths:
                self.widths[of, letter] = self.width_of(letter, of)
            total += self.widths[of, letter]
        return total

    def flow(
        self, words: Iterable[Words], of: Type, *, indent: float = 0, mark: str = "", bar: str = ""
    ) -> None:
        """Set `words`, over as many pages as they take.

        `mark` stands before the first line, in the indent; `bar` is the colour of a line beside.
        """
        for number, line in enumerate(self.broken(words, of, self.wide - indent)):
            self.room_for(of.line)
            if mark and number == 0:
                self.put(mark, self.left + indent - 5, self.at, 5, of)
            if bar:
                self.block(self.left + indent - 4, self.at, 0.9, of.line, bar)
            self.set_line(line, self.left + indent, of.line)

    def set_line(self, line: Line, x: float, height: float) -> None:
        for piece in together(line):
            width = self.measured(piece.text, piece.of)
            self.in_type(piece.of)
            self.set_xy(x, self.at)
            if piece.leaning:
                with self.skew(LEAN, 0, x, self.at + height):
                    self.cell(width, height, piece.text)
            else:
                self.cell(width, height, piece.text)
            if piece.link:
                self.link(x, self.at, width, height, piece.link)
            x += width
        self.at += height

    def broken(self, words: Iterable[Words], of: Type, width: float) -> Iterator[Line]:
        """`words` in lines of at most `width`; a word longer than that is broken as well."""
        line: Line = []
        used = 0.0
        for word in unbroken(words, of):
            if word is None:
                yield line
                line, used = [], 0.0
                continue
            is_blank = word[0].text == " "
            needed = sum(self.measured(piece.text, piece.of) for piece in word)
            if used + needed > width and line:
                yield without_last_blank(line)
                line, used = [], 0.0
            if is_blank and not line:
                continue
            rest = word
            while needed > width:
                kept, rest = self.split(rest, width)
                yield kept
                needed = sum(self.measured(piece.text, piece.of) for piece in rest)
            line += rest
            used += needed
        if line:
            yield without_last_blank(line)

    def split(self, word: Line, width: float) -> tuple[Line, Line]:
        """As many letters of a long word as stand in `width`, at least one, and the rest."""
        kept: Line = []
        used = 0.0
        for number, piece in enumerate(word):
            for place, letter in enumerate(piece.text):
                used += self.measured(letter, piece.of)
                if used > width and (kept or place):
                    before, after = piece.text[:place], piece.text[place:]
                    kept += [piece.with_text(before)] if before else []
                    return kept, [piece.with_text(after), *word[number + 1 :]]
            kept.append(piece)
        return kept, []


def unbroken(words: Iterable[Words], of: Type) -> Iterator[Line | None]:
    """Words and blanks, each of one or several pieces; None where a new line is asked for."""
    word: Line = []
    for one in words:
        bold = Type(of.family, "B", of.size, of.colour, of.leading) if of.family == "sans" else of
        colour = LAPIS if one.link else of.colour
        chosen = bold if one.strong else of
        chosen = Type(chosen.family, chosen.style, chosen.size, colour, chosen.leading)
        said = spelt(unicodedata.normalize("NFC", one.text))
        for part in BLANK.split(said):
            if not part:
                continue
            if not part.isspace():
                word.append(Piece(part, chosen, one.leaning, one.link))
                continue
            if word:
                yield word
                word = []
            yield None if "\n" in part else [Piece(" ", chosen, one.leaning, one.link)]
    if word:
        yield word


def without_last_blank(line: Line) -> Line:
    return line[:-1] if line and line[-1].text == " " else line


def together(line: Line) -> Iterator[Piece]:
    """Neighbours that are set alike as one piece, so that a reader can copy whole lines."""
    held: Piece | None = None
    for piece in line:
        if held and piece == held.with_text(piece.text):
            held = held.with_text(held.text + piece.text)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
