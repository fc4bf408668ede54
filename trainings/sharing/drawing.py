"""Drawing the picture of a page: 1200 by 630 pixels, as social networks show it.

The words stand on paper beside a wall of tile; no photograph is needed. A long title gets smaller
letters, and in the smallest it is cut. Every text is short, so the time is bounded.
"""

from functools import cache, lru_cache
from io import BytesIO
from math import cos, pi

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from trainings.sharing.cards import Card
from trainings.sharing.stars import polygon, star
from volunteers.papers.lettering import FILES, writable

WIDTH, HEIGHT = 1200, 630
# static/css/tokens.css, in the light scheme.
PAPER, INK, MUTED = "#fbfaf6", "#14233a", "#566274"
LAPIS, DEEP, LINE = "#1d4e89", "#163e6e", "#7fa6d3"
TURQUOISE, APRICOT = "#0b6f6f", "#b64c13"
LEFT, TOP, WALL = 72, 64, 872
COLUMN = WALL - LEFT - 56
# The title begins as large as it may, and is as small as it must be to fit in these lines.
SIZES = ((76, 3), (64, 4), (54, 5), (46, 6), (40, 7))
FOOT = 548
COLOURS = 192
SHARPER = 3  # lines are drawn so much larger and then made smaller, for Pillow's own are ragged


@lru_cache(maxsize=32)
def font(family: str, style: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FILES[family, style]), size)


def png(card: Card) -> bytes:
    """The picture of `card`. Letters that our fonts lack are written in Latin ones."""
    image = ground().copy()
    draw = ImageDraw.Draw(image)
    kicker = font("sans", "B", 27)
    draw.text((LEFT, TOP), fitted(writable(card.kicker), kicker, COLUMN), TURQUOISE, kicker)
    lines = [
        (part, MUTED if number else INK)
        for number, line in enumerate(card.lines)
        for part in wrapped(writable(line), small(), COLUMN)[:2]
    ]
    bottom = FOOT - 32 - 42 * len(lines)
    title(draw, writable(card.title), TOP + 56, bottom - 28)
    for number, (line, colour) in enumerate(lines):
        draw.text((LEFT, bottom + 42 * number), line, colour, small())
    name = font("serif", "", 34)
    draw.text((LEFT + 58, FOOT + 18), writable(settings.SITE_NAME), INK, name, anchor="lm")
    held = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(held, "PNG")
    return held.getvalue()


def small() -> ImageFont.FreeTypeFont:
    return font("sans", "", 31)


def title(draw: ImageDraw.ImageDraw, text: str, top: float, bottom: float) -> None:
    """Write the title as large as it fits between `top` and `bottom`."""
    for size, most in SIZES:
        letters = font("serif", "", size)
        height = size * 1.16
        room = min(most, int((bottom - top) // height))
        lines = wrapped(text, letters, COLUMN)
        if len(lines) <= room:
            break
    else:
        lines = lines[:room]
        lines[-1] = fitted(f"{lines[-1]}…", letters, COLUMN)
    for number, line in enumerate(lines):
        draw.text((LEFT, top + number * height), line, INK, letters)


def wrapped(text: str, letters: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The text in lines of at most `width` pixels; a word that is wider is cut with an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(fitted(word, letters, width))
    return lines


def fitted(text: str, letters: ImageFont.FreeTypeFont, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than `width` pixels."""
    while len(text) > 1 and letters.getlength(text) > width:
        text = f"{text[:-2].rstrip()}…"
    return text


@cache
def ground() -> Image.Image:
    """What is the same on every picture: the paper, the wall of tile, the mark."""
    large = Image.new("RGB", (WIDTH * SHARPER, HEIGHT * SHARPER), PAPER)
    draw = ImageDraw.Draw(large)
    wall(draw)
    mark(draw, LEFT + 20, FOOT + 18, 24)
    return large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def wall(draw: ImageDraw.ImageDraw) -> None:
    """Stars and the crosses between them, as on a tiled wall, cut off at its edges."""
    draw.rectangle(scaled([(WALL, 0), (WIDTH, HEIGHT)]), fill=LAPIS)
    step = (WIDTH - WALL) / 3
    rows = int(HEIGHT // step) + 2
    shift = (HEIGHT - (rows - 1) * step) / 2
    for row in range(rows):
        for column in range(3):
            tile(draw, WALL + step * (column + 0.5), shift + step * row, step / 2, row + column)
    # Tiles end where the wall does.
    draw.rectangle(scaled([(WALL - 9, 0), (WALL, HEIGHT)]), fill=APRICOT)


def tile(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, number: int) -> None:
    """One star that touches its neighbours, a smaller one within, and its heart."""
    outlined(draw, star(x, y, radius), DEEP)
    outlined(draw, star(x, y, radius * cos(pi / 4) * 0.92), LAPIS)
    heart = APRICOT if number % 4 == 0 else LINE
    draw.polygon(scaled(polygon(x, y, radius * 0.17, 4)), fill=heart)


def mark(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    """The mark of the site: a star with an apricot heart."""
    draw.polygon(scaled(star(x, y, radius)), fill=LAPIS)
    draw.polygon(scaled(star(x, y, radius * 0.43)), fill=APRICOT)


def outlined(draw: ImageDraw.ImageDraw, points, fill: str) -> None:
    draw.polygon(scaled(points), fill=fill, outline=LINE, width=2 * SHARPER)


def scaled(points) -> list[tuple[float, float]]:
    return [(x * SHARPER, y * SHARPER) for x, y in points]
