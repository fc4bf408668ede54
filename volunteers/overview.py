"""The desk of one training: where it stands, what comes next, and its people in numbers."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings import wording
from trainings.models import Country, Session
from trainings.models.places import number_of
from trainings.models.training import TrainingQuerySet
from volunteers import narrowing, tallies
from volunteers.models import Letter, LetterState, Quota, Registration, State, User
from volunteers.tallies import Line, Number, Table

# The states of the funnel, in the order of the way.
WAY = (
    State.SUBMITTED,
    State.CONFIRMED,
    State.APPROVED,
    State.WAITLISTED,
    State.DECLINED,
    State.CANCELLED,
    State.DROPPED,
)


def with_counts(trainings: TrainingQuerySet, user) -> TrainingQuerySet:
    """With how many letters and sessions of a kind each has, as far as `user` may see them.

    And with `has_registrations`: whether anybody has registered, seen or not.
    """
    letters = Letter.objects.filter(training=OuterRef("pk")).order_by()
    sees_letters = user.has_perms(("volunteers.view_letter", "volunteers.view_registration"))
    letters = letters.visible_to(user) if sees_letters else letters.none()
    sessions = Session.objects.filter(training=OuterRef("pk")).order_by()
    return trainings.annotate(
        letters_sent=number_of(letters.filter(state=LetterState.SENT)),
        letters_waiting=number_of(letters.filter(state=LetterState.WAITING)),
        letters_stuck=number_of(letters.stuck()),
        sessions_count=number_of(sessions),
        sessions_untended=number_of(sessions.untended()),
        has_registrations=Exists(Registration.objects.filter(training=OuterRef("pk"))),
    )


def sees_all(user) -> bool:
    """Whether `user` sees everyone who registered, by name."""
    return user.has_perm("volunteers.view_registration") and user.world.is_whole


@dataclass
class Overview:
    """The numbers of `training`, which has those of `with_counts`, that `user` may see."""

    training: Any
    user: User

    @cached_property
    def rows(self):
        return Registration.objects.visible_to(self.user).filter(training=self.training)

    @cached_property
    def cells(self) -> list[dict]:
        return tallies.cells_of(self.rows)

    @cached_property
    def by_state(self) -> dict[str, int]:
        found = dict.fromkeys(State.values, 0)
        for cell in self.cells:
            found[cell["state"]] += cell["number"]
        return found

    @cached_property
    def counted(self) -> dict[str, list[dict]]:
        """The cells behind each column of the tables, by its name."""
        return tallies.counted(self.rows, self.cells)

    @property
    def to_decide(self) -> int:
        return self.by_state[State.CONFIRMED]

    @cached_property
    def sees_lists(self) -> bool:
        """Whether the numbers lead to names; otherwise they are figures alone."""
        return self.user.has_perm("volunteers.view_registration")

    def number(self, count: int, **asked) -> Number:
        address = tallies.list_address(self.training, **asked) if self.sees_lists else ""
        return Number(count, address)

    @cached_property
    def funnel(self) -> Table:
        """How far people came. Those of all states together are everyone who sent the form."""
        everyone = self.number(sum(self.by_state.values()))
        proven = sum(cell["number"] for cell in self.cells if cell["proven"])
        lines = [
            Line(pgettext("funnel", "sent the form"), [everyone]),
            Line(narrowing.STEPS["proven"], [self.number(proven, step="proven")]),
        ]
        for state in WAY:
            if self.by_state[state] or state not in (State.SUBMITTED, State.DROPPED):
                count = self.number(self.by_state[state], state__exact=state.value)
                lines.append(Line(state.label, [count]))
        for step in tallies.OF_THE_DAYS:
            number = sum(cell["number"] for cell in self.counted.get(step, ()))
            lines.append(Line(narrowing.STEPS[step], [self.number(number, step=step)]))
        return Table("funnel", _("How far they came"), [_("people")], lines)

    @cached_property
    def quotas(self) -> list[Quota]:
        """The quotas of which this account sees everyone who counts."""
        world, quotas = self.user.world, self.training.quotas.select_related("country")
        return [q for q in quotas if world.is_whole or (q.country_id and world.holds(q.country_id))]

    @cached_property
    def country_names(self) -> dict[str, str]:
        codes = {cell["country"] for cell in self.cells} - {None}
        found = {row.pk: str(row) for row in Country.objects.filter(pk__in=codes)}
        return found | {q.country_id: str(q.country) for q in self.quotas if q.country_id}

    @cached_property
    def tables(self) -> list[Table]:
        """Countries against their quotas, then who the people are."""
        tables = [self.countries, self.categories, self.of(narrowing.SEX), self.ages, self.hosts]
        return [table for table in tables if table.lines]

    @property
    def countries(self) -> Table:
        names = self.country_names
        quotas = {q.country_id: q for q in self.quotas if q.country_id and not q.category}
        codes = {narrowing.COUNTRY.value_of(cell["country"]) for cell in self.cells} | set(quotas)
        known = sorted(codes - {narrowing.UNKNOWN}, key=lambda code: wording.sort_key(names[code]))
        labels: dict[str, str | Promise] = {code: names[code] for code in known}
        if narrowing.UNKNOWN in codes:
            labels[narrowing.UNKNOWN] = narrowing.NOT_STATED
        return self.of(narrowing.COUNTRY, labels, quotas)

    @property
    def categories(self) -> Table:
        quotas = {q.category: q for q in self.quotas if q.category and not q.country_id}
        return self.of(narrowing.CATEGORY, quotas=quotas)

    @property
    def ages(self) -> Table:
        table = self.of(narrowing.AGE_CUT)
        table.note = _("The age reached in the year of the training: only years are known.")
        return table

    def of(self, cut: narrowing.Cut, labels: dict | None = None, quotas: dict | None = None):
        """The table of one cut: a line for each value, with how many applied, were approved …"""
        labels = labels or cut.labels or {}
        values = {name: tallies.by_value(of, cut) for name, of in self.counted.items()}
        lines = []
        for value, label in labels.items():
            numbers = [
                self.number(count[value], **{cut.name: value}, **tallies.COUNTED[name][1])
                for name, count in values.items()
            ]
            quota = (quotas or {}).get(value)
            line = Line(label, numbers)
            if quota:
                line.note, line.marks = limits_in_words(quota), limits_of(quota)
            lines.append(line)
        columns = [tallies.COUNTED[name][0] for name in values]
        return Table(cut.name, cut.title, columns, lines if self.cells else [])

    @cached_property
    def hosts(self) -> Table:
        """The host organisations that people named most often."""
        columns, asked = zip(*list(tallies.COUNTED.values())[:2], strict=True)
        lines = []
        found = tallies.hosts_of(self.rows)
        for host, *counts in found[: tallies.MOST_HOSTS]:
            value = narrowing.HOST.value_of(host)
            numbers = [
                self.number(count, host=value, **of)
                for count, of in zip(counts, asked, strict=True)
            ]
            lines.append(Line(host or narrowing.NOT_STATED, numbers))
        more = len(found) > tallies.MOST_HOSTS
        note = _("The most frequent ones; the list of registrations has them all.") if more else ""
        return Table("host", narrowing.HOST.title, list(columns), lines, note)

    @cached_property
    def chart(self) -> tallies.Chart | None:
        return tallies.chart_of(self.rows, self.number)

    @property
    def letters(self) -> list[Line]:
        """Letters by how far they have come; those that failed wait, or were given up."""
        training = self.training
        address = reverse("admin:volunteers_letter_changelist")
        found = [
            (_("sent"), training.letters_sent, "sent"),
            (_("waiting"), training.letters_waiting, "waiting"),
            (_("failed at least once"), training.letters_stuck, "stuck"),
        ]
        return [
            Line(label, [Number(count, f"{address}?training={training.pk}&delivery={delivery}")])
            for label, count, delivery in found
        ]


def sessions_of(training) -> list[Line]:
    """The sessions of a training that carries its counts, and those without a person."""
    address = f"{reverse('admin:trainings_session_changelist')}?training={training.pk}"
    untended = Number(training.sessions_untended, f"{address}&people=none")
    return [
        Line(_("in the agenda"), [Number(training.sessions_count, address)]),
        Line(_("without a person"), [untended]),
    ]


def limits_of(quota: Quota) -> list[int]:
    limits = (quota.minimum, quota.target, quota.maximum)
    return [limit for limit in limits if limit is not None]


def limits_in_words(quota: Quota) -> str:
    """The limits of a quota, such as “at least 5, at most 10”."""
    said = (
        (_("at least %(count)s"), quota.minimum),
        (_("hoped for %(count)s"), quota.target),
        (_("at most %(count)s"), quota.maximum),
    )
    parts = [words % {"count": wording.number(count)} for words, count in said if count is not None]
    return ", ".join(parts)
