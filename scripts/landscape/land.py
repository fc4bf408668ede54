"""The lie of the land: mountains with light and snow, hills, water, roads and grass."""

from math import cos, pi, sin

from .lines import LEFT, RIGHT, arc, down_to, height_at, ribbon, turns
from .paper import HEIGHT, both, but, fade, mix


def mountains(
    paper, line, lit, shade, *, base, reach=60, snow=None, haze=None, hatch=None, light=-1, spurs=1
):
    """Mountains under a skyline, with one side in the light.

    lit, shade: fills of the two sides. snow: (y of the snow line, lit colour, shaded colour).
    haze: (colour, strength at `base`). hatch: colour of the strokes on the shaded side.
    light: -1 when it comes from the left, 1 from the right. spurs: 0 leaves the faces smooth.
    """
    random = paper.random
    body = paper.mask(down_to(line))
    dark = shaded_side(paper, line, base, reach, light, spurs)
    dark = both(dark, body)
    paper.lay(body, lit)
    paper.lay(dark, shade)
    if snow:
        level, bright, dim = snow
        cap = both(paper.mask(snow_outline(random, line, level)), body)
        paper.lay(but(cap, dark), bright)
        paper.lay(both(cap, dark), dim)
    if hatch:
        paper.hatch(dark, hatch, angle=1.15 if light < 0 else pi - 1.15, gap=4.5, strength=0.38)
    if haze:
        colour, strength = haze
        top = min(y for _, y in line)
        veil = fade((0, 0), (top + (base - top) * 0.25, 0), (base, strength), (HEIGHT, strength))
        paper.lay(both(body, veil), colour)
    return body


def shaded_side(paper, line, base, reach, light, spurs):
    """A mask of the sides that are turned away from the light."""
    random = paper.random
    peaks, saddles = turns(line, reach)
    dark, notches = [], []
    if light > 0:
        saddles = [0, *saddles]  # the dark side of a peak reaches to the saddle before it
    for peak, saddle in zip(peaks, saddles, strict=False):
        ridge = crest(random, line[peak], base, drift=random.uniform(-0.25, 0.45) * -light)
        gully = crest(random, line[saddle], base, drift=random.uniform(-0.5, 0.1) * -light)
        piece = line[peak : saddle + 1] if light < 0 else line[saddle : peak + 1][::-1]
        dark.append([*piece, *gully, *ridge[::-1]])
        for _ in range(max(2, len(ridge) // 4) * spurs):
            i = random.randrange(0, max(1, len(ridge) - 4))
            foot = random.randint(1, 3)
            for pieces, way in ((dark, light), (notches, -light)):
                (x, y), (to_x, to_y) = ridge[i], ridge[min(i + foot, len(ridge) - 1)]
                long = random.uniform(22, 70)
                tip = (x + way * long * random.uniform(0.35, 0.75), to_y + long * 0.75)
                pieces.append([(x - way, y), tip, (to_x - way, to_y)])
                i = random.randrange(0, max(1, len(ridge) - 4))
    return but(paper.mask(*dark), paper.mask(*notches))


def crest(random, start, base, drift, wander=9):
    """A ridge that comes down the face of a mountain from `start` to `base`, wandering."""
    (x, y), line = start, [start]
    swing = random.uniform(-1, 1)
    while y < base:
        y += random.uniform(6, 15)
        swing = max(-1.5, min(1.5, swing + random.uniform(-0.9, 0.9)))
        x += drift * 9 + swing * wander
        line.append((x, y))
    return line


def snow_outline(random, line, level):
    """Snow from the skyline down to about `level`, torn into tongues; deepest under the peaks."""
    edge, to, low = [], line[0][0], False
    for x, y in line:
        if x >= to and level > y:
            # Rock and snow take turns down the slope; the tongues lean a little, as gullies do.
            deep = random.uniform(0.74, 1.1) if low else random.uniform(0.45, 0.74)
            edge.append((x + random.uniform(-5, 5), y + (level - y) * deep))
            to, low = x + random.uniform(4, 19), not low
        elif x >= to:
            edge.append((x, y - 2))
    return [*line, *edge[::-1]]


def hills(paper, line, fill, *, haze=None, hatch=None, strength=0.3, gap=6.0, angle=0.35):
    """A hill or a plain under a smooth skyline; `haze` is (colour, from y, to y, strength)."""
    body = paper.mask(down_to(line))
    paper.lay(body, fill)
    if hatch:
        paper.hatch(body, hatch, angle=angle, gap=gap, strength=strength, waver=2.5)
    if haze:
        colour, top, bottom, most = haze
        paper.lay(both(body, fade((0, most), (top, most), (bottom, 0), (HEIGHT, 0))), colour)
    return body


def water(paper, top, bottom, fill, ripple, *, glint=None, count=260):
    """Water between two heights: strokes that widen towards us; glint is (x, width, colour)."""
    random = paper.random
    outline = [(LEFT, top), (RIGHT, top), (RIGHT, bottom), (LEFT, bottom)]
    paper.shape(outline, fill)
    for _ in range(count):
        near = random.random() ** 1.4
        y, x, long = top + 3 + (bottom - top) * near, random.uniform(LEFT, RIGHT), 12 + 85 * near
        paper.line([(x, y), (x + long, y)], mix(*ripple, random.random()), 0.6 + 1.3 * near)
    if glint:
        at, width, colour = glint
        for _ in range(count // 2):
            near = random.random()
            y = top + 2 + (bottom - top) * near
            x = at + random.gauss(0, 1) * width * (0.25 + 0.75 * near)
            long = 5 + 34 * near * random.random()
            paper.line([(x - long, y), (x + long, y)], colour, 0.8 + 1.4 * near)


def road(paper, middle, near, far, fill, edge=None):
    """A road along `middle` points (near ones first), `near` wide here and `far` wide there."""
    left, right = ribbon(middle, near, far)
    paper.shape([*left, *right[::-1]], fill)
    if edge:
        paper.line(left, edge, 1.1)
        paper.line(right, edge, 1.1)


def grass(paper, line, colours, *, count=900, tall=(7, 22), lean=0.25, bottom=HEIGHT):
    """Blades from a line down to the lower edge, taller towards us."""
    random = paper.random
    blades = []
    for _ in range(count):
        x = random.uniform(LEFT, RIGHT)
        top = height_at(line, x)
        if top > bottom - 4:
            continue
        blades.append((top + (bottom + 12 - top) * random.random() ** 0.8, x, top))
    for y, x, top in sorted(blades):
        near = (y - top) / max(1, bottom - top)
        long = (tall[0] + (tall[1] - tall[0]) * near) * random.uniform(0.6, 1.25)
        tip = (x + long * (lean + random.uniform(-0.35, 0.35)), y - long)
        wide = 0.7 + 1.5 * near
        paper.shape([(x - wide, y), tip, (x + wide, y)], random.choice(colours))


def stones(paper, spots, bright, dark):
    """Boulders at (x, y, size), lit from the left."""
    random = paper.random
    for x, y, size in spots:
        rim = [
            (
                x + cos(a) * size * random.uniform(0.85, 1.1),
                y - abs(sin(a)) * size * 0.62 * random.uniform(0.8, 1.1),
            )
            for a in arc(8)
        ]
        paper.shape([*rim, (x - size, y + size * 0.1), (x + size, y + size * 0.1)], dark)
        top = [(px - size * 0.06, py) for px, py in rim if px < x + size * 0.25]
        paper.shape(
            [*top, (x - size * 0.3, y - size * 0.1), (x + size * 0.05, y - size * 0.28)], bright
        )
