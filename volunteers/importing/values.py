"""Cells as values: people's ways to write a country, a day, a sex. Each refuses with a sentence."""

import datetime as dt
import re
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import translation
from django.utils.translation import gettext as _

from trainings import folding, wording
from trainings.models import Country
from trainings.wording.dates import GENITIVE
from trainings.wording.languages import LANGUAGES
from trainings.wording.names import language_codes
from trainings.wording.periods import MONTHS
from volunteers.models import Category, Sex
from volunteers.models.described import plausible_birth_year

YES = "yes|y|true|1|x|v|+|✓|✔|да|д|был|была|present|присутствовал|присутствовала|ҳа|ha|иә|ооба"
NO = "no|n|false|0|-|–|нет|н|не был|не была|absent|отсутствовал|отсутствовала|не|йўқ|yo'q|жоқ|жок"
SEXES = {
    Sex.FEMALE: "female|f|woman|w|женский|жен|ж|женщина|әйел|аял|зан|ayol",
    Sex.MALE: "male|m|man|мужской|муж|м|мужчина|ер|эркек|мард|erkak",
    Sex.OTHER: "other|another|другой|другое|иное",
    Sex.WITHHELD: "prefer not to say|withheld|не указан|не хочу указывать|предпочитаю не указывать",
}
CATEGORIES = {
    Category.NATIONAL: "national|national un volunteer|nunv|национальный|национальный доброволец",
    Category.INTERNATIONAL: "international|international un volunteer|iunv|международный",
    Category.ONLINE: "online|онлайн|онлайн волонтер",
    Category.COMMUNITY: "community|общественный|местный|общинный",
    Category.OTHER: "other|другой|другое|иное",
}
ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T].*)?")
DAY_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})")
WORDS = re.compile(r"\d+|[^\W\d_]+")


def line_of_text(most: int):
    """A reader of text in one line of at most `most` signs."""

    def read(cell: str) -> str:
        text = " ".join(cell.replace("\0", "").split())
        if len(text) > most:
            raise ValidationError(
                _("This is longer than %(most)s signs. Shorten it.")
                % {"most": wording.number(most)}
            )
        return text

    return read


def email(cell: str) -> str:
    """An address, in small letters behind the @."""
    address = cell.removeprefix("mailto:").strip(" <>;,")
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError(
            _("“%(text)s” is no e-mail address. Write one, such as name@example.org.")
            % {"text": cell[:80]}
        ) from error
    if len(address) > 254:
        raise ValidationError(_("No e-mail address is that long."))
    name, _at, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


def website(cell: str) -> str:
    address = cell if "://" in cell else f"https://{cell}"
    try:
        URLValidator(("http", "https"))(address)
    except ValidationError as error:
        raise ValidationError(
            _("“%(text)s” is no web address. Write one, such as https://example.org.")
            % {"text": cell[:80]}
        ) from error
    return line_of_text(200)(address)


def one_of(table: dict, labels, sentence):
    """A reader of one of a few choices, spelled as in `table` or as its label in any language."""

    @cache
    def known() -> dict[str, object]:
        found = {
            folding.fold(text): value
            for value, texts in table.items()
            for text in (value, *texts.split("|"))
        }
        for language in settings.INTERFACE_LANGUAGES:
            with translation.override(language):
                found |= {folding.fold(str(label)): value for value, label in labels}
        return found

    def read(cell: str):
        value = known().get(fold(cell))
        if value is None:
            raise ValidationError(str(sentence) % {"text": cell[:80]})
        return str(value)

    return read


@cache
def words_for(spelled: str) -> set[str]:
    return {text.casefold() for text in spelled.split("|")}


def yes_or_no(cell: str) -> bool:
    text = cell.casefold().strip(" .")
    if text in words_for(YES):
        return True
    if text in words_for(NO):
        return False
    raise ValidationError(_("Write “yes” or “no” here, or leave it empty."))


def birth_year(cell: str) -> int:
    """A year, also out of a day; four digits."""
    year = int(cell) if cell.isdecimal() and len(cell) == 4 else day(cell).year
    plausible_birth_year(year)
    return year


def day(cell: str) -> dt.date:
    """A day as people write it: 2026-05-12, 12.05.2026, 12 May 2026, 12 мая 2026 г.

    Of two numbers the first is the day, as everywhere in the region.
    """
    text = cell.strip()
    if found := ISO.fullmatch(text):
        return date_of(found[1], found[2], found[3], cell)
    if found := DAY_FIRST.fullmatch(text):
        first, month, year = found.groups()
        century = "20" if len(year) == 2 else ""
        return date_of(century + year, month, first, cell)
    words = WORDS.findall(text)
    years = [one for one in words if one.isdecimal() and len(one) == 4]
    days = [one for one in words if one.isdecimal() and len(one) < 3]
    named = [number for one in words if (number := month_named(one))]
    if len(years) == len(days) == len(named) == 1:
        return date_of(years[0], named[0], days[0], cell)
    raise no_day(cell)


def no_day(cell: str) -> ValidationError:
    return ValidationError(
        _("“%(text)s” is no day. Write it as 2026-05-12 or 12.05.2026.") % {"text": cell[:80]}
    )


def date_of(year, month, day_of_month, cell: str) -> dt.date:
    try:
        return dt.date(int(year), int(month), int(day_of_month))
    except ValueError as error:
        raise no_day(cell) from error


@cache
def month_named(word: str) -> int | None:
    """The number of the month whose name in one of the six languages begins so."""
    beginning = word.casefold()
    if len(beginning) < 3:
        return None
    for names in (*MONTHS.values(), *GENITIVE.values()):
        for number, name in enumerate(names.split(), start=1):
            # A Tajik month before its year has one letter more.
            if name.startswith(beginning) or beginning == f"{name}и":
                return number
    return None


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    return folding.fold(text)


class Countries:
    """All countries by the ways to write them; read once for a list, when the first is met."""

    @cached_property
    def rows(self) -> dict[str, Country]:
        return {row.code: row for row in Country.objects.all()}

    @cached_property
    def known(self) -> dict[str, Country]:
        """The countries by their folded names in each language and their codes."""
        found: dict[str, Country] = {}
        for row in self.rows.values():
            for text in filter(None, (row.code, row.alpha3, *row.name.texts())):
                found.setdefault(fold(text), row)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The names as they are written, by their small letters."""
        texts = (text for row in self.rows.values() for text in row.name.texts())
        return {text.casefold(): text for text in texts}

    def read(self, cell: str) -> Country:
        """The country of a name in any of the six languages, or of its code."""
        if found := self.rows.get(cell.upper()) or self.known.get(fold(cell)):
            return found
        near = get_close_matches(cell.casefold(), self.names, n=1, cutoff=0.75)
        if near:
            text = _("“%(text)s” is no country we know. Is “%(near)s” meant?")
            raise ValidationError(text % {"text": cell[:80], "near": self.names[near[0]]})
        text = _("“%(text)s” is no country we know. Write its name, or its code of two letters.")
        raise ValidationError(text % {"text": cell[:80]})


@cache
def language_names() -> dict[str, str]:
    """The codes of languages by their folded names in the six languages."""
    found: dict[str, str] = {}
    for code in language_codes():
        for reader in LANGUAGES:
            found.setdefault(folding.fold(wording.language_name(code, reader)), code)
        found.setdefault(folding.fold(wording.own_language_name(code)), code)
    return found


def languages(cell: str) -> list[str]:
    """The codes of languages named in a cell, in their order."""
    return list(
        dict.fromkeys(
            language(text) for text in re.split(r"[,;/|]| и | and ", cell) if text.strip()
        )
    )


def language(cell: str) -> str:
    text = cell.strip()
    if text.lower() in language_codes():
        return text.lower()
    code = language_names().get(fold(text))
    if code is None:
        raise ValidationError(
            _("“%(text)s” is no language we know. Write its name, or its code such as ky.")
            % {"text": text[:80]}
        )
    return code


def language_for_letters(cell: str) -> str:
    code = language(cell)
    if code not in LANGUAGES:
        names = wording.list_of(wording.language_name(one) for one in LANGUAGES)
        raise ValidationError(_("Letters are written in %(languages)s.") % {"languages": names})
    return code
