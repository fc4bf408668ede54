"""Moments of a training, typed and shown on the clocks of the place where it is held."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from trainings import wording
from trainings.zones import clock_of

LOCAL_MOMENTS = ("registration_opens_at", "registration_closes_at")


class LocalMomentField(forms.DateTimeField):
    """A moment on the clocks of `zone`, which the form sets."""

    zone = clock_of("")

    def prepare_value(self, value):
        with timezone.override(self.zone):
            return super().prepare_value(value)

    def to_python(self, value):
        with timezone.override(self.zone):
            return super().to_python(value)


class TrainingForm(forms.ModelForm):
    """A training, whose moments follow its time zone, also when both are typed at once."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        zone = clock_of(self.data.get("time_zone", self.instance.time_zone))
        for name in LOCAL_MOMENTS:
            if name in self.fields:
                self.fields[name].zone = zone
                self.fields[name].help_text = clock_in_words(zone)


def clock_in_words(zone) -> str:
    """By which clock a moment is read; the site's own where the training names no zone."""
    label = wording.zone_label(str(zone), now())
    if str(zone) == settings.TIME_ZONE:
        return _("On the clocks of %(zone)s.") % {"zone": label}
    return _("On the clocks of the training: %(zone)s.") % {"zone": label}
