"""Months, seasons and years: periods whose days are not known."""

from .languages import reader

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ky": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "tg": "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
}

# Kazakh "жаз" is summer and Kyrgyz "жаз" is spring.
SEASONS = {
    "en": {"spring": "spring", "summer": "summer", "autumn": "autumn", "winter": "winter"},
    "ru": {"spring": "весна", "summer": "лето", "autumn": "осень", "winter": "зима"},
    "kk": {"spring": "көктем", "summer": "жаз", "autumn": "күз", "winter": "қыс"},
    "ky": {"spring": "жаз", "summer": "жай", "autumn": "күз", "winter": "кыш"},
    "tg": {"spring": "баҳор", "summer": "тобистон", "autumn": "тирамоҳ", "winter": "зимистон"},
    "uz": {"spring": "bahor", "summer": "yoz", "autumn": "kuz", "winter": "qish"},
}

WITH_YEAR = {
    "en": "{text} {year}",
    "ru": "{text} {year} г.",
    "kk": "{year} жылғы {text}",
    "ky": "{year}-жыл, {text}",
    "tg": "{text} соли {year}",
    "uz": "{year}-yil {text}",
}
YEAR = {"ru": "{} г.", "kk": "{} жыл", "ky": "{}-жыл", "tg": "соли {}", "uz": "{}-yil"}
YEARS = {
    "ru": "{}–{} гг.",
    "kk": "{}–{} жылдар",
    "ky": "{}–{}-жылдар",
    "tg": "солҳои {}–{}",
    "uz": "{}–{}-yillar",
}
SINCE = {
    "en": "since {}",
    "ru": "с {} г.",
    "kk": "{} жылдан бері",
    "ky": "{}-жылдан бери",
    "tg": "аз соли {}",
    "uz": "{}-yildan beri",
}


def with_year(text: str, year: int, language: str) -> str:
    """A day, month or season with its year; `language` is one of the six."""
    return WITH_YEAR[language].format(text=text, year=year)


def before_year(name: str, language: str) -> str:
    """A month or season as it stands before its year: Tajik links the two with an izofat."""
    return f"{name}и" if language == "tg" else name


def month_name(month: int, language: str) -> str:
    """The name of month 1 to 12, in the nominative; ValueError for any other number."""
    if not 1 <= month <= 12:
        raise ValueError(f"A month is a number from 1 to 12, not {month}.")
    return MONTHS[language].split()[month - 1]


def month(year: int, month: int, language: str | None = None) -> str:
    """A month of a year: "May 2022", "май 2022 г.", "майи соли 2022"."""
    code = reader(language)
    return with_year(before_year(month_name(month, code), code), year, code)


def month_range(
    first_year: int,
    first: int,
    last_year: int | None = None,
    last: int | None = None,
    language: str | None = None,
) -> str:
    """Two months and what lies between: "January – March 2019", or with both years.

    Without a last year it is the same year, without a last month the same month.
    """
    if last_year is None:
        last_year = first_year
    last = last or first
    if (first_year, first) == (last_year, last):
        return month(first_year, first, language)
    if first_year != last_year:
        return f"{month(first_year, first, language)} – {month(last_year, last, language)}"
    code = reader(language)
    names = " – ".join(before_year(month_name(m, code), code) for m in (first, last))
    return with_year(names, first_year, code)


def season(year: int | None, season: str, language: str | None = None) -> str:
    """A season ("spring", "summer", "autumn", "winter") of a year, or of a year not known."""
    code = reader(language)
    if season not in SEASONS[code]:
        raise ValueError(f"A season is spring, summer, autumn or winter, not {season!r}.")
    name = SEASONS[code][season]
    return name if year is None else with_year(before_year(name, code), year, code)


def year(year: int, language: str | None = None) -> str:
    """A year in a form that needs no case: "2019", "2019 г.", "соли 2019"."""
    return YEAR.get(reader(language), "{}").format(year)


def year_range(first: int, last: int | None = None, language: str | None = None) -> str:
    """Years from first to last ("2016–2019"), or "since 2016" when there is no last one."""
    code = reader(language)
    if last is None:
        return SINCE[code].format(first)
    return year(first, code) if first == last else YEARS.get(code, "{}–{}").format(first, last)
