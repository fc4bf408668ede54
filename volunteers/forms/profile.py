"""What is known of a volunteer across trainings, for her to mend."""

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from trainings import wording
from volunteers.forms.layout import Layout
from volunteers.forms.lines import say_what_is_optional
from volunteers.forms.person import PersonForm
from volunteers.forms.registering import BOTH_YEARS
from volunteers.models import Category, Described, Volunteer
from volunteers.services.people import write_in


class ProfileForm(PersonForm):
    """The person of `volunteer`, filled in with what is known; only a name is needed."""

    language = forms.ChoiceField(
        label=_("Language for letters"), help_text=_("For all letters to you from now on.")
    )

    # What a registration has besides.
    questions: dict = {}
    known: list = []

    def __init__(self, volunteer: Volunteer, data=None):
        self.volunteer = volunteer
        super().__init__(data, initial={**volunteer.described(), "language": volunteer.language})
        for name in [*self.fields]:
            if name not in (*Described.COLUMNS, "language"):
                del self.fields[name]
        self.fields["country"].required = self.fields["category"].required = False
        self.fields["category"].choices = Category.choices
        self.fields["language"].choices = [
            (code, wording.own_language_name(code)) for code, _name in settings.LANGUAGES
        ]
        say_what_is_optional(self.fields.values())

    @cached_property
    def layout(self) -> Layout:
        return Layout(self)

    def clean(self):
        if self.cleaned_data.get("birth_year") and self.cleaned_data.get("birth_year_withheld"):
            self.add_error("birth_year", BOTH_YEARS)
        return self.cleaned_data

    def save(self) -> Volunteer:
        self.volunteer.describe(self.cleaned_data)
        self.volunteer.save()
        return write_in(self.volunteer, self.cleaned_data["language"])
