#!/usr/bin/env python3
"""Makes the data files of trainings/data from CLDR, by way of Babel.

For developers, when CLDR or our corrections change; the site itself needs no Babel:

    .venv/bin/python scripts/cldr.py
"""

import json
import re
from pathlib import Path
from zoneinfo import available_timezones

import corrections
from babel import Locale
from babel.core import get_global

DATA = Path(__file__).resolve().parent.parent / "trainings" / "data"
# The United Nations spell as the British do.
LOCALES = {
    code: Locale.parse("en_GB" if code == "en" else code) for code in corrections.SIX_LANGUAGES
}

LANGUAGES = """
    en ru kk ky tg uz am ar az ba be bg bn bs ca cs da de el es et fa fi fr ha he hi hr hu hy id
    it ja ka kaa km ko ku lo lt lv mk mn ms my ne nl pl prs ps pt ro rsl sgh si sk so sq sr sv
    sw ta th tk tr tt ug uk ur vi yo zh zu
"""

ABBREVIATIONS = [
    ("en", r" & ", " and "),
    ("en", r"^St ", "Saint "),
    ("ru", r"\bо-в([аы]?)\b", r"остров\1"),
]


def tidy(text: str, language: str) -> str:
    """The text with our apostrophes, without abbreviations."""
    for code, pattern, instead in ABBREVIATIONS:
        if code == language:
            text = re.sub(pattern, instead, text)
    if language == "uz":  # CLDR has both signs for the letters oʻ and gʻ, and for the glottal stop
        text = re.sub(r"(?<=[OoGg])[‘’']", "ʻ", text)
        text = re.sub(r"(?<=[aeiu])[‘’']", "ʼ", text)
    return text


def codes(country: str) -> tuple[str | None, str | None]:
    """The alpha-3 and the M49 code of an alpha-2 code, or (None, None) where it has none."""
    aliases = [
        code
        for code, of in get_global("territory_aliases").items()
        if list(of) == [country]
        and len(code) == 3
        and code not in corrections.RETIRED_CODES.split()
    ]
    letters = [code for code in aliases if code.isalpha()]
    digits = [code for code in aliases if code.isdigit()]
    if not letters or not digits:  # the latter: Ascension and others outside ISO 3166-1
        return None, None
    (alpha3,), (m49,) = letters, digits
    return alpha3, m49


def countries() -> list[dict]:
    """Every country of ISO 3166-1, and Kosovo under its user-assigned code."""
    rows = []
    user_assigned = re.compile(r"Q[M-Z].|X..|ZZZ")  # CLDR's own: the European Union, no country
    for country in sorted(code for code in LOCALES["en"].territories if len(code) == 2):
        alpha3, m49 = codes(country)
        if country == "XK":
            alpha3 = m49 = None
        elif alpha3 is None or user_assigned.match(alpha3):
            continue
        name = {lang: tidy(loc.territories[country], lang) for lang, loc in LOCALES.items()}
        name = {lang: text[0].upper() + text[1:] for lang, text in name.items()}
        name |= corrections.COUNTRIES.get(country, {})
        footnote = corrections.KOSOVO_NOTE if country == "XK" else {}
        rows.append(
            {"code": country, "alpha3": alpha3, "m49": m49, "name": name, "footnote": footnote}
        )
    return rows


def languages() -> list[dict]:
    """The languages a training or a text may be in, by name in six languages and their own."""
    rows = []
    for code in LANGUAGES.split():
        name = {
            lang: tidy(locale.languages[code], lang)
            for lang, locale in LOCALES.items()
            if code in locale.languages
        }
        if "uz" in name:  # CLDR mixes "inglizcha" and "tojik"; papers write "ingliz tili"
            name["uz"] = re.sub(r"cha$", "", name["uz"]) + " tili"
        if "tg" in name:
            name["tg"] = name["tg"].lower()
        name |= corrections.LANGUAGES.get(code, {})
        own = corrections.OWN_NAMES.get(code)
        if own is None:
            own = Locale.parse(code).languages[code]
        rows.append({"code": code, "own": own[:1].upper() + own[1:], "name": name})
    return sorted(rows, key=lambda row: row["code"])


def zones() -> dict[str, dict[str, str]]:
    """By language and zone, the cities that are not simply the last word of the zone's name."""
    aliases = get_global("zone_aliases")
    cities: dict[str, dict[str, str]] = {lang: {} for lang in LOCALES}
    for zone in sorted(available_timezones()):
        area, _, last = zone.rpartition("/")
        if not area or area == "Etc":
            continue
        for lang, locale in LOCALES.items():
            known = locale.time_zones.get(aliases.get(zone, zone), {})
            city = tidy(known.get("city", ""), lang)
            if city and city != last.replace("_", " "):
                cities[lang][zone] = city
    return cities


def write(name: str, data: object) -> None:
    """One row a line, so that a change shows in a diff."""
    if isinstance(data, list):
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in data)
        text = f"[\n{rows}\n]\n"
    else:
        text = json.dumps(data, ensure_ascii=False, indent=0) + "\n"
    (DATA / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(data)} rows, {len(text.encode()):,} bytes")


if __name__ == "__main__":
    write("countries.json", countries())
    write("languages.json", languages())
    write("zones.json", zones())
