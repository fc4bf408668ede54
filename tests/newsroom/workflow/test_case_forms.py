"""A name in another case is found, and other names and common words are not taken for it."""

import csv
from pathlib import Path

import pytest

from trainings.services.case_forms import Words, fits

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Анна Иванова", "Анной Ивановой"),
        ("Анна Иванова", "Ивановой Анне"),
        ("Пётр Достоевский", "Петром Достоевским"),
        ("Мария Ковальская", "Марии Ковальской"),
        ("Вера Ким", "Верой Ким"),
        ("Сергей Ким", "Сергея Кима"),
        ("Айгуль Сыдыкова", "Айгуль Сыдыкову"),
        ("Нурлан Осмонов", "Нурланом Осмоновым"),
        ("Дарья Цой", "Дарьей Цой"),
        ("Зебо Қосимӣ", "Зебо Қосимӣ"),
        ("Игорь Гусев", "Игоря Николаевича Гусева"),
        ("Зульфия", "Зульфией"),
        ("Евгений Ким", "Евгением Кимом"),
    ],
)
def test_a_name_is_found_in_its_cases(name, words):
    assert Words(f"Вчера с {words}, говорили.").passage(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Анна Иванова", "Анной Ивановской"),
        ("Анна Иванова", "Пётр Иванов"),
        ("Анна Иванова", "Иван Аннаев"),
        ("Анна Иванова", "Иванова пришла, и вместе с ней пришла Анна"),
        ("Иван Петров", "Иванович Петровский"),
        ("Роза Ким", "розами кимоно"),
        ("Роза", "подарили розами"),
        ("Ким", "Кима"),
        ("Vera Kim", "Vera Kims"),
        ("", "Анна"),
    ],
)
def test_what_only_looks_like_it_is_not_taken_for_it(name, words):
    assert Words(f"Вчера {words}, говорили.").passage(name) == ""


def test_of_all_spellings_of_names_few_are_taken_for_another_name():
    rows = [
        row
        for name in ("name_spellings.csv", "more_name_spellings.csv")
        for row in csv.DictReader((DATA / name).open())
    ]
    others = [(row["one"], row["other"]) for row in rows if row["same_name"] != "yes"]
    # Азиза is also the genitive of Азиз.
    assert [pair for pair in others if fits(*pair)] == [("Азиз", "Азиза")]
