"""Badges, eight on A4: a large name, the country in words, the role, and a code to check in by."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import get_language

from volunteers.papers.ornament import qr
from volunteers.papers.paper import APRICOT, INK, LAPIS, LINE, MUTED, TURQUOISE, WHITE, Paper, Type

ACROSS, DOWN = 2, 4
WIDTH, HEIGHT = 92, 66
LEFT, TOP = (210 - ACROSS * WIDTH) / 2, (297 - DOWN * HEIGHT) / 2
BAND, INSIDE, CODE = 9.5, 6, 21
NAME = Type("sans", "B", 25, INK, 1.08)
OTHER = Type("sans", "", 12, MUTED, 1.15)
COUNTRY = Type("sans", "B", 12, LAPIS, 1.2)
PLAIN = Type("sans", "", 9.5, INK, 1.2)
SMALL = Type("sans", "", 7.5, MUTED, 1.2)


class Look(Enum):
    """The colour of a role's band. The role stands on it in words as well."""

    PARTICIPANT = LAPIS
    TEACHES = TURQUOISE
    GUEST = APRICOT
    TEAM = INK


@dataclass(frozen=True)
class Badge:
    """What stands on one; `address` is what its code says, "" for none."""

    name: str
    role: str
    look: Look = Look.PARTICIPANT
    other_name: str = ""
    country: str = ""
    organisation: str = ""
    address: str = ""


def draw(title: str, when: str, badges: Iterable[Badge], *, made_at: dt.datetime) -> bytes:
    """The badges in the order given, with thin lines to cut along."""
    paper = Paper(title=title, language=get_language() or "en", made_at=made_at, margin=0)
    for number, badge in enumerate(badges):
        place = number % (ACROSS * DOWN)
        if place == 0:
            paper.add_page()
            cutting_lines(paper)
        down, across = divmod(place, ACROSS)
        one(paper, badge, LEFT + across * WIDTH, TOP + down * HEIGHT, title, when)
    if not paper.pages:
        paper.add_page()
    return paper.made()


def cutting_lines(paper: Paper) -> None:
    paper.set_draw_color(LINE)
    paper.set_line_width(0.15)
    for number in range(ACROSS + 1):
        x = LEFT + number * WIDTH
        paper.line(x, TOP - 6, x, TOP + DOWN * HEIGHT + 6)
    for number in range(DOWN + 1):
        y = TOP + number * HEIGHT
        paper.line(LEFT - 6, y, LEFT + ACROSS * WIDTH + 6, y)


def one(paper: Paper, badge: Badge, x: float, y: float, title: str, when: str) -> None:
    left, width = x + INSIDE, WIDTH - 2 * INSIDE
    paper.block(x + 0.2, y + 0.2, WIDTH - 0.4, BAND, badge.look.value)
    band = Type("sans", "B", 13, WHITE, 1.1)
    paper.fit(badge.role, left, y + 2.6, width, band, "C", smallest=7)
    top = y + BAND + 2.5
    size, lines = paper.fitted(badge.name, width, NAME, smallest=11, most_lines=2)
    written = len(lines) * size.line
    below = paper.put(lines, left, top + max(0, (11 - written) / 2), width, size, "L")
    if badge.other_name:
        paper.fit(badge.other_name, left, below + 0.6, width, OTHER, smallest=7)
    beside = width - (CODE + 3 if badge.address else 0)
    foot = y + HEIGHT - 29.5
    down = paper.fit(badge.country, left, foot, beside, COUNTRY, smallest=7, most_lines=2)
    paper.fit(badge.organisation, left, down, beside, PLAIN, smallest=7, most_lines=2)
    about(paper, left, y + HEIGHT - 13, beside, title, when)
    if badge.address:
        qr(paper, badge.address, x + WIDTH - INSIDE - CODE, y + HEIGHT - 5 - CODE, CODE, INK)


def about(paper: Paper, x: float, y: float, width: float, title: str, when: str) -> None:
    """Which training it is, quietly."""
    size, lines = paper.fitted(title, width, SMALL, smallest=6.5, most_lines=2)
    paper.rule(x, y - 1, 14, APRICOT, 0.3)
    y = paper.put(lines, x, y, width, size)
    paper.fit(when, x, y, width, SMALL, smallest=6)
