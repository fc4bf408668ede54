"""Noting that what belongs to a record changed, for feeds, calendars and the map of the site."""

from django.utils.timezone import now

from trainings.models import Training


def note_change(training: Training) -> None:
    """Say of `training` that its page changed now: a place, a session, a person or another part."""
    Training.objects.filter(pk=training.pk).update(changed_at=now())
