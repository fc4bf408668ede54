"""Remarks of colleagues on a text: written, settled, opened again. They hold nothing up."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.models import Block, Comment, ReportText
from trainings.services.refusal import NotAllowed


def write(text: ReportText, words: str, *, by, block: Block | None = None) -> Comment:
    """Say something of `text`, or of one of its blocks. Raises NotAllowed without words."""
    if not words.strip():
        raise NotAllowed(_("Write the remark."))
    if block is not None and block.text_id != text.pk:
        raise NotAllowed(_("That block is not in this text any more. Choose another."))
    return Comment.objects.create(text=text, block=block, words=words.strip(), by=by)


@transaction.atomic
def settle(comment: Comment, *, by) -> Comment:
    """Say that a remark is dealt with; who said so first, stays."""
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    if comment.settled_at is None:
        comment.settled_at, comment.settled_by = now(), by
        comment.save()
    return comment


@transaction.atomic
def reopen(comment: Comment) -> Comment:
    """Say that a remark is not dealt with after all."""
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    comment.settled_at, comment.settled_by = None, None
    comment.save()
    return comment
