"""What is wrong in a record file, and where."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

Where = tuple[str | int, ...]

LONGEST_FOUND = 60


@dataclass(frozen=True)
class Trouble:
    """One error: the path inside the file, the line where known, and a sentence."""

    where: Where
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """`line 12: trainings[0].groups[2].count: expected …`."""
        line = _("line %(number)s") % {"number": self.line} if self.line else ""
        return ": ".join(part for part in (line, path_text(self.where), self.message) if part)


class Unreadable(Exception):
    """A file that can't be read at all, or a value that can't be; holds the sentence."""

    def __init__(self, sentence: str, line: int | None = None):
        super().__init__(sentence)
        self.line = line


def path_text(where: Where) -> str:
    """A path as people write it: `trainings[0].groups[2].count`."""
    text = ""
    for step in where:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def found(value) -> str:
    """What stood in the file, in words, shortened."""
    if value is None:
        return _("nothing")
    if isinstance(value, dict):
        return _("a mapping with keys")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    text = text if len(text) <= LONGEST_FOUND else f"{text[:LONGEST_FOUND]}…"
    return f"“{text}”"


def expected(what: str, value) -> str:
    """The sentence for a value of another kind than the one expected."""
    return _("expected %(what)s; found %(found)s.") % {"what": what, "found": found(value)}


def did_you_mean(word: str, known) -> str:
    """` Did you mean “groups”?` where one of the known words is near, otherwise empty."""
    if word.isdigit():
        return ""
    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return " " + _("Did you mean “%(word)s”?") % {"word": near[0]} if near else ""
