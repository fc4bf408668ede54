"""What people build: tiled portals and domes, blocks of flats, cottages, a fortress of clay."""

from math import cos, pi, sin

from .lines import arc
from .paper import both, mix


def box(x, y, wide, tall):
    """Corners of an upright rectangle whose foot is at y and whose middle is at x."""
    return [
        (x - wide / 2, y - tall),
        (x + wide / 2, y - tall),
        (x + wide / 2, y),
        (x - wide / 2, y),
    ]


def pointed_arch(x, y, wide, tall):
    """Outline of a four-centred arch, as over a portal."""
    half, spring = wide / 2, tall * 0.58
    left = [(x - half, y), (x - half, y - spring)]
    for i in range(1, 15):
        share = (i / 14) ** 1.5
        left.append((x - half * (1 - share**1.5), y - spring - (tall - spring) * share**0.55))
    return [*left, *[(2 * x - px, py) for px, py in left[::-1]]]


def dome(paper, x, y, radius, bright, dark, drum, tile):
    """A ribbed dome on a drum with a band of tile; y is where the drum stands."""
    wide, tall = radius * 0.88, radius * 0.75
    paper.shape(box(x, y, wide * 2, tall), drum)
    paper.shape(
        [(x + wide * 0.3, y - tall), (x + wide, y - tall), (x + wide, y), (x + wide * 0.3, y)],
        mix(drum, "#5a4630", 0.3),
    )
    for share, high in ((0.2, 0.16), (0.6, 0.24)):
        at = y - tall * share
        paper.shape(box(x, at, wide * 2, tall * high), tile)
        count = 11
        for i in range(count):
            px = x - wide + 2 * wide * (i + 0.5) / count
            half, up = wide / count * 0.7, tall * high * 0.36
            middle = at - tall * high / 2
            paper.shape(
                [(px, middle - up), (px + half, middle), (px, middle + up), (px - half, middle)],
                mix(drum, "#ffffff", 0.45),
            )
    foot = y - tall
    rim = []
    for a in arc(40):
        # Fuller than a half circle at the sides, and drawn up to a point.
        px, py = cos(a), sin(a)
        rim.append(
            (
                x + radius * px * (1 + 0.06 * sin(2 * min(a, pi - a))),
                foot - radius * (1.02 * py + 0.22 * py**6),
            )
        )
    body = paper.mask(rim)
    paper.lay(body, bright)
    ribs = []
    for i in range(-7, 8):
        share = sin(i / 7.6 * pi / 2)
        ribs.append(
            [
                (x + share * radius * cos(t) * 1.03, foot - radius * 1.24 * sin(t))
                for t in [k / 14 * pi / 2 for k in range(15)]
            ]
        )
    side = paper.mask(
        [
            (x + radius * 0.15, foot),
            *[
                (x + radius * 0.15 * cos(t) + radius * 0.02, foot - radius * 1.25 * sin(t))
                for t in [k / 10 * pi / 2 for k in range(11)]
            ],
            (x + radius * 1.3, foot - radius * 1.3),
            (x + radius * 1.3, foot),
        ]
    )
    paper.lay(both(body, side), dark, 0.55)
    paper.lay(both(body, paper.lines(ribs, max(1, radius * 0.022))), dark, 0.75)
    paper.shape(
        [
            (x - radius * 0.62, foot - radius * 0.55),
            (x - radius * 0.5, foot - radius * 0.78),
            (x - radius * 0.34, foot - radius * 0.95),
            (x - radius * 0.46, foot - radius * 0.6),
        ],
        "#ffffff",
        0.3,
    )
    paper.line([(x, foot - radius * 1.2), (x, foot - radius * 1.42)], "#c79a3f", radius * 0.03)
    paper.disc(x, foot - radius * 1.32, radius * 0.035, "#d9b25a")


def minaret(paper, x, y, wide, tall, brick, shade, tile):
    """A tapering tower with rings of tile and a lantern."""
    half, top = wide / 2, wide * 0.36
    paper.shape([(x - half, y), (x + half, y), (x + top, y - tall), (x - top, y - tall)], brick)
    paper.shape(
        [(x + half * 0.2, y), (x + half, y), (x + top, y - tall), (x + top * 0.2, y - tall)], shade
    )
    rings = int(tall / (wide * 0.55))
    for i in range(1, rings):
        share = i / rings
        wing = half + (top - half) * share
        at = y - tall * share
        paper.line(
            [(x - wing, at), (x + wing, at)],
            tile if i % 3 else mix(tile, "#f4ead2", 0.7),
            wide * (0.1 if i % 3 else 0.05),
        )
    head = y - tall
    paper.shape(
        [
            (x - top, head),
            (x + top, head),
            (x + top * 1.5, head - wide * 0.3),
            (x - top * 1.5, head - wide * 0.3),
        ],
        shade,
    )
    paper.shape(box(x, head - wide * 0.3, top * 3, wide * 0.16), tile)


def portal(paper, x, y, wide, tall, brick, shade, tiles):
    """A high portal with a pointed arch; tiles are (lapis, turquoise, cream)."""
    lapis, turquoise, cream = tiles
    paper.shape(box(x, y, wide, tall), brick)
    inner = box(x, y, wide * 0.86, tall * 0.93)
    paper.shape(inner, lapis)
    frame = wide * 0.055
    paper.shape(box(x, y, wide * 0.86 - 2 * frame, tall * 0.93 - frame), brick)
    step = wide * 0.05
    for i in range(int(tall * 0.93 / step)):
        at = y - step * (i + 0.5)
        for px in (x - wide * 0.43 + frame / 2, x + wide * 0.43 - frame / 2):
            diamond(paper, px, at, step * 0.36, cream if i % 2 else turquoise)
    count = int(wide * 0.8 / step)
    for i in range(count):
        diamond(
            paper,
            x - wide * 0.4 + wide * 0.8 * (i + 0.5) / count,
            y - tall * 0.93 + frame / 2,
            step * 0.36,
            turquoise if i % 2 else cream,
        )
    high, broad = tall * 0.72, wide * 0.54
    spandrel = box(x, y - tall * 0.42, wide * 0.66, tall * 0.4)
    paper.shape(spandrel, turquoise)
    grid = wide * 0.044
    for i in range(-7, 8):
        for j in range(10):
            px, py = x + i * grid + (j % 2) * grid / 2, y - tall * 0.425 - grid * (j + 0.5)
            if abs(px - x) < wide * 0.315:
                star = (i + j) % 3 == 0
                diamond(paper, px, py, grid * (0.34 if star else 0.2), cream if star else lapis)
    paper.shape(pointed_arch(x, y, broad * 1.09, high * 1.04), cream)
    paper.shape(pointed_arch(x, y, broad, high), shade)
    paper.shape(
        pointed_arch(x + broad * 0.06, y, broad * 0.82, high * 0.86), mix(shade, "#2b2a33", 0.45)
    )
    paper.shape(box(x + broad * 0.04, y, broad * 0.66, high * 0.42), mix(brick, shade, 0.75))
    paper.shape(
        pointed_arch(x + broad * 0.04, y, broad * 0.3, high * 0.33), mix(shade, "#17202d", 0.75)
    )


def diamond(paper, x, y, size, colour):
    """A small lozenge of tile."""
    paper.shape([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], colour)


def arcade(paper, left, right, y, tall, brick, shade, tile, count):
    """A two-storeyed wing with a row of arches in each storey."""
    paper.shape([(left, y - tall), (right, y - tall), (right, y), (left, y)], brick)
    paper.shape(
        [(left, y - tall), (right, y - tall), (right, y - tall * 0.94), (left, y - tall * 0.94)],
        tile,
    )
    wide = (right - left) / count
    for i in range(count):
        px = left + wide * (i + 0.5)
        for floor in (0.02, 0.5):
            foot = y - tall * floor
            paper.shape(box(px, foot, wide * 0.8, tall * 0.42), mix(tile, brick, 0.45))
            paper.shape(pointed_arch(px, foot, wide * 0.62, tall * 0.37), shade)
            paper.shape(
                pointed_arch(px + wide * 0.04, foot, wide * 0.46, tall * 0.3),
                mix(shade, "#2b2a33", 0.5),
            )


def fortress(paper, x, y, wide, tall, lit, shade):
    """The clay walls of a desert fortress, worn by wind; light from the left."""
    random = paper.random
    edge, px = [], x - wide / 2
    while px < x + wide / 2:
        worn = random.uniform(0.8, 1.0) if random.random() < 0.75 else random.uniform(0.5, 0.75)
        step = random.uniform(0.025, 0.06) * wide
        edge += [(px, y - tall * worn), (px + step, y - tall * worn * random.uniform(0.94, 1.04))]
        px += step
    body = paper.mask([(x - wide / 2 - tall * 0.12, y), *edge, (x + wide / 2 + tall * 0.2, y)])
    paper.lay(body, lit)
    towers = 8
    dark = []
    for i in range(towers):
        at = x - wide / 2 + wide * (i + 0.62) / towers
        dark.append(
            [
                (at, y - tall * 1.2),
                (at + wide * 0.045, y - tall * 1.2),
                (at + wide * 0.06, y),
                (at + wide * 0.012, y),
            ]
        )
    paper.lay(both(body, paper.mask(*dark)), shade)
    slits = [
        box(x - wide / 2 + wide * (i + 0.4) / 17, y - tall * 0.4, wide * 0.005, tall * 0.17)
        for i in range(17)
    ]
    paper.lay(both(body, paper.mask(*slits)), shade)
