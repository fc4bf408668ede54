"""The stages of a training, one step at a time: opened, closed, held. Each step is logged."""

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from trainings.models import Lifecycle, Training
from trainings.services.publish import locked, logged
from trainings.services.refusal import NotAllowed


@transaction.atomic
def open_registration(training: Training, *, by) -> Training:
    """Let people register from now on, whatever moment was planned for it.

    Raises NotAllowed for a draft, for one that is over, and where the moment to close has passed.
    """
    training = locked(training)
    if not training.is_published:
        raise NotAllowed(_("Publish the training first: nobody sees the page of a draft."))
    refuse_over(training)
    moment, closes = now(), training.registration_closes_at
    if closes is not None and closes <= moment:
        raise NotAllowed(
            _("The moment when registration closes has passed. Change it first, then open.")
        )
    if training.registration_opens_at and training.registration_opens_at > moment:
        training.registration_opens_at = moment
    return walked(training, Lifecycle.OPEN, by, _("Registration opened."))


@transaction.atomic
def close_registration(training: Training, *, by) -> Training:
    """Take no more forms. Raises NotAllowed for one that is over."""
    training = locked(training)
    refuse_over(training)
    return walked(training, Lifecycle.CLOSED, by, _("Registration closed."))


@transaction.atomic
def mark_held(training: Training, *, by) -> Training:
    """Say that the training took place. Raises NotAllowed while a day of it is still to come."""
    training = locked(training)
    if training.lifecycle == Lifecycle.CANCELLED:
        raise NotAllowed(_("This training was cancelled. Change its stage if it took place."))
    first = training.first_day
    if first is not None and first > localdate() and not training.is_over:
        raise NotAllowed(_("It has not begun yet. Mark it as held once it took place."))
    if training.lifecycle in Training.PAST:
        return training
    return walked(training, Lifecycle.HELD, by, _("Marked as held."))


@transaction.atomic
def mark_reported(training: Training, *, by) -> Training:
    """Say that a report tells of the training. Raises NotAllowed without a published one."""
    training = locked(training)
    if training.lifecycle not in Training.PAST:
        raise NotAllowed(_("Mark the training as held first."))
    if not training.reports.filter(texts__state="published").exists():
        raise NotAllowed(_("No report of this training is published yet. Publish one first."))
    return walked(training, Lifecycle.REPORTED, by, _("Marked as reported."))


def refuse_over(training: Training) -> None:
    """Raise NotAllowed for a training that was held, or whose last day has passed."""
    if training.lifecycle == Lifecycle.CANCELLED:
        raise NotAllowed(_("This training is cancelled. Change its stage first."))
    if training.is_over:
        raise NotAllowed(_("The days of this training have passed. Mark it as held."))


def walked(training: Training, stage: Lifecycle, by, message: str) -> Training:
    """`training` at `stage`, saved and logged."""
    training.lifecycle = stage
    training.save()
    return logged(training, by, message)
