"""The eight-pointed star of Central Asian tile, as points on a plane."""

from math import cos, pi, sin

Point = tuple[float, float]


def polygon(x: float, y: float, radius: float, corners: int, turn: float = 0.0) -> list[Point]:
    """Corners of a regular polygon around (x, y), the first one `turn` radians from the right."""
    angles = (turn + 2 * pi * i / corners for i in range(corners))
    return [(x + radius * cos(a), y + radius * sin(a)) for a in angles]


def star(x: float, y: float, radius: float) -> list[Point]:
    """The sixteen corners of an eight-pointed star: the outline of two crossed squares."""
    outer = polygon(x, y, radius, 8)
    inner = polygon(x, y, radius * cos(pi / 4) / cos(pi / 8), 8, pi / 8)
    return [corner for pair in zip(outer, inner, strict=True) for corner in pair]
