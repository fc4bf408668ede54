"""What is known of a volunteer across trainings, for her to mend."""

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteers.forms.countries import CountryField
from volunteers.forms.languages import LanguagesField
from volunteers.forms.lines import LineField, NameField, PhoneField
from volunteers.forms.registering import typed, words
from volunteers.models import Described, Volunteer


class ProfileForm(forms.ModelForm):
    name = NameField(
        label=_("Name, as you want to be called"),
        help_text=_("One word is fine."),
        widget=typed("name"),
        error_messages={"required": _("Write your name.")},
    )
    native_name = NameField(**words(Described, "native_name"), required=False, widget=typed("off"))
    latin_name = NameField(**words(Described, "latin_name"), required=False, widget=typed("off"))
    nationality = CountryField(**words(Described, "nationality"), required=False)
    country = CountryField(label=_("Country where you volunteer"), required=False)
    host_organisation = LineField(
        **words(Described, "host_organisation"), required=False, widget=typed("organization")
    )
    languages = LanguagesField(**words(Described, "languages"), required=False)
    phone = PhoneField(
        **words(Described, "phone"), max_length=40, required=False, widget=typed("tel", type="tel")
    )

    class Meta:
        model = Volunteer
        fields = (
            *("name", "native_name", "latin_name", "nationality", "country", "category"),
            *("host_organisation", "sex", "birth_year", "birth_year_withheld", "languages"),
            *("phone", "language"),
        )
        widgets = {
            "birth_year": forms.TextInput(
                attrs={"inputmode": "numeric", "autocomplete": "bday-year"}
            )
        }
        error_messages = {
            "birth_year": {
                "invalid": _("Write the year of birth with four digits, such as 1998."),
            }
        }
