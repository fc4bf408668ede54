"""What a draft is made of: sentences with their origins, paragraphs of them, and blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.db.models import Model

from trainings.models import BlockKind, Fact, ParticipantGroup, Quote

# What Markdown would read as its own, in a line that was typed as plain words.
MARKS = re.compile(r"[\\`*_\[\]<]|&(?=[#\w]+;)")
LINE_MARKS = re.compile(r"^([#>+\-=]|\d+(?=[.)]))")


def in_markdown(text: str) -> str:
    """Plain words so that Markdown shows them as they are."""
    marked = MARKS.sub(lambda found: f"\\{found[0]}", text)
    numbered = re.sub(r"^(\d+)([.)])", r"\1\\\2", marked)
    return LINE_MARKS.sub(r"\\\1", marked) if numbered == marked else numbered


@dataclass(frozen=True)
class Origin:
    """A column of a row on record; `language` where its words stand in another language."""

    record: str
    field: str
    language: str = ""

    @classmethod
    def of(cls, row: Model, field: str, language: str = "") -> Origin:
        return cls(f"{row._meta.label_lower}:{row.pk}", field, language)


@dataclass(frozen=True)
class Sentence:
    """A sentence in plain words, with all that it was taken from; the first says the most."""

    text: str
    origins: tuple[Origin, ...]

    def entry(self, text: str, part: str = "") -> dict:
        """What a block keeps of the sentence, as it stands there: see `Block.origins`."""
        first, *others = self.origins
        entry: dict = {"sentence": text, "record": first.record, "field": first.field}
        if others:
            entry["also"] = [{"record": one.record, "field": one.field} for one in others]
        foreign = next((one.language for one in self.origins if one.language), "")
        if foreign:
            entry["language"] = foreign
        if part:
            entry["part"] = part
        return entry


@dataclass
class Paragraph:
    """Sentences in a row, or the points of a list."""

    sentences: list[Sentence]
    is_list: bool = False

    def lines(self) -> list[str]:
        return [in_markdown(one.text) for one in self.sentences]

    @property
    def body(self) -> str:
        lines = self.lines()
        return "\n".join(f"- {line}" for line in lines) if self.is_list else " ".join(lines)


@dataclass
class Piece:
    """A block to be made: words, or what is picked from the record."""

    kind: str = BlockKind.TEXT
    heading: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    quote: Quote | None = None
    facts: list[Fact] = field(default_factory=list)
    groups: list[ParticipantGroup] = field(default_factory=list)
    role: str = ""

    @property
    def body(self) -> str:
        """The words of a block of text, as Markdown."""
        return "\n\n".join(one.body for one in self.paragraphs if one.sentences)

    @property
    def origins(self) -> list[dict]:
        return [
            sentence.entry(line)
            for paragraph in self.paragraphs
            for sentence, line in zip(paragraph.sentences, paragraph.lines(), strict=True)
        ]


@dataclass
class Drafted:
    """A whole draft in one language: the first block also keeps where headline and lead are from.

    There is always a first block: what little is known of a training stands in it.
    """

    headline: Sentence
    lead: list[Sentence]
    pieces: list[Piece]

    @property
    def lead_text(self) -> str:
        return " ".join(one.text for one in self.lead)

    @property
    def first_origins(self) -> list[dict]:
        """Where the headline and the sentences of the lead were taken from."""
        return [
            self.headline.entry(self.headline.text, "headline"),
            *(one.entry(one.text, "lead") for one in self.lead),
        ]
