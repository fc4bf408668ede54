"""Reading YAML safely: text, whole numbers, true, false and nothing; no more than that.

Anything cleverer is refused with a sentence: aliases (a few lines of them can stand for billions
of rows), tags (they may name code to run), a key that stands twice (one of the two would be lost).
Norway's code NO is a text here, and so are 10:30 and 2027-04-22: the record knows which columns
hold times and dates.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from django.utils.translation import gettext as _

from trainings.records.errors import Trouble, Unreadable, Where, expected, path_text

LARGEST_FILE = 2 * 1024 * 1024  # bytes
DEEPEST = 20  # levels of lists and mappings
MOST_VALUES = 50_000  # a hundred trainings or so; loading takes time for each
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")  # written the one way it is printed again
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Contents:
    """What a file holds: its data, the line of each path, and what was wrong on the way."""

    data: dict = field(default_factory=dict)
    lines: dict[Where, int] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def line(self, where: Where) -> int | None:
        """The line of a path, or of the nearest thing around it; None for the file as a whole."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines[where] if where else None


def read(path: Path) -> Contents:
    """The contents of the file at `path`. Never raises: what is wrong stands in `troubles`."""
    contents = Contents()
    text = ""
    try:
        text = _text(path)
        _Reader(text, contents).read()
    except Unreadable as error:
        contents.troubles.append(Trouble((), str(error), error.line))
    except yaml.YAMLError as error:
        contents.troubles.append(_not_yaml(error, text))
    return contents


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise Unreadable(_("There is no such file. Check the name."))
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Unreadable(
                _("The file is too large: %(size)s bytes, and at most %(most)s are read. Split it.")
                % {"size": size, "most": LARGEST_FILE}
            )
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise Unreadable(
            _("The file can't be opened: %(reason)s.") % {"reason": error.strerror}
        ) from error
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("The file is not UTF-8 (byte %(position)s). Save it as UTF-8.")
            % {"position": error.start + 1}
        ) from error
    except ValueError as error:
        raise Unreadable(_("There is no such file. Check the name.")) from error


def _not_yaml(error: yaml.YAMLError, text: str) -> Trouble:
    mark = getattr(error, "problem_mark", None)
    lines = text.splitlines()
    there = lines[mark.line] if mark and mark.line < len(lines) else ""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    message = _("This is not YAML: %(problem)s.") % {"problem": problem}
    if "nesting depth" in problem:  # libyaml reads ahead, and gives up before we count
        message = _too_deep()
    if "\t" in there[: len(there) - len(there.lstrip())]:
        message += " " + _("Indent with spaces, not with tabs.")
    return Trouble((), message, mark.line + 1 if mark else None)


def _too_deep() -> str:
    return _("More than %(most)s levels inside one another are not read.") % {"most": DEEPEST}


class _Reader:
    """Turns the events of the YAML parser into plain data, with the line of every path."""

    def __init__(self, text: str, contents: Contents):
        self.events = yaml.parse(text, Loader=Loader)
        self.contents = contents
        self.values = 0

    def read(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Unreadable(
                        _("The file holds two YAML documents (---). Write one file for each.")
                    )
            elif isinstance(event, yaml.NodeEvent):
                data = self.value(event, (), 0)
                if not isinstance(data, dict):
                    raise Unreadable(expected(_("keys such as trainings: and reports:"), data))
                self.contents.data = data
        if not documents:
            raise Unreadable(_("The file is empty."))

    def value(self, event: yaml.NodeEvent, where: Where, depth: int):
        self.contents.lines.setdefault(where, event.start_mark.line + 1)
        self.check(event, where, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(where, depth)
        return self.mapping(where, depth)

    def check(self, event: yaml.NodeEvent, where: Where, depth: int) -> None:
        """Stop at what may cost without bound or mean more than data."""
        line = event.start_mark.line + 1
        self.values += 1
        if self.values > MOST_VALUES:
            raise Unreadable(
                _("The file holds more than %(most)s keys and values. Split it.")
                % {"most": MOST_VALUES},
                line,
            )
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise Unreadable(
                _(
                    "Aliases and anchors (* and &) are not read. Write the value out, or put it "
                    "in quotes if it is a text."
                ),
                line,
            )
        if event.tag is not None:
            raise Unreadable(
                _(
                    "Tags (! and !!) are not read. Leave the tag away, or put the value in "
                    "quotes if it is a text."
                ),
                line,
            )
        if depth > DEEPEST:
            raise Unreadable(_too_deep(), line)

    def scalar(self, event: yaml.ScalarEvent, where: Where):
        text = event.value
        if not event.style or event.style == "":
            if text in WORDS:
                return WORDS[text]
            if WHOLE_NUMBER.fullmatch(text):
                return int(text)
        bad = next((letter for letter in text if is_control(letter)), None)
        if bad:
            self.trouble(
                where,
                _("There is a control character (%(code)s) in the text. Remove it.")
                % {"code": f"U+{ord(bad):04X}"},
            )
        return text

    def sequence(self, where: Where, depth: int) -> list:
        found: list = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, (*where, len(found)), depth + 1))
        return found

    def mapping(self, where: Where, depth: int) -> dict:
        found: dict = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self.check(event, where, depth)
            if not isinstance(event, yaml.ScalarEvent):
                raise Unreadable(
                    _("A list or a mapping can't be a key."), event.start_mark.line + 1
                )
            key = event.value
            inside = (*where, key)
            if key in found:
                self.trouble(
                    inside,
                    _("The key “%(key)s” stands twice in %(where)s. Keep one.")
                    % {"key": key, "where": path_text(where) or _("the file")},
                    event.start_mark.line + 1,
                )
            self.contents.lines[inside] = event.start_mark.line + 1
            found[key] = self.value(next(self.events), inside, depth + 1)
        return found

    def trouble(self, where: Where, message: str, line: int | None = None) -> None:
        line = line or self.contents.line(where)
        self.contents.troubles.append(Trouble(where, message, line))


def is_control(letter: str) -> bool:
    """Whether a character has no place in a text: control codes but tab and line ends, halves."""
    return unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\r\t"
