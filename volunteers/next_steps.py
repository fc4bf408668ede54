"""What comes next for a training, and what is left to do for it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.models import Lifecycle, ReportText, TextState, Training
from trainings.services import stages

# The buttons that move a training on by one stage, with the service behind each.
VERBS = {
    "open": stages.open_registration,
    "close": stages.close_registration,
    "held": stages.mark_held,
    "reported": stages.mark_reported,
}
WAY = (Lifecycle.PLANNED, Lifecycle.OPEN, Lifecycle.CLOSED, Lifecycle.HELD, Lifecycle.REPORTED)


@dataclass(frozen=True)
class Step:
    """The next step: a sentence, and a button that does it (`verb`) or leads there (`address`).

    Only those with the `permission` are offered the button.
    """

    words: str
    button: str = ""
    verb: str = ""
    address: str = ""
    permission: str = "trainings.change_training"


def texts_of(trainings: Iterable[Training]) -> dict[int, list[ReportText]]:
    """The texts of the reports about each of the trainings, by its key: one query."""
    about = ReportText.objects.filter(report__trainings__in=[one.pk for one in trainings])
    found: dict[int, list[ReportText]] = {}
    for text in about.select_related("report").annotate(about=F("report__trainings")):
        found.setdefault(text.about, []).append(text)
    return found


@dataclass(frozen=True)
class Task:
    """Something left to do, and where it is done; `number` is how many the list there has."""

    words: str
    address: str
    number: int | None = None


@dataclass
class Work:
    """What is to be done for `training`, where so many wait for a decision.

    `training` carries the counts of `overview.with_counts`; `texts` are those of its reports.
    Who does not see everyone that registered (`sees_all`) is not told that nobody waits.
    """

    training: Any
    to_decide: int
    texts: list[ReportText]
    sees_all: bool

    def __post_init__(self):
        order = [TextState.REVIEW, TextState.DRAFT, TextState.PUBLISHED, TextState.ARCHIVED]
        self.texts = sorted(self.texts, key=lambda text: order.index(TextState(text.state)))

    @property
    def stages(self) -> list[tuple[str | Promise, bool]]:
        """The stages in their order, and which of them it stands at."""
        stage = self.training.stage
        if stage == Lifecycle.CANCELLED:
            return [(Lifecycle.CANCELLED.label, True)]
        return [(each.label, each == stage) for each in WAY]

    @property
    def page(self) -> str:
        return reverse("admin:trainings_training_change", args=[self.training.pk])

    @property
    def queue(self) -> str:
        return reverse("admin:volunteers_decide", args=[self.training.pk])

    @property
    def next(self) -> Step:
        """The next step of the whole."""
        training = self.training
        if training.stage == Lifecycle.CANCELLED:
            return Step(_("It is cancelled. Nothing is left to do."))
        if training.is_to_come and training.is_over:
            return Step(held_in_words(), _("Mark as held"), verb="held")
        if training.is_to_come and not training.is_published:
            return Step(
                _("Only staff see the page. Publish it, so that people find it."),
                _("Publish the page …"),
                address=self.page,
            )
        return {
            Lifecycle.PLANNED: self.opening,
            Lifecycle.OPEN: self.closing,
            Lifecycle.CLOSED: self.preparing,
            Lifecycle.HELD: self.reporting,
        }.get(training.stage, self.done)()

    def opening(self) -> Step:
        opens = self.training.registration_opens_at
        words = _("Registration is not open yet.")
        if opens:
            day = wording.date(localdate(opens))
            words = _("Registration opens by itself on the day you set (%(day)s).") % {"day": day}
        return Step(words, _("Open registration now"), verb="open")

    def closing(self) -> Step:
        if self.to_decide:
            return self.deciding()
        if self.sees_all and not self.training.has_registrations:
            address = reverse("register", args=[self.training.slug])
            words = _("Registration is open, and nobody has registered yet.")
            return Step(words, _("Look at the form"), "", address)
        words = _("Registration is open and everyone has an answer.")
        if not self.sees_all:
            words = _("Registration is open.")
        return Step(words, _("Close registration now"), verb="close")

    def deciding(self) -> Step:
        words = to_decide_in_words(self.to_decide)
        return Step(words, _("Decide who comes"), "", self.queue, "volunteers.view_registration")

    def preparing(self) -> Step:
        if self.to_decide:
            return self.deciding()
        if (self.training.first_day or dt.date.max) <= localdate():
            address = reverse("admin:volunteers_attendance", args=[self.training.pk])
            may = "volunteers.view_attendance"
            return Step(_("It is being held."), _("See who is there"), "", address, may)
        address = reverse("admin:volunteers_write", args=[self.training.pk])
        words = _("Everyone has an answer. Tell those who come what they should know.")
        if not self.sees_all:
            words = _("Registration is closed. Tell those who come what they should know.")
        return Step(words, _("Send a reminder"), "", address, "volunteers.send_message")

    def reporting(self) -> Step:
        """From the training to its published report."""
        if not self.texts:
            words = _("It was held, and has no report yet.")
            address = reverse("admin:trainings_training_draft", args=[self.training.pk])
            return Step(words, _("Draft the report"), "", address, "trainings.add_report")
        text = self.texts[0]
        address, may = text_address(text), "trainings.change_reporttext"
        if text.state == TextState.REVIEW:
            words = _("The report waits to be read.")
            return Step(words, _("Read and publish it"), "", address, may)
        if any(each.is_published for each in self.texts):
            return Step(
                _("The report is published. The stage still says only “held”."),
                _("Mark as reported"),
                verb="reported",
            )
        return Step(_("The report is a draft."), _("Finish the report"), "", address, may)

    def done(self) -> Step:
        return Step(_("It was held and reported. Nothing is left to do."))

    @property
    def tasks(self) -> list[Task]:
        """What is left to do, each with its list where there is one."""
        training = self.training
        sessions = f"{reverse('admin:trainings_session_changelist')}?training={training.pk}"
        letters = f"{reverse('admin:volunteers_letter_changelist')}?training={training.pk}"
        numbered = (
            (self.to_decide, to_decide_in_words, self.list_to_decide),
            (training.letters_stuck, stuck_in_words, f"{letters}&delivery=stuck"),
            (training.sessions_untended, untended_in_words, f"{sessions}&people=none"),
        )
        tasks = [Task(words(count), url, count) for count, words, url in numbered if count]
        for text in self.texts:
            if text.state in (TextState.DRAFT, TextState.REVIEW):
                tasks.append(Task(text_in_words(text), text_address(text)))
        if training.is_to_come and not training.is_over and not training.first_day:
            tasks.append(Task(_("Say when it is held."), f"{self.page}#when"))
        if not training.capacity and training.is_ahead:
            tasks.append(Task(_("Say how many places there are."), f"{self.page}#registration"))
        return tasks

    @property
    def list_to_decide(self) -> str:
        address = reverse("admin:volunteers_registration_changelist")
        return f"{address}?training={self.training.pk}&state__exact=confirmed"


def text_address(text: ReportText) -> str:
    """Where a text is read and published while it is in review, else where it is written."""
    page = "review" if text.state == TextState.REVIEW else "change"
    return reverse(f"admin:trainings_reporttext_{page}", args=[text.pk])


def text_in_words(text: ReportText) -> str:
    """What waits about a text: to be read, or to be finished."""
    named = {"headline": text.headline or text.report.slug}
    if text.state == TextState.REVIEW:
        return _("To be read: “%(headline)s”") % named
    return _("A draft: “%(headline)s”") % named


def held_in_words() -> str:
    return _("Its days have passed. Was it held? Then mark it as held.")


def to_decide_in_words(number: int) -> str:
    text = ngettext(
        "%(count)s person waits for a decision.", "%(count)s people wait for a decision.", number
    )
    return text % {"count": wording.number(number)}


def stuck_in_words(number: int) -> str:
    text = ngettext("%(count)s letter is stuck.", "%(count)s letters are stuck.", number)
    return text % {"count": wording.number(number)}


def untended_in_words(number: int) -> str:
    text = ngettext(
        "%(count)s session has no person.", "%(count)s sessions have no person.", number
    )
    return text % {"count": wording.number(number)}
