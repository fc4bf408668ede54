"""How a training takes registrations: its call, its quotas, and its own questions."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.admin.base import Rows
from trainings.admin.row_forms import RowForm, unwrapped
from trainings.admin.widgets import LabelText
from trainings.labels import Label, LabelFormField
from trainings.services.refusal import NotAllowed
from volunteers.models import Answer, Call, Question, QuestionKind, Quota
from volunteers.services.questions import paired, refuse_chosen, set_options

WITH_OPTIONS = (QuestionKind.CHOICE, QuestionKind.CHOICES)
# Stands for an option that a language has no words for.
GAP = "–"


class CallRows(Rows):
    """The call, which a training has once: its fields stand on the page without a row around."""

    model = Call
    template = "admin/volunteers/call.html"
    autocomplete_fields = ("countries",)
    fetched = ("countries",)
    max_num = 1
    can_delete = False
    fieldsets = (
        (None, {"fields": (("deciding", "has_waiting_list"), "promotion")}),
        (
            _("Who may register, and what is asked besides"),
            {"fields": ("countries", "categories", "asks")},
        ),
        (
            _("What the page says"),
            {"fields": ("cost", "next_steps", "shows_seats_by_country")},
        ),
        (
            _("Reminders"),
            {"fields": (("reminder_days", "closing_notice_days"),)},
        ),
    )


class QuotaRows(Rows):
    model = Quota
    template = "admin/volunteers/quotas.html"
    autocomplete_fields = ("country",)
    joined = ("country",)
    folds = False
    add_text = _("Add a quota")
    nothing_text = _("None: only the number of places limits who can come.")
    fields = (("country", "category", "minimum", "target", "maximum"),)

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field:
            field.help_text = ""  # said once above the rows
            field.widget = unwrapped(field.widget)  # no room for buttons to add a country
        return field


def options_in(typed) -> list[Label]:
    """The options typed, a line each; the lines of each language belong together by number."""
    lines = {
        code: [line.strip() for line in text.splitlines() if line.strip()]
        for code, text in (typed.data or {}).items()
        if text
    }
    lines = {code: of for code, of in lines.items() if of}
    counts = {code: len(of) for code, of in lines.items()}
    if len(set(counts.values())) > 1:
        said = [f"{wording.language_name(code)}: {n}" for code, n in counts.items()]
        raise ValidationError(
            _("Every language needs as many lines as the others (%(counts)s)."),
            params={"counts": ", ".join(said)},
        )
    number = max(counts.values(), default=0)
    return [
        Label({code: of[n] for code, of in lines.items() if of[n] != GAP}) for n in range(number)
    ]


def options_written(options) -> Label:
    """Options as lines to be edited; a language that one of them lacks shows a GAP."""
    codes = [code for option in options for code in option.label.languages()]
    return Label(
        {
            code: "\n".join(option.label.data.get(code) or GAP for option in options)
            for code in dict.fromkeys(codes)
        }
    )


class OptionsField(LabelFormField):
    """Options of a question, one a line, in six languages; its value is a list of labels."""

    def __init__(self, **options):
        super().__init__(
            required=False,
            widget=LabelText,
            label=_("options to choose from"),
            help_text=_("One a line. Where you write them in several languages, in one order."),
            **options,
        )

    def clean(self, value):
        return options_in(super().clean(value))


class QuestionForm(RowForm):
    options_typed = OptionsField()

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["options_typed"] = options_written(self.instance.options.all())

    def clean(self):
        cleaned = super().clean()
        labels = cleaned.get("options_typed")
        if cleaned.get("kind") in WITH_OPTIONS and labels == []:
            self.add_error("options_typed", _("Write what there is to choose from, one a line."))
        if self.instance.pk:
            self.refuse_what_answers_need(cleaned, labels)
        return cleaned

    def refuse_what_answers_need(self, cleaned, labels) -> None:
        """Keep the kind, and the options someone chose, of a question with answers."""
        changed_kind = "kind" in self.changed_data
        if changed_kind and Answer.objects.filter(question=self.instance).exists():
            self.add_error(
                "kind",
                _("People have answered this already. Leave its kind, or ask a new question."),
            )
        if labels is not None and "options_typed" in self.changed_data:
            options = list(self.instance.options.all())
            kept = paired(options, labels)
            try:
                refuse_chosen([one for one in options if one not in kept])
            except NotAllowed as refusal:
                self.add_error("options_typed", str(refusal))

    def _save_m2m(self):
        super()._save_m2m()
        if "options_typed" in self.changed_data:
            set_options(self.instance, self.cleaned_data["options_typed"])


class QuestionRows(Rows):
    model = Question
    form = QuestionForm
    template = "admin/volunteers/questions.html"
    autocomplete_fields = ("only_countries",)
    fetched = ("options", "only_countries")
    add_text = _("Add a question")
    nothing_text = _(
        "None. Name, country, languages and why someone wants to come are asked anyway."
    )
    fieldsets = (
        (None, {"fields": (("kind", "required"), "label", "options_typed", "order")}),
        (
            _("Help, and for whom"),
            {"fields": ("help", "only_countries", "only_categories")},
        ),
    )

    def row_title(self, row):
        return str(row.label)

    def row_note(self, row):
        said = [str(row.get_kind_display())]
        if count := len(row.options.all()):
            said[0] += f" ({count})"
        if row.required:
            said.append(str(_("has to be answered")))
        countries = row.only_countries.all()
        if countries:
            text = ngettext("%(count)d country", "%(count)d countries", len(countries))
            said.append(text % {"count": len(countries)})
        return " · ".join(said)
