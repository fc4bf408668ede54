"""What is known of a volunteer across trainings, for her to mend."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trainings import wording
from volunteers.models import Volunteer

# Offered to everyone; whoever speaks another one has it listed too.
SPOKEN = ("en", "ru", "kk", "ky", "tg", "uz", "fa", "ar", "zh", "fr", "es", "tr", "de", "ko")


class ProfileForm(forms.ModelForm):
    languages = forms.MultipleChoiceField(
        label=_("languages spoken"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Volunteer
        fields = (
            "name",
            "native_name",
            "latin_name",
            "nationality",
            "country",
            "category",
            "host_organisation",
            "sex",
            "birth_year",
            "birth_year_withheld",
            "languages",
            "phone",
            "language",
        )
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
            "birth_year": forms.TextInput(attrs={"inputmode": "numeric"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        codes = dict.fromkeys([*SPOKEN, *self.instance.languages])
        self.fields["languages"].choices = [(code, wording.language_name(code)) for code in codes]
