"""Where people live: blocks of flats, cottages, a village with its lights on."""

from .buildings import box
from .paper import mix
from .trees import poplar


def flats(paper, x, y, wide, floors, wall, shade, lit, dark, *, share=0.4, floor=15):
    """A block of flats with its windows, `share` of them lit."""
    random = paper.random
    tall = floors * floor + 8
    paper.shape(box(x, y, wide, tall), wall)
    side = wide * 0.16
    paper.shape(
        [
            (x + wide / 2, y - tall),
            (x + wide / 2 + side, y - tall + side * 0.35),
            (x + wide / 2 + side, y),
            (x + wide / 2, y),
        ],
        shade,
    )
    paper.line(
        [(x - wide / 2 - 2, y - tall), (x + wide / 2 + 1, y - tall)], mix(wall, "#ffffff", 0.3), 2
    )
    columns = max(2, int(wide / 15))
    for i in range(columns):
        for j in range(floors):
            px = x - wide / 2 + wide * (i + 0.5) / columns
            py = y - 6 - floor * j
            if random.random() < share:
                colour = mix(random.choice(lit), wall, random.uniform(0, 0.25))
            else:
                colour = mix(dark, wall, random.uniform(0, 0.3))
            paper.shape(box(px, py, 7.2, floor * 0.55), colour)
            if (i + j) % 4 == 1:
                paper.line([(px - 5, py + 1.5), (px + 5, py + 1.5)], mix(wall, dark, 0.55), 1.6)
    for _ in range(3):
        px = x + random.uniform(-0.4, 0.4) * wide
        paper.line([(px, y - tall), (px, y - tall - random.uniform(6, 16))], shade, 1)


def cottage(paper, x, y, size, wall, roof, window):
    """A low house with a pitched roof and lit windows."""
    paper.shape(box(x, y, size, size * 0.42), wall)
    paper.shape(
        [
            (x - size * 0.58, y - size * 0.4),
            (x - size * 0.32, y - size * 0.72),
            (x + size * 0.34, y - size * 0.72),
            (x + size * 0.58, y - size * 0.4),
        ],
        roof,
    )
    for share in (-0.28, 0.02, 0.3):
        paper.shape(box(x + size * share, y - size * 0.12, size * 0.12, size * 0.17), window)


def village(paper, x, y, wide):
    """A handful of houses with lit windows; returns the place above them where their arc begins."""
    random = paper.random
    paper.glow(x, y, wide * 1.5, "#f3a85a", 0.4, 0.4)
    count = 9 + wide // 12
    spots = sorted(
        (random.gauss(0, 0.42) * wide, random.uniform(-0.1, 0.2) * wide) for _ in range(count)
    )
    for dx, dy in sorted(spots, key=lambda spot: spot[1]):
        size = wide * random.uniform(0.13, 0.19)
        cottage(
            paper,
            x + dx,
            y + dy,
            size,
            "#14304f",
            "#0b1f38",
            random.choice(["#ffd98c", "#ffc36b", "#fff0c4"]),
        )
    for _ in range(5):
        poplar(
            paper,
            x + random.gauss(0, 0.5) * wide,
            y + wide * 0.1,
            wide * random.uniform(0.3, 0.5),
            "#0c2540",
            "#1f4d63",
            light=1,
        )
    return (x, y - wide * 0.42)
