"""The colours of the site, read from its stylesheet, and how well one is read on another."""

import re
from functools import cache
from typing import NamedTuple

from django.conf import settings

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([a-z-]+): (#(?:[0-9a-f]{3}){1,2})\b")
DARK = "@media (prefers-color-scheme: dark)"

# What is written in one colour on another, somewhere on the public pages.
PAIRS = (
    *[(ink, ground) for ink in ("ink", "muted", "lapis", "turq") for ground in ("paper", "card")],
    ("ink", "lapis-soft"),
    ("lapis", "lapis-soft"),
    ("ink", "turq-soft"),
    ("turq", "turq-soft"),
    ("on-apricot", "apricot"),
    ("apricot", "card"),
    ("paper", "lapis"),
)


class Pair(NamedTuple):
    """One colour on another, with the contrast of both schemes, 1 to 21."""

    ink: str
    ground: str
    light: float
    dark: float


@cache
def schemes() -> tuple[dict[str, str], dict[str, str]]:
    """The colours by their names in the light and in the dark scheme, as `#rrggbb` or `#rgb`."""
    light, dark = TOKENS.read_text(encoding="utf-8").split(DARK)
    found = dict(COLOUR.findall(light))
    return found, found | dict(COLOUR.findall(dark))


def pairs() -> list[Pair]:
    """What is written on what, with its contrasts."""
    light, dark = schemes()
    return [
        Pair(ink, ground, contrast(light[ink], light[ground]), contrast(dark[ink], dark[ground]))
        for ink, ground in PAIRS
    ]


def contrast(one: str, other: str) -> float:
    """How many times as bright the lighter colour is, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return round((lighter + 0.05) / (darker + 0.05), 1)


def brightness(colour: str) -> float:
    """The relative luminance of `#rrggbb` or `#rgb`, 0 to 1 (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    parts = re.findall("..", digits) if len(digits) == 6 else [2 * digit for digit in digits]
    levels = [int(part, 16) / 255 for part in parts]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in levels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
