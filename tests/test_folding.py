"""A name is found however it is spelled, and not mistaken for another."""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trainings.folding import MAX_VARIANTS, fold, found_in, meets, query_terms, search_key

DATA = Path(__file__).parent / "data"


def pairs(file):
    with (DATA / file).open(encoding="utf-8") as rows:
        return [(r["one"], r["other"], r["same_name"] == "yes") for r in csv.DictReader(rows)]


def found(typed, *texts):
    key = search_key(*texts)
    return all(any(f" {form}" in key for form in forms) for forms in query_terms(typed))


def found_whole(typed, name):
    key = search_key(name)
    return all(any(f" {form.strip()} " in key for form in forms) for forms in query_terms(typed))


def share_right(file, same):
    cases = [
        case for one, other, yes in pairs(file) for case in ((one, other, yes), (other, one, yes))
    ]
    return sum(same(one, other) == yes for one, other, yes in cases) / len(cases)


def test_spellings_that_must_or_must_not_meet_do_so_both_ways():
    assert share_right("name_spellings.csv", meets) >= 0.95


def test_searching_one_spelling_finds_the_other_and_only_it():
    assert share_right("name_spellings.csv", found_whole) >= 0.95


@pytest.mark.parametrize("is_one_name", [True, False])
@pytest.mark.parametrize("file", ["name_spellings.csv", "more_name_spellings.csv"])
def test_neither_kind_of_pairs_hides_behind_the_other(file, is_one_name):
    cases = [(one, other) for one, other, yes in pairs(file) if yes == is_one_name]
    right = [meets(one, other) == found_whole(one, other) == is_one_name for one, other in cases]
    assert sum(right) / len(right) >= 0.95


def test_one_letter_over_and_over_is_not_the_beginning_of_every_word():
    assert not found("zzzz", "Zafar Mirzoshoev")
    assert found("zzzz", "Zzz")
    assert found("z", "Zafar")


def test_names_of_the_region_meet_in_their_many_transliterations():
    wrong = [
        (one, other)
        for one, other, yes in pairs("more_name_spellings.csv")
        if meets(one, other) != yes or meets(other, one) != yes
    ]
    assert wrong == []


def test_three_spellings_of_one_surname_find_one_another():
    spellings = ["Фришин", "Frischin", "frishin"]
    assert [found(one, other) for one in spellings for other in spellings] == [True] * 9


def test_a_russian_ending_finds_the_tajik_one():
    assert [name for name in ("Қосимӣ", "Қосимов", "Каримов") if found("Kosimov", name)] == [
        "Қосимӣ",
        "Қосимов",
    ]


def test_a_word_is_found_by_its_beginning_but_not_by_its_middle():
    assert found("kim", "Vera Kim")
    assert found("ve ki", "Vera Kim")
    assert not found("era", "Vera Kim")


def test_every_word_typed_must_be_found():
    assert found("kim vera", "Vera Kim")
    assert not found("kim nina", "Vera Kim")


@pytest.mark.parametrize("typed", ["Muk", "Mukh", "Mukht", "Мух", "Mux"])
def test_half_a_sound_finds_the_name_it_begins(typed):
    assert found(typed, "Мұхтар")
    assert not found(typed, "Мурат")


@pytest.mark.parametrize("typed", ["Jur", "Jura", "Juray", "Juraye", "Jurayev", "Dzh", "Dzhur"])
def test_a_surname_is_found_at_every_letter_typed(typed):
    assert found(typed, "Ҷӯраев")


@pytest.mark.parametrize("name", ["김민준", "山田太郎", "がくと", "محمد احمدی", "हिन्दी", "ქეთევან"])
def test_names_in_other_scripts_keep_their_letters(name):
    assert fold(name) == name.replace("ی", "ي")
    assert found(name, name)


def test_arabic_vowel_marks_do_not_matter():
    assert found("محمد", "مُحَمَّد")


def test_apostrophes_of_all_kinds_are_dropped():
    assert {fold(f"Ma{sign}mur") for sign in "'’‘ʻʼ`´ʹ′ʿ"} == {"mamur"}


def test_composed_and_decomposed_letters_fold_alike():
    apart = unicodedata.normalize("NFD", "Сергей Ёлкин")
    assert apart != "Сергей Ёлкин"
    assert fold(apart) == fold("Сергей Ёлкин") == "sergei elkin"


def test_invisible_characters_part_no_words():
    assert fold("Nur\u00adlan \u200bKim") == "nurlan kim"


def test_numbers_keep_their_repeated_digits():
    assert fold("Training  2011, 100%") == "training 2011 100"


@pytest.mark.parametrize("nothing", ["", "  ", "'", "…—!", "\u200b", "ь"])
def test_nothing_typed_has_no_terms_and_no_key(nothing):
    assert (query_terms(nothing), search_key(nothing), fold(nothing)) == ([], "", "")
    assert not meets(nothing, nothing)


def test_a_key_holds_the_words_of_all_texts_once():
    assert search_key("Vera Kim", "Вера", "", "UNDP") == " vera kim undp "


def test_a_name_meets_neither_its_part_nor_one_with_a_word_doubled():
    assert not meets("Vera Kim", "Vera")
    assert not meets("Vera Vera", "Vera Kim")
    assert meets("Kim Vera", "Вера Ким")


names = st.text(
    alphabet=st.one_of(
        st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіӣӯҳҷўxjyocghk'ʻ -"),
        st.characters(),
    ),
    max_size=30,
)


@given(names)
@example("Bukkhoro")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(names)
def test_whatever_a_row_holds_is_found_by_its_own_words(text):
    assert found_whole(text, text)
    assert found(text.upper(), text.lower())


@given(names)
@example("ӯўөңёxjйӣ")
def test_a_word_has_few_variants_and_none_is_empty(text):
    for word in text.split():
        forms = [form for form in search_key(word).split(" ") if form]
        words = len(query_terms(word))
        assert len(forms) <= MAX_VARIANTS * words
        terms = [form for forms in query_terms(word) for form in forms]
        assert all(form.split() == [form.removesuffix(" ")] for form in terms)


@given(names, names)
def test_meeting_goes_both_ways(one, other):
    assert meets(one, other) == meets(other, one)


@given(names)
def test_a_key_never_holds_what_a_database_refuses(text):
    assert "\x00" not in search_key(text + "\x00" + text)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("Фришин", "Dmitry Frischin, UNV", ["Frischin"]),
        ("frishin", "Дмитрий Фришин", ["Фришин"]),
        ("qosim", "Қосимов ва Qosimova", ["Қосимов", "Qosimova"]),
        ("kim", "akim, Kim’s & kimchi 🙂", ["Kim’s", "kimchi"]),
        ("zzz", "Zafar and Zzz", ["Zzz"]),
        ("", "nothing was typed", []),
        ("%", "100 % of it", []),
    ],
)
def test_the_words_that_were_found_are_told_in_their_own_letters(typed, text, found):
    pieces = found_in(text, query_terms(typed))
    assert "".join(piece for piece, _is_found in pieces) == text
    assert [piece for piece, is_found in pieces if is_found] == found
