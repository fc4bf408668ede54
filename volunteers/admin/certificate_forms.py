"""The forms of certificates: how they look, who signs, and why one is reissued or revoked."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import inlineformset_factory
from django.utils.translation import gettext_lazy

from trainings.admin.fields import options_for
from volunteers.letters.words import BRACES, unknown
from volunteers.models import CertificateDesign, Signatory
from volunteers.papers.words import PLACEHOLDERS


class PrivatePicture(forms.ClearableFileInput):
    """A picture that has no address: the page says that there is one, the preview shows it."""

    template_name = "admin/widgets/private_picture.html"

    def is_initial(self, value):
        return bool(value and getattr(value, "name", ""))


def our_input(column, **options):
    """The field of a column, with the desk's own input."""
    if column.get_internal_type() == "FileField":
        options["widget"] = PrivatePicture
    return column.formfield(**{**options_for(column), **options})


class DesignForm(forms.ModelForm):
    """What stands on the certificates of a training."""

    class Meta:
        model = CertificateDesign
        fields = (
            *("language", "second_language", "issuer", "completion", "participation"),
            *("logo", "second_logo"),
        )
        formfield_callback = our_input

    def clean_completion(self):
        return checked(self.cleaned_data["completion"])

    def clean_participation(self):
        return checked(self.cleaned_data["participation"])


def checked(words):
    """The words, in all languages; raises ValidationError for a placeholder that does not exist."""
    texts = words.data.values() if words and isinstance(words.data, dict) else []
    named = dict.fromkeys(name for text in texts for name in BRACES.findall(text or ""))
    wrong = [unknown(name, PLACEHOLDERS) for name in named if name not in PLACEHOLDERS]
    if wrong:
        raise ValidationError(wrong)
    return words


class SignatoryForm(forms.ModelForm):
    class Meta:
        model = Signatory
        fields = ("name", "position", "signature")
        formfield_callback = our_input


SignatoryRows = inlineformset_factory(
    CertificateDesign,
    Signatory,
    form=SignatoryForm,
    extra=Signatory.MOST,
    max_num=Signatory.MOST,
    absolute_max=Signatory.MOST,
    validate_max=True,
)


class ReasonForm(forms.Form):
    """Why there is a new version."""

    reason = forms.CharField(
        label=gettext_lazy("reason"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("For colleagues. It stands in the history."),
        error_messages={"required": gettext_lazy("Say why, in a few words.")},
    )


class RevokeForm(ReasonForm):
    """Why a certificate is taken back, and whether whoever checks it may read that."""

    reason_is_public = forms.BooleanField(
        label=gettext_lazy("whoever checks the certificate may read the reason"), required=False
    )


def save_design(form: DesignForm, rows) -> CertificateDesign:
    """Store the design with those who sign, in the order in which they stand in the form."""
    design = form.save()
    rows.instance = design
    for place, row in enumerate(rows.forms):
        row.instance.order = place
    rows.save()
    return design
