"""Showing a training or a report's text to the public, and taking it back. Each is logged."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings.models import ReportText, TextState, Training
from trainings.services.refusal import NotAllowed

# From which state a text may go to which.
MOVES = {
    TextState.DRAFT: {TextState.REVIEW, TextState.PUBLISHED},
    TextState.REVIEW: {TextState.DRAFT, TextState.PUBLISHED},
    TextState.PUBLISHED: {TextState.DRAFT, TextState.ARCHIVED},
    TextState.ARCHIVED: {TextState.DRAFT, TextState.PUBLISHED},
}


@transaction.atomic
def publish(record: Training | ReportText, *, by):
    """Show `record` to everyone from now on. `by` is the account that decides.

    Returns the record. Raises NotAllowed where something essential is missing. One that is
    public already stays as it is, with the moment it was first published.
    """
    record = locked(record)
    if record.is_published:
        return record
    refuse_unfinished(record)
    record.published_at = now()
    if isinstance(record, ReportText):
        walk(record, TextState.PUBLISHED)
    record.save()
    return logged(record, by, _("Published."))


@transaction.atomic
def unpublish(record: Training | ReportText, *, by):
    """Make `record` a draft again, which only staff see. Returns the record."""
    record = locked(record)
    if record.published_at is None and getattr(record, "state", "") != TextState.PUBLISHED:
        return record
    record.published_at = None
    if isinstance(record, ReportText):
        walk(record, TextState.DRAFT)
    record.save()
    return logged(record, by, _("Taken back to a draft."))


@transaction.atomic
def hand_in(text: ReportText, *, by) -> ReportText:
    """Give a draft to others to read before it is published."""
    text = locked(text)
    walk(text, TextState.REVIEW)
    text.save()
    return logged(text, by, _("Handed in for review."))


@transaction.atomic
def archive(text: ReportText, *, by) -> ReportText:
    """Take a published text from the public for good, without calling it a draft."""
    text = locked(text)
    walk(text, TextState.ARCHIVED)
    text.save()
    return logged(text, by, _("Archived."))


def walk(text: ReportText, state: TextState) -> None:
    """Set the state of `text` along the table of moves; NotAllowed where there is no way."""
    if state not in MOVES[TextState(text.state)]:
        raise NotAllowed(
            _("A text that is “%(old)s” can't become “%(new)s”. Take it back to a draft first.")
            % {"old": text.get_state_display(), "new": state.label}
        )
    text.state = state


def locked(record):
    """The row as it stands in the database, kept from others until the transaction ends."""
    return type(record)._default_manager.select_for_update().get(pk=record.pk)


def refuse_unfinished(record: Training | ReportText) -> None:
    """Raise NotAllowed for a record whose page would have nothing to show."""
    if isinstance(record, Training):
        if not record.title:
            raise NotAllowed(_("Fill in the title in at least one language, then publish."))
        return
    if not record.headline.strip():
        raise NotAllowed(_("Fill in the headline, then publish."))
    if not record.lead.strip() and not record.blocks.exists():
        raise NotAllowed(_("Write the lead or add a block, then publish."))
    if not record.report.training_links.exists():
        raise NotAllowed(_("Say which training the report is about, then publish."))


def logged(record, by, message: str):
    """Write `message` into the history of `record` in the name of `by`; returns the record."""
    LogEntry.objects.log_actions(by.pk, [record], CHANGE, message)
    return record
