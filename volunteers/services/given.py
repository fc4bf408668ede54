"""What comes with a registration and is kept apart from it: needs, difficulties, consents."""

import datetime as dt

from django.utils.timezone import localdate, now

from trainings.models import Training
from volunteers.models import Consent, Functioning, Needs, Registration
from volunteers.models.functioning import outcome_of
from volunteers.services import answers

# What people need is deleted so long after the training, or after registering where it has no day.
NEEDS_KEPT = dt.timedelta(days=30)
NEEDS_KEPT_UNDATED = dt.timedelta(days=365)


def keep_needs(registration: Registration, needs: dict | None) -> None:
    """Store what someone needs, apart from the rest, until some time after the training."""
    if not needs or not any(needs.values()):
        Needs.objects.filter(registration=registration).delete()
        return
    kept = {**needs, "purge_after": kept_until(registration.training)}
    Needs.objects.update_or_create(registration=registration, defaults=kept)


def kept_until(training: Training) -> dt.date:
    """The last day on which what was given for `training` alone is kept."""
    last = training.last_day or training.first_day
    return last + NEEDS_KEPT if last else localdate() + NEEDS_KEPT_UNDATED


def keep_functioning(registration: Registration, answers: dict | None) -> None:
    """Store the answers about difficulties, apart from the rest; None where nobody was asked."""
    if answers is None:
        return
    kept = {**answers, "outcome": outcome_of(list(answers.values()))}
    kept["purge_after"] = kept_until(registration.training)
    Functioning.objects.update_or_create(registration=registration, defaults=kept)


def agree(registration: Registration, texts, language: str) -> None:
    """Write down that the person says yes to `texts`, read in `language`, now.

    A yes to one of their kinds that stood before is replaced. Nothing is taken back here.
    """
    standing = registration.consents.filter(withdrawn_at=None)
    said = set(standing.values_list("text", flat=True)) if texts else set()
    new = [text for text in texts if text.pk not in said]
    if said and new:
        standing.filter(text__kind__in=[text.kind for text in new]).update(withdrawn_at=now())
    write_down(registration, new, language)


def write_down(registration: Registration, texts, language: str) -> None:
    """Write down a yes to `texts`, where there was none to their kinds before."""
    moment = now()
    Consent.objects.bulk_create(
        Consent(registration=registration, text=text, language=language, given_at=moment)
        for text in texts
    )


def forget(registration: Registration) -> None:
    """Let go of what came with a form whose address nobody ever proved."""
    Needs.objects.filter(registration=registration).delete()
    Functioning.objects.filter(registration=registration).delete()
    answers.store(registration, [])
    registration.consents.all().delete()
