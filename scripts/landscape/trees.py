"""Trees and bushes of the region."""

from math import cos, pi, sin

from .paper import mix


def poplar(paper, x, y, tall, dark, bright, light=-1):
    """A Lombardy poplar: a tall flame of leaves, brighter on the side of the light."""
    random = paper.random
    wide = tall * random.uniform(0.075, 0.1)
    paper.shape(
        [(x - tall * 0.012, y), (x + tall * 0.012, y), (x, y - tall * 0.3)],
        mix(dark, "#3a2a1c", 0.6),
    )
    sides = []
    for side in (-1, 1):
        edge = []
        for i in range(22):
            share = i / 21
            half = wide * (sin(pi * min(1, share * 0.86 + 0.14)) ** 0.8) * (1 - share * 0.25)
            edge.append(
                (x + side * half * random.uniform(0.82, 1.15), y - tall * (0.1 + 0.9 * share))
            )
        sides.append(edge)
    paper.shape([*sides[0], *sides[1][::-1]], dark)
    near = sides[0] if light < 0 else sides[1]
    paper.shape(
        [*near, *[(x + (px - x) * 0.05, py) for px, py in near[::-1]]], mix(dark, bright, 0.75)
    )
    for _ in range(int(tall / 5)):
        share = random.random() ** 1.2
        at_y = y - tall * (0.13 + 0.8 * share)
        at_x = x + random.uniform(-0.7, 0.7) * wide * (1 - share * 0.75)
        colour = mix(dark, bright, random.uniform(0.1, 1.0) if (at_x - x) * light > 0 else 0.15)
        paper.line([(at_x, at_y), (at_x + (at_x - x) * 0.2, at_y - tall * 0.035)], colour, 0.8)


def spruce(paper, x, y, tall, dark, bright, light=-1):
    """A Tien Shan spruce: narrow, in tiers, pointed."""
    random = paper.random
    tiers, half = 9, tall * 0.15
    left, right = [], []
    for i in range(tiers):
        share = i / tiers
        out, inner = half * (1 - share), half * (1 - share) * 0.55
        low, high = (
            y - tall * (0.06 + 0.94 * share),
            y - tall * (0.06 + 0.94 * (share + 0.85 / tiers)),
        )
        left += [(x - out * random.uniform(0.85, 1.1), low + tall * 0.015), (x - inner, high)]
        right += [(x + out * random.uniform(0.85, 1.1), low + tall * 0.015), (x + inner, high)]
    top = (x, y - tall)
    paper.shape(
        [(x - tall * 0.012, y), (x + tall * 0.012, y), (x, y - tall * 0.2)],
        mix(dark, "#2c1d14", 0.6),
    )
    paper.shape([*left, top, *right[::-1]], dark)
    near = left if light < 0 else right
    paper.shape([*near, top, (x + light * half * 0.06, y - tall * 0.08)], mix(dark, bright, 0.6))


def round_tree(paper, x, y, size, trunk, leaves, count=190):
    """A fruit tree: a short forked trunk under a heap of blossom or leaves, bright ones last."""
    random = paper.random
    crown = y - size * 0.72
    for way in (-0.3, -0.1, 0.14, 0.32):
        head = (x + size * way, crown + abs(way) * size * 0.2)
        paper.line([(x, y), (x + size * way * 0.25, y - size * 0.3), head], trunk, size * 0.04)
    paper.line([(x, y + 1), (x, y - size * 0.3)], trunk, size * 0.075)
    spots = []
    for _ in range(count):
        angle, far = random.uniform(0, 2 * pi), random.random() ** 0.55
        spots.append((x + cos(angle) * far * size * 0.56, crown + sin(angle) * far * size * 0.4))
    # From the shaded underside to the bright top left.
    spots.sort(key=lambda spot: (spot[0] - x) * 0.5 + spot[1] - crown, reverse=True)
    for i, (px, py) in enumerate(spots):
        share = min(0.999, max(0, i / count + random.uniform(-0.22, 0.22)))
        colour = leaves[int(share * len(leaves))]
        paper.disc(px, py, size * random.uniform(0.03, 0.07), colour, 0.85)


def bush(paper, x, y, size, dark, bright, lean=0.0):
    """Saxaul: a tangle of thin crooked branches."""
    random = paper.random
    for _ in range(26):
        px, py, way = x + random.uniform(-0.1, 0.1) * size, y, random.uniform(0.15, 0.85) * pi
        line = [(px, py)]
        for _ in range(5):
            way += random.uniform(-0.5, 0.5) - lean * 0.1
            px += cos(way) * size * 0.13 + lean * size * 0.03
            py -= abs(sin(way)) * size * 0.13
            line.append((px, py))
        paper.line(line, mix(dark, bright, random.random()), max(0.7, size * 0.012))
