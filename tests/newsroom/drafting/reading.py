"""Reading a drafted text: its words, its sentences, and the numbers in both it and the record."""

import datetime as dt
import re

from trainings import wording
from trainings.labels import Label
from trainings.models import Block, ReportText, Training

WORDS = {wording.number_in_words(n, "en"): n for n in range(101)}
NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+")


def as_markdown(text: ReportText) -> str:
    """The whole draft as a file that a person can read through."""
    blocks = [in_markdown(block) for block in text.blocks.all()]
    return "\n\n".join([f"# {text.headline}", f"**{text.lead}**", *blocks]) + "\n"


def in_markdown(block: Block) -> str:
    heading = f"## {block.heading}\n\n" if block.heading else ""
    if block.quote:
        speaker = block.quote.appearance
        return f"> {block.quote.words}\n> — {speaker.shown_name}, {speaker.title_line}"
    facts = "".join(f"\n- {fact.key}" for fact in block.facts.all())
    return heading + (
        block.body or f"[{block.kind}{f': {block.role}' if block.role else ''}]{facts}"
    )


def all_words(text: ReportText) -> str:
    """Everything that was written: headline, lead, headings and bodies."""
    parts = [text.headline, text.lead]
    for block in text.blocks.all():
        parts += [block.heading, block.body]
    return "\n".join(parts)


def sentences(text: ReportText) -> list[tuple[str, dict]]:
    """Every sentence on record in the draft with the words it should stand in."""
    found = []
    for block in text.blocks.all():
        for entry in block.origins:
            places = {"lead": text.lead, "headline": text.headline}
            found.append((places.get(entry.get("part", ""), block.body), entry))
    return found


def not_from_the_record(text: ReportText) -> str:
    """What is left of the words when every sentence with an origin is taken out."""
    left = ""
    blocks = list(text.blocks.all())
    entries = [entry for block in blocks for entry in block.origins]
    for part, words in (("headline", text.headline), ("lead", text.lead)):
        left += without(words, [one for one in entries if one.get("part") == part])
    for block in blocks:
        left += without(block.body, [one for one in block.origins if not one.get("part")])
    return re.sub(r"[\s-]+", "", left)


def without(words: str, entries: list[dict]) -> str:
    """The words without the sentences, the longest first: one may stand in another."""
    for entry in sorted(entries, key=lambda one: -len(one["sentence"])):
        words = words.replace(entry["sentence"], "", 1)
    return words


def numbers(words: str) -> set[int]:
    """Every number in digits or in English words."""
    digits = {int(re.sub(r"\D", "", found)) for found in NUMBER.findall(words)}
    # `1 091` may also be two numbers that stand beside each other.
    digits |= {int(found) for found in re.findall(r"\d+", words)}
    said = re.findall(r"[a-z]+(?:-[a-z]+)?", words.lower())
    return digits | {WORDS[word] for word in said if word in WORDS}


def numbers_written(words: str) -> set[int]:
    """Those that a reader takes from a draft: grouped digits are one number."""
    digits = {int(re.sub(r"\D", "", found)) for found in NUMBER.findall(words)}
    said = re.findall(r"[a-z]+(?:-[a-z]+)?", words.lower())
    return digits | {WORDS[word] for word in said if word in WORDS}


def numbers_on_record(*trainings: Training) -> set[int]:
    """Every number that stands anywhere in the rows of the trainings."""
    found: set[int] = set()
    for training in trainings:
        for row in rows_of(training):
            for field in row._meta.fields:
                if not field.is_relation:
                    found |= numbers(in_words(getattr(row, field.name)))
    return found


def rows_of(training: Training) -> list:
    rows = [training]
    for name in ("points", "places", "organisation_roles", "appearances", "sessions", "groups"):
        rows += getattr(training, name).all()
    rows += [*training.related_events.all(), *training.languages.all()]
    rows += [row.organisation for row in training.organisation_roles.all()]
    rows += [row.person for row in training.appearances.all() if row.person]
    rows += [row for group in training.groups.all() for row in group.countries.all()]
    return [*rows, *([training.series] if training.series else [])]


def in_words(value) -> str:
    if isinstance(value, Label):
        return " ".join(value.texts())
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, dt.date):
        return f"{value.day} {value.year}"
    return "" if value is None or isinstance(value, bool) else str(value)
