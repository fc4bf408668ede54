"""Asking a training's own questions in a form: whom they are for, and documents that are kept."""

import re
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from volunteers.forms.lines import one_line
from volunteers.forms.questions import answered, field_of, for_whom
from volunteers.models import Question, QuestionKind, Upload
from volunteers.services import uploads
from volunteers.services.answers import Answered

ASKED = re.compile(r"question_\d+(_kept)?")
OTHER_QUESTIONS = _(
    "The questions of this training have changed since you opened the form. Look through it and "
    "send it once more."
)
UNANSWERED = _("Answer this question: the organizers need it.")


class Questioning(forms.Form):
    """The part of a form that asks the own questions of a training."""

    questions: dict[str, Question]
    kept: dict[str, Upload]

    def ask_questions(self, questions: Iterable[Question], data) -> None:
        """Add a field for each question, and find the documents that were kept for them."""
        self.questions = {f"question_{row.pk}": row for row in questions}
        self.kept = {}
        for name, question in self.questions.items():
            self.fields[name] = field = field_of(question)
            about = {"for_whom": for_whom(question), "is_needed": question.required}
            vars(field).update(about, question=question)  # for the page
            token = (data or {}).get(f"{name}_kept", "")
            if question.kind == QuestionKind.FILE and token:
                self.keep(name, uploads.kept(question, token))

    def keep(self, name: str, upload: Upload | None) -> None:
        """Show of the field `name` that `upload` is kept for it."""
        if upload:
            self.kept[name] = vars(self.fields[name])["kept"] = upload

    @property
    def asks_only_some(self) -> bool:
        """Whether a question is for some people alone, so that the page may hide it."""
        return any(map(for_whom, self.questions.values()))

    def clean_questions(self) -> None:
        """Answers count only where the question is for this person, and are needed only there."""
        for name, question in self.questions.items():
            if not self.applies(question):
                self.errors.pop(name, None)
                self.cleaned_data[name] = None
            elif question.required and name not in self.errors and not self.answer_to(name):
                self.add_error(name, ValidationError(UNANSWERED, code="required"))
        if any(ASKED.fullmatch(key) and not self.is_asked(key) for key in self.data):
            self.add_error(None, ValidationError(OTHER_QUESTIONS, code="other_questions"))

    def is_asked(self, key: str) -> bool:
        return key.removesuffix("_kept") in self.questions

    def applies(self, question: Question) -> bool:
        category = self.cleaned_data.get("category") or ""
        return question.is_for(category, self.cleaned_data.get("country"))

    def answer_to(self, name: str):
        """The answer in the field `name`; a document that came earlier stands for a new one."""
        return self.cleaned_data.get(name) or self.kept.get(name)

    @property
    def answers(self) -> list[Answered]:
        """What was answered, of a valid form."""
        asked = [pair for pair in self.questions.items() if self.applies(pair[1])]
        given = ((question, self.answer_to(name)) for name, question in asked)
        return [answered(question, value) for question, value in given if value]

    def keep_documents(self) -> None:
        """Keep the documents of a form that has something to mend, so that none is sent twice."""
        for name, question in self.questions.items():
            file = self.cleaned_data.get(name)
            if question.kind == QuestionKind.FILE and file:
                self.keep(name, uploads.keep(question, file, name=one_line(file.name)))
