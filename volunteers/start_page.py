"""The first page of the desk: what needs someone now, what happens this week, and the trainings."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _

from trainings import wording
from trainings.models import Lifecycle, ReportText, TextState, Training
from volunteers import next_steps
from volunteers.models import Letter, Registration
from volunteers.next_steps import Step, Work
from volunteers.overview import with_counts

MOST = 8
WEEK = dt.timedelta(days=7)


@dataclass(frozen=True)
class Need:
    """Something that waits for someone: a sentence, where it is done, and what it is about."""

    words: str
    address: str
    about: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Happening:
    """Something that happens soon, and when."""

    day: dt.date
    words: str
    training: Training


@dataclass(frozen=True)
class Row:
    """A training at work: its stage, and the next step."""

    training: Training
    stage: str
    next: Step


def start_page(user) -> dict:
    """The lists of the first page for `user`, each of at most eight lines."""
    sees_trainings = user.has_perm("trainings.view_training")
    waiting = deciding_waits(user) if user.has_perm("volunteers.view_registration") else {}
    trainings = at_work(user) if sees_trainings else []
    passed = overdue() if sees_trainings else []
    texts = texts_in_work() if user.has_perm("trainings.view_report") else []
    return {
        "needs": [
            *to_decide(waiting),
            *stuck_letters(user),
            *(held(training) for training in passed),
            *(to_read(text) for text in texts if text.state == TextState.REVIEW),
        ],
        "week": this_week() if sees_trainings else [],
        "trainings": rows_of(trainings, waiting),
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
    rows = with_counts(Training.objects.all(), user)
    coming = rows.upcoming().soonest_first()[:MOST]
    held = rows.filter(lifecycle=Lifecycle.HELD).newest_first()[: MOST // 2]
    return [*coming, *held][:MOST]


def rows_of(trainings: Iterable[Training], waiting: dict[Training, int]) -> list[Row]:
    """A line for each training; the texts of all their reports are read at once."""
    numbers = {training.pk: number for training, number in waiting.items()}
    texts = next_steps.texts_of(trainings)
    works = [Work(one, numbers.get(one.pk, 0), texts.get(one.pk, [])) for one in trainings]
    return [
        Row(work.training, str(Lifecycle(work.training.stage).label), work.next) for work in works
    ]


def deciding_waits(user) -> dict[Training, int]:
    """Trainings with registrations to decide, those of the longest queue first; at most eight."""
    seen = Registration.objects.visible_to(user).to_decide().order_by()
    numbers = dict(
        seen.values_list("training").annotate(number=Count("*")).order_by("-number")[:MOST]
    )
    trainings = Training.objects.in_bulk(numbers)
    return {trainings[pk]: number for pk, number in numbers.items()}


def to_decide(waiting: dict[Training, int]) -> list[Need]:
    return [
        Need(
            next_steps.to_decide_in_words(number),
            reverse("admin:volunteers_decide", args=[training.pk]),
            str(training.title),
        )
        for training, number in waiting.items()
    ]


def stuck_letters(user) -> list[Need]:
    if not user.has_perm("volunteers.view_letter"):
        return []
    stuck = Letter.objects.visible_to(user).stuck().count()
    address = f"{reverse('admin:volunteers_letter_changelist')}?delivery=stuck"
    return [Need(next_steps.stuck_in_words(stuck), address, number=stuck)] if stuck else []


def overdue() -> list[Training]:
    """Trainings whose days have passed while their stage still says that they are to come."""
    begun = Training.objects.upcoming().filter(sort_date__lt=localdate()).newest_first()
    return [training for training in begun[:50] if training.is_over][:MOST]


def held(training: Training) -> Need:
    address = reverse("admin:volunteers_desk", args=[training.pk])
    return Need(next_steps.held_in_words(), address, str(training.title))


def to_read(text: ReportText) -> Need:
    return Need(next_steps.text_in_words(text), next_steps.text_address(text))


def this_week() -> list[Happening]:
    """What happens from now to the same day of the next week, the soonest first."""
    today, moment = localdate(), now()
    span = (moment, moment + WEEK)
    moments = Q(registration_opens_at__range=span) | Q(registration_closes_at__range=span)
    days = Q(sort_date__lte=today + WEEK, sort_date__gte=today - dt.timedelta(days=60))
    found = []
    for training in Training.objects.upcoming().filter(moments | days).soonest_first()[:50]:
        found += happenings(training, today, span)
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
