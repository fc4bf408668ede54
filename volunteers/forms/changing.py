"""Changing what was written for a training: the form it was written in, without what stays."""

import datetime as dt

from django.forms.models import model_to_dict

from volunteers.calls import announced
from volunteers.forms.registering import BOTH_YEARS, RegistrationForm
from volunteers.models import Answer, Functioning, Needs, QuestionKind, Registration
from volunteers.models.functioning import QUESTIONS
from volunteers.services.changing import DETAILS, Change


class ChangeForm(RegistrationForm):
    """What `extent` allows to change of `registration`, filled in with what was written."""

    def __init__(self, registration: Registration, extent: Change, data=None, files=None):
        super().__init__(announced(registration.training), data=data, files=files)
        stored = list(registration.answers.with_questions())
        self.initial = (
            written(registration)
            | self.difficulties(registration)
            | {f"question_{answer.question_id}": value_of(answer) for answer in stored}
        )
        stays = ["email", "website", *(one.html_name for one in self.layout.consents)]
        if extent == Change.DETAILS:
            may = {*DETAILS, *Needs.LINES, *QUESTIONS}
            stays = [name for name in self.fields if name not in may]
            self.questions = {}
        for name in stays:
            del self.fields[name]
        for answer in stored:
            self.keep_stored(f"question_{answer.question_id}", answer)

    def difficulties(self, registration: Registration) -> dict:
        """What was answered about difficulties, where that is asked."""
        if QUESTIONS[0] not in self.fields:
            return {}
        row = Functioning.objects.filter(registration=registration).first()
        return model_to_dict(row, QUESTIONS) if row else {}

    def keep_stored(self, name: str, answer: Answer) -> None:
        """Let the document of `answer` stay unless another one comes in its place."""
        if answer.file and name in self.fields and name not in self.kept:
            self.kept[name] = answer
            self.fields[name].kept = {"name": answer.file_name}

    def clean(self):
        if self.cleaned_data.get("birth_year") and self.cleaned_data.get("birth_year_withheld"):
            self.add_error("birth_year", BOTH_YEARS)
        self.clean_questions()
        return self.cleaned_data

    @property
    def motivation(self) -> str | None:
        """What was written; None where it is not asked."""
        return self.cleaned_data.get("motivation")

    @property
    def changed_needs(self) -> dict | None:
        """The needs the form asks for; None where it asks for none."""
        return self.needs or None


def written(registration: Registration) -> dict:
    """What was written, by the name of its field."""
    columns = model_to_dict(registration, [*Registration.COLUMNS, "motivation"])
    needs = getattr(registration, "needs", None)
    return columns | (model_to_dict(needs, Needs.LINES) if needs else {})


def value_of(answer: Answer):
    """An answer as the field of its question begins with it."""
    chosen = [str(option.pk) for option in answer.options.all()]
    match answer.question.kind:
        case QuestionKind.CHOICE:
            return next(iter(chosen), "")
        case QuestionKind.CHOICES:
            return chosen
        case QuestionKind.DATE:
            return dt.date.fromisoformat(answer.text) if answer.text else None
    return answer.text
