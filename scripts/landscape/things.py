"""Things that stand in the land: yurts, horses, wires, boats, cars."""

from itertools import pairwise
from math import cos, pi, sin

from .lines import arc, smooth
from .paper import mix, places


def yurt(paper, x, y, size, felt="#efe6d3", shade="#b9a88f", band="#b64c13", door="#8a3a12"):
    """A yurt whose floor is at y; `size` is its width. Light comes from the left."""
    wall, half = size * 0.3, size / 2
    top = y - wall
    roof = [(x + half * 1.03 * cos(a), top + size * 0.03 - size * 0.31 * sin(a)) for a in arc()]
    body = [(x - half, top), (x + half, top), (x + half * 0.98, y), (x - half * 0.98, y)]
    paper.disc(x + size * 0.1, y, half * 1.15, mix(shade, "#20303a", 0.55), 0.09)
    paper.shape(body, felt)
    paper.shape(roof, mix(felt, "#ffffff", 0.25))
    far = [(px, py) for px, py in roof if px > x + half * 0.1]
    dark = [*far, (x + half * 0.42, top + size * 0.03)]
    paper.shape(dark, mix(felt, shade, 0.55))
    paper.shape(
        [(x + half * 0.42, top), (x + half, top), (x + half * 0.98, y), (x + half * 0.5, y)], shade
    )
    for share in (0.0, 0.085):
        paper.line(
            [(x - half, top + size * share), (x + half, top + size * share)], band, size * 0.014
        )
    count = 13
    for i in range(count):
        a = x - half + size * (i + 0.5) / count
        tip = [(a - size * 0.024, top + size * 0.075), (a, top + size * 0.015)]
        paper.shape([*tip, (a + size * 0.024, top + size * 0.075)], band)
    for share in (-0.72, -0.4, 0.4, 0.72):
        foot, head = (x + half * share, top), (x + half * share * 0.28, top - size * 0.25)
        paper.line([foot, head], mix(felt, shade, 0.8), size * 0.012)
    paper.disc(x, top - size * 0.275, size * 0.1, mix(shade, "#20303a", 0.4), 0.34)
    paper.disc(x, top - size * 0.285, size * 0.085, mix(felt, shade, 0.3), 0.34)
    wide = size * 0.085
    paper.shape(
        [
            (x - wide, top + wall * 0.22),
            (x + wide, top + wall * 0.22),
            (x + wide, y),
            (x - wide, y),
        ],
        door,
    )
    paper.line([(x, top + wall * 0.25), (x, y)], mix(door, "#000000", 0.35), size * 0.01)


def smoke(paper, x, y, tall, colour, strength=0.5):
    """A thread of smoke that thins and leans as it rises."""
    left, right = [], []
    for i in range(30):
        share = i / 29
        at = x + tall * 0.35 * share**1.6 + sin(share * 9) * tall * 0.035 * share
        half = tall * (0.01 + 0.09 * share) * (1 - share)
        left.append((at - half, y - tall * share))
        right.append((at + half, y - tall * share))
    paper.shape([*left, *right[::-1]], colour, strength)


def wires(paper, poles, colour, sag=0.1, arms=2):
    """Poles given as (x, y of the foot, height), joined by sagging wires."""
    for x, y, tall in poles:
        paper.line([(x, y), (x, y - tall)], colour, max(1, tall * 0.03))
        for i in range(arms):
            arm, at = tall * 0.14, y - tall * (0.97 - 0.12 * i)
            paper.line([(x - arm, at), (x + arm, at)], colour, max(0.8, tall * 0.02))
    for (x, y, tall), (to_x, to_y, to_tall) in pairwise(poles):
        for i in range(arms):
            for side in (-1, 1):
                a = (x + side * tall * 0.13, y - tall * (0.97 - 0.12 * i))
                b = (to_x + side * to_tall * 0.13, to_y - to_tall * (0.97 - 0.12 * i))
                drop = abs(b[0] - a[0]) * sag
                line = [
                    (
                        a[0] + (b[0] - a[0]) * t / 16,
                        a[1] + (b[1] - a[1]) * t / 16 + drop * sin(pi * t / 16),
                    )
                    for t in range(17)
                ]
                paper.line(line, colour, 0.6)


# A horse that looks to the right, one long; y runs up from the ground.
HORSE_BACK = places("-.47,.56 -.43,.67 -.32,.7 -.16,.66 .02,.63 .18,.68")


HORSE_BELLY = places(".26,.42 .1,.37 -.1,.36 -.26,.4 -.42,.46")


GRAZING_NECK = places(".34,.58 .46,.4 .55,.22 .61,.1 .63,.03 .57,.01 .52,.1 .46,.2 .37,.32 .3,.4")


RAISED_NECK = places(
    ".3,.78 .38,.92 .45,1 .49,1.06 .52,.99 .65,.83 .64,.77 .55,.8 .48,.82 .42,.68 .32,.48"
)


HORSE_LEGS = (
    places("-.4,.5 -.26,.5 -.29,.3 -.33,.2 -.31,.02 -.37,.02 -.38,.22 -.4,.3"),
    places(".1,.46 .22,.46 .17,.24 .15,.02 .09,.02 .11,.24"),
    places("-.46,.56 -.28,.54 -.37,.32 -.4,.2 -.38,0 -.45,0 -.46,.22 -.45,.34"),
    places(".17,.5 .3,.48 .26,.24 .27,0 .2,0 .2,.24"),
)


HORSE_TAIL = places("-.45,.64 -.52,.58 -.56,.38 -.55,.18 -.5,.24 -.49,.44")


def horse(paper, x, y, size, colour, face=1, grazing=True):
    """A horse seen from the side: `size` is its length, `face` 1 looks to the right."""

    def at(points):
        return [(x + face * px * size, y - py * size) for px, py in points]

    neck = GRAZING_NECK if grazing else RAISED_NECK
    for leg in HORSE_LEGS[:2]:
        paper.shape(smooth(at(leg), 3), mix(colour, "#1c1512", 0.45))
    paper.shape(smooth(at([*HORSE_BACK, *neck, *HORSE_BELLY])), colour)
    for leg in HORSE_LEGS[2:]:
        paper.shape(smooth(at(leg), 3), colour)
    dark = mix(colour, "#1c1512", 0.5)
    paper.shape(smooth(at(HORSE_TAIL)), dark)
    mane = [(px - 0.03, py + 0.02) for px, py in neck[:3]]
    paper.shape(smooth(at([*mane, *[(px + 0.03, py - 0.05) for px, py in neck[:3]][::-1]])), dark)
