"""Where in a text something stands that has to be taken out of it, or looked at.

`content` has the shape of a draft, as the editor shows it; what was taken out stands nowhere.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from trainings.models import BlockKind, Photo, Quote, ReportText
from trainings.services.draft_shape import WORDS
from trainings.services.refusal import Spot


def standing(content: dict) -> Iterator[tuple[dict, str]]:
    """The blocks in their order, each with the words that lead to it."""
    blocks = [block for block in content["blocks"] if not block["removed"]]
    for number, block in enumerate(blocks, 1):
        kind = BlockKind(block["kind"]).label
        yield block, _("Go to block %(number)s, %(kind)s") % {"number": number, "kind": kind}


def of_record(content: dict, record: Quote | Photo) -> list[Spot]:
    """The blocks that show a quote or a photograph; a gallery of all shows each photograph."""
    return [Spot(words, block["key"]) for block, words in standing(content) if shows(block, record)]


def shows(block: dict, record: Quote | Photo) -> bool:
    kind = block["kind"]
    if isinstance(record, Quote):
        return kind == BlockKind.QUOTE and block["quote"] == record.pk
    if kind == BlockKind.GALLERY:
        return not block["photos"] or record.pk in block["photos"]
    return kind == BlockKind.PHOTO and block["photo"] == record.pk


def of_words(content: dict, is_meant: Callable[[str], Any]) -> list[Spot]:
    """Where words stand of which `is_meant` is true."""
    return [spot for text, spot in written(content) if is_meant(text)]


def written(content: dict) -> Iterator[tuple[str, Spot]]:
    """All that a text says in words: its head, and headings and bodies of its blocks."""
    for name in WORDS:
        column: Any = ReportText._meta.get_field(name)
        words = _("Go to: %(what)s") % {"what": column.verbose_name}
        yield content[name], Spot(words, f"id_{name}")
    for block, words in standing(content):
        for part in ("heading", "body"):
            yield block[part], Spot(words, f"id_{block['key']}-{part}")
