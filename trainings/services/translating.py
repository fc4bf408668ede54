"""Texts made from a text in another language, and whether they are still up to date with it."""

from django.db import transaction
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Block, BlockKind, ReportText, pick, picked
from trainings.services.draft_shape import SEVERAL
from trainings.services.history import locked, logged
from trainings.services.refusal import NotAllowed


@transaction.atomic
def translate(source: ReportText, language: str, *, by) -> ReportText:
    """A new draft in `language` with the blocks of `source` in its order, to be written over.

    Headline and lead are left to write, so that nothing goes out untranslated. Raises NotAllowed
    where the report has a text in that language.
    """
    source = locked(source)
    if ReportText.objects.filter(report=source.report_id, language=language).exists():
        said = _("This report has a text in this language already: %(language)s.")
        raise NotAllowed(said % {"language": wording.language_name(language)})
    text = ReportText.objects.create(
        report_id=source.report_id,
        language=language,
        byline=source.byline,
        translated_from=source,
        translated_revision=source.revision,
    )
    for block in source.blocks.all():
        copy(block, text)
    return logged(text, by, _("Begun as a translation of: %(text)s.") % {"text": source})


def copy(block: Block, text: ReportText) -> None:
    """A block of `text` that shows the same as `block`, beside its words."""
    same = ("kind", "heading", "body", "quote", "photo", "source", "breakdown", "role", "order")
    made = Block.objects.create(text=text, **{name: getattr(block, name) for name in same})
    for name in SEVERAL:
        pick(made, name, picked(block, name))


@transaction.atomic
def catch_up(text: ReportText, *, by) -> ReportText:
    """Say that a translation holds what its source says now."""
    text = locked(text)
    if text.translated_from is None:
        raise NotAllowed(_("This text is not a translation."))
    text.translated_revision = text.translated_from.revision
    text.save()
    return logged(
        text, by, _("Brought up to date with: %(text)s.") % {"text": text.translated_from}
    )


def not_translated(text: ReportText) -> list[Block]:
    """Blocks of a translation whose words are still those of its source."""
    source = text.translated_from
    if source is None or source.language == text.language:
        return []
    words = {block.body for block in source.blocks.filter(kind=BlockKind.TEXT)}
    return [block for block in text.blocks.filter(kind=BlockKind.TEXT) if block.body in words]
