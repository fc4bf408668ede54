"""Who registers for the demo's open training: a call, quotas, questions, and people out of a file.

Everything goes through the services, so that the history, the letters and the limits are real.
"""

from datetime import timedelta
from pathlib import Path

import yaml
from django.db.models import Model
from django.utils.timezone import now

from trainings.labels import Label
from trainings.models import Country, Training
from volunteers.calls import announced
from volunteers.models import (
    Call,
    ConsentText,
    Note,
    Option,
    Question,
    Quota,
    Registration,
    User,
)
from volunteers.services import answers
from volunteers.services import registration as services
from volunteers.services.answers import Answered

LABELS = ("label", "help", "next_steps")
COUNTRIES = ("country", "nationality")
# How long after the form each step was taken: the form itself, the proof, and the decision.
STEPS = (timedelta(), timedelta(minutes=40), timedelta(hours=30))


def load(path: Path, organizer: User) -> None:
    """Give a training its call and its registrations out of the file at `path`.

    Nobody is registered where registration is closed by now, as a year after the demo was written.
    """
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    training = Training.objects.get(slug=told["training"])
    _make_call(training, **told["call"])
    for quota in told["quotas"]:
        _make(Quota, training=training, **quota)
    questions = {
        one.pop("key"): _make_question(training, order, **one)
        for order, one in enumerate(told["questions"])
    }
    if announced(training).takes_forms:
        for one in told["registrations"]:
            _register(training, organizer, questions, **one)


def _make(model: type[Model], **values) -> Model:
    """A row of `model`; labels are mappings of languages, countries are codes."""
    for name, value in values.items():
        if name in LABELS:
            values[name] = Label(value)
        elif name in COUNTRIES:
            values[name] = Country.objects.get(code=value)
    row = model(**values)
    row.full_clean()
    row.save()
    return row


def _make_call(training: Training, *, countries: list[str], **values) -> None:
    call = _make(Call, training=training, **values)
    call.countries.set(Country.objects.filter(code__in=countries))


def _make_question(
    training: Training, order: int, options: dict | None = None, **values
) -> tuple[Question, dict[str, Option]]:
    """A question, with its options by the keys that answers choose them by."""
    question = _make(Question, training=training, order=order, **values)
    made = {
        key: _make(Option, question=question, label=label, order=place)
        for place, (key, label) in enumerate((options or {}).items())
    }
    return question, made


def _register(
    training: Training,
    organizer: User,
    questions: dict,
    *,
    email: str,
    then: list[str],
    days_ago: int,
    reason: str = "",
    note: str = "",
    **given,
) -> None:
    """Send someone's form in, take the steps that followed, and set them back to their days."""
    registration, _new = services.submit(
        training,
        email=email,
        described=_described(given),
        language=given["language"],
        motivation=given["motivation"],
        needs=given.get("needs"),
        consents=_consents(given["consents"]),
        answer=lambda row: answers.store(row, _answers(questions, given["answers"])),
    )
    for verb in then:
        told = {"by": organizer} if verb in ("approve", "waitlist", "decline") else {}
        told |= {"reason": reason} if verb == "decline" else {}
        getattr(services, verb)(registration, **told)
    if note:
        Note.objects.create(registration=registration, author=organizer, text=note)
    _set_back(registration, days_ago)


def _described(given: dict) -> dict:
    """The columns that `given` fills, with countries for their codes."""
    described = {column: given[column] for column in Registration.COLUMNS if column in given}
    for column in COUNTRIES:
        described[column] = Country.objects.get(code=given[column])
    return described


def _consents(kinds: list[str]) -> list[ConsentText]:
    """The current words of the consents of `kinds`, and of the one that nobody goes without."""
    current = ConsentText.objects.current()
    return [current[kind] for kind in ("data", *kinds)]


def _answers(questions: dict, given: dict) -> list[Answered]:
    """The answers in `given`, by the key of the question; options are named by their keys."""
    found = []
    for key, answer in given.items():
        question, options = questions[key]
        if options:
            chosen = answer if isinstance(answer, list) else [answer]
            found.append(Answered(question, options=[options[one] for one in chosen]))
        else:
            found.append(Answered(question, text=str(answer)))
    return found


def _set_back(registration: Registration, days: int) -> None:
    """Let the form be sent so many days ago, and each step taken a while after the one before."""
    sent = now() - timedelta(days=days)
    moments = [sent + after for after in STEPS]
    steps = list(zip(registration.moves.all(), moments, strict=False))
    for move, moment in steps:
        type(move).objects.filter(pk=move.pk).update(at=moment)
    for letter, moment in zip(registration.letters.order_by("pk"), moments, strict=False):
        type(letter).objects.filter(pk=letter.pk).update(created_at=moment)
    registration.consents.update(given_at=sent)
    registration.refresh_from_db()
    registration.submitted_at, proven, decided = moments
    registration.confirmed_at = proven if registration.confirmed_at else None
    registration.decided_at = decided if registration.decided_at else None
    registration.waitlisted_at = decided if registration.waitlisted_at else None
    registration.save()
