"""Showing a training or a report's text to the public, and taking it back. Each is logged."""

import datetime as dt
from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import ReportText, TextState, Training
from trainings.services import clearance, freezing
from trainings.services.history import locked, logged
from trainings.services.refusal import NotAllowed

__all__ = ["NotAllowed", "archive", "hand_in", "keep_public", "publish", "unpublish"]

# From which state a text may go to which.
MOVES = {
    TextState.DRAFT: {TextState.REVIEW, TextState.PUBLISHED},
    TextState.REVIEW: {TextState.DRAFT, TextState.PUBLISHED},
    TextState.PUBLISHED: {TextState.DRAFT, TextState.ARCHIVED},
    TextState.ARCHIVED: {TextState.DRAFT, TextState.PUBLISHED},
}
FARTHEST = dt.timedelta(days=2 * 366)


@transaction.atomic
def publish(
    record: Training | ReportText,
    *,
    by,
    at: dt.datetime | None = None,
    confirmed: Collection[str] = (),
):
    """Show `record` to everyone from now on. `by` is the account that decides.

    A text may be shown from a later moment `at`; until then the moment can be changed.
    `confirmed` are those quotes and photographs (keys of `clearance.Asked`) of which `by` says that
    they may be shown. Returns the record. Raises NotAllowed where something essential is missing.
    One that is public already stays as it is, with the moment it was first published.
    """
    record = locked(record)
    if record.is_published:
        return record
    refuse_unfinished(record)
    record.published_at = now()
    if isinstance(record, ReportText):
        record.published_at = moment_from(at)
        clearance.clear(record, by=by, confirmed=confirmed)
        freezing.freeze(record, by=by)
        if record.state != TextState.PUBLISHED:
            walk(record, TextState.PUBLISHED)
    record.save()
    return logged(record, by, published_in_words(record.published_at))


def moment_from(at: dt.datetime | None) -> dt.datetime:
    """The moment asked for, now for none. Raises NotAllowed for one that is over, or too far."""
    if at is None:
        return now()
    if at <= now():
        raise NotAllowed(_("That moment is over. Choose one to come, or publish at once."))
    if at - now() > FARTHEST:
        raise NotAllowed(_("That is more than two years ahead. Choose a nearer moment."))
    return at


def published_in_words(moment: dt.datetime) -> str:
    if moment <= now():
        return _("Published.")
    shown = wording.moment(moment, settings.TIME_ZONE)
    return _("To be public from %(moment)s.") % {"moment": shown}


def keep_public(text: ReportText, *, by, content: dict | None = None) -> None:
    """What a public text has to keep to when it is changed: to be called after the change.

    `content` is the draft that it was made from. Raises NotAllowed where it could not be published
    so; freezes what is counted anew.
    """
    refuse_unfinished(text)
    clearance.clear(text, by=by, content=content)
    freezing.freeze(text, by=by)


@transaction.atomic
def unpublish(record: Training | ReportText, *, by):
    """Make `record` a draft again, which only staff see. Returns the record."""
    record = locked(record)
    if record.published_at is None and getattr(record, "state", "draft") == TextState.DRAFT:
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
