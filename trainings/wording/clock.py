"""Times of day, moments, and time zones that a reader recognises."""

import datetime as dt
import json
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .dates import date
from .languages import reader
from .names import DATA
from .numbers import MINUS

# Today and yesterday.
NEAR = {
    "en": ("today", "yesterday"),
    "ru": ("сегодня", "вчера"),
    "kk": ("бүгін", "кеше"),
    "ky": ("бүгүн", "кечээ"),
    "tg": ("имрӯз", "дирӯз"),
    "uz": ("bugun", "kecha"),
}


def time(t: dt.time | None, language: str | None = None) -> str:
    """A time of day on a 24-hour clock, "09:00", as in all six languages; "" when not known."""
    return "" if t is None else f"{t:%H:%M}"


def time_range(start: dt.time | None, end: dt.time | None, language: str | None = None) -> str:
    """From start to end, "09:00–10:30"; without an end the start alone; without both ""."""
    if start is None or end is None:
        return time(start, language)
    return f"{time(start, language)}–{time(end, language)}"


def moment(moment: dt.datetime, zone: str | dt.tzinfo, language: str | None = None) -> str:
    """A moment on the clocks of a zone: "1 March 2027, 18:00 (Bishkek, UTC+6)".

    ValueError for a moment without a zone of its own, or for a zone that does not exist.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment must say its time zone; this one is naive.")
    local = moment.astimezone(_zone(zone))
    name = zone if isinstance(zone, str) else str(zone)
    return f"{date(local, language)}, {time(local.time())} ({zone_label(name, local, language)})"


def recently(moment: dt.datetime, zone: str | dt.tzinfo, language: str | None = None) -> str:
    """A moment of today or yesterday as “today, 14:05”, an earlier one as its date."""
    local = moment.astimezone(_zone(zone))
    days = (dt.datetime.now(_zone(zone)).date() - local.date()).days
    if days not in (0, 1):
        return date(local.date(), language)
    return f"{NEAR[reader(language)][days]}, {time(local.time())}"


def zone_label(zone_name: str, at: dt.datetime, language: str | None = None) -> str:
    """An IANA zone by its city and its offset at that moment: "Bishkek, UTC+6".

    The offset depends on the moment, for summer time and because zones change: Kazakhstan's
    was two until March 2024. A zone without a city ("UTC") is its offset alone. A naive
    moment is taken as local time there.
    """
    zone = _zone(zone_name)
    local = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    offset = _offset(local.utcoffset() or dt.timedelta())
    area, _, city = zone_name.rpartition("/")
    if not area or area == "Etc":
        return offset
    city = _cities()[reader(language)].get(zone_name, city.replace("_", " "))
    return f"{city}, {offset}"


def _zone(zone: str | dt.tzinfo) -> dt.tzinfo:
    if isinstance(zone, dt.tzinfo):
        return zone
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"There is no time zone {zone!r}; write one as Asia/Almaty.") from error


def _offset(offset: dt.timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else MINUS
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


@cache
def _cities() -> dict[str, dict[str, str]]:
    """By language and zone, the cities whose name is not the last word of the zone's name."""
    return json.loads((DATA / "zones.json").read_text(encoding="utf-8"))
