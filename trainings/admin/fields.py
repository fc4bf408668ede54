"""Which input the desk gives to which kind of column."""

from django import forms
from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.admin import widgets
from trainings.fields import SeveralField
from trainings.labels import LabelField, LabelTextField
from trainings.models.dates import iso_day

BELOW_ZERO = _("A count can't be below 0. Leave it empty if unknown.")


class DaysField(forms.CharField):
    """Days written as 2023-04-04 2023-04-11, with spaces, commas or line ends between them.

    Checked here and not only by the model, so that no later check meets a day that is none.
    """

    def prepare_value(self, value):
        return value if isinstance(value, str) else " ".join(value or [])

    def to_python(self, value):
        return (value or "").replace(",", " ").replace(";", " ").split()

    def run_validators(self, value):
        for day in value:
            iso_day(day)

    def has_changed(self, initial, data):
        return list(initial or []) != self.to_python(data)


def our_moment_help(help_text) -> str:
    """The help text of a moment, with the clock it is read by."""
    zone = wording.zone_label(settings.TIME_ZONE, now())
    clock = _("On the clocks of %(zone)s.") % {"zone": zone}
    return f"{help_text} {clock}".strip()


def options_for(db_field) -> dict:
    """What to pass to `formfield()` of a column so that it gets the desk's own input."""
    match db_field:
        case SeveralField() if not db_field.choices:
            return {"form_class": DaysField, "max_length": None}
        case LabelField():
            return {"widget": widgets.LabelLine}
        case LabelTextField():
            return {"widget": widgets.LabelText}
        case models.DateTimeField():
            return {
                "form_class": forms.DateTimeField,
                "widget": widgets.MomentInput,
                "help_text": our_moment_help(db_field.help_text),
            }
        case models.DateField():
            return {"form_class": forms.DateField, "widget": widgets.DayInput}
        case models.TimeField():
            return {"form_class": forms.TimeField, "widget": widgets.HourInput}
        case models.TextField():
            return {"widget": widgets.Paragraphs}
        case models.CharField(name="time_zone"):
            return {"widget": widgets.Suggested(widgets.ZONES)}
        case models.CharField(name="language" | "wording_language"):
            # Without an empty choice the waiting empty row would look filled in.
            open_choice = db_field.blank or not db_field.has_default()
            select = widgets.LanguageSelect(may_be_empty=open_choice)
            return {"widget": select, "help_text": ""}
        case models.PositiveIntegerField():
            return {"error_messages": {"min_value": BELOW_ZERO}}
        case models.URLField():
            return {"assume_scheme": "https"}
    return {}
