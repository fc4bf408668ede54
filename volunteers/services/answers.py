"""The answers to a training's own questions, stored with the registration."""

from dataclasses import dataclass, field
from functools import partial

from django.core.files import File
from django.db import transaction

from volunteers.models import Answer, Option, Question, Registration, Upload
from volunteers.services import uploads


@dataclass
class Answered:
    """An answer before it is stored.

    A document is new, was kept from an earlier try, or is that of an answer that stays.
    """

    question: Question
    text: str = ""
    options: list[Option] = field(default_factory=list)
    file: File | Upload | Answer | None = None


def store(registration: Registration, answers: list[Answered]) -> None:
    """Store `answers` in place of all that `registration` had; within a transaction."""
    staying = [given.file.pk for given in answers if isinstance(given.file, Answer)]
    for old in registration.answers.exclude(pk__in=staying):
        transaction.on_commit(partial(old.file.delete, save=False))
        old.delete()
    add(registration, answers)


def add(registration: Registration, answers: list[Answered]) -> None:
    """Store `answers` beside what `registration` has; a document that stays is there already."""
    for given in answers:
        if isinstance(given.file, Answer):
            continue
        row = Answer(registration=registration, question=given.question, text=given.text)
        if isinstance(given.file, Upload):
            row.file.save(given.file.name, given.file.file, save=False)
            uploads.let_go(given.file)
        elif given.file:
            row.file.save(given.file.name or "", given.file, save=False)
        row.save()
        row.options.set(given.options)
