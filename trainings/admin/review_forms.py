"""What is typed on the page of a text's review."""

from django import forms
from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext_lazy

from trainings import wording
from trainings.admin.moments import LocalMomentField
from trainings.models import Block
from trainings.services.freezing import MOST_LETTERS
from trainings.zones import clock_of

TYPED = "%Y-%m-%dT%H:%M"
# Django's own sentence repeats what was sent.
NOT_OFFERED = {"invalid_choice": gettext_lazy("Choose one of the list.")}


class MomentForm(forms.Form):
    """From when a text is public: a day and a time on the clocks of a zone."""

    at = LocalMomentField(
        label=gettext_lazy("public from"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=TYPED),
        input_formats=[TYPED, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        error_messages={"required": gettext_lazy("Say from which day and time it is public.")},
    )
    zone = forms.ChoiceField(label=gettext_lazy("on the clocks of"), error_messages=NOT_OFFERED)

    def __init__(self, data=None, *, text):
        zones = zones_of(text)
        shown = text.published_at if text.is_scheduled else None
        super().__init__(data, initial={"at": shown, "zone": zones[0]})
        self.fields["zone"].choices = [(name, wording.zone_label(name, now())) for name in zones]
        self.fields["at"].zone = clock_of((data or {}).get("zone", zones[0]))


def zones_of(text) -> list[str]:
    """The zones of the trainings of a text, then the site's own, then UTC."""
    held = text.report.trainings.exclude(time_zone="").values_list("time_zone", flat=True)
    return list(dict.fromkeys([*map(str, map(clock_of, held)), settings.TIME_ZONE, "UTC"]))


class DescribeForm(forms.Form):
    """What a photograph shows, in the language of a text, or that it only decorates."""

    alt = forms.CharField(label=gettext_lazy("what it shows"), max_length=300, required=False)
    is_decorative = forms.BooleanField(label=gettext_lazy("it only decorates"), required=False)

    @property
    def says_something(self) -> bool:
        return self.is_valid() and any(self.cleaned_data.values())


class RemarkForm(forms.Form):
    """A remark on a text, or on one of its blocks."""

    words = forms.CharField(
        label=gettext_lazy("remark"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    block = forms.ModelChoiceField(
        Block.objects.none(),
        label=gettext_lazy("on which block"),
        required=False,
        empty_label=gettext_lazy("the whole text"),
    )

    def __init__(self, *args, blocks, **options):
        super().__init__(*args, **options)
        self.fields["block"].queryset = blocks


class CorrectForm(forms.Form):
    """Why figures are corrected."""

    why = forms.CharField(
        label=gettext_lazy("why they are corrected"),
        max_length=MOST_LETTERS,
        error_messages={
            "required": gettext_lazy(
                "Write why the numbers are corrected: readers see it beside them."
            )
        },
    )


class TranslateForm(forms.Form):
    """Into which language a text is translated: those that the report has no text in."""

    language = forms.ChoiceField(label=gettext_lazy("into"), error_messages=NOT_OFFERED)

    def __init__(self, *args, report, **options):
        super().__init__(*args, **options)
        taken = set(report.texts.values_list("language", flat=True))
        self.fields["language"].choices = [
            (code, wording.language_name(code))
            for code, _name in settings.LANGUAGES
            if code not in taken
        ]

    @property
    def has_any(self) -> bool:
        return bool(self.fields["language"].choices)
