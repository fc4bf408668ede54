"""The first page of the desk: what needs someone now, what happens this week, and the trainings."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.urls import reverse
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Lifecycle, ReportText, TextState, Training
from trainings.services import to_mend
from volunteers import next_steps
from volunteers.models import Letter, Registration
from volunteers.next_steps import Step, Work
from volunteers.overview import sees_all, with_counts

MOST = 8
MOST_NEAR = 50
WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Need:
    """Something that waits for someone: a sentence, where it is done, and what it is about."""

    words: str
    address: str
    about: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Waiting:
    """How many wait for a decision about a training, given by its key."""

    training: int
    number: int


@dataclass(frozen=True)
class Happening:
    """Something that happens soon, and when."""

    day: dt.date
    words: str
    training: Training


@dataclass(frozen=True)
class Row:
    """A training at work: its stage, the next step, and whether whoever looks may do that."""

    training: Training
    stage: str
    next: Step
    may_step: bool


def start_page(user) -> dict:
    """The lists of the first page for `user`, each of at most eight lines."""
    sees_trainings = user.has_perm("trainings.view_training")
    waiting = deciding_waits(user) if user.has_perm("volunteers.view_registration") else []
    trainings = at_work(user) if sees_trainings else []
    near = near_or_passed() if sees_trainings else []
    texts = texts_in_work() if user.has_perm("trainings.view_report") else []
    return {
        "needs": [
            *to_decide(waiting),
            *stuck_letters(user),
            *[held(training) for training in near if training.is_over][:MOST],
            *(to_read(text) for text in texts if text.state == TextState.REVIEW),
            *(public_texts() if user.has_perm("trainings.change_reporttext") else []),
        ],
        "week": this_week(near),
        "trainings": rows_of(trainings, waiting, user),
        "drafts": drafts() if sees_trainings else [],
        "text_drafts": texts,
    }


def drafts() -> QuerySet[Training]:
    return Training.objects.filter(published_at=None).order_by("-pk")[:MOST]


def texts_in_work() -> list[ReportText]:
    """Texts that are not public yet, those to be read first."""
    states = [TextState.DRAFT, TextState.REVIEW]
    texts = ReportText.objects.filter(state__in=states).select_related("report")
    return list(texts.order_by("-state", "-pk")[:MOST])  # "review" comes after "draft"


def at_work(user) -> list[Training]:
    """Trainings to come, the next first, then those that were held and have no report yet."""
    stages = [*Training.TO_COME, Lifecycle.HELD]
    is_held = Case(When(lifecycle=Lifecycle.HELD, then=1), default=0)
    coming = Case(When(~Q(lifecycle=Lifecycle.HELD), then=F("sort_date")))
    rows = with_counts(Training.objects.filter(lifecycle__in=stages), user)
    order = (is_held, coming.asc(nulls_last=True), F("sort_date").desc(nulls_last=True), "pk")
    return list(rows.order_by(*order)[:MOST])


def rows_of(trainings: Iterable[Training], waiting: list[Waiting], user) -> list[Row]:
    """A line for each training; the texts of all their reports are read at once."""
    numbers = {one.training: one.number for one in waiting}
    texts = next_steps.texts_of(trainings)
    sees = sees_all(user)
    works = [Work(one, numbers.get(one.pk, 0), texts.get(one.pk, []), sees) for one in trainings]
    return [row_of(work, user) for work in works]


def row_of(work: Work, user) -> Row:
    stage, step = Lifecycle(work.training.stage), work.next
    return Row(work.training, str(stage.label), step, user.has_perm(step.permission))


def deciding_waits(user) -> list[Waiting]:
    """Trainings with registrations to decide, those of the longest queue first; at most eight."""
    seen = Registration.objects.visible_to(user).to_decide().order_by()
    counted = seen.values_list("training").annotate(number=Count("*"))
    return [Waiting(*row) for row in counted.order_by("-number")[:MOST]]


def to_decide(waiting: list[Waiting]) -> list[Need]:
    """A line for each. A repeated training has the same title, so its days stand beside it."""
    trainings = Training.objects.in_bulk([one.training for one in waiting])
    return [
        Need(
            next_steps.to_decide_in_words(one.number),
            reverse("admin:volunteers_decide", args=[one.training]),
            str(trainings[one.training]),
            one.number,
        )
        for one in waiting
    ]


def stuck_letters(user) -> list[Need]:
    if not user.has_perm("volunteers.view_letter"):
        return []
    stuck = Letter.objects.visible_to(user).stuck().count()
    address = f"{reverse('admin:volunteers_letter_changelist')}?delivery=stuck"
    return [Need(next_steps.stuck_in_words(stuck), address, number=stuck)] if stuck else []


def near_or_passed() -> list[Training]:
    """Trainings not held yet, by their stage, that have begun or have something within a week."""
    moment = now()
    span = (moment, moment + WEEK)
    moments = Q(registration_opens_at__range=span) | Q(registration_closes_at__range=span)
    days = Q(sort_date__lte=localdate() + WEEK)
    return list(Training.objects.upcoming().filter(moments | days).newest_first()[:MOST_NEAR])


def held(training: Training) -> Need:
    address = reverse("admin:volunteers_desk", args=[training.pk])
    return Need(next_steps.held_in_words(), address, str(training.title))


def to_read(text: ReportText) -> Need:
    return Need(next_steps.text_in_words(text), next_steps.text_address(text))


def public_texts() -> list[Need]:
    """Public texts that somebody has to look at again; at most eight of each kind."""
    return [
        Need(one.words, f"{review_of(text)}#{one.section}".rstrip("#"), str(text))
        for one in to_mend.found()
        for text in one.texts[:MOST]
    ]


def review_of(text: ReportText) -> str:
    return reverse("admin:trainings_reporttext_review", args=[text.pk])


def this_week(trainings: Iterable[Training]) -> list[Happening]:
    """What happens from now to the same day of the next week, the soonest first."""
    span = (now(), now() + WEEK)
    found = [one for each in trainings for one in happenings(each, localdate(), span)]
    return sorted(found, key=lambda each: each.day)[:MOST]


def happenings(training: Training, today: dt.date, span: tuple) -> list[Happening]:
    """What happens with one training within a week."""
    known = (
        (training.registration_opens_at, _("Registration opens at %(time)s.")),
        (training.registration_closes_at, _("Registration closes at %(time)s.")),
    )
    found = [
        Happening(localdate(at), words % {"time": wording.time(localtime(at).time())}, training)
        for at, words in known
        if at and span[0] <= at <= span[1]
    ]
    first, last = training.first_day, training.last_day
    if first and today <= first <= today + WEEK:
        found.append(Happening(first, _("It begins."), training))
    elif first and first < today and training.covers(today):
        found.append(Happening(today, _("It is being held."), training))
    if last and last != first and today <= last <= today + WEEK:
        found.append(Happening(last, _("Its last day."), training))
    return found
