"""How a form of a registration stands on its page: its parts, and what there is to mend."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.inputs import without_controls
from volunteers.forms.person import NEEDS
from volunteers.models.functioning import QUESTIONS

YOU = (
    *("name", "native_name", "latin_name", "email", "phone", "nationality", "country"),
    "languages",
)
VOLUNTEERING = ("category", "host_organisation", "motivation")
COUNTED = ("sex", "birth_year", "birth_year_withheld")
ORDER = (*YOU, *VOLUNTEERING, *COUNTED)


@dataclass
class Section:
    """A part of the page: its heading, its fields, and a note for all of them."""

    name: str
    title: str
    fields: list
    note: str = ""


class Layout:
    """The parts of `form`, in the order of the page."""

    def __init__(self, form):
        self.form = form

    @cached_property
    def sections(self) -> list[Section]:
        """The parts of the page in order, without those that are empty."""
        needs = [name for names in NEEDS.values() for name in names]
        parts = [
            Section("you", _("You"), self.asked(YOU)),
            Section("volunteering", _("Your volunteering"), self.asked(VOLUNTEERING)),
            Section("questions", _("About this training"), self.asked(self.form.questions)),
            Section(
                "needs",
                _("What you need"),
                self.asked(needs),
                _("Only for the organizers of this training, and deleted 30 days after it."),
            ),
            Section(
                "functioning",
                _("What you find difficult"),
                self.asked(QUESTIONS),
                _(
                    "The next questions ask about difficulties you may have doing certain "
                    "activities because of a health problem. They are only counted, apart from "
                    "your name, and change nothing about who gets a seat. Leave open what you "
                    "would rather not say. Your answers are deleted 30 days after the training."
                ),
            ),
            Section(
                "counted",
                _("To be counted"),
                self.asked(COUNTED),
                _("Those who pay for the training ask how many. Your name is not passed on."),
            ),
        ]
        return [part for part in parts if part.fields]

    def asked(self, names) -> list:
        """The fields of `names` that stand on the page and are not known already."""
        form = self.form
        return [form[name] for name in names if name in form.fields and name not in form.known]

    @property
    def known_fields(self) -> list:
        """What is known of the volunteer who signed in, in a part that is folded away."""
        return [self.form[name] for name in ORDER if name in self.form.known]

    @property
    def fields(self) -> list:
        """All fields but the consents."""
        return [*self.known_fields, *(field for part in self.sections for field in part.fields)]

    @property
    def known_is_wrong(self) -> bool:
        """Whether something has to be mended in what is known, so that it must be seen."""
        return any(name in self.form.errors for name in self.form.known)

    @property
    def consents(self) -> list:
        return [field for field in self.form if hasattr(field.field, "consent")]

    @property
    def errors_title(self) -> str:
        n = sum(len(errors) for errors in self.form.errors.values())
        return ngettext("One thing to mend", "%(n)s things to mend", n) % {"n": n}

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """What there is to mend, in the order of the page: where it stands, and a sentence."""
        fields = [*self.fields, *self.consents]
        return [
            (first_input(one), in_context(one, error)) for one in fields for error in one.errors
        ]

    @property
    def typed(self) -> list[tuple]:
        """What was typed, as pairs of label and words, to be copied from a page without a form."""
        pairs = ((field.field.plain_label, in_words(field)) for field in self.fields)
        return [(label, text) for label, text in pairs if text]


def first_input(field) -> str:
    """The id of an input to go to; of buttons it is the first."""
    is_buttons = field.use_fieldset and hasattr(field.field, "choices")
    return f"{field.auto_id}_0" if is_buttons else field.auto_id


def in_context(field, error: str) -> str:
    """The error behind the name of its field; that of a consent speaks for itself."""
    if hasattr(field.field, "consent"):
        return error
    label = str(field.field.plain_label)
    return f"{label} {error}" if label.endswith(("?", ".", "!", "…")) else f"{label}: {error}"


def in_words(field) -> str:
    """The value of a field as people read it; "" for none."""
    value = field.value()
    if hasattr(field.field, "in_words"):
        return field.field.in_words(value)
    if hasattr(field.field, "choices"):
        chosen = value if isinstance(value, list) else [value]
        names = {str(key): str(name) for key, name in field.field.choices}
        return ", ".join(names[str(one)] for one in chosen if str(one) in names)
    return "" if value in (None, False) else without_controls(str(value))
