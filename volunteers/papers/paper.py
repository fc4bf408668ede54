"""A PDF with our fonts, colours and ornament, and with text that is made to fit."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, cast

from django.utils.translation import gettext as _
from fpdf import FPDF

from volunteers.papers.lettering import FILES, writable
from volunteers.papers.ornament import thread

# The colours of static/css/tokens.css, in the light scheme.
INK, MUTED, LINE = "#14233a", "#566274", "#cfc8b8"
LAPIS, TURQUOISE, APRICOT = "#1d4e89", "#0b6f6f", "#b64c13"
WHITE = "#ffffff"
# Where the text of a standing sheet begins, and how wide it is, in millimetres.
MARGIN, WIDTH = 18, 174

Align = Literal["L", "C", "R"]
MILLIMETRES_A_POINT = 25.4 / 72


@dataclass(frozen=True)
class Type:
    """How a text is set: family, style, size in points and colour. Lines stand `leading` apart."""

    family: str = "sans"
    style: str = ""
    size: float = 10
    colour: str = INK
    leading: float = 1.25

    @property
    def line(self) -> float:
        """The height of a line in millimetres."""
        return self.size * self.leading * MILLIMETRES_A_POINT

    def sized(self, size: float) -> "Type":
        return Type(self.family, self.style, size, self.colour, self.leading)


TITLE = Type("serif", "", 22, LAPIS, 1.2)
QUIET = Type("sans", "", 10.5, MUTED, 1.25)


class Paper(FPDF):
    """A4, in millimetres. `made_at` is written into the file as the moment it was made."""

    def __init__(
        self,
        *,
        title: str,
        language: str,
        made_at: dt.datetime,
        lying: bool = False,
        margin: float = 15,
    ):
        super().__init__("landscape" if lying else "portrait", "mm", "A4")
        self.heading = title
        self.set_title(writable(title))
        self.set_lang(language)
        self.set_creator("Hashar")
        self.set_creation_date(made_at)
        self.set_margin(margin)
        self.set_auto_page_break(False)
        self.c_margin = 0
        self.loaded: set[tuple[str, str]] = set()

    def in_type(self, of: Type) -> None:
        """Write in `of` from here on. A font is read when it is first asked for."""
        if (of.family, of.style) not in self.loaded:
            self.loaded.add((of.family, of.style))
            self.add_font(of.family, of.style, FILES[of.family, of.style])
        self.set_font(of.family, of.style, of.size)  # type: ignore[arg-type]
        self.set_text_color(of.colour)

    def width_of(self, text: str, of: Type) -> float:
        self.in_type(of)
        return self.get_string_width(text)

    def lines_of(self, text: str, width: float, of: Type) -> list[str]:
        """`text` in lines of at most `width`; a word that is longer is broken as well."""
        self.in_type(of)
        lines: list[str] = []
        for paragraph in text.split("\n"):
            said = writable(paragraph)
            if said:
                broken = self.multi_cell(width, 1, said, dry_run=True, output="LINES", align="L")
                lines += cast("list[str]", broken)
        return lines

    def fitted(
        self, text: str, width: float, of: Type, *, smallest: float, most_lines: int = 1
    ) -> tuple[Type, list[str]]:
        """The largest size from `of` down to `smallest` in which `text` takes `most_lines`.

        Words stay whole as long as possible. One that fits in no size is cut with an ellipsis.
        """
        sizes = [of.size - step * 0.5 for step in range(int((of.size - smallest) * 2) + 1)]
        words = writable(text).split()
        for allowed in range(1, most_lines + 1):
            # A second line looks better than letters that are much smaller than those of others.
            least = smallest if allowed == most_lines else max(smallest, of.size * 0.75)
            for size in sizes:
                if size < least:
                    break
                tried = of.sized(size)
                longest = max((self.width_of(word, tried) for word in words), default=0)
                lines = self.lines_of(text, width, tried)
                if len(lines) <= allowed and longest <= width:
                    return tried, lines
        tried = of.sized(smallest)
        lines = self.lines_of(text, width, tried)
        if len(lines) > most_lines:
            kept = " ".join(lines[most_lines - 1 :])
            lines = [*lines[: most_lines - 1], self.cut(kept, width, tried)]
        return tried, lines

    def cut(self, text: str, width: float, of: Type) -> str:
        """As much of `text` as stands in `width`, with an ellipsis where something is left out."""
        if self.width_of(text, of) <= width:
            return text
        while text and self.width_of(f"{text}…", of) > width:
            text = text[:-1].rstrip()
        return f"{text}…"

    def put(
        self,
        lines: list[str] | str,
        x: float,
        y: float,
        width: float,
        of: Type,
        align: Align = "L",
    ) -> float:
        """Write `lines`, the first with its top at `y`. Returns where the next would begin."""
        for line in [lines] if isinstance(lines, str) else lines:
            self.in_type(of)
            self.set_xy(x, y)
            self.cell(width, of.line, line, align=align)
            y += of.line
        return y

    def fit(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        of: Type,
        align: Align = "L",
        *,
        smallest: float,
        most_lines: int = 1,
    ) -> float:
        """Write `text` as large as it fits. Returns where the next line would begin."""
        size, lines = self.fitted(text, width, of, smallest=smallest, most_lines=most_lines)
        return self.put(lines, x, y, width, size, align)

    def rule(
        self, x: float, y: float, width: float, colour: str = LINE, thick: float = 0.2
    ) -> None:
        """A line from left to right."""
        self.set_draw_color(colour)
        self.set_line_width(thick)
        self.line(x, y, x + width, y)

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self.set_fill_color(colour)
        self.rect(x, y, width, height, style="F")

    def thread(self, x: float, y: float, width: float) -> None:
        """The ornament of the site: stars and diamonds on a thread, centred on the height `y`."""
        thread(self, x, y, width, TURQUOISE, APRICOT)

    def made(self) -> bytes:
        return bytes(self.output())


class Numbered(Paper):
    """A paper of several pages, filled from above: `at` is where the next thing is written."""

    at = 0.0
    bottom = 280.0

    def footer(self) -> None:
        """The thread, and which page of how many this is."""
        words = _("Page %(number)s of %(total)s") % {"number": self.page_no(), "total": "{nb}"}
        self.thread(self.l_margin, 286.5, 112)
        self.in_type(Type("sans", "", 9, MUTED))
        self.set_xy(self.l_margin, 284.5)
        self.cell(self.epw, 4, words, align="R")

    def room_for(self, height: float) -> None:
        """Begin a page where less than `height` is left of this one."""
        if self.at + height > self.bottom:
            self.add_page()
