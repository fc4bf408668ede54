"""Lists, numbers, languages, order and initials."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainings import wording

READERS = st.sampled_from(wording.LANGUAGES)


def in_six(function, *args):
    return {language: function(*args, language) for language in wording.LANGUAGES}


def test_the_four_state_languages_fall_back_to_russian_then_english():
    assert {code: wording.fallback_chain(code) for code in ("en", "ru", "kk", "uz", "de")} == {
        "en": ("en",),
        "ru": ("ru", "en"),
        "kk": ("kk", "ru", "en"),
        "uz": ("uz", "ru", "en"),
        "de": ("de", "en"),
    }
    assert (
        wording.fallback_chain("KK-Cyrl") == wording.fallback_chain("kk_KZ") == ("kk", "ru", "en")
    )


def test_lists_end_with_the_and_of_their_language():
    assert in_six(wording.list_of, ["A", "B", "C"]) == {
        "en": "A, B and C",
        "ru": "A, B и C",
        "kk": "A, B және C",
        "ky": "A, B жана C",
        "tg": "A, B ва C",
        "uz": "A, B va C",
    }


def test_short_lists_need_no_comma():
    said = [wording.list_of(items, "en") for items in ([], ["A"], ["A", "B"])]
    assert said == ["", "A", "A and B"]


def test_empty_items_are_left_out_of_a_list():
    assert wording.list_of(["A", "", None, " ", "B"], "en") == "A and B"


def test_parts_of_a_list_keep_their_items_for_links():
    assert wording.list_parts([1, 2, 3], "ru") == [(1, ", "), (2, " и "), (3, "")]


def test_numbers_are_grouped_as_readers_expect():
    assert in_six(wording.number, 34027) == {
        "en": "34,027",
        **dict.fromkeys(("ru", "kk", "ky", "tg", "uz"), "34\u00a0027"),
    }
    assert wording.number(Decimal("1091.50"), "ru") == "1\u00a0091,50"
    assert wording.number(-45, "en") == "−45"
    assert wording.number(0, "en") == "0"


def test_an_unknown_number_is_empty_and_never_zero():
    assert wording.number(None, "en") == wording.percent(None, "en") == ""


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(odd):
    with pytest.raises(ValueError, match="not a number"):
        wording.number(odd, "en")


def test_numbers_in_english_words():
    said = [wording.number_in_words(n, "en") for n in (0, 11, 20, 45, 99, 100)]
    assert said == ["zero", "eleven", "twenty", "forty-five", "ninety-nine", "one hundred"]
    assert [wording.number_in_words(n, "en") for n in (-1, 101)] == [None, None]
    assert wording.number_in_words(45, "kk") is None


def test_a_share_is_said_in_whole_per_cent():
    assert wording.percent(0.8, "en") == "80%"
    assert wording.percent(Decimal("0.805"), "uz") == "81%"
    assert wording.percent(0.5, "ru") == "50\u00a0%"


def test_a_share_is_never_rounded_to_nothing_or_to_all():
    assert [wording.percent(share, "en") for share in (0, 0.001, 0.999, 1)] == [
        "0%",
        "<1%",
        ">99%",
        "100%",
    ]


def test_languages_have_a_name_for_every_reader():
    assert in_six(wording.language_name, "tg") == {
        "en": "Tajik",
        "ru": "таджикский",
        "kk": "тәжік тілі",
        "ky": "тажикче",
        "tg": "тоҷикӣ",
        "uz": "tojik tili",
    }
    assert wording.language_name("ky", "ru") == "кыргызский"


def test_a_missing_language_name_falls_back_to_russian_and_then_to_the_code():
    assert wording.language_name("rsl", "kk") == "русский жестовый язык"
    assert wording.language_name("pt-br", "en") == "Portuguese"
    assert wording.language_name("qqq", "en") == "qqq"


def test_languages_call_themselves_by_their_own_name():
    said = [wording.own_language_name(code) for code in wording.LANGUAGES]
    assert said == ["English", "Русский", "Қазақша", "Кыргызча", "Тоҷикӣ", "Oʻzbekcha"]
    assert wording.own_language_name("sgh") == "Shughni"


def test_the_script_of_a_language_decides_its_direction():
    codes = ("ar", "fa", "prs", "ur", "ug", "uz-Arab", "ar-EG")
    assert [code for code in codes if not wording.is_rtl(code)] == []
    codes = ("en", "ru", "kk", "uz", "ug-Cyrl", "az", "")
    assert [code for code in codes if wording.is_rtl(code)] == []


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "kk",
            [
                "Азамат",
                "Әсел",
                "Бота",
                "Ғани",
                "Дана",
                "Қайрат",
                "Лаура",
                "Ұлан",
                "Шолпан",
                "Ілияс",
            ],
        ),
        ("ky", ["Назгүл", "Нурлан", "Осмон", "Өмүрбек", "Улан", "Үсөн", "Эркин"]),
        (
            "tg",
            [
                "Ғанӣ",
                "Дилором",
                "Ешим",
                "Ёдгор",
                "Карим",
                "Қосим",
                "Умар",
                "Фирӯз",
                "Ҳасан",
                "Чаман",
                "Ҷамшед",
            ],
        ),
        (
            "uz",
            ["Alisher", "Gulnora", "Sardor", "Zafar", "Oʻtkir", "Gʻulom", "Shoira", "Choriyeva"],
        ),
        ("ru", ["Евгений", "Ёлкин", "Ершов", "Жанна", "Anna"]),
        ("en", ["Åland Islands", "Albania", "Kılıç", "Kim", "Zambia", "Анна"]),
    ],
)
def test_names_stand_in_the_alphabetical_order_of_the_reader(language, names):
    shuffled = sorted(names, key=lambda name: name[::-1])
    assert shuffled != names
    assert sorted(shuffled, key=lambda name: wording.sort_key(name, language)) == names


def test_quotation_marks_and_case_do_not_change_the_order():
    names = ["“Asar”", "birge", "Hashar", "«Umut»"]
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: wording.sort_key(name, "en")) == names


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Munkhtuya Altangerel", "MA"),
        ("Inamova", "I"),
        ("John S. McGregor", "JM"),
        ("Ҷамшед Хӯҷаев", "ҶХ"),
        ("Oʻtkir Shodiyev", "OS"),
        ("‘Ali  al-Rashid", "AA"),
        ("김 민준", "김민"),
        ("", ""),
        ("123 …", ""),
    ],
)
def test_initials_stand_in_for_a_face(name, letters):
    assert wording.initials(name) == letters


@given(st.text(max_size=40))
def test_initials_are_at_most_two_letters(name):
    letters = wording.initials(name)
    assert len(letters) <= 2
    assert all(letter.isalpha() for letter in letters)


@given(st.lists(st.text(max_size=12), max_size=8), READERS)
def test_any_names_can_be_sorted_and_keep_their_number(names, language):
    in_order = sorted(names, key=lambda name: wording.sort_key(name, language))
    assert sorted(in_order) == sorted(names)


@given(st.integers(-(10**12), 10**12), READERS)
def test_a_number_keeps_all_its_digits(n, language):
    assert [c for c in wording.number(n, language) if c.isdigit()] == [
        c for c in str(n) if c.isdigit()
    ]
