"""Draw the site's mark, its icons and the ornament: eight-pointed stars of Central Asian tile.

    python -m scripts.marks

writes mark.svg, favicon.svg, favicon-32.png, apple-touch-icon.png and the icons of the web manifest
into static/img/, and the ornament into templates/_thread.html. Needs Pillow; the result is the same
every time.
"""

from math import hypot, pi
from pathlib import Path

from PIL import Image, ImageDraw

from trainings.sharing.stars import polygon, star

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "static" / "img"
LAPIS, APRICOT, PAPER = "#1d4e89", "#b64c13", "#fbfaf6"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">'
    "{2}</svg>\n"
)


def path(points, closed=True):
    """SVG path data through the points."""
    return "M" + " ".join(f"{x:.2f} {y:.2f}" for x, y in points) + ("Z" if closed else "")


def woven_squares(middle, radius, gap):
    """Line pieces of two squares that pass over and under each other in turn."""
    pieces = []
    side = radius * 2**0.5
    # Two squares cross at these shares of a side.
    crossing = (1 - (2**0.5 - 1)) / 2
    for turn in (0, pi / 4):
        corners = polygon(middle, middle, radius, 4, turn)
        for i, (x, y) in enumerate(corners):
            to_x, to_y = corners[(i + 1) % 4]
            # Under at the first crossing, over at the second: so each weaves through the other.
            before, after = crossing - gap / side, crossing + gap / side
            at = [(x + (to_x - x) * t, y + (to_y - y) * t) for t in (0, before, after, 1)]
            pieces += [at[:2], at[2:]]
    return join(pieces)


def join(pieces):
    """Chain pieces that share an end, so that corners are drawn as corners."""
    chains = []
    for piece in pieces:
        for chain in chains:
            if hypot(chain[-1][0] - piece[0][0], chain[-1][1] - piece[0][1]) < 1e-6:
                chain.extend(piece[1:])
                break
            if hypot(chain[0][0] - piece[-1][0], chain[0][1] - piece[-1][1]) < 1e-6:
                chain[:0] = piece[:-1]
                break
        else:
            chains.append(list(piece))
    return chains


def mark():
    """The mark beside the name: squares in the colour of the text around it, an apricot heart."""
    lines = "".join(path(points, closed=False) for points in woven_squares(16, 14, 2))
    heart = path(star(16, 16, 4.6))
    return SVG.format(
        32,
        32,
        f'<path d="{lines}" fill="none" stroke="currentColor" stroke-width="1.8" '
        f'stroke-linejoin="miter"/><path d="{heart}" fill="{APRICOT}"/>',
    )


def thread():
    """The band under the masthead: a star, a lozenge, and the line that joins them, over and over.

    Fifteen pixels high, so that the line lies on whole pixels at its own size. It stands in the
    page itself: a file would be one request more of each first visit.
    """
    lines = [path(star(12, 7.5, 7)), path(polygon(12, 7.5, 3, 4)), path(polygon(40, 7.5, 4.2, 4))]
    for start, end in ((0, 5), (19, 28), (30.4, 35.8), (44.2, 49.6), (52, 56)):
        lines.append(path([(start, 7.5), (end, 7.5)], closed=False))
    beads = "".join(path(polygon(x, 7.5, 1.2, 4)) for x in (29.2, 50.8))
    return (
        '<svg class="thread" width="100%" height="15" aria-hidden="true" focusable="false">'
        '<pattern id="thread" width="56" height="15" patternUnits="userSpaceOnUse">'
        f'<path d="{"".join(lines)}{beads}"/><path class="heart" '
        f'd="{path(polygon(40, 7.5, 2.2, 4))}"/></pattern>'
        '<rect width="100%" height="15" fill="url(#thread)"/></svg>\n'
    )


def favicon():
    """The mark for a browser's tab: few shapes, so that sixteen pixels still show a star."""
    return SVG.format(
        32,
        32,
        f'<rect width="32" height="32" rx="7" fill="{LAPIS}"/>'
        f'<path d="{path(star(16, 16, 13))}" fill="{PAPER}"/>'
        f'<path d="{path(star(16, 16, 5.6))}" fill="{APRICOT}"/>',
    )


def icon(size, *, corner, reach):
    """The same as a picture: `corner` and `reach` (of the star) are shares of the size."""
    big = size * 8
    image = Image.new("RGBA", (big, big))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, big - 1, big - 1), corner * big, fill=LAPIS)
    draw.polygon(star(big / 2, big / 2, reach * big), fill=PAPER)
    draw.polygon(star(big / 2, big / 2, reach * big * 0.43), fill=APRICOT)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def save(image, name):
    """Write a picture in 64 colours: a quarter as long, and one comes with the first page."""
    few = image.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(IMAGES / name, optimize=True)


def main():
    """Write every file."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / "mark.svg").write_text(mark())
    (ROOT / "templates" / "_thread.html").write_text(thread())
    (IMAGES / "favicon.svg").write_text(favicon())
    save(icon(32, corner=0.22, reach=0.41), "favicon-32.png")
    for size in (192, 512):
        save(icon(size, corner=0.22, reach=0.41), f"icon-{size}.png")
    # A telephone cuts its own shape out of this one: all that matters is within 80 % of it.
    save(icon(512, corner=0, reach=0.32).convert("RGB"), "icon-maskable-512.png")
    # Apple rounds the corners itself and shows no transparency.
    save(icon(180, corner=0, reach=0.36).convert("RGB"), "apple-touch-icon.png")


if __name__ == "__main__":
    main()
