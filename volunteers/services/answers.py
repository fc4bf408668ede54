"""The answers to a training's own questions, stored with the registration."""

from dataclasses import dataclass, field

from django.core.files import File

from volunteers.models import Answer, Option, Question, Registration, Upload
from volunteers.services import uploads


@dataclass
class Answered:
    """An answer before it is stored; a document is new or was kept from an earlier try."""

    question: Question
    text: str = ""
    options: list[Option] = field(default_factory=list)
    file: File | Upload | None = None


def store(registration: Registration, answers: list[Answered]) -> None:
    """Store `answers` in place of all that `registration` had; within a transaction."""
    for old in registration.answers.all():
        old.file.delete(save=False)
        old.delete()
    for given in answers:
        row = Answer(registration=registration, question=given.question, text=given.text)
        if isinstance(given.file, Upload):
            row.file.save(given.file.name, given.file.file, save=False)
            uploads.let_go(given.file)
        elif given.file:
            row.file.save(given.file.name or "", given.file, save=False)
        row.save()
        row.options.set(given.options)
