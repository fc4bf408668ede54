"""The list of countries that a new database is filled with."""

import json
import re
from pathlib import Path

import pytest

import trainings
from trainings import wording

DATA = Path(trainings.__file__).parent / "data"
COUNTRIES = {row["code"]: row for row in json.loads((DATA / "countries.json").read_text("utf-8"))}


def test_every_country_of_iso_3166_is_there_and_kosovo():
    assert len(COUNTRIES) == 249 + 1
    assert COUNTRIES["KZ"] == {
        "code": "KZ",
        "alpha3": "KAZ",
        "m49": "398",
        "name": {
            "en": "Kazakhstan",
            "ru": "Казахстан",
            "kk": "Қазақстан",
            "ky": "Казакстан",
            "tg": "Қазоқистон",
            "uz": "Qozogʻiston",
        },
        "footnote": {},
    }


def test_codes_are_unique_and_keep_their_leading_zeros():
    others = [row for code, row in COUNTRIES.items() if code != "XK"]
    assert len({row["alpha3"] for row in others}) == len({row["m49"] for row in others}) == 249
    assert all(re.fullmatch("[A-Z]{3}", row["alpha3"]) for row in others)
    assert all(re.fullmatch("[0-9]{3}", row["m49"]) for row in others)
    assert COUNTRIES["AF"]["m49"] == "004"


def test_every_country_has_a_name_in_six_languages():
    assert {tuple(row["name"]) for row in COUNTRIES.values()} == {wording.LANGUAGES}
    assert all(
        name.strip() == name != "" for row in COUNTRIES.values() for name in row["name"].values()
    )


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_no_two_countries_share_a_name(language):
    assert len({row["name"][language] for row in COUNTRIES.values()}) == len(COUNTRIES)


def test_korea_is_the_republic_of_korea():
    assert COUNTRIES["KR"]["name"] == {
        "en": "Republic of Korea",
        "ru": "Республика Корея",
        "kk": "Корея Республикасы",
        "ky": "Корея Республикасы",
        "tg": "Ҷумҳурии Корея",
        "uz": "Koreya Respublikasi",
    }


def test_russian_names_are_those_the_countries_use():
    said = {code: COUNTRIES[code]["name"]["ru"] for code in ("KG", "BY", "MD", "TM")}
    assert said == {
        "KG": "Кыргызстан",
        "BY": "Беларусь",
        "MD": "Молдова",
        "TM": "Туркменистан",
    }


def test_kosovo_has_a_footnote_and_no_codes_of_its_own():
    kosovo = COUNTRIES["XK"]
    assert (kosovo["alpha3"], kosovo["m49"]) == (None, None)
    assert "resolution 1244 (1999)" in kosovo["footnote"]["en"]
    assert [code for code, row in COUNTRIES.items() if row["footnote"]] == ["XK"]


def test_uzbek_names_use_one_sign_for_one_letter():
    names = [row["name"]["uz"] for row in COUNTRIES.values()]
    assert [name for name in names if re.search("[OoGg][‘’'`]", name)] == []
    assert sum("ʻ" in name for name in names) > 3
