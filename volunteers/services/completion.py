"""Whether someone completed a training: the sum, in words, and an organizer's word against it."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.services.refusal import NotAllowed
from volunteers import audit
from volunteers.models import AttendanceRule, CompletionOverride, Registration, User
from volunteers.services.moves import locked


@dataclass(frozen=True)
class Sum:
    """What someone attended, of how much, and how much was asked. None is not known."""

    attended: int | None
    held: int | None
    share: int
    by_session: bool = False
    is_over: bool = True
    said: CompletionOverride | None = None

    @property
    def is_enough(self) -> bool | None:
        """Whether the sum is enough; None where that is not known, or not yet."""
        if not self.held or self.attended is None:
            return None
        # In whole numbers: 4 of 5 are 80 %.
        if self.attended and self.attended * 100 >= self.share * self.held:
            return True
        return False if self.is_over else None

    @property
    def has_completed(self) -> bool | None:
        """What counts: an organizer's word, or else the sum."""
        return self.said.completed if self.said else self.is_enough

    @property
    def in_words(self) -> str:
        """The sum and what comes of it, such as “4 of 5 days, 80%: completed”."""
        if self.attended is None:
            return _("No attendance was taken, so it is not known who completed.")
        if not self.held:
            return self._without_whole()
        told = {
            "sum": self._of_whole(),
            # Rounded down: 79.9 % are not the 80 % that were asked.
            "percent": wording.percent(Decimal(self.attended * 100 // self.held) / 100),
            "asked": wording.percent(Decimal(self.share) / 100),
        }
        if self.is_enough:
            return _("%(sum)s, %(percent)s: completed") % told
        if self.is_enough is False:
            return _("%(sum)s, %(percent)s: not completed, for %(asked)s are asked") % told
        return _("%(sum)s so far; %(asked)s are asked") % told

    def _of_whole(self) -> str:
        told = {"attended": wording.number(self.attended), "held": wording.number(self.held)}
        if self.by_session:
            return (
                ngettext(
                    "%(attended)s of %(held)s session",
                    "%(attended)s of %(held)s sessions",
                    self.held or 0,
                )
                % told
            )
        return (
            ngettext(
                "%(attended)s of %(held)s day", "%(attended)s of %(held)s days", self.held or 0
            )
            % told
        )

    def _without_whole(self) -> str:
        told = {"count": wording.number(self.attended)}
        if self.by_session:
            return _("Sessions attended: %(count)s. How many there were is not known.") % told
        return _("Days attended: %(count)s. How many there were is not known.") % told


def sum_of(registration: Registration) -> Sum:
    """The sum of one of the rows of `with_parts()`, whose training is read with it."""
    training = registration.training
    said = getattr(registration, "completion_override", None)
    return Sum(
        attended=registration.parts_attended,  # type: ignore[attr-defined]
        held=registration.parts_held,  # type: ignore[attr-defined]
        share=registration.share_asked,  # type: ignore[attr-defined]
        by_session=AttendanceRule.objects.of(training).by_session,
        is_over=training.is_over,
        said=said,
    )


def completion_of(registration: Registration) -> Sum:
    """The sum of `registration`, counted now."""
    rows = Registration.objects.with_parts()
    related = ("training__attendance_rule", "completion_override__by")
    return sum_of(rows.select_related(*related).get(pk=registration.pk))


@transaction.atomic
def override(
    registration: Registration, *, completed: bool, reason: str, by: User
) -> CompletionOverride:
    """Say that someone completed, or did not, against the sum. Raises NotAllowed without a reason,
    without the permission, and for someone without a seat."""
    if not by.has_perm("volunteers.override_completion"):
        raise NotAllowed(_("This needs a permission that your account lacks."))
    if not reason.strip():
        raise NotAllowed(_("Write the reason: it stands beside the name from then on."))
    registration = locked(registration)
    if not registration.is_seated:
        raise NotAllowed(_("%(name)s has no seat in this training.") % {"name": registration})
    CompletionOverride.objects.filter(registration=registration).delete()
    audit.record(by, audit.Kind.DECIDED, registration, completed=completed)
    return CompletionOverride.objects.create(
        registration=registration, completed=completed, reason=reason.strip(), by=by
    )


@transaction.atomic
def take_override_back(registration: Registration, *, by: User) -> None:
    """Let the sum count again. Raises NotAllowed without the permission."""
    if not by.has_perm("volunteers.override_completion"):
        raise NotAllowed(_("This needs a permission that your account lacks."))
    CompletionOverride.objects.filter(registration=registration).delete()
    audit.record(by, audit.Kind.DECIDED, registration, completed=None)
