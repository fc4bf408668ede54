"""A sheet to draw on: colours, gradients, masks, hatching and the grain of print.

Places are in pixels of the finished cover (1680 by 720); the sheet itself is twice as large, so
that edges come out clean. Colours are "#rrggbb" or (r, g, b); shares and strengths run from 0 to 1.
"""

from functools import lru_cache
from math import cos, sin
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT, FINE = 1680, 720, 2


SIZE = (WIDTH * FINE, HEIGHT * FINE)


def places(text):
    """Places written as "x,y x,y": a drawing has many, and this keeps them on a line."""
    return [tuple(map(float, pair.split(","))) for pair in text.split()]


def rgb(colour):
    """(r, g, b) of "#rrggbb"; a triple stays as it is."""
    return ImageColor.getrgb(colour) if isinstance(colour, str) else tuple(colour)


def mix(one, other, share):
    """The colour that lies `share` of the way from one to the other."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))


def steps(stops, count):
    """`count` values along [(share, value), ...], in between linearly; values are tuples."""
    row, i = [], 0
    for n in range(count):
        at = n / max(1, count - 1)
        while i < len(stops) - 2 and at > stops[i + 1][0]:
            i += 1
        (a, one), (b, other) = stops[i], stops[i + 1]
        share = min(1, max(0, (at - a) / max(b - a, 1e-9)))
        row.append(tuple(round(p + (q - p) * share) for p, q in zip(one, other, strict=True)))
    return row


class Down:
    """A fill that runs from one colour to others down the sheet: Down((y, colour), ...)."""

    def __init__(self, *stops):
        self.stops = [(y / HEIGHT, rgb(colour)) for y, colour in stops]

    def image(self):
        """The whole sheet in this fill."""
        column = Image.new("RGB", (1, SIZE[1]))
        column.putdata(steps(self.stops, SIZE[1]))
        return column.resize(SIZE, Image.Resampling.NEAREST)


@lru_cache(maxsize=16)
def fade(*stops):
    """A mask of the whole sheet that is `strength` strong at each (y, strength)."""
    column = Image.new("L", (1, SIZE[1]))
    rows = steps([(y / HEIGHT, (255 * strength,)) for y, strength in stops], SIZE[1])
    column.putdata([value for (value,) in rows])
    return column.resize(SIZE, Image.Resampling.NEAREST)


def both(one, other):
    """Where both masks are."""
    return ImageChops.multiply(one, other)


def but(one, other):
    """Where the first mask is and the other is not."""
    return ImageChops.multiply(one, ImageChops.invert(other))


def noise(random, columns, rows):
    """A mask of soft seeded noise: so many lumps across and down."""
    small = Image.frombytes("L", (columns, rows), random.randbytes(columns * rows))
    return small.resize(SIZE, Image.Resampling.BICUBIC)


class Paper:
    """One cover while it is drawn. The same seed gives the same drawing."""

    def __init__(self, seed):
        self.random = Random(seed)
        self.image = Image.new("RGB", SIZE)
        self.ink = ImageDraw.Draw(self.image)

    @staticmethod
    def scale(points):
        """Sheet coordinates of the points."""
        return [(x * FINE, y * FINE) for x, y in points]

    def mask(self, *shapes):
        """A mask of these outlines."""
        mask = Image.new("L", SIZE)
        draw = ImageDraw.Draw(mask)
        for points in shapes:
            draw.polygon(self.scale(points), fill=255)
        return mask

    def lines(self, lines, width):
        """A mask of these lines, `width` pixels thick."""
        mask = Image.new("L", SIZE)
        draw = ImageDraw.Draw(mask)
        for points in lines:
            draw.line(self.scale(points), fill=255, width=max(1, round(width * FINE)))
        return mask

    def lay(self, mask, fill, strength=1.0):
        """Lay a colour or a Down over the mask."""
        if strength < 1:
            mask = mask.point(lambda value: value * strength)
        if isinstance(fill, Down):
            self.image.paste(fill.image(), (0, 0), mask)
        else:
            self.image.paste(rgb(fill), (0, 0, *SIZE), mask)

    def shape(self, points, fill, strength=1.0):
        """Fill an outline."""
        if isinstance(fill, Down) or strength < 1:
            self.lay(self.mask(points), fill, strength)
        else:
            self.ink.polygon(self.scale(points), fill=rgb(fill))

    def line(self, points, colour, width=1.0):
        """Draw a line through the points."""
        self.ink.line(
            self.scale(points), fill=rgb(colour), width=max(1, round(width * FINE)), joint="curve"
        )

    def disc(self, x, y, radius, colour, squeeze=1.0):
        """A filled circle, or an ellipse `squeeze` times as high."""
        box = (x - radius, y - radius * squeeze, x + radius, y + radius * squeeze)
        self.ink.ellipse([value * FINE for value in box], fill=rgb(colour))

    def glow(self, x, y, radius, colour, strength, squeeze=1.0):
        """Light around a point, fading out at `radius`."""
        wide, high = round(radius * 2 * FINE), round(radius * 2 * squeeze * FINE)
        light = ImageChops.invert(Image.radial_gradient("L")).resize((wide, high))
        # The built-in gradient reaches the corners; the square of its value is gone at the sides.
        light = light.point(lambda v: max(0, (v / 255 - 0.3) / 0.7) ** 1.7 * 255 * strength)
        corner = (round(x * FINE - wide / 2), round(y * FINE - high / 2))
        self.image.paste(rgb(colour), (*corner, corner[0] + wide, corner[1] + high), light)

    def hatch(self, mask, colour, *, angle=1.05, gap=5.0, width=0.8, strength=0.5, waver=1.2):
        """Fine strokes across the mask, `gap` pixels apart, as an engraver shades."""
        strokes = Image.new("L", SIZE)
        draw = ImageDraw.Draw(strokes)
        reach, along, across = WIDTH, (cos(angle), sin(angle)), (-sin(angle), cos(angle))
        for i in range(int(-reach / gap), int(reach / gap)):
            at = i * gap + self.random.uniform(-0.25, 0.25) * gap
            row = []
            for j in range(-14, 15):
                way, off = j / 14 * reach, at + self.random.uniform(-waver, waver)
                x = WIDTH / 2 + along[0] * way + across[0] * off
                y = HEIGHT / 2 + along[1] * way + across[1] * off
                row.append((x, y))
            draw.line(self.scale(row), fill=255, width=max(1, round(width * FINE)))
        self.lay(both(mask, strokes), colour, strength)

    def speckle(self, mask, colour, strength=0.5, coarse=2.2, share=0.5):
        """Printed dots over the mask: the more, the nearer `share` is to 1."""
        columns, rows = int(WIDTH / coarse), int(HEIGHT / coarse)
        dots = Image.frombytes("L", (columns, rows), self.random.randbytes(columns * rows))
        dots = dots.filter(ImageFilter.GaussianBlur(0.6)).resize(SIZE, Image.Resampling.BICUBIC)
        # After the blur the values crowd around the middle; spread them again.
        edge = 128 + (0.5 - share) * 110
        dots = dots.point(lambda value: max(0, min(255, (value - edge) * 9)))
        self.lay(both(mask, dots), colour, strength)

    def finished(self, grain=3.4):
        """The cover at its own size, with the grain of paper (`grain` in steps of 255)."""
        cover = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        dust = Image.frombytes("L", cover.size, self.random.randbytes(WIDTH * HEIGHT))
        dust = dust.filter(ImageFilter.GaussianBlur(0.7))
        dust = dust.point(lambda value: 128 + (value - 128) * grain / 40)
        return ImageChops.add(cover, Image.merge("RGB", (dust,) * 3), offset=-128)
