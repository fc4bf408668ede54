"""Countries of a group typed as lines: `Kazakhstan`, `Finland: 3`, `South Korea (KR)`."""

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trainings import folding
from trainings.models import Country, GroupCountry
from trainings.wording.lists import AND

LINE = re.compile(
    r"^(?P<name>.*?)\s*(?:\((?P<code>[A-Za-z]{2})\))?\s*(?:[:=]\s*(?P<count>-?\d+))?$"
)

LAST_AND = re.compile(rf"\s+(?:{'|'.join(AND.values())})\s+")


@dataclass(frozen=True)
class CountryLine:
    """One country as typed. `as_published` is empty where the name is our own."""

    code: str
    as_published: str = ""
    count: int | None = None


def written(rows) -> str:
    """The countries of a group as lines to be edited. `rows` are GroupCountry with countries."""
    lines = []
    for row in rows:
        name = f"{row.as_published} ({row.country_id})" if row.as_published else str(row.country)
        lines.append(name if row.count is None else f"{name}: {row.count}")
    return "\n".join(lines)


def read(text: str) -> list[CountryLine]:
    """The countries typed, in their order. ValidationError names every line not understood."""
    typed = [part.strip() for part in re.split(r"[\n,;]", text or "") if part.strip()]
    if not typed:
        return []
    names, codes = known_names()
    typed = [piece for part in typed for piece in parted(part, names)]
    lines, wrong = [], []
    for part in typed:
        try:
            lines.append(one_line(part, names, codes))
        except ValidationError as error:
            wrong += error.messages
    doubled = {line.code for line in lines if [one.code for one in lines].count(line.code) > 1}
    wrong += [
        _("%(country)s stands here twice. Leave it once.") % {"country": codes[code]}
        for code in sorted(doubled)
    ]
    if wrong:
        raise ValidationError(wrong)
    return lines


def known_names() -> tuple[dict[str, str], dict[str, str]]:
    """Codes by folded name in every language, and names by code."""
    countries = list(Country.objects.all())
    names = {folding.fold(text): row.code for row in countries for text in row.name.texts()}
    return names, {row.code: str(row.name) for row in countries}


def parted(part: str, names: dict) -> list[str]:
    """The countries in “Tajikistan and Japan”, as lists are printed, but not in a name of one."""
    is_one = folding.fold(LINE.match(part)["name"]) in names
    return [part] if is_one else LAST_AND.split(part)


def one_line(part: str, names: dict, codes: dict) -> CountryLine:
    found = LINE.match(part)
    name, code, count = found["name"], (found["code"] or "").upper(), found["count"]
    if count is not None and int(count) < 0:
        raise ValidationError(
            _("“%(line)s”: a count can't be below 0. Leave it empty if unknown."),
            params={"line": part},
        )
    if not code and name.upper() in codes:
        name, code = "", name.upper()
    own = names.get(folding.fold(name))
    code = code or own
    if code not in codes:
        raise ValidationError(
            _("“%(line)s” is no country we know. Write its code too, such as “%(example)s (KR)”."),
            params={"line": part, "example": _("South Korea")},
        )
    return CountryLine(code, "" if own == code else name, None if count is None else int(count))


class CountryLinesField(forms.CharField):
    """A field for the countries of a group; its value is a list of CountryLine."""

    def __init__(self, **options):
        options.setdefault("label", _("countries"))
        options.setdefault(
            "help_text",
            _(
                "In printed order, one a line or with commas. “Finland: 3” where the source gives "
                "a number, “South Korea (KR)” where it prints another name."
            ),
        )
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **options)

    def to_python(self, value):
        return value if isinstance(value, list) else read(value)

    def has_changed(self, initial, data):
        return (initial or "").split() != (data or "").split()


def keep(group, lines: list[CountryLine]) -> None:
    """Make the countries of `group` those of `lines`, in their order."""
    group.countries.exclude(country__in=[line.code for line in lines]).delete()
    for number, line in enumerate(lines):
        GroupCountry.objects.update_or_create(
            group=group,
            country_id=line.code,
            defaults={"as_published": line.as_published, "count": line.count, "order": number},
        )
