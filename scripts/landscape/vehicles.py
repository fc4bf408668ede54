"""Boats, an old ship, a car and a trolleybus."""

from .paper import mix, places


def boat(paper, x, y, size, hull, inside, mast="#3c3a3a"):
    """A small wooden boat, floating or lying at y."""
    half = size / 2
    paper.shape(
        [
            (x - half, y - size * 0.12),
            (x + half * 1.05, y - size * 0.17),
            (x + half * 0.72, y),
            (x - half * 0.75, y),
        ],
        hull,
    )
    paper.shape(
        [
            (x - half, y - size * 0.12),
            (x + half * 1.05, y - size * 0.17),
            (x + half * 0.86, y - size * 0.125),
            (x - half * 0.86, y - size * 0.09),
        ],
        inside,
    )
    paper.line(
        [(x + size * 0.05, y - size * 0.1), (x + size * 0.02, y - size * 0.75)],
        mast,
        max(1, size * 0.016),
    )


def beached_boat(paper, x, y):
    """A wooden boat pulled up on the sand, seen a little from above."""
    paper.disc(x + 14, y + 6, 176, "#8a6238", 0.1)
    hull = [
        (x - 172, y - 58),
        (x - 120, y - 46),
        (x, y - 42),
        (x + 120, y - 50),
        (x + 186, y - 78),
        (x + 150, y - 20),
        (x + 90, y + 6),
        (x - 90, y + 8),
        (x - 146, y - 16),
    ]
    paper.shape(hull, "#1d4e89")
    paper.shape(
        [
            (x - 166, y - 44),
            (x - 110, y - 33),
            (x, y - 28),
            (x + 118, y - 35),
            (x + 172, y - 56),
            (x + 163, y - 42),
            (x + 112, y - 22),
            (x, y - 15),
            (x - 112, y - 20),
            (x - 158, y - 32),
        ],
        "#f2e6cc",
    )
    paper.shape(
        [
            (x - 172, y - 58),
            (x - 100, y - 68),
            (x + 20, y - 68),
            (x + 120, y - 74),
            (x + 186, y - 78),
            (x + 120, y - 50),
            (x, y - 42),
            (x - 120, y - 46),
        ],
        "#7a4a2a",
    )
    for a, b in ((-84, -70), (-4, 12), (74, 88)):
        paper.shape(
            [(x + a, y - 67), (x + b, y - 67), (x + b + 4, y - 44), (x + a - 4, y - 44)], "#c88b52"
        )
    paper.line([(x - 40, y - 62), (x + 150, y - 112)], "#d9b27c", 4)
    paper.shape(
        [(x + 146, y - 116), (x + 186, y - 130), (x + 190, y - 120), (x + 152, y - 106)], "#b64c13"
    )


def old_ship(paper, x, y, size, rust, dark, bright):
    """A fishing ship that was left where the sea went away, with the sand up its side."""

    def at(points):
        # It leans a little.
        return [(x + (px - py * 0.07) * size, y - (py + px * 0.035) * size) for px, py in points]

    hull = at(
        places(
            "-0.52,0.2 -0.3,0.155 0.1,0.15 0.34,0.19 0.56,0.29 0.46,0.06 0.4,-0.03 "
            "-0.44,-0.03 -0.5,0.08"
        )
    )
    paper.shape(hull, rust)
    paper.shape(
        at(
            places(
                "-0.51,0.13 -0.3,0.09 0.1,0.085 0.34,0.115 0.5,0.16 0.46,0.06 0.4,-0.03 "
                "-0.44,-0.03 -0.5,0.08"
            )
        ),
        dark,
    )
    paper.line(
        at(places("-0.52,0.2 -0.3,0.155 0.1,0.15 0.34,0.19 0.56,0.29")), bright, size * 0.009
    )
    for px in (-0.36, -0.22, -0.06, 0.1, 0.25, 0.38):
        paper.line(at([(px, 0.15), (px + 0.01, -0.02)]), mix(rust, dark, 0.7), size * 0.006)
    paper.shape(at(places("-0.4,0.17 -0.14,0.15 -0.14,0.28 -0.37,0.28")), bright)
    paper.shape(at(places("-0.22,0.155 -0.14,0.15 -0.14,0.28 -0.22,0.28")), rust)
    paper.shape(at(places("-0.34,0.28 -0.18,0.28 -0.19,0.37 -0.33,0.37")), mix(bright, rust, 0.3))
    for i in range(3):
        paper.shape(
            at(
                [
                    (-0.315 + i * 0.042, 0.31),
                    (-0.29 + i * 0.042, 0.31),
                    (-0.29 + i * 0.042, 0.345),
                    (-0.315 + i * 0.042, 0.345),
                ]
            ),
            dark,
        )
    paper.line(at(places("-0.08,0.15 -0.09,0.62")), dark, size * 0.012)
    paper.line(at(places("-0.09,0.58 0.5,0.28")), dark, size * 0.004)
    paper.line(at(places("-0.09,0.58 -0.5,0.2")), dark, size * 0.004)
    paper.line(at(places("0.3,0.18 0.29,0.44")), dark, size * 0.01)
    paper.line(at(places("-0.09,0.34 0.2,0.42")), dark, size * 0.007)
    for i in range(6):
        px = 0.0 + i * 0.06
        paper.line(at([(px, 0.15), (px, 0.21)]), dark, size * 0.004)
    paper.line(at(places("0.0,0.21 0.3,0.215")), dark, size * 0.004)


def car(paper, x, y, wide):
    """A car that drives away from us, seen by its lamps."""
    half, tall = wide / 2, wide * 0.62
    paper.disc(x, y, half * 1.15, "#141f40", 0.12)
    paper.shape(
        [
            (x - half, y - tall * 0.1),
            (x - half, y - tall * 0.55),
            (x - half * 0.7, y - tall),
            (x + half * 0.7, y - tall),
            (x + half, y - tall * 0.55),
            (x + half, y - tall * 0.1),
        ],
        "#7b3f4d",
    )
    paper.shape(
        [
            (x - half * 0.78, y - tall * 0.58),
            (x - half * 0.6, y - tall * 0.92),
            (x + half * 0.6, y - tall * 0.92),
            (x + half * 0.78, y - tall * 0.58),
        ],
        "#283258",
    )
    for side in (-1, 1):
        paper.glow(x + side * half * 0.72, y - tall * 0.42, wide * 0.42, "#ff6a4a", 0.8)
        paper.disc(x + side * half * 0.72, y - tall * 0.42, max(0.9, wide * 0.075), "#ffc0a0")


def trolleybus(paper, x, y, wide):
    """A trolleybus that comes towards us on the right-hand lane, its poles on the wire."""
    tall = wide * 0.86
    for side in (-1, 1):
        paper.line(
            [(x + side * wide * 0.1, y - tall), (x - wide * 0.5 + side * 4, y - tall * 1.55)],
            "#24304f",
            1.4,
        )
    for offset in (0, 12):
        paper.line(
            [(846, 470), (1120 + offset * 3, 330 - offset), (1700, 40 - offset * 4)], "#2a3358", 1
        )
    paper.disc(x, y + 2, wide * 0.56, "#141f40", 0.1)
    body = [
        (x - wide * 0.42, y - tall),
        (x + wide * 0.42, y - tall),
        (x + wide * 0.47, y - tall * 0.1),
        (x - wide * 0.47, y - tall * 0.1),
    ]
    paper.shape(body, "#1f7c80")
    paper.shape(
        [
            (x - wide * 0.39, y - tall * 0.84),
            (x + wide * 0.39, y - tall * 0.84),
            (x + wide * 0.42, y - tall * 0.42),
            (x - wide * 0.42, y - tall * 0.42),
        ],
        "#ffe3a6",
    )
    paper.line([(x, y - tall * 0.84), (x, y - tall * 0.42)], "#1f5f66", 3)
    paper.shape(
        [
            (x - wide * 0.28, y - tall * 0.97),
            (x + wide * 0.28, y - tall * 0.97),
            (x + wide * 0.28, y - tall * 0.87),
            (x - wide * 0.28, y - tall * 0.87),
        ],
        "#f4a25e",
    )
    paper.shape(
        [
            (x - wide * 0.47, y - tall * 0.24),
            (x + wide * 0.47, y - tall * 0.24),
            (x + wide * 0.47, y - tall * 0.1),
            (x - wide * 0.47, y - tall * 0.1),
        ],
        "#f2ead6",
    )
    for side in (-1, 1):
        paper.shape(
            [
                (x + side * wide * 0.4, y - tall * 0.1),
                (x + side * wide * 0.26, y - tall * 0.1),
                (x + side * wide * 0.27, y),
                (x + side * wide * 0.39, y),
            ],
            "#10192f",
        )
        paper.glow(x + side * wide * 0.34, y - tall * 0.3, 34, "#fff0c0", 0.9)
        paper.disc(x + side * wide * 0.34, y - tall * 0.3, 5, "#fffdf0")
