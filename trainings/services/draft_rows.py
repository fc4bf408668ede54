"""A draft and the record: what a text may show, and a draft's blocks as pages read them."""

from typing import Any

from django.db.models import Q, QuerySet

from trainings.models import (
    Block,
    Document,
    Fact,
    Organisation,
    ParticipantGroup,
    Photo,
    Quote,
    ReportText,
    Session,
    in_order,
    keeps_order,
)
from trainings.services.draft_shape import ONE, PARTS, SEVERAL, WORDS, new_block, origins
from trainings.together import keep

# What a block takes over from a draft as it stands there.
PLAIN = ("kind", "heading", "body", "source", "breakdown", "role")
# Where the keys of each column of several are read: with their order where it keeps one.
CHOSEN = {
    name: f"picked_{name}" if keeps_order(Block._meta.get_field(name)) else name for name in SEVERAL
}


def content_of(text: ReportText) -> dict:
    """The content of `text` as it stands in its rows, in the shape of a draft."""
    content = {name: getattr(text, name) for name in WORDS}
    rows = text.blocks.prefetch_related(*CHOSEN.values()) if text.pk else []
    return {**content, "blocks": [block_content(row) for row in rows]}


def block_content(row: Block) -> dict:
    several = {name: chosen_by(row, name) for name in SEVERAL}
    plain = {name: getattr(row, name) for name in PLAIN}
    one = {name: getattr(row, f"{name}_id") for name in ONE}
    made = new_block(**plain, **one, **several)
    return {**made, "key": f"b{row.pk}", "id": row.pk, "origins": origins(row.origins)}


def chosen_by(row: Block, name: str) -> list[int]:
    """The keys of what a block shows of its column `name` of several, in their order."""
    links = getattr(row, CHOSEN[name]).all()
    if CHOSEN[name] == name:
        return [one.pk for one in links]
    column: Any = Block._meta.get_field(name)
    return [getattr(one, f"{column.m2m_reverse_field_name()}_id") for one in links]


def choices_of(text: ReportText) -> dict[str, QuerySet]:
    """By the name of a column of `Block`, the rows it may show in `text`.

    They are those of the report's trainings, and what the text shows already. Facts are those of
    the series and of the organisations of these trainings. Documents are public ones, also of the
    report itself.
    """
    trainings = text.report.training_links.values("training")
    of_trainings = Q(training__in=trainings)
    shown = Q(blocks__text=text.pk)
    papers = Q(public=True) & (of_trainings | Q(report=text.report_id))
    behind = Q(training_roles__training__in=trainings)
    about = Q(series__trainings__in=trainings) | Q(
        organisation__training_roles__training__in=trainings
    )
    photos = Photo.objects.filter(of_trainings | shown | Q(galleries__text=text.pk))
    photos = photos.select_related("training").distinct()
    return {
        "quote": Quote.objects.filter(of_trainings | shown)
        .select_related("appearance__person", "organisation", "training")
        .distinct(),
        "photo": photos,
        "photos": photos,
        "facts": Fact.objects.filter(about | shown).distinct(),
        "groups": ParticipantGroup.objects.filter(of_trainings | shown).distinct(),
        "sessions": Session.objects.filter(of_trainings | shown)
        .select_related("training", "place__country")
        .distinct(),
        "documents": Document.objects.filter(papers | shown).distinct(),
        "organisations": Organisation.objects.filter(behind | shown).distinct(),
    }


def blocks_of(text: ReportText, content: dict) -> list[Block]:
    """The blocks of a draft in their order, unsaved, as a page may show them.

    One that is no row yet has a key below 0. Rows that `choices_of` does not offer are left out,
    whatever the draft names.
    """
    standing = [block for block in content["blocks"] if not block["removed"]]
    own = set(text.blocks.values_list("pk", flat=True))
    choices = choices_of(text)
    named = {
        name: known(choices[name], [block[name] for block in standing if block[name]])
        for name in ONE
    }
    several = {name: rows_named(choices[name], standing, name) for name in SEVERAL}
    made = [row(text, block, place, own, named, several) for place, block in enumerate(standing, 1)]
    for made_row, block in zip(made, standing, strict=True):
        made_row.origins = still_true(block, content)
    return made


def known(rows: QuerySet, keys: list[int]) -> set[int]:
    """Those of `keys` that are keys of `rows`."""
    return set(rows.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()


def rows_named(rows: QuerySet, blocks: list[dict], name: str) -> list:
    """Those of `rows` that any of `blocks` names in its list `name`, in the order of `rows`."""
    keys = {key for block in blocks for key in block[name]}
    return list(rows.filter(pk__in=keys)) if keys else []


def row(text, block: dict, place: int, own: set[int], named: dict, several: dict) -> Block:
    made = Block(
        pk=block["id"] if block["id"] in own else -place,
        text=text,
        order=place - 1,
        **{name: block[name] for name in PLAIN},
    )
    for name in ONE:
        setattr(made, f"{name}_id", block[name] if block[name] in named[name] else None)
    for name in SEVERAL:  # an unsaved row can't be asked for it
        keep(made, name, in_order(name, several[name], block[name]))
    return made


def still_true(block: dict, content: dict) -> list[dict]:
    """The origins of `block` whose sentence stands where it was drafted, word for word."""
    texts = {"": block["body"], **{part: content.get(part, "") for part in PARTS}}
    plain = {part: " ".join(text.split()) for part, text in texts.items()}
    return [
        one
        for one in block["origins"]
        if " ".join(one["sentence"].split()) in plain[one.get("part", "")]
    ]
