"""Dates, lists, numbers and names as a reader of each language expects them.

Every function takes the language as its last argument; without one it is the language of the
page. What is not known comes in as None and goes out as "". A range is said as it is given:
that the end does not come before the start is for the record to see to.
"""

from .alphabets import initials, sort_key
from .clock import moment, recently, time, time_range, zone_label
from .dates import date, date_list, date_range, day_month, weekday_date
from .languages import FALLBACK, LANGUAGES, fallback_chain
from .lists import list_of, list_parts
from .names import is_rtl, language_codes, language_name, own_language_name
from .numbers import NO_BREAK_SPACE, number, number_in_words, percent
from .periods import month, month_range, season, year, year_range

__all__ = [
    "FALLBACK",
    "LANGUAGES",
    "NO_BREAK_SPACE",
    "date",
    "date_list",
    "date_range",
    "day_month",
    "fallback_chain",
    "initials",
    "is_rtl",
    "language_codes",
    "language_name",
    "list_of",
    "list_parts",
    "moment",
    "month",
    "month_range",
    "number",
    "number_in_words",
    "own_language_name",
    "percent",
    "recently",
    "season",
    "sort_key",
    "time",
    "time_range",
    "weekday_date",
    "year",
    "year_range",
    "zone_label",
]
