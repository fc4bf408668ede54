"""Sky, clouds and birds."""

from math import pi, sin

from PIL import ImageFilter

from .lines import disc_outline
from .paper import HEIGHT, WIDTH, Down, both, fade, noise


def sky(paper, *stops):
    """The whole sheet in a sky that runs down through (y, colour)."""
    paper.lay(paper.mask([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)]), Down(*stops))


def streaks(paper, colour, *, across=5, down=26, top=0, bottom=360, strength=0.5, edge=140):
    """Long thin clouds between two heights."""
    lumps = noise(paper.random, across, down)
    lumps = both(lumps, fade((0, 0), (top, 0.1), ((top + bottom) / 2, 1), (bottom, 0), (HEIGHT, 0)))
    lumps = lumps.point(lambda value: max(0, min(255, (value - edge) * 5)))
    paper.lay(lumps.filter(ImageFilter.GaussianBlur(3)), colour, strength)


def cloud(paper, x, y, size, bright, dim):
    """A heaped cloud with a nearly flat foot: `size` is half its width."""
    random = paper.random
    puffs, peak = [], random.uniform(-0.35, 0.35)
    for i in range(13):
        at = -1 + 2 * i / 12
        high = max(0.0, 1 - abs(at - peak) ** 1.6) * random.uniform(0.55, 1.15)
        puffs.append((x + at * size * 0.84, y - size * 0.3 * high, size * (0.09 + 0.17 * high)))
    outlines = [disc_outline(*puff, 0.85) for puff in puffs]
    outlines.append(disc_outline(x, y - size * 0.04, size * 0.93, 0.1))
    sheet = [(x - 2 * size, 0), (x + 2 * size, 0)]
    foot = [(x + 2 * size, y), (x + size, y), (x + size * 0.4, y + 3), (x - size * 0.5, y - 1)]
    body = both(paper.mask(*outlines), paper.mask([*sheet, *foot, (x - 2 * size, y)]))
    paper.lay(body, bright)
    under = [[(px + size * 0.05, py + size * 0.11) for px, py in shape] for shape in outlines]
    soft = both(paper.mask(*under), fade((0, 0), (y - size * 0.5, 0), (y, 1), (HEIGHT, 1)))
    paper.lay(both(body, soft), dim)


def birds(paper, x, y, count, size, colour, spread=150):
    """A loose flock, wings at different beats."""
    random = paper.random
    for _ in range(count):
        px, py = x + random.gauss(0, spread), y + random.gauss(0, spread * 0.28)
        one, beat = size * random.uniform(0.65, 1.2), random.uniform(0.15, 0.6)
        for side in (-1, 1):
            wing = [
                (px + side * one * t, py - one * beat * sin(t * pi * 0.8) * 1.2)
                for t in (0, 0.3, 0.6, 1)
            ]
            paper.line(wing, colour, max(0.8, one * 0.13))
