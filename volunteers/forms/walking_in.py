"""Registering someone at the door: the little that is asked there."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy

from trainings.models import Country
from volunteers.forms.countries import all_countries
from volunteers.models import Category


class WalkInForm(forms.Form):
    name = forms.CharField(
        label=pgettext_lazy("person", "name"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write the name.")},
    )
    country = forms.ChoiceField(
        label=gettext_lazy("country where the person volunteers"),
        error_messages={"required": gettext_lazy("Choose a country.")},
    )
    category = forms.ChoiceField(
        label=gettext_lazy("kind of volunteering"),
        error_messages={
            "required": gettext_lazy("Choose the kind of volunteering that fits best.")
        },
    )
    email = forms.EmailField(
        label=gettext_lazy("e-mail address"),
        max_length=254,
        required=False,
        help_text=gettext_lazy(
            "A letter asks for the consent. Without it nobody can write to the person."
        ),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("language for letters"), choices=settings.LANGUAGES
    )
    override_reason = forms.CharField(
        label=gettext_lazy("reason for going beyond a limit"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Only where no seat is left."),
    )

    def __init__(self, *args, may_override: bool, **options):
        super().__init__(*args, **options)
        self.fields["country"].choices = [("", "–"), *all_countries().items()]
        self.fields["category"].choices = [("", "–"), *Category.choices]
        self.fields["language"].initial = get_language()
        if not may_override:
            del self.fields["override_reason"]

    @property
    def given(self) -> dict:
        """What `walk_in` takes, but for who registers."""
        given = self.cleaned_data
        return {
            "described": {
                "name": given["name"],
                "country": Country.objects.get(pk=given["country"]),
                "category": given["category"],
            },
            "email": given["email"],
            "language": given["language"],
            "override_reason": given.get("override_reason", ""),
        }
