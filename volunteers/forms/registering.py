"""The form of a registration: one page, put together from what the call of a training asks."""

from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from volunteers.calls import Announced
from volunteers.forms.consents import agreed, consent_fields
from volunteers.forms.countries import CountryField
from volunteers.forms.functioning import functioning_fields, functioning_in
from volunteers.forms.known import given_in, known_of
from volunteers.forms.layout import Layout
from volunteers.forms.lines import LineField, say_what_is_optional
from volunteers.forms.person import NEEDS, PersonForm
from volunteers.forms.questioning import Questioning
from volunteers.forms.stamps import AT_MOST, Stamp, new_stamp, read_stamp, stamp_error
from volunteers.models import Ask, Category, ConsentText, Deciding, Described, User

TRAPPED = _("A field that nobody sees was filled in. It is empty now; please send it once more.")
BOTH_YEARS = _("Write the year of birth or prefer not to say, not both.")


class RegistrationForm(Questioning, PersonForm):
    """Everything a training asks of someone who wants to come.

    `user` is the volunteer who signed in, whose address is fixed and of whom much is known;
    `given` is what the address of the page says.
    """

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
        questions = announced.questions()
        self.ask_what_the_call_says()
        self.ask_questions(questions, data)
        self.fields.update(consent_fields())
        self.known = [name for name, value in known.items() if self.is_known(name, value)]
        if user:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("The address you signed in with.")
        say_what_is_optional(self.fields.values())

    def ask_what_the_call_says(self) -> None:
        """Leave out what the call does not ask, and offer only whom it is for."""
        call = self.announced.call
        for section, names in NEEDS.items():
            if section not in call.asks:
                for name in names:
                    del self.fields[name]
        if Ask.FUNCTIONING in call.asks:
            self.fields.update(functioning_fields())
        if Ask.HOST not in call.asks:
            del self.fields["host_organisation"]
        if call.deciding != Deciding.ORGANIZER:
            del self.fields["motivation"]
        wanted = call.categories or Category.values
        offered = [one for one in Category.choices if one[0] in wanted]
        cast(forms.ChoiceField, self.fields["category"]).choices = offered
        country = cast(CountryField, self.fields["country"])
        country.limit(self.announced.country_codes or None)

    def is_known(self, name: str, value) -> bool:
        """Whether the form need not ask for `name` again: the value is one that may be chosen."""
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField) and name == "category":
            return field.valid_value(value)
        if isinstance(field, CountryField) and name == "country":
            return not field.codes or value in field.codes
        return field is not None

    @cached_property
    def layout(self) -> Layout:
        return Layout(self)

    @property
    def signed_stamp(self) -> str:
        """The stamp for the page: the one that came as long as it is young, or a new one."""
        young = self.stamp.age is not None and self.stamp.age <= AT_MOST
        return self.stamp.signed if young else new_stamp()

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
        return {key: self.cleaned_data[key] for key in Described.COLUMNS if key in self.fields}

    @property
    def needs(self) -> dict:
        names = [name for names in NEEDS.values() for name in names]
        return {name: self.cleaned_data[name] for name in names if name in self.fields}

    @property
    def functioning(self) -> dict | None:
        """The answers to the six questions about difficulties; None where they are not asked."""
        return functioning_in(self)

    @property
    def agreed(self) -> list[ConsentText]:
        return agreed(self)

    @property
    def form_key(self) -> str:
        """Says of a form sent twice that it is the same."""
        return self.stamp.nonce
