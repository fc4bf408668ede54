"""What the decision page of a training shows: how full it is, and the queue, line by line."""

import datetime as dt
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.timesince import timesince
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from config.inputs import without_controls
from trainings import wording
from trainings.fields import is_key
from trainings.models import Country, Training
from volunteers.bars import Bars, bars_of
from volunteers.calls import tells_seats
from volunteers.models import Answer, Category, Quota, Registration, State, User
from volunteers.roles import World
from volunteers.services.seats import Seated, Seats, counted_by_state, positions, seats_out_of

PER_PAGE = 50
JUST_NOW = dt.timedelta(minutes=1)
# The tabs above the queue, in the order of the work.
TABS = {
    State.CONFIRMED: pgettext_lazy("registrations", "waiting for a decision"),
    State.WAITLISTED: pgettext_lazy("registrations", "on the waiting list"),
    State.APPROVED: pgettext_lazy("registrations", "approved"),
    State.DECLINED: pgettext_lazy("registrations", "declined"),
    State.CANCELLED: pgettext_lazy("registrations", "cancelled"),
    State.SUBMITTED: pgettext_lazy("registrations", "address not proven yet"),
}


@dataclass
class Asked:
    """What the address of the page asks for; what can't be read is left out."""

    state: str = State.CONFIRMED
    country: str = ""
    category: str = ""
    words: str = ""
    number: int = 1
    # Those who were refused just now: their lines offer to go beyond the limit.
    refused: set[int] = field(default_factory=set)

    @classmethod
    def in_address(cls, query: QueryDict) -> "Asked":
        state, category = query.get("state", State.CONFIRMED), query.get("category", "")
        number = query.get("page", "1")
        return cls(
            state=state if state in State.values or state == "" else State.CONFIRMED,
            country=query.get("country", "").upper()[:2].replace("\0", ""),
            category=category if category in Category.values else "",
            words=without_controls(query.get("q", "")).strip(),
            number=int(number) if number.isdecimal() and len(number) < 6 else 1,
            refused={int(pk) for pk in query.getlist("refused") if is_key(pk)},
        )

    def address(self, **other) -> str:
        """The query string that asks the same, but for `other`."""
        query = QueryDict(mutable=True)
        asked = {
            "state": self.state,
            "country": self.country,
            "category": self.category,
            "q": self.words,
            "page": self.number if self.number > 1 else "",
            **other,
        }
        for name, value in asked.items():
            if value or name == "state":
                query[name] = str(value)
        return query.urlencode()

    def covers(self, country: str | None, category: str) -> bool:
        return self.country in ("", country) and self.category in ("", category)


@dataclass
class Line:
    """A registration as one line of the queue."""

    registration: Registration
    training: Training
    refusal: str
    position: int | None
    was_refused: bool
    names: dict[str, str]

    @property
    def answers(self) -> list[tuple[Answer, str]]:
        """The answers with their words."""
        return [(answer, answer.in_words(self.names)) for answer in self.registration.answers.all()]

    @property
    def age(self) -> str:
        """The age on the first day; as only the year is known, it is one of two numbers."""
        first, born = self.training.earliest_day, self.registration.birth_year
        if not first or not born:
            return "–"
        return f"{first.year - born - 1}–{first.year - born}"

    @property
    def languages(self) -> str:
        names = [wording.language_name(code) for code in self.registration.languages]
        return ", ".join(names)

    @property
    def waiting_for(self) -> str:
        """How long it has been waiting for a decision or a seat."""
        row = self.registration
        since = row.waitlisted_at or row.confirmed_at or row.submitted_at
        if now() - since < JUST_NOW:
            return ""
        return timesince(since, depth=1)

    @property
    def is_open(self) -> bool:
        return self.registration.state in (State.CONFIRMED, State.WAITLISTED)

    @property
    def needs_override(self) -> bool:
        return self.was_refused and self.is_open and bool(self.refusal)


@dataclass
class Decisions:
    """The decision page of `training` for the account `user`, as `asked`.

    Whoever has countries of one's own sees their people, counts and quotas; of all others, only how
    many seats are left, while everybody may read that on the page of the training.
    """

    training: Training
    user: User
    asked: Asked

    @property
    def world(self) -> World:
        return self.user.world

    @cached_property
    def counted(self) -> dict[str, Seated]:
        """Everyone of the training, by state, country and category: seats, tabs and pages count
        from here, so that no other count is asked of the database."""
        return counted_by_state(Registration.objects.filter(training=self.training))

    @cached_property
    def quotas(self) -> list[Quota]:
        return list(self.training.quotas.select_related("country"))

    @cached_property
    def seats(self) -> Seats:
        return seats_out_of(self.counted, self.training, self.quotas, world=self.world)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of all countries that someone applied from, by code."""
        codes = {country for counter in self.counted.values() for country, _category in counter}
        rows = Country.objects.filter(pk__in=codes - {None})
        found = {row.pk: str(row) for row in rows}
        return found | {q.country_id: str(q.country) for q in self.quotas if q.country_id}

    @cached_property
    def bars(self) -> list[Bars]:
        return bars_of(
            self.seats,
            self.counted[State.CONFIRMED],
            self.names,
            self.world,
            tells_left=tells_seats(self.training, self.world),
        )

    @property
    def may_promote(self) -> bool:
        """Whether a seat is free for someone on the waiting list, of whatever country."""
        free = any(not self.seats.refusal(*pair) for pair in self.seats.waiting)
        return free and self.world.is_whole

    @property
    def tabs(self) -> list[dict]:
        """The states with how many are in each, as the filters leave them."""
        tabs = [(state.value, label, self.number_in(state)) for state, label in TABS.items()]
        tabs.append(("", _("everyone"), sum(self.number_in(state) for state in State.values)))
        return [
            {
                "label": label,
                "number": number,
                "address": self.asked.address(state=state, page=""),
                "is_current": state == self.asked.state,
            }
            for state, label, number in tabs
        ]

    def number_in(self, state: str) -> int:
        return sum(
            n
            for (country, kind), n in self.counted[state].items()
            if self.asked.covers(country, kind) and self.world.holds(country)
        )

    @property
    def countries(self) -> list[tuple[str, str]]:
        own = [pair for pair in self.names.items() if self.world.holds(pair[0])]
        return sorted(own, key=lambda pair: wording.sort_key(pair[1]))

    @cached_property
    def total(self) -> int | None:
        """How many lines there are; None for words, which are looked for without counting."""
        if self.asked.words:
            return None
        states = [self.asked.state] if self.asked.state else State.values
        return sum(self.number_in(state) for state in states)

    @property
    def first(self) -> int:
        return (self.asked.number - 1) * PER_PAGE

    @cached_property
    def found(self) -> list[Registration]:
        """The registrations of this page, and one more if another page follows."""
        rows = Registration.objects.visible_to(self.user).filter(training=self.training)
        if self.asked.country:
            rows = rows.filter(country=self.asked.country)
        if self.asked.category:
            rows = rows.filter(category=self.asked.category)
        rows = rows.matching(self.asked.words).queued(self.asked.state).with_what_decides()
        return list(rows[self.first : self.first + PER_PAGE + 1])

    @property
    def has_next(self) -> bool:
        return len(self.found) > PER_PAGE

    @property
    def pages(self) -> dict:
        """The addresses of the pages before and after this one, and where this one stands."""
        number, last = self.asked.number, self.first + len(self.found[:PER_PAGE])
        said = {"first": wording.number(self.first + 1), "last": wording.number(last)}
        text = _("%(first)s–%(last)s") % said
        if self.total is not None:
            text = _("%(range)s of %(total)s") % {
                "range": text,
                "total": wording.number(self.total),
            }
        return {
            "before": self.asked.address(page=number - 1) if number > 1 else "",
            "after": self.asked.address(page=number + 1) if self.has_next else "",
            "text": text,
        }

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of this page; those that were refused just now come first."""
        rows = self.found[:PER_PAGE]
        in_line = rows if self.asked.state == State.WAITLISTED else []
        places = positions(self.training, in_line, self.quotas)
        lines = [
            Line(
                row,
                self.training,
                refusal=self.seats.refusal(row.country_id, row.category),
                position=places.get(row.pk),
                was_refused=row.pk in self.asked.refused,
                names=self.names,
            )
            for row in rows
        ]
        return sorted(lines, key=lambda line: not line.was_refused)
