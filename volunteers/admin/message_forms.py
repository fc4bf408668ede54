"""Writing a message: whom it is for, what it says in up to six languages, and when it goes."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.timezone import now
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin.filters import by_name
from trainings.admin.widgets import MomentInput
from trainings.models import Country, Training
from volunteers import narrowing
from volunteers.letters import words
from volunteers.letters.filling import Words
from volunteers.models import LetterKind, Question, QuestionKind, Registration, State, User
from volunteers.writing.groups import STATES, STEPS, Group

LANGUAGES = [code for code, _name in settings.LANGUAGES]
CHOOSING = (QuestionKind.CHOICE, QuestionKind.CHOICES)


class GroupForm(forms.Form):
    """Whom a message of `author` is for, among the people of `training`."""

    states = forms.MultipleChoiceField(
        label=_("state"),
        required=False,
        choices=[(state, capfirst(State(state).label)) for state in STATES],
        widget=forms.CheckboxSelectMultiple,
    )
    countries = forms.MultipleChoiceField(
        label=_("country"), required=False, widget=forms.CheckboxSelectMultiple
    )
    categories = forms.MultipleChoiceField(
        label=_("category"),
        required=False,
        choices=[(value, capfirst(label)) for value, label in narrowing.CATEGORY.labels.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    step = forms.ChoiceField(
        label=_("attendance"),
        required=False,
        choices=[("", "–"), *((step, narrowing.STEPS[step]) for step in STEPS)],
    )
    option = forms.ChoiceField(label=_("what was answered"), required=False)

    def __init__(self, *args, training: Training, author: User, **options):
        super().__init__(*args, **options)
        unknown = (narrowing.UNKNOWN, capfirst(narrowing.NOT_STATED))
        chosen = self.initial.get("countries", ())
        self.fields["countries"].choices = [*countries_of(training, author, chosen), unknown]
        self.fields["option"].choices = [("", "–"), *options_of(training)]
        if len(self.fields["option"].choices) == 1:
            del self.fields["option"]

    @cached_property
    def group(self) -> Group:
        """What was asked for, once it is valid."""
        given = self.cleaned_data
        return Group(
            states=tuple(given["states"]),
            countries=tuple(given["countries"]),
            categories=tuple(given["categories"]),
            step=given["step"],
            option=int(given["option"]) if given.get("option") else None,
        )


def countries_of(training: Training, author: User, chosen) -> list[tuple[str, str]]:
    """The countries of the people whom `author` sees, and those that are `chosen` already."""
    seen = Registration.objects.visible_to(author).filter(training=training)
    there = Exists(seen.filter(country=OuterRef("pk")).order_by())
    return by_name(Country.objects.filter(there) | Country.objects.filter(pk__in=chosen))


def options_of(training: Training) -> list[tuple[str, list[tuple[str, str]]]]:
    """The answers to choose from, under each question of `training`."""
    asked = Question.objects.filter(training=training, kind__in=CHOOSING).with_options()
    return [
        (str(question), [(str(option.pk), str(option)) for option in question.options.all()])
        for question in asked
    ]


class TextsForm(forms.Form):
    """What a message says: a subject and a text in each language that is written."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for code in LANGUAGES:
            own = {"lang": code, "dir": "auto"}
            self.fields[f"subject_{code}"] = forms.CharField(
                label=_("subject"), required=False, max_length=200, widget=forms.TextInput(own)
            )
            self.fields[f"body_{code}"] = forms.CharField(
                label=pgettext_lazy("letter", "text"),
                required=False,
                max_length=10_000,
                widget=forms.Textarea({**own, "rows": 9}),
            )

    @staticmethod
    def initial_of(texts: dict[str, Words]) -> dict[str, str]:
        """What a form for `texts` begins with."""
        subjects = {f"subject_{code}": one.subject for code, one in texts.items()}
        return subjects | {f"body_{code}": one.body for code, one in texts.items()}

    @property
    def languages(self) -> list[dict]:
        """The parts of the page: the fields of each language, open where there is something."""
        own = wording.fallback_chain(get_language())[0]
        in_order = sorted(LANGUAGES, key=lambda code: code != own)  # the reader's own comes first
        parts = [(code, self[f"subject_{code}"], self[f"body_{code}"]) for code in in_order]
        has_any = any(subject.value() or body.value() for _code, subject, body in parts)
        return [
            {
                "code": code,
                "name": wording.language_name(code),
                "fields": (subject, body),
                "is_written": bool(subject.value() or body.value()),
                "is_open": bool(subject.value() or body.value() or subject.errors or body.errors)
                or (not has_any and code == own),
            }
            for code, subject, body in parts
        ]

    @property
    def texts(self) -> dict[str, Words]:
        """The texts that are written, as they were typed; whole ones once the form is valid."""
        found = {}
        for code in LANGUAGES:
            subject, body = (
                self.cleaned_data.get(f"{name}_{code}", "") for name in ("subject", "body")
            )
            if subject or body:
                found[code] = Words(subject, body)
        return found

    @property
    def written(self) -> list[str]:
        """The languages that hold anything, as the form stands there."""
        return [part["code"] for part in self.languages if part["is_written"]]

    def clean(self):
        for code, typed in self.texts.items():
            self.check(code, typed)
        if not self.texts and not self.errors:
            raise ValidationError(_("Write the message in at least one language."))
        return self.cleaned_data

    def check(self, code: str, typed: Words) -> None:
        """Point at half a text, and at placeholders that nothing stands for."""
        if not typed.subject and not self.has_error(f"subject_{code}"):
            self.add_error(f"subject_{code}", _("Write the subject too, or take the text out."))
        if not typed.body and not self.has_error(f"body_{code}"):
            self.add_error(f"body_{code}", _("Write the text too, or take the subject out."))
        try:
            words.check(LetterKind.MESSAGE, subject=typed.subject, body=typed.body)
        except ValidationError as wrong:
            for name, errors in wrong.message_dict.items():
                for error in errors:
                    self.add_error(f"{name}_{code}", error)


class WhenForm(forms.Form):
    """The moment at which a message goes out by itself."""

    send_at = forms.DateTimeField(
        label=_("day and hour"),
        widget=MomentInput,
        error_messages={"required": _("Choose the day and hour, or send it now.")},
    )

    def clean_send_at(self):
        moment = self.cleaned_data["send_at"]
        if moment <= now():
            raise ValidationError(_("This moment is past. Choose a later one, or send it now."))
        return moment
