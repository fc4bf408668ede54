"""Time zones by their IANA name."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trainings import wording


@cache
def names() -> frozenset[str]:
    """The zones that the time zone database holds; to list them, files have to be looked for."""
    return frozenset(available_timezones())


def known_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not hold."""
    if name not in names():
        raise ValidationError(
            _("%(name)s is not a time zone. Write one such as Asia/Bishkek."), params={"name": name}
        )


def clock_of(name: str) -> ZoneInfo:
    """The zone of that name; the site's own for an empty name or one that is none."""
    return ZoneInfo(name if name in names() else settings.TIME_ZONE)


def zone_of(training, sessions: Iterable) -> str:
    """The zone of an agenda's times in words, such as `Bishkek, UTC+6`; empty where unknown."""
    first = next((one for one in sessions if one.date and one.start_time), None)
    if first is None or not training.time_zone:
        return ""
    begins = dt.datetime.combine(first.date, first.start_time, ZoneInfo(training.time_zone))
    return wording.zone_label(training.time_zone, begins)
