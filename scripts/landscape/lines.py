"""Lines and outlines: jagged and rolling skylines, ribbons that run away from us, soft curves."""

from itertools import pairwise
from math import cos, pi, sin

from .paper import HEIGHT, WIDTH

LEFT, RIGHT = -20, WIDTH + 20


def jagged(random, points, rough=0.22, finest=4):
    """A skyline through the points, broken again and again until pieces are `finest` wide."""
    line = [points[0]]
    for a, b in pairwise(points):
        line += broken(random, a, b, rough, finest)[1:]
    return line


def broken(random, a, b, rough, finest):
    """The way from a to b with its middle moved up or down, and so on for both halves."""
    width = b[0] - a[0]
    if width <= finest:
        return [a, b]
    share = random.uniform(0.38, 0.62)
    middle = (
        a[0] + width * share,
        a[1] + (b[1] - a[1]) * share + random.uniform(-1, 1) * rough * width * 0.5,
    )
    return broken(random, a, middle, rough, finest) + broken(random, middle, b, rough, finest)[1:]


def rolling(points, step=6):
    """A smooth line through the points, each a crest or a hollow."""
    line = []
    for (x, y), (to_x, to_y) in pairwise(points):
        count = max(1, round((to_x - x) / step))
        for i in range(count):
            share = i / count
            line.append((x + (to_x - x) * share, y + (to_y - y) * (1 - cos(pi * share)) / 2))
    return [*line, points[-1]]


def smooth(points, pieces=6):
    """A closed curve through the points (Catmull-Rom)."""
    curve, count = [], len(points)
    for i in range(count):
        p, q, r, s = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        for j in range(pieces):
            t = j / pieces
            curve.append(
                tuple(
                    0.5
                    * (
                        2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t**2
                        + (3 * b - a - 3 * c + d) * t**3
                    )
                    for a, b, c, d in zip(p, q, r, s, strict=True)
                )
            )
    return curve


def disc_outline(x, y, radius, squeeze=1.0):
    """Points around a circle, or an ellipse `squeeze` times as high."""
    angles = [i / 16 * pi for i in range(32)]
    return [(x + radius * cos(a), y + radius * squeeze * sin(a)) for a in angles]


def arc(count=28):
    """Angles of a half circle."""
    return [pi * i / count for i in range(count + 1)]


def down_to(line, bottom=HEIGHT + 10):
    """The outline of what lies under a skyline."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def height_at(line, x):
    """The y of a skyline at x."""
    for (a, y), (b, to_y) in pairwise(line):
        if a <= x <= b:
            return y + (to_y - y) * (x - a) / max(b - a, 1e-6)
    return line[-1][1]


def turns(line, reach):
    """Indexes of the peaks and of the saddles between them, as seen `reach` pixels around."""
    peaks = []
    for i, (x, y) in enumerate(line):
        around = [q for p, q in line if abs(p - x) < reach]
        if y == min(around) and (not peaks or x - line[peaks[-1]][0] > reach * 0.8):
            peaks.append(i)
    saddles = [max(range(a, b + 1), key=lambda i: line[i][1]) for a, b in pairwise(peaks)]
    return peaks, [*saddles, len(line) - 1]


def ribbon(middle, near, far):
    """Both edges of a flat band that runs away from us, narrowing with the height on the sheet."""
    low, high = middle[0][1], middle[-1][1]
    left, right = [], []
    for x, y in middle:
        share = (y - high) / (low - high)
        half = (far + (near - far) * share**1.5) / 2
        left.append((x - half, y))
        right.append((x + half, y))
    return left, right


def bends(points, step=5):
    """A smooth way through points given near to far: x swings softly between them."""
    return [(x, -y) for y, x in rolling([(-y, x) for x, y in points], step)]
