"""What a service raises when a rule says no."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

MOST_SPOTS = 6  # that are read beside one refusal


@dataclass(frozen=True)
class Spot:
    """Where in the editor something stands: words that lead there, and what its address ends in."""

    words: str
    place: str


class NotAllowed(Exception):
    """A refusal; its text is a sentence that says what to do."""


class InText(NotAllowed):
    """A refusal that is mended in the editor, at `spots`."""

    def __init__(self, said: str, spots: Iterable[Spot]):
        self.spots = list(dict.fromkeys(spots))[:MOST_SPOTS]
        super().__init__(said)


class AboutBlock(InText):
    """A refusal about one block of a draft, given by its key, and about one of its inputs."""

    def __init__(self, said: str, block: str, part: str = ""):
        place = f"id_{block}-{part}" if part else block
        super().__init__(said, [Spot(_("Go to this block"), place)])


def spots_of(refusal: NotAllowed) -> list[Spot]:
    """Where in the editor it is mended that something was refused."""
    return refusal.spots if isinstance(refusal, InText) else []
