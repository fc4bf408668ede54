"""The form of a registration: one page, put together from what the call of a training asks."""

from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from volunteers.calls import Announced
from volunteers.forms.consents import agreed, consent_fields
from volunteers.forms.countries import CountryField
from volunteers.forms.languages import LanguagesField
from volunteers.forms.lines import LineField, MailField, NameField, PhoneField, TextField, one_line
from volunteers.forms.questioning import Questioning
from volunteers.forms.stamps import AT_LEAST, AT_MOST, Stamp, form_key, new_stamp, read_stamp
from volunteers.models import (
    Ask,
    Category,
    ConsentText,
    Deciding,
    Described,
    Needs,
    Sex,
    User,
    Volunteer,
)
from volunteers.models.described import plausible_birth_year

# What may stand in an address that somebody passes on: nothing but what a form asks anyway.
GIVEN = (
    *("name", "native_name", "latin_name", "email", "phone", "nationality", "country"),
    *("category", "host_organisation"),
)
YOU = (
    *("name", "native_name", "latin_name", "email", "phone", "nationality", "country"),
    "languages",
)
VOLUNTEERING = ("category", "host_organisation", "motivation")
COUNTED = ("sex", "birth_year", "birth_year_withheld")
NEEDS = {
    Ask.TRAVEL: ("travel",),
    Ask.VISA: ("visa",),
    Ask.DIET: ("diet",),
    Ask.ACCESS: ("access",),
    Ask.EMERGENCY: ("emergency_name", "emergency_phone"),
}

TOO_FAST = _("That was faster than people type. Please send it once more.")
TOO_OLD = _("This form was opened more than a day ago. Look through it and send it once more.")
CUT_OFF = _(
    "The form did not arrive whole. What did is still here: add what is missing, a document too, "
    "and send it once more."
)
TRAPPED = _("A field that nobody sees was filled in. It is empty now; please send it once more.")
BOTH_YEARS = _("Write the year of birth or prefer not to say, not both.")


@dataclass
class Section:
    """A part of the page: its heading, and the names of the fields in it."""

    name: str
    title: str
    fields: list
    note: str = ""


def words(model, column: str) -> dict:
    """The label and the help of a column, for a field of its own."""
    field = model._meta.get_field(column)
    return {"label": field.verbose_name, "help_text": field.help_text}


def typed(autocomplete: str, **attrs) -> forms.TextInput:
    """An input that the browser may fill in with what it knows as `autocomplete`."""
    return forms.TextInput(attrs={"autocomplete": autocomplete, **attrs})


class RegistrationForm(Questioning, forms.Form):
    """Everything a training asks of someone who wants to come.

    `user` is the volunteer who signed in, whose address is fixed and of whom much is known;
    `given` is what the address of the page says.
    """

    name = NameField(
        label=_("Name, as you want to be called"),
        help_text=_("One word is fine."),
        widget=typed("name"),
        error_messages={"required": _("Write your name.")},
    )
    native_name = NameField(**words(Described, "native_name"), required=False, widget=typed("off"))
    latin_name = NameField(**words(Described, "latin_name"), required=False, widget=typed("off"))
    email = MailField(
        label=_("E-mail"),
        help_text=_("We send a letter there, to be sure that it is yours."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(
        **words(Described, "phone"), max_length=40, required=False, widget=typed("tel", type="tel")
    )
    nationality = CountryField(
        label=_("Nationality"),
        required=False,
        help_text=_("Leave it open if you have none or would rather not say."),
    )
    country = CountryField(
        **words(Described, "country"),
        error_messages={"required": _("Choose the country where you volunteer.")},
    )
    languages = LanguagesField(**words(Described, "languages"), required=False)
    category = forms.ChoiceField(
        **words(Described, "category"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the kind of volunteering that fits best."),
            "invalid_choice": _("Choose one of the kinds on the list."),
        },
    )
    host_organisation = LineField(
        **words(Described, "host_organisation"), required=False, widget=typed("organization")
    )
    motivation = TextField(
        label=_("What would you do with this training at home?"),
        help_text=_("Up to 2,000 signs. An organizer reads it."),
        max_length=2000,
        error_messages={"required": _("Write a sentence or two: an organizer decides by it.")},
    )
    travel = TextField(**words(Needs, "travel"), max_length=1000, required=False)
    visa = TextField(**words(Needs, "visa"), max_length=1000, required=False)
    diet = TextField(**words(Needs, "diet"), max_length=1000, required=False)
    access = TextField(**words(Needs, "access"), max_length=1000, required=False)
    emergency_name = NameField(
        **words(Needs, "emergency_name"), required=False, widget=typed("off")
    )
    emergency_phone = PhoneField(
        **words(Needs, "emergency_phone"),
        max_length=40,
        required=False,
        widget=typed("off", type="tel"),
    )
    sex = forms.ChoiceField(
        **words(Described, "sex"),
        choices=Sex.choices,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Choose one of the answers on the list.")},
    )
    birth_year = forms.IntegerField(
        **words(Described, "birth_year"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"}),
        validators=[plausible_birth_year],
        error_messages={"invalid": _("Write the year of birth with four digits, such as 1998.")},
    )
    birth_year_withheld = forms.BooleanField(
        label=_("I prefer not to say the year of birth"), required=False
    )
    # A trap: people do not see it, and programs that fill in everything do.
    website = LineField(max_length=10_000, required=False)

    def __init__(
        self, announced: Announced, *, user: User | None = None, given=None, data=None, files=None
    ):
        self.announced = announced
        self.user = user
        self.stamp = read_stamp(data.get("stamp", "")) if data is not None else Stamp("", "", None)
        known = known_of(user)
        super().__init__(data, files, initial=given_in(given or {}) | known)
        self.ask_what_the_call_says()
        self.ask_questions(announced.training, data)
        self.fields.update(consent_fields())
        self.known = [name for name, value in known.items() if self.is_known(name, value)]
        if user:
            self.fields["email"].disabled = True
        for field in self.fields.values():
            field.plain_label = capfirst(field.label)
            needed = field.required or getattr(field, "needed", False)
            optional = "" if needed else format_html(" <i>{}</i>", _("optional"))
            field.label = format_html("{}{}", field.plain_label, optional)

    def ask_what_the_call_says(self) -> None:
        """Leave out what the call does not ask, and offer only whom it is for."""
        call = self.announced.call
        for section, names in NEEDS.items():
            if section not in call.asks:
                for name in names:
                    del self.fields[name]
        if Ask.HOST not in call.asks:
            del self.fields["host_organisation"]
        if call.deciding != Deciding.ORGANIZER:
            del self.fields["motivation"]
        wanted = call.categories or Category.values
        self.fields["category"].choices = [one for one in Category.choices if one[0] in wanted]
        self.fields["country"].limit(self.announced.country_codes or None)

    def is_known(self, name: str, value) -> bool:
        """Whether the form need not ask for `name` again: the value is one that may be chosen."""
        field = self.fields.get(name)
        if field is None or not value:
            return False
        if name == "category":
            return value in dict(field.choices)
        return name != "country" or not field.codes or value in field.codes

    # --- the page ----------------------------------------------------------------------------
    @cached_property
    def sections(self) -> list[Section]:
        """The parts of the page in order, without those that are empty."""
        needs = [name for names in NEEDS.values() for name in names]
        parts = [
            Section("you", _("You"), self.asked(YOU)),
            Section("volunteering", _("Your volunteering"), self.asked(VOLUNTEERING)),
            Section("questions", _("About this training"), self.asked(self.questions)),
            Section(
                "needs",
                _("What you need"),
                self.asked(needs),
                _("Only for the organizers of this training, and deleted 30 days after it."),
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
        return [self[name] for name in names if name in self.fields and name not in self.known]

    @property
    def known_fields(self) -> list:
        return [self[name] for name in (*YOU, *VOLUNTEERING, *COUNTED) if name in self.known]

    @property
    def known_is_wrong(self) -> bool:
        """Whether something has to be mended in what is known, so that it must be seen."""
        return any(name in self.errors for name in self.known)

    @property
    def consents(self) -> list:
        return [self[name] for name, field in self.fields.items() if hasattr(field, "consent")]

    @property
    def signed_stamp(self) -> str:
        """The stamp for the page: the one that came as long as it is young, or a new one."""
        young = self.stamp.age is not None and self.stamp.age <= AT_MOST
        return self.stamp.signed if young else new_stamp()

    @property
    def errors_title(self) -> str:
        n = sum(len(errors) for errors in self.errors.values())
        return ngettext("One thing to mend", "%(n)s things to mend", n) % {"n": n}

    @property
    def wrong(self) -> list[tuple]:
        """The fields with something to mend, in the order of the page, with their errors."""
        fields = [field for part in self.sections for field in part.fields]
        fields = [*self.known_fields, *fields, *self.consents]
        return [(field, field.errors) for field in fields if field.errors]

    @property
    def typed(self) -> list[tuple]:
        """What was typed, as pairs of label and words, to be copied from a page without a form."""
        fields = [*self.known_fields, *(field for part in self.sections for field in part.fields)]
        pairs = ((field.label, in_words(field)) for field in fields)
        return [(label, text) for label, text in pairs if text]

    # --- what came ---------------------------------------------------------------------------
    def clean(self):
        if self.cleaned_data.get("website"):
            self.add_error(None, ValidationError(TRAPPED, code="trapped"))
        if error := stamp_error(self.stamp.age):
            self.add_error(None, error)
        if self.cleaned_data.get("birth_year") and self.cleaned_data.get("birth_year_withheld"):
            self.add_error("birth_year", BOTH_YEARS)
        self.clean_questions()
        return self.cleaned_data

    @property
    def arrived_whole(self) -> bool:
        """Whether the end of the form came, where the stamp stands."""
        return self.stamp.age is not None

    @property
    def address(self) -> str:
        """The address the letters go to."""
        return self.user.email if self.user else self.cleaned_data["email"]

    @property
    def described(self) -> dict:
        """The columns of `Described` that the form asked for."""
        given = {key: self.cleaned_data[key] for key in Described.COLUMNS if key in self.fields}
        return given | {"category": self.cleaned_data["category"] or ""}

    @property
    def needs(self) -> dict:
        names = [name for names in NEEDS.values() for name in names]
        return {name: self.cleaned_data[name] for name in names if name in self.fields}

    @property
    def agreed(self) -> list[ConsentText]:
        return agreed(self)

    @property
    def form_key(self) -> str:
        return form_key(self.stamp, self.address)


def stamp_error(age: timedelta | None) -> ValidationError | None:
    """What to say to a form whose stamp has this age; None where all is well."""
    if age is None:
        return ValidationError(CUT_OFF, code="cut_off")
    if age < AT_LEAST:
        return ValidationError(TOO_FAST, code="too_fast")
    if age > AT_MOST:
        return ValidationError(TOO_OLD, code="too_old")
    return None


def given_in(query) -> dict:
    """What the address of the page says of someone, as far as a form may begin with it."""
    return {name: one_line(query[name])[:200] for name in GIVEN if query.get(name)}


def known_of(user: User | None) -> dict:
    """What is known of the volunteer who signed in, by field; nothing of a stranger."""
    if user is None:
        return {}
    known = {"email": user.email}
    if volunteer := Volunteer.objects.filter(user=user).first():
        known |= {key: value for key, value in volunteer.described().items() if value}
        for name in ("country", "nationality"):
            known |= {name: known[name].pk} if name in known else {}
    return known


def in_words(field) -> str:
    """The value of a field as people read it; "" for none."""
    value = field.value()
    if hasattr(field.field, "in_words"):
        return field.field.in_words(value)
    if hasattr(field.field, "choices"):
        chosen = value if isinstance(value, list) else [value]
        names = {str(key): str(name) for key, name in field.field.choices}
        return ", ".join(names[str(one)] for one in chosen if str(one) in names)
    return "" if value in (None, False) else str(value)
