"""Cells as people write them in the six languages."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from volunteers.importing import values


@pytest.mark.parametrize(
    "text",
    [
        *("2026-05-12", "12.05.2026", "12/5/26", "12 May 2026", "May 12, 2026", "12 мая 2026 г."),
        *("2026 жылғы 12 мамыр", "2026-жыл, 12-май", "12 майи соли 2026", "2026-yil 12-may"),
        "2026-05-12 09:30",
    ],
)
def test_a_day_is_read(text):
    assert values.day(text) == dt.date(2026, 5, 12)


@pytest.mark.parametrize("text", ["31.02.2026", "12 мая", "soon", "5", "13/13/2026", "12 xyz 2026"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValidationError, match="is no day"):
        values.day(text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["KG", "kgz", "Kyrgyzstan", "Кыргызстан", "Қырғызстан", "Қирғизистон", "Qirgʻiziston"]
)
def test_a_country_is_read_in_any_language_or_as_a_code(text):
    assert values.Countries().read(text).pk == "KG"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russian, Kyrgyz", ["ru", "ky"]),
        ("русский и таджикский", ["ru", "tg"]),
        ("ky; RU", ["ky", "ru"]),
        ("oʻzbekcha/English", ["uz", "en"]),
    ],
)
def test_languages_are_read(text, codes):
    assert values.languages(text) == codes


@pytest.mark.parametrize(
    ("text", "year"), [("1996", 1996), ("12.05.1996", 1996), ("1996-05-12", 1996)]
)
def test_a_year_of_birth_is_read(text, year):
    assert values.birth_year(text) == year


@pytest.mark.parametrize(("text", "is_yes"), [("Да", True), ("x", True), ("нет", False)])
def test_yes_and_no_are_read(text, is_yes):
    assert values.yes_or_no(text) is is_yes
