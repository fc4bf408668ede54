"""What is drawn rather than written: the thread of stars, and the squares of a QR code."""

from fpdf import FPDF
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

# static/img/thread.svg: its shapes, closed but for the first, in units of which 56 make a repeat.
REPEAT, HEIGHT = 56, 15
STAR = (
    *((19, 7.5), (16.95, 9.55), (16.95, 12.45), (14.05, 12.45), (12, 14.5), (9.95, 12.45)),
    *((7.05, 12.45), (7.05, 9.55), (5, 7.5), (7.05, 5.45), (7.05, 2.55), (9.95, 2.55)),
    *((12, 0.5), (14.05, 2.55), (16.95, 2.55), (16.95, 5.45)),
)
OUTLINES = (
    STAR,
    ((15, 7.5), (12, 10.5), (9, 7.5), (12, 4.5)),
    ((44.2, 7.5), (40, 11.7), (35.8, 7.5), (40, 3.3)),
    ((30.4, 7.5), (29.2, 8.7), (28, 7.5), (29.2, 6.3)),
    ((52, 7.5), (50.8, 8.7), (49.6, 7.5), (50.8, 6.3)),
)
STRETCHES = ((0, 5), (19, 28), (30.4, 35.8), (44.2, 49.6), (52, 56))
HEART = ((42.2, 7.5), (40, 9.7), (37.8, 7.5), (40, 5.3))
SCALE = 0.22  # millimetres a unit


def thread(paper: FPDF, x: float, y: float, width: float, stroke: str, fill: str) -> None:
    """As many whole repeats as fit into `width`, in its middle, at the height `y`."""
    repeats = int(width / (REPEAT * SCALE))
    left = x + (width - repeats * REPEAT * SCALE) / 2
    top = y - HEIGHT * SCALE / 2
    paper.set_line_width(SCALE)
    paper.set_draw_color(stroke)
    paper.set_fill_color(fill)
    for number in range(repeats):
        start = left + number * REPEAT * SCALE
        for outline in OUTLINES:
            paper.polygon(at(outline, start, top), style="D")
        for begin, end in STRETCHES:
            (x1, y1), (x2, y2) = at(((begin, 7.5), (end, 7.5)), start, top)
            paper.line(x1, y1, x2, y2)
        paper.polygon(at(HEART, start, top), style="F")


def at(points, left: float, top: float) -> list[tuple[float, float]]:
    """Units of the drawing as millimetres on the paper."""
    return [(left + across * SCALE, top + down * SCALE) for across, down in points]


def squares(text: str) -> list[list[bool]]:
    """The QR code of `text`, row by row, without the white around it."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return code.get_matrix()


def qr(paper: FPDF, text: str, x: float, y: float, side: float, ink: str) -> None:
    """Draw the QR code of `text` with sharp edges, and without the white it needs around it."""
    rows = squares(text)
    unit = side / len(rows)
    paper.set_fill_color(ink)
    for down, row in enumerate(rows):
        for first, last in runs(row):
            # A hair wider, so that no printer shows a gap between two rows.
            paper.rect(
                x + first * unit, y + down * unit, (last - first) * unit, unit * 1.02, style="F"
            )


def runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark squares stand side by side: from the first to behind the last."""
    found: list[tuple[int, int]] = []
    for number, dark in enumerate(row):
        if dark and found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        elif dark:
            found.append((number, number + 1))
    return found
