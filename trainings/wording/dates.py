"""Days: one, a range, a list, and a heading with the weekday."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from .languages import reader
from .lists import list_of
from .periods import MONTHS, before_year, with_year

GENITIVE = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
# Kyrgyz and Uzbek write the day as an ordinal, with a hyphen before the month.
DAY = {"ky": "{day}-{month}", "uz": "{day}-{month}"}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "kk": "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "ky": "дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби",
    "tg": "душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе якшанбе",
    "uz": "dushanba seshanba chorshanba payshanba juma shanba yakshanba",
}
WEEKDAY_DATE = {"kk": "{day}, {weekday}", "ky": "{day}, {weekday}"}


def date(day: dt.date | None, language: str | None = None) -> str:
    """One day: "22 October 2018"; "" when it is not known."""
    if day is None:
        return ""
    code = reader(language)
    return with_year(_day(day.day, day.month, code, year=True), day.year, code)


def date_range(first: dt.date | None, last: dt.date | None, language: str | None = None) -> str:
    """From the first day to the last: "22–26 October 2018"; the year twice where they differ.

    One known day stands alone; "" when neither is known.
    """
    if first is None or last is None:
        return date(first or last, language)
    if first == last:
        return date(first, language)
    if first.year != last.year:
        return f"{date(first, language)} – {date(last, language)}"
    code = reader(language)
    days = _days(first.day, first.month, last.day, last.month, code, year=True)
    return with_year(days, first.year, code)


def date_list(days: Iterable[dt.date], language: str | None = None) -> str:
    """Single days, sorted and each once: "4 and 11 April 2023", "4 April and 2 May 2023"."""
    code = reader(language)
    years = [(y, list(of)) for y, of in groupby(sorted(set(days)), lambda day: day.year)]
    parts = [with_year(_list_in_a_year(of, code), y, code) for y, of in years]
    if len(parts) == 2 and all(len(of) == 1 for _, of in years):
        return list_of(parts, code)
    return "; ".join(parts)  # the parts have commas and "and" of their own


def day_month(
    month: int,
    day: int,
    end_month: int | None = None,
    end_day: int | None = None,
    language: str | None = None,
) -> str:
    """Days of a year that is not known: "11–12 November", "30 December – 2 January".

    Without an end day it is one day; without an end month the month is the same.
    """
    code = reader(language)
    last_month, last_day = end_month or month, end_day or day
    if end_day is None or (last_month, last_day) == (month, day):
        return _day(day, month, code)
    return _days(day, month, last_day, last_month, code)


def weekday_date(day: dt.date, language: str | None = None) -> str:
    """The heading of a day in an agenda: "Thursday, 22 April", "22 сәуір, бейсенбі"."""
    code = reader(language)
    weekday = WEEKDAYS[code].split()[day.weekday()]
    pattern = WEEKDAY_DATE.get(code, "{weekday}, {day}")
    heading = pattern.format(weekday=weekday, day=_day(day.day, day.month, code))
    return heading[0].upper() + heading[1:]


def _day(day: int | str, month: int, code: str, *, year: bool = False) -> str:
    """A day or days with their month; `year` says that a year will follow."""
    name = GENITIVE.get(code, MONTHS[code]).split()[month - 1]
    return DAY.get(code, "{day} {month}").format(
        day=day, month=before_year(name, code) if year else name
    )


def _days(d1: int, m1: int, d2: int, m2: int, code: str, *, year: bool = False) -> str:
    if m1 == m2:
        return _day(f"{d1}–{d2}", m1, code, year=year)
    return f"{_day(d1, m1, code, year=year)} – {_day(d2, m2, code, year=year)}"


def _list_in_a_year(days: list[dt.date], code: str) -> str:
    months = {day.month for day in days}
    if len(months) > 1:
        return list_of([_day(day.day, day.month, code, year=True) for day in days], code)
    hyphen = "-" if code in DAY else ""  # "4- va 11-aprel": each ordinal keeps its hyphen
    numbers = [f"{day.day}{hyphen}" for day in days[:-1]] + [str(days[-1].day)]
    return _day(list_of(numbers, code), months.pop(), code, year=True)
