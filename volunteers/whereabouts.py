"""Where a registration stands, in plain words for its volunteer, and what comes next."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.models import Lifecycle
from volunteers.calls import announced
from volunteers.models import Actor, Move, Needs, Registration, State
from volunteers.services.changing import Change, may_change
from volunteers.services.moves import MOVES
from volunteers.services.registration import why_not_back
from volunteers.services.seats import covering, position, seats_of


@dataclass
class Whereabouts:
    """What the own pages say of `registration`; reads `training`, `country` and `moves`."""

    registration: Registration

    @property
    def training(self):
        return self.registration.training

    @property
    def is_past(self) -> bool:
        return self.training.is_over or self.training.lifecycle == Lifecycle.CANCELLED

    @cached_property
    def last_move(self) -> Move | None:
        return next(reversed(self.registration.moves.all()), None)

    @property
    def headline(self) -> str:
        """The state in a few words."""
        if self.training.lifecycle == Lifecycle.CANCELLED:
            return str(_("This training does not take place"))
        if self.is_past:
            return str(PAST_HEADLINES[State(self.registration.state)])
        return str(HEADLINES[State(self.registration.state)])

    @property
    def next_step(self) -> str:
        """What happens next, or what to do; "" where nothing does."""
        if self.is_past:
            return ""
        return str(NEXT_STEPS[State(self.registration.state)])

    @property
    def moment(self) -> dt.datetime | None:
        """When it came to be as it is."""
        return self.last_move.at if self.last_move else self.registration.decided_at

    @property
    def by(self) -> str:
        """Who brought it there, where that is worth saying."""
        if self.registration.state in (State.SUBMITTED, State.CONFIRMED) or not self.last_move:
            return ""
        return str(BY[Actor(self.last_move.actor)])

    @property
    def steps(self) -> list[tuple[str, Move, str]]:
        """Every step so far in words, with who took it."""
        moves = self.registration.moves.all()
        return [(step_in_words(move), move, str(BY[Actor(move.actor)])) for move in moves]

    @property
    def needs(self) -> list[tuple[str, str]]:
        """What was said of needs, each with the name of its line."""
        needs = getattr(self.registration, "needs", None)
        if needs is None:
            return []
        said = [(needs._meta.get_field(name), getattr(needs, name)) for name in Needs.LINES]
        return [(str(field.verbose_name), text) for field, text in said if text]

    @property
    def reason(self) -> str:
        """The reason that was shared; "" without one."""
        return self.last_move.reason if self.last_move else ""

    @cached_property
    def place_in_line(self) -> int | None:
        return None if self.is_past else position(self.registration)

    @cached_property
    def line(self) -> str:
        """Whose line it is, such as `Tajikistan, national volunteer`; "" where all stand in one."""
        own = self.registration
        counted = covering(list(self.training.quotas.all()), own.country_id, own.category)
        parts = [own.country] if any(quota.country_id for quota in counted) else []
        parts += [own.get_category_display()] if any(quota.category for quota in counted) else []
        return ", ".join(str(part) for part in parts)

    @cached_property
    def passed_over(self) -> str:
        """Why someone in line has no seat although one may be free; "" for all others."""
        if self.place_in_line is None:
            return ""
        return seats_of(self.training).refusal(
            self.registration.country_id, self.registration.category
        )

    @cached_property
    def change(self) -> Change:
        return may_change(self.registration)

    @property
    def can_cancel(self) -> bool:
        return not self.is_past and State.CANCELLED in MOVES[State(self.registration.state)]

    @cached_property
    def why_not_back(self) -> str:
        """Why its volunteer can't come after all; "" where that is possible."""
        return why_not_back(self.registration)

    @property
    def can_register_again(self) -> bool:
        return self.registration.state == State.DROPPED and announced(self.training).takes_forms

    @property
    def has_calendar(self) -> bool:
        leaves = (State.CANCELLED, State.DECLINED, State.DROPPED)
        return bool(
            self.training.first_day and not self.is_past and self.registration.state not in leaves
        )


def step_in_words(move: Move) -> str:
    """What a step did, such as `Seat given`."""
    words = STEPS_FROM.get((move.from_state, move.to_state))
    return str(words or STEPS[State(move.to_state)])


HEADLINES = {
    State.SUBMITTED: _("Your address is not proven yet"),
    State.CONFIRMED: _("Waiting for a decision"),
    State.APPROVED: _("You have a seat"),
    State.WAITLISTED: _("You are on the waiting list"),
    State.DECLINED: _("No seat this time"),
    State.CANCELLED: pgettext_lazy("registration", "Cancelled"),
    State.DROPPED: _("Never confirmed"),
}
PAST_HEADLINES = {
    State.SUBMITTED: _("Never confirmed"),
    State.CONFIRMED: _("Not decided"),
    State.APPROVED: _("You had a seat"),
    State.WAITLISTED: _("No seat became free"),
    State.DECLINED: _("No seat"),
    State.CANCELLED: pgettext_lazy("registration", "Cancelled"),
    State.DROPPED: _("Never confirmed"),
}
NEXT_STEPS = {
    State.SUBMITTED: _(
        "Confirm it with the button here, or with the one our letter leads to. A registration that "
        "nobody confirms is dropped after seven days."
    ),
    State.CONFIRMED: _(
        "Your registration is complete. Someone decides about it, and you get a letter then; there "
        "is nothing to do."
    ),
    State.APPROVED: _(
        "There is nothing to do until it begins. If you can't come, cancel, so that someone else "
        "gets the seat."
    ),
    State.WAITLISTED: _(
        "You get a letter as soon as a seat is yours. If you don't want to wait, cancel."
    ),
    State.DECLINED: _("You are welcome to register for another training."),
    State.CANCELLED: _("The organizers know that you are not coming, and no seat is kept."),
    State.DROPPED: _("The address was not proven in time. You can register again."),
}
STEPS = {
    State.SUBMITTED: _("Registered"),
    State.CONFIRMED: _("Address proven"),
    State.APPROVED: _("Seat given"),
    State.WAITLISTED: _("Put on the waiting list"),
    State.DECLINED: _("Declined"),
    State.CANCELLED: pgettext_lazy("registration", "Cancelled"),
    State.DROPPED: _("Dropped, as the address was not proven"),
}
# Steps that mean something else from where they began.
STEPS_FROM = {
    (State.DECLINED, State.CONFIRMED): _("To be looked at again"),
    (State.CANCELLED, State.CONFIRMED): _("Came back"),
    (State.APPROVED, State.WAITLISTED): _("Seat taken back, put on the waiting list"),
}
BY = {
    Actor.VOLUNTEER: _("by you"),
    Actor.ORGANIZER: _("by an organizer"),
    Actor.RULE: _("by the rule of the training"),
}
