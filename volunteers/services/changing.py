"""What a volunteer may still change of a registration, and changing it."""

from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from trainings.models import Lifecycle, Training
from trainings.services.refusal import NotAllowed
from volunteers.models import Registration, State
from volunteers.services.given import keep_functioning, keep_needs
from volunteers.services.moves import locked


class Change(StrEnum):
    """How much of a registration its volunteer may change."""

    ALL = "all"
    # What nobody decided by: seats are given by country and category, and by the answers.
    DETAILS = "details"
    NOTHING = "nothing"


DETAILS = ("name", "native_name", "latin_name", "phone")


def is_before_deadline(training: Training) -> bool:
    """Whether registration for `training` is open, with seats left or without."""
    return training.stage == Lifecycle.OPEN


def has_begun(training: Training) -> bool:
    """Whether the first day of `training` has come where it is held, or it takes place no more."""
    zone = ZoneInfo(training.time_zone) if training.time_zone else None
    begun = training.first_day is not None and training.first_day <= localdate(None, zone)
    return begun or not training.is_to_come


def may_change(registration: Registration) -> Change:
    """How much its volunteer may change now.

    Everything until the deadline; details alone once it passed or something was decided, until the
    training begins.
    """
    training = registration.training
    if registration.state not in (State.CONFIRMED, State.APPROVED, State.WAITLISTED):
        return Change.NOTHING
    if has_begun(training):
        return Change.NOTHING
    if registration.state == State.CONFIRMED and is_before_deadline(training):
        return Change.ALL
    return Change.DETAILS


@transaction.atomic
def change(
    registration: Registration,
    *,
    described: dict,
    needs: dict | None = None,
    functioning: dict | None = None,
    motivation: str | None = None,
    answer=lambda registration: None,
) -> Registration:
    """Take over what its volunteer changed, and return the registration as it is then.

    `described` holds columns of `Described`, `needs` columns of `Needs`,
    `functioning` those of `Functioning`; `answer(registration)`
    stores the answers to the training's own questions. None leaves what is there. Raises
    NotAllowed, and changes nothing, where that may not be changed any more.
    """
    registration = locked(registration)
    extent = may_change(registration)
    if extent == Change.NOTHING:
        raise NotAllowed(_("Nothing of this registration can be changed any more."))
    if extent == Change.DETAILS:
        kept = {column for column in described if column not in DETAILS}
        if kept or motivation is not None:
            raise NotAllowed(
                _(
                    "This was decided, or the deadline passed, while you were writing. Your names, "
                    "telephone and needs can still be changed."
                )
            )
    registration.describe(described)
    if motivation is not None:
        registration.motivation = motivation
    # The names once more in the folded form that is searched.
    written = [*described, "motivation", "search_key"]
    registration.save(update_fields=written)
    if needs is not None:
        keep_needs(registration, needs)
    keep_functioning(registration, functioning)
    if extent == Change.ALL:
        answer(registration)
    return registration
