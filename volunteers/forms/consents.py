"""The boxes of consents: one each, none ticked, each bound to the version that was read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trainings.templatetags.reading import label as in_words
from volunteers.forms.lines import say_what_is_optional
from volunteers.models import ConsentKind, ConsentText

NEEDED = _("Say yes to the use of your data, or we can't register you.")


class ConsentField(forms.BooleanField):
    """The box of one version of a consent."""

    def __init__(self, *, consent: ConsentText, **options):
        super().__init__(**options)
        self.consent = consent


def consent_fields() -> dict[str, ConsentField]:
    """A box for the newest version of each kind; only the use of data has to be agreed to.

    The version is part of the name: a yes to an older wording is not a yes to a newer one.
    """
    texts = ConsentText.objects.current()
    fields: dict[str, ConsentField] = {}
    for kind in ConsentKind:
        if text := texts.get(kind):
            fields[f"consent_{text.pk}"] = box(text)
    return fields


def box(text: ConsentText) -> ConsentField:
    return ConsentField(
        consent=text,
        label=in_words(text.text),
        required=text.kind == ConsentKind.DATA,
        error_messages={"required": NEEDED},
    )


def agreed(form: forms.Form) -> list[ConsentText]:
    """The wordings someone said yes to in a valid form."""
    return [
        field.consent
        for name, field in form.fields.items()
        if isinstance(field, ConsentField) and form.cleaned_data.get(name)
    ]


class ConsentForm(forms.Form):
    """The consents alone, for whoever was registered by somebody else."""

    def __init__(self, data=None):
        super().__init__(data, use_required_attribute=False)
        self.fields.update(consent_fields())
        say_what_is_optional(self.fields.values())

    @property
    def agreed(self) -> list[ConsentText]:
        return agreed(self)
