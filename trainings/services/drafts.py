"""Writing a text: a draft beside it, saved again and again, until it is put into the text.

The published text changes in `put_in` alone. Nobody overwrites what she or he has not seen: every
write names the version it goes on from.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Block, BlockKind, ReportText, TextDraft, TextState, pick
from trainings.services import publish
from trainings.services.draft_rows import blocks_of, content_of
from trainings.services.draft_shape import SEVERAL, WORDS, new_block, refuse_long, shaped
from trainings.services.refusal import AboutBlock, NotAllowed

__all__ = ["Overtaken", "Writing", "discard", "new_block", "overtake", "put_in", "save", "writing"]


class Overtaken(NotAllowed):
    """Someone saved since: `draft` is what stands there now."""

    def __init__(self, draft: TextDraft):
        self.draft = draft
        super().__init__(saved_since(draft))


@dataclass(frozen=True)
class Writing:
    """A text as it is being written: the draft's content, or the text's own where there is none.

    `version` is what the next save goes on from. `pending`: there is more than the text holds.
    """

    content: dict
    draft: TextDraft
    pending: bool

    @property
    def version(self) -> int:
        return self.draft.version

    @property
    def is_overtaken(self) -> bool:
        """Whether the text was changed from elsewhere after the draft was begun: see `overtake`."""
        return self.pending and self.draft.saved_by is None


def saved_since(draft: TextDraft) -> str:
    """That and when somebody saved; a file that is loaded has no account, as one that is gone."""
    said = _("%(name)s saved this text since you opened it (%(when)s).")
    if draft.saved_by is None:
        said = _(
            "This text was changed since you opened it (%(when)s), by a file that was loaded or by "
            "someone whose account is gone."
        )
    return said % {"name": draft.saved_by, "when": moment(draft)}


def moment(draft: TextDraft) -> str:
    """When a draft was saved, such as `today, 14:05`."""
    return wording.recently(draft.saved_at, settings.TIME_ZONE)


def writing(text: ReportText) -> Writing:
    """What an editor of `text` goes on from."""
    draft = TextDraft.objects.filter(text=text).select_related("saved_by").first()
    return writing_of(text, draft or TextDraft(text=text))


def writing_of(text: ReportText, draft: TextDraft) -> Writing:
    if not draft.content:
        return Writing(content_of(text), draft, pending=False)
    try:
        return Writing(shaped(draft.content), draft, pending=True)
    except NotAllowed:  # changed by a hand in the database: the text itself is whole
        return Writing(content_of(text), draft, pending=False)


@transaction.atomic
def save(text: ReportText, content: object, *, version: int, by) -> TextDraft:
    """Keep `content` as the draft of `text`; the text itself stays as it is.

    `version` is the one that `content` goes on from. Raises Overtaken where another was saved
    since, and NotAllowed where the content can't be read. Returns the draft with its new version.
    """
    content = shaped(content)
    refuse_long(content)
    draft = current(text, version)
    return stored(draft, {} if says_the_same(content, text) else content, by)


@transaction.atomic
def put_in(text: ReportText, *, by, version: int | None = None) -> ReportText:
    """Make the draft of `text` the text itself, which readers see at once if it is published.

    Raises NotAllowed where a block lacks something, where there is nothing to put in, or where the
    text could not be published so; Overtaken where `version` is given and no longer the last.
    Blocks stay the rows they were, so that remarks on them stay too.
    """
    draft = current(text, version)
    text = publish.locked(text)
    going_on = writing_of(text, draft)
    if not going_on.pending:
        raise NotAllowed(_("There is nothing new to put into the text."))
    write_words(text, going_on.content)
    write_blocks(text, going_on.content)
    if text.state == TextState.PUBLISHED:
        publish.keep_public(text, by=by, content=going_on.content)
    stored(draft, {}, by)
    return publish.logged(text, by, _("Changes were put into the text."))


@transaction.atomic
def discard(text: ReportText, *, by, version: int | None = None) -> TextDraft:
    """Throw the draft of `text` away; the text stays as it is. Raises Overtaken as `put_in`."""
    return stored(current(text, version), {}, by)


def current(text: ReportText, version: int | None) -> TextDraft:
    """The draft of `text`, new if need be, kept from others until the transaction ends."""
    # The text stands before its draft: two who save first meet here, not in a broken constraint.
    publish.locked(text)
    # Without who saved it: PostgreSQL locks no row that may be missing.
    draft = TextDraft.objects.select_for_update().filter(text=text).first() or TextDraft(text=text)
    if version is not None and version != draft.version:
        raise Overtaken(draft)
    return draft


def says_the_same(content: dict, text: ReportText) -> bool:
    """Whether `content` is just what `text` holds: then there is nothing to keep beside it."""
    own = shaped(content_of(text))
    keyless = [[{**block, "key": ""} for block in one["blocks"]] for one in (content, own)]
    return keyless[0] == keyless[1] and all(content[name] == own[name] for name in WORDS)


def stored(draft: TextDraft, content: dict, by) -> TextDraft:
    draft.content, draft.saved_by, draft.saved_at = content, by, now()
    draft.version += 1
    draft.save()
    return draft


@transaction.atomic
def overtake(texts: Collection[int]) -> None:
    """Note that `texts`, given by their keys, were written from elsewhere, such as from a file.

    Whoever has one of them open is told instead of writing over it; translations are out of date.
    """
    ReportText.objects.filter(pk__in=texts).update(revision=F("revision") + 1)
    for text in ReportText.objects.filter(pk__in=texts):
        draft = current(text, None)
        stored(draft, draft.content, None)


def write_words(text: ReportText, content: dict) -> None:
    for name in WORDS:
        setattr(text, name, content[name].strip())
    text.revision += 1
    try:
        text.full_clean(exclude=["report", "translated_from"], validate_unique=False)
    except ValidationError as error:
        raise NotAllowed(in_words(error, text)) from error
    text.save()


def write_blocks(text: ReportText, content: dict) -> None:
    """Make the rows of `text` those of `content`, in its order."""
    keys = [block["key"] for block in content["blocks"] if not block["removed"]]
    pairs = zip(blocks_of(text, content), keys, strict=True)
    standing = [(block, key) for block, key in pairs if not is_blank(block)]
    text.blocks.exclude(pk__in=[block.pk for block, _key in standing]).delete()
    for order, (block, key) in enumerate(standing):
        block.order = order
        write_block(block, key)


def is_blank(block: Block) -> bool:
    """Whether it is a block of text that nothing was written in yet."""
    return block.kind == BlockKind.TEXT and not block.body.strip() and not block.heading.strip()


def write_block(block: Block, key: str) -> None:
    chosen = {name: list(getattr(block, name).all()) for name in SEVERAL}
    block._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    block.pk = block.pk if block.pk > 0 else None
    block._state.adding = block.pk is None
    block.body = block.body.strip()
    try:
        block.full_clean(exclude=["text"])
    except ValidationError as error:
        said = _("Block %(number)d, %(kind)s: %(why)s")
        named = {"number": block.order + 1, "kind": block.get_kind_display()}
        why = said % {**named, "why": in_words(error, block)}
        raise AboutBlock(why, key, lacking(block, error)) from error
    block.save()
    for name, rows in chosen.items():
        pick(block, name, rows)


def lacking(block: Block, error: ValidationError) -> str:
    """The input of a block that has to be changed; "" for one among several."""
    chosen = {BlockKind.TEXT: "body", BlockKind.QUOTE: "quote"}.get(BlockKind(block.kind), "")
    return next((name for name in error.message_dict if name in ("heading", "body")), chosen)


def in_words(error: ValidationError, row) -> str:
    """What was refused, each sentence after the name of what it is about."""
    names = {field.name: str(field.verbose_name) for field in row._meta.fields}
    return " ".join(
        f"{names[name]}: {sentence}" if name in names else sentence
        for name, sentences in error.message_dict.items()
        for sentence in sentences
    )
