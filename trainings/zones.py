"""Time zones by their IANA name."""

from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def known_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not hold."""
    if name not in available_timezones():
        raise ValidationError(
            _("%(name)s is not a time zone. Write one such as Asia/Bishkek."), params={"name": name}
        )


def clock_of(name: str) -> ZoneInfo:
    """The zone of that name; the site's own for an empty name or one that is none."""
    return ZoneInfo(name if name in available_timezones() else settings.TIME_ZONE)
