"""Age bands as a donor draws them. They leave no age out, so that the cells add up."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

OLDEST = 120
RANGE = re.compile(r"(\d{1,3})\s*(?:[-–—]\s*(\d{1,3})|\+)?")


@dataclass(frozen=True)
class Bands:
    """Bands by the age at which each begins, the first of them with 0."""

    starts: tuple[int, ...]

    @property
    def keys(self) -> list[str]:
        """Each band as `0-14`, the last as `25-`."""
        ends = [str(start - 1) for start in self.starts[1:]]
        return [f"{start}-{end}" for start, end in zip(self.starts, [*ends, ""], strict=True)]


def bands_between(*ranges: tuple[int, int]) -> Bands:
    """The bands that `ranges` from and to an age draw; ages outside make bands of their own."""
    starts = {0}
    for low, high in ranges:
        starts |= {low, high + 1}
    return Bands(tuple(sorted(start for start in starts if start <= OLDEST)))


# What donors usually ask for, by the name under which it is chosen.
READY = {
    "15-24": bands_between((15, 24)),
    "18-29": bands_between((18, 29)),
    "18-35": bands_between((18, 35)),
    "15-35": bands_between((15, 35)),
}
FREE = "free"


def bands_in(text: str) -> Bands:
    """The bands written as `15–24, 25–35, 36+`. Raises ValidationError with what to mend."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    found = [RANGE.fullmatch(part) for part in parts]
    if not parts or not all(found):
        raise ValidationError(_("Write the bands such as 15–24, 25–35, 36+."))
    ranges = sorted(ends_of(match) for match in found if match)
    for low, high in ranges:
        if high < low or low > OLDEST:
            raise ValidationError(_("An age goes from 0 to 120, and the younger one comes first."))
    for (_low, high), (low, _high) in pairwise(ranges):
        if low <= high:
            raise ValidationError(
                _("Two bands hold the age %(age)s. Each age may be in one band only.")
                % {"age": low}
            )
    return bands_between(*ranges)


def ends_of(match: re.Match) -> tuple[int, int]:
    """The first and the last age of a band: `36+` has no last, and `20` is one year."""
    low, high = match.groups()
    if match[0].endswith("+"):
        return int(low), OLDEST
    return int(low), int(high or low)


def ends(key: str) -> tuple[int, int | None]:
    """The first and the last age of a band by its key; None where it is open."""
    low, _dash, high = key.partition("-")
    return int(low), int(high) if high else None
