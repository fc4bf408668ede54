"""A certificate on A4, lying: drawn from what was written down when it was issued."""

import datetime as dt
import io
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import cast

from PIL import Image

from volunteers.papers.ornament import qr
from volunteers.papers.paper import (
    APRICOT,
    INK,
    LAPIS,
    LINE,
    MUTED,
    WHITE,
    Align,
    Paper,
    Type,
)

WIDTH, HEIGHT = 297, 210
FRAME = 9
LEFT, RIGHT = 24, WIDTH - 24
MIDDLE = RIGHT - LEFT
TITLE = Type("serif", "", 32, LAPIS, 1.15)
SECOND_TITLE = Type("serif", "", 17, MUTED, 1.25)
NAME = Type("serif", "", 34, INK, 1.15)
BODY = Type("sans", "", 14, INK, 1.35)
SMALL = Type("sans", "", 9, MUTED)
STRONG = Type("sans", "B", 10.5, INK)
# Where the parts below the words begin, whatever stands above.
BODY_ENDS, SIGNED_AT, FOOT_AT, CODE_SIDE = 141, 145, 173, 20


@dataclass(frozen=True)
class Signed:
    """A signatory, with name and position in each language; `picture` names a stored file."""

    names: list[str]
    positions: list[str]
    picture: str = ""


@dataclass(frozen=True)
class Said:
    """The words of a certificate in one language."""

    language: str
    title: str
    lead: str
    text: str
    number: str
    issued: str
    check: str
    issuer: str


@dataclass(frozen=True)
class Printed:
    """All that stands on a certificate. Kept with it as JSON, so that it can be drawn again."""

    name: str
    number: str
    address: str
    made_at: str
    said: list[Said]
    signed: list[Signed] = field(default_factory=list)
    logos: list[str] = field(default_factory=list)

    def as_json(self) -> dict:
        return asdict(self)

    @classmethod
    def of_json(cls, kept: dict) -> "Printed":
        said = [Said(**one) for one in kept["said"]]
        signed = [Signed(**one) for one in kept["signed"]]
        return cls(**{**kept, "said": said, "signed": signed})


# Gives the bytes of a stored picture; None where it is gone.
Pictures = Callable[[str], bytes | None]


def draw(sheets: Iterable[Printed], pictures: Pictures, *, note: str = "") -> bytes:
    """The certificates as one PDF, a sheet each; `note` is printed across each, as on a sample.

    At least one.
    """
    wanted = list(sheets)
    first = wanted[0]
    paper = Paper(
        title=f"{first.said[0].title}, {first.name}" if len(wanted) == 1 else first.said[0].title,
        language=first.said[0].language,
        made_at=dt.datetime.fromisoformat(first.made_at),
        lying=True,
    )
    for sheet in wanted:
        draw_one(paper, sheet, pictures, note)
    return paper.made()


def draw_one(paper: Paper, sheet: Printed, pictures: Pictures, note: str) -> None:
    paper.add_page()
    frame(paper)
    top = logos(paper, sheet, pictures)
    top = heading(paper, sheet, top)
    words(paper, sheet, top)
    signatures(paper, sheet, pictures)
    foot(paper, sheet)
    if note:
        sample(paper, note)


def frame(paper: Paper) -> None:
    """A quiet line around, with the thread in the middle of its upper and lower side."""
    paper.set_draw_color(LINE)
    paper.set_line_width(0.3)
    paper.rect(FRAME, FRAME, WIDTH - 2 * FRAME, HEIGHT - 2 * FRAME)
    paper.rect(FRAME + 1.6, FRAME + 1.6, WIDTH - 2 * FRAME - 3.2, HEIGHT - 2 * FRAME - 3.2)
    across = 124
    for y in (FRAME + 0.8, HEIGHT - FRAME - 0.8):
        paper.block((WIDTH - across) / 2 - 2, y - 2.2, across + 4, 4.4, WHITE)
        paper.thread((WIDTH - across) / 2, y, across)


def logos(paper: Paper, sheet: Printed, pictures: Pictures) -> float:
    """One logo in the middle, two on the sides. Returns where the title may begin."""
    found = [content for name in sheet.logos if (content := pictures(name))]
    if len(found) == 1:
        picture(paper, found[0], WIDTH / 2 - 40, 17, 80, 17)
        return 37
    for content, on_the_left in zip(found, (True, False), strict=False):
        x, side = (LEFT, "L") if on_the_left else (RIGHT - 60, "R")
        picture(paper, content, x, 19, 60, 17, cast("Align", side))
    return 28


def heading(paper: Paper, sheet: Printed, y: float) -> float:
    """Who awards, what it is, and to whom. Returns where the words may begin."""
    air = 4 if len(sheet.said) == 1 else 0
    between = WIDTH - 2 * (LEFT + 64) if len(sheet.logos) == 2 else MIDDLE
    issuers = list(dict.fromkeys(said.issuer for said in sheet.said if said.issuer))
    for issuer in issuers:
        middle = WIDTH / 2 - between / 2
        quiet = Type("sans", "", 10.5, MUTED)
        y = paper.fit(issuer, middle, y, between, quiet, "C", smallest=8, most_lines=2)
    y = paper.fit(sheet.said[0].title, LEFT, y + 3, MIDDLE, TITLE, "C", smallest=20)
    for said in sheet.said[1:]:
        y = paper.fit(said.title, LEFT, y, MIDDLE, SECOND_TITLE, "C", smallest=12)
    leads = " · ".join(dict.fromkeys(said.lead for said in sheet.said))
    y = paper.put(leads, LEFT, y + 4 + air, MIDDLE, Type("sans", "", 11.5, MUTED), "C")
    y = paper.fit(sheet.name, LEFT, y + 1 + air / 2, MIDDLE, NAME, "C", smallest=20, most_lines=2)
    paper.rule(WIDTH / 2 - 30, y + 1.5, 60, APRICOT, 0.4)
    return y + 5 + air


def words(paper: Paper, sheet: Printed, y: float) -> None:
    """What for: in the middle, or in two columns where there are two languages."""
    gap = 12
    count = len(sheet.said)
    width = 200 if count == 1 else (MIDDLE - gap) / 2
    left = (WIDTH - width) / 2 if count == 1 else LEFT
    size = size_of_body(paper, [said.text for said in sheet.said], width, BODY_ENDS - y)
    longest = max(len(paper.lines_of(said.text, width, size)) for said in sheet.said)
    y += min(7, max(0, BODY_ENDS - y - longest * size.line) / 3)
    heights = []
    for number, said in enumerate(sheet.said):
        x = left + number * (width + gap)
        lines = paper.lines_of(said.text, width, size)
        heights.append(paper.put(lines, x, y, width, size, "C"))
    if count > 1:
        paper.set_draw_color(LINE)
        paper.line(WIDTH / 2, y + 1, WIDTH / 2, max(heights) - 1)


def size_of_body(paper: Paper, texts: list[str], width: float, height: float) -> Type:
    """The largest type in which each text stands in `height`, down to 7 points."""
    size = BODY.size
    while size > 7:
        lines = max(len(paper.lines_of(text, width, BODY.sized(size))) for text in texts)
        if lines * BODY.sized(size).line <= height:
            break
        size -= 0.5
    return BODY.sized(size)


def fits(sheet: Printed) -> bool:
    """Whether the words stand on the sheet in letters that can be read without glasses."""
    made_at = dt.datetime.fromisoformat(sheet.made_at)
    paper = Paper(title="", language="en", made_at=made_at, lying=True)
    paper.add_page()
    top = heading(paper, sheet, 37 if len(sheet.logos) == 1 else 28)
    width = 200 if len(sheet.said) == 1 else (MIDDLE - 12) / 2
    least = BODY.sized(9)
    longest = max(len(paper.lines_of(said.text, width, least)) for said in sheet.said)
    return longest * least.line <= BODY_ENDS - top


def signatures(paper: Paper, sheet: Printed, pictures: Pictures) -> None:
    """Up to three lines to sign on, each with the picture of a signature, name and position."""
    count = len(sheet.signed)
    if not count:
        return
    width, gap = 72, 14
    left = (WIDTH - count * width - (count - 1) * gap) / 2
    line = SIGNED_AT + 14
    for number, signed in enumerate(sheet.signed):
        x = left + number * (width + gap)
        if content := pictures(signed.picture) if signed.picture else None:
            picture(paper, content, x + 8, SIGNED_AT - 2, width - 16, 15.5)
        paper.rule(x, line, width, MUTED, 0.2)
        names = " / ".join(dict.fromkeys(filter(None, signed.names)))
        y = paper.fit(names, x, line + 1, width, STRONG, "C", smallest=8)
        for position in list(dict.fromkeys(filter(None, signed.positions)))[:2]:
            y = paper.fit(position, x, y, width, SMALL, "C", smallest=7)


def foot(paper: Paper, sheet: Printed) -> None:
    """Number and date on the left; on the right the code by which anybody can check it."""
    y: float = FOOT_AT + 3
    numbers = " / ".join(dict.fromkeys(said.number for said in sheet.said))
    y = paper.fit(numbers, LEFT, y, 90, SMALL, smallest=7)
    y = paper.put(sheet.number, LEFT, y, 90, STRONG)
    for issued in dict.fromkeys(said.issued for said in sheet.said):
        y = paper.fit(issued, LEFT, y, 90, SMALL, smallest=7)
    qr(paper, sheet.address, RIGHT - CODE_SIDE, FOOT_AT, CODE_SIDE, INK)
    x, width = RIGHT - CODE_SIDE - 4 - 100, 100
    y = FOOT_AT + 3
    for check in dict.fromkeys(said.check for said in sheet.said):
        y = paper.put(check, x, y, width, STRONG if y == FOOT_AT + 3 else SMALL, "R")
    paper.fit(sheet.address, x, y, width, SMALL, "R", smallest=6)
    paper.link(RIGHT - CODE_SIDE, FOOT_AT, CODE_SIDE, CODE_SIDE, sheet.address)


def sample(paper: Paper, note: str) -> None:
    """Large grey letters across the sheet, so that nobody takes it for a certificate."""
    with paper.local_context(fill_opacity=0.16), paper.rotation(28, WIDTH / 2, HEIGHT / 2):
        large = Type("sans", "B", 88, APRICOT)
        paper.fit(note, 20, HEIGHT / 2 - 20, WIDTH - 40, large, "C", smallest=30)


def picture(paper: Paper, content: bytes, x, y, width, height, align: Align = "C") -> None:
    """A picture as large as it fits into the box, at its lower edge."""
    with Image.open(io.BytesIO(content)) as opened:
        scale = min(width / opened.width, height / opened.height)
        across, down = opened.width * scale, opened.height * scale
    beside: float = {"L": 0, "C": (width - across) / 2, "R": width - across}[align]
    paper.image(io.BytesIO(content), x + beside, y + height - down, across, down)
