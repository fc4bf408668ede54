"""What every training may ask of a person, as fields."""

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteers.forms.countries import CountryField
from volunteers.forms.languages import LanguagesField
from volunteers.forms.lines import LineField, MailField, NameField, PhoneField, TextField
from volunteers.models import Ask, Described, Needs, Sex
from volunteers.models.described import plausible_birth_year

NEEDS = {
    Ask.TRAVEL: ("travel",),
    Ask.VISA: ("visa",),
    Ask.DIET: ("diet",),
    Ask.ACCESS: ("access",),
    Ask.EMERGENCY: ("emergency_name", "emergency_phone"),
}


def words(model, column: str) -> dict:
    """The label and the help of a column, for a field of its own."""
    field = model._meta.get_field(column)
    return {"label": field.verbose_name, "help_text": field.help_text}


def typed(autocomplete: str, **attrs) -> forms.TextInput:
    """An input that the browser may fill in with what it knows as `autocomplete`."""
    return forms.TextInput(attrs={"autocomplete": autocomplete, **attrs})


class PlainBox(forms.BooleanField):
    """A box that shows by itself that it may stay empty."""

    is_needed = True


class PersonForm(forms.Form):
    """A person, the volunteering, the needs, and what is counted; consents and questions apart."""

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
        help_text=_("Up to 2,000 characters. An organizer reads it."),
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
    birth_year_withheld = PlainBox(label=_("I prefer not to say the year of birth"), required=False)
