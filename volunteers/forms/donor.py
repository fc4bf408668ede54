"""What is asked before donor figures are counted, and what a training cost."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trainings.models import Series, Training
from volunteers.donor.asking import Asked, Breakdown
from volunteers.donor.bands import FREE, READY, bands_in
from volunteers.models import FrozenFigures, TrainingCost
from volunteers.models.donor import currency_code

TRAINING, SERIES, SPAN = "training", "series", "span"


def day(label) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as year-month-day, such as 2027-04-22.")},
    )


class AskForm(forms.Form):
    """Which trainings, which bands, and what people are told apart by."""

    what = forms.ChoiceField(
        label=_("of"),
        choices=[
            (TRAINING, _("one training")),
            (SERIES, _("a series")),
            (SPAN, _("a span of time")),
        ],
        widget=forms.RadioSelect,
        initial=TRAINING,
    )
    training = forms.ModelChoiceField(
        Training.objects.newest_first(), label=_("training"), required=False, empty_label="–"
    )
    series = forms.ModelChoiceField(
        Series.objects.order_by("slug"), label=_("series"), required=False, empty_label="–"
    )
    since = day(_("from"))
    until = day(_("until"))
    bands = forms.ChoiceField(
        label=_("age bands"),
        choices=[
            *((key, key.replace("-", "–")) for key in READY),
            (FREE, _("as the donor draws them")),
        ],
        widget=forms.RadioSelect,
        initial="18-29",
    )
    free_bands = forms.CharField(
        label=_("bands of your own"),
        required=False,
        max_length=100,
        help_text=_("Such as 15–24, 25–35, 36+. Ages outside make bands of their own."),
    )
    by = forms.MultipleChoiceField(
        label=_("told apart by"),
        choices=Breakdown.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        initial=Breakdown.values,
    )

    def __init__(self, *args, breakdowns, **options):
        super().__init__(*args, **options)
        self.fields["by"].choices = [(one.value, one.label) for one in breakdowns]

    def clean(self):
        given = self.cleaned_data
        match given.get("what"):
            case "training" if not (given.get("training") or "training" in self.errors):
                self.add_error("training", _("Choose the training."))
            case "series" if not (given.get("series") or "series" in self.errors):
                self.add_error("series", _("Choose the series."))
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first. Change one of them."))
        if given.get("bands") == FREE:
            try:
                bands_in(given.get("free_bands", ""))
            except ValidationError as error:
                self.add_error("free_bands", error)
        return given

    @property
    def asked(self) -> Asked:
        """What a valid form asks."""
        given = self.cleaned_data
        what, chosen = given["what"], given["bands"]
        return Asked(
            training=given["training"] if what == TRAINING else None,
            series=given["series"] if what == SERIES else None,
            since=None if what == TRAINING else given["since"],
            until=None if what == TRAINING else given["until"],
            bands=bands_in(given["free_bands"]) if chosen == FREE else READY[chosen],
            by=tuple(one for one in Breakdown.values if one in given["by"]),
        )


class FreezeForm(forms.ModelForm):
    class Meta:
        model = FrozenFigures
        fields = ("title",)


class CostForm(forms.ModelForm):
    """The cost split of a training; an amount left empty is not known."""

    class Meta:
        model = TrainingCost
        fields = ("currency", *TrainingCost.AMOUNTS)
        error_messages = {
            "currency": {"max_length": currency_code.message, "required": currency_code.message}
        }

    def clean(self):
        cleaned = super().clean()
        if all(cleaned.get(name) is None for name in TrainingCost.AMOUNTS) and not self.errors:
            raise ValidationError(_("Write at least one of the amounts."))
        return cleaned
