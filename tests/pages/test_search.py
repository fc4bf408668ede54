"""The search over everything, and the small ones of the lists."""

from urllib.parse import quote

import pytest

from config.inputs import CONTROLS
from tests.factories import (
    make_appearance,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_series,
    make_training,
)

STRANGE = {
    "long": "a" * 10_000,
    "long and of many words": "ab " * 5_000,
    "NUL": "kim\0",
    "only a NUL": "\0",
    "control signs": "k\x01i\x1b\x85m",
    "percent": "%",
    "underscore": "_",
    "backslash": "\\",
    "quotation mark": "'\"",
    "emoji": "🙂🧑🏽‍🌾",
    "Arabic": "متطوعون",
    "Hebrew with marks": "\u202eשָׁלוֹם",
    "half of a pair": "\ud800",
    "all spaces": " \t\u3000 ",
    "markup": "<script>alert(1)</script>",
    "braces": "{{ q }}{% now %}",
}
SEARCHES = ["/en/search/", "/en/trainings/", "/en/reports/", "/en/people/", "/en/organisations/"]


def ask(address, text):
    return f"{address}?q={quote(text.encode('utf-8', 'surrogatepass'))}"


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.parametrize("address", SEARCHES)
def test_nothing_typed_breaks_a_search(read, story, address, strange):
    page = read(ask(address, strange))
    assert page.heading
    assert CONTROLS.findall(page.source) == []


@pytest.mark.parametrize("address", SEARCHES)
@pytest.mark.parametrize("typed", ["a" * 10_000, "100 %", "<b>Kim</b>", "“Kim”", "🙂"])
def test_what_was_typed_stays_in_the_box(read, db, address, typed):
    (box,) = read(ask(address, typed)).all('.//main//input[@name="q"]')
    assert box.get("value") == typed


@pytest.mark.parametrize("sign", ["%", "_", "🙂", "…", "\\"])
def test_signs_alone_stand_for_no_word(read, story, sign):
    page = read(ask("/en/search/", sign))
    assert page.headings == []
    assert "Nothing on record holds these words." in page.text


@pytest.mark.parametrize("typed", ["", "   ", "\u3000\t"])
def test_an_empty_search_says_what_to_write(read, story, typed):
    page = read(ask("/en/search/", typed))
    assert page.headings == []
    assert page.line('.//main//p[@class="empty"]').startswith("Write a name or a few words")


@pytest.mark.parametrize("address", SEARCHES)
def test_a_long_text_does_not_stand_in_every_link(read, story, address):
    page = read(ask(address, "ким " * 2_500))
    assert len(page.source.encode()) < 100_000


def test_a_long_text_is_said_to_be_cut(read, story):
    cut = "only its first 200 characters were looked for"
    assert cut in read(ask("/en/search/", "kim " * 60)).text
    assert cut not in read(ask("/en/search/", "kim")).text


@pytest.mark.parametrize("typed", ["Фришин", "Frischin", "frishin", "ФРИШИН", "dmitry fri"])
def test_every_spelling_finds_the_same_person(read, story, typed):
    page = read(ask("/en/search/", typed))
    assert page.links('.//section[@aria-labelledby="people"]') == {
        "Dmitry Frischin": "/en/people/dmitry-frischin/"
    }


def test_what_was_found_is_marked_in_its_own_letters(read, story):
    page = read(ask("/en/search/", "Фришин"))
    assert page.lines(".//main//mark") == ["Frischin"]
    assert page.line('.//section[@aria-labelledby="people"]//h3') == "Dmitry Frischin"


def test_only_whole_words_that_begin_so_are_marked(read, db):
    make_training("Kimchi, kim & “Kim’s” <b>akim</b> 🙂")
    assert read(ask("/en/search/", "kim")).lines(".//main//mark") == ["Kimchi", "kim", "Kim’s"]


@pytest.fixture
def tashkent(db):
    """One row of each kind that holds the word, and many people."""
    training = make_training("Tashkent school of water", series=make_series("Tashkent schools"))
    make_place(training, "KZ", city="Almaty")
    make_report(training, headline="Tashkent learns")
    make_organisation_role(training, make_organisation("Tashkent Library"))
    for number in range(30):
        make_appearance(training, make_person(f"Aigul Tashkentova {number}"))


def test_one_word_finds_all_kinds_with_their_numbers(read, tashkent):
    page = read("/en/search/?q=tashkent")
    assert page.headings == ["Trainings", "Reports", "People", "Organisations", "Series"]
    assert page.lines('.//nav[@aria-label="What was found"]//li') == [
        "All 34",
        *("Trainings 1", "Reports 1", "People 30", "Organisations 1", "Series 1"),
    ]
    assert page.links()["Show all 30"] == "/en/search/?q=tashkent&kind=people"


def test_one_kind_is_shown_page_by_page(read, tashkent):
    page = read("/en/search/?q=tashkent&kind=people&page=2")
    assert len(page.lines('.//ul[@class="hits"]/li')) == 6
    assert page.links()["Earlier page"] == "?q=tashkent&kind=people&page=1"


def test_a_kind_without_a_find_leads_to_the_others(read, tashkent):
    page = read("/en/search/?q=library&kind=people")
    assert page.links()["Show what was found elsewhere"] == "/en/search/?q=library"


def test_a_kind_that_is_none_shows_all(read, tashkent):
    assert len(read("/en/search/?q=library&kind=%00secrets").headings) == 1


def test_words_of_a_title_are_found_in_another_alphabet(read, db):
    make_training("Volunteers for Tashkent")
    make_training({"ru": "Волонтёры в горах"})
    for typed in ("Ташкент", "volontery"):
        assert len(read(ask("/en/search/", typed)).lines(".//main//h3")) == 1


def test_drafts_are_not_found(read, db):
    series = make_series("Secret series")
    make_training("Secret", published=False, series=series)
    assert "Nothing on record" in read("/en/search/?q=secret").text


def test_a_country_is_found_in_any_of_its_names(read, story):
    for name in ("Kazakhstan", "Казахстан", "Қазақстан", "qozog"):
        assert "/en/countries/kz/" in read(ask("/en/search/", name)).links().values()


def test_all_words_must_be_there(read, story):
    assert "Vera Kim" in read("/en/search/?q=vera+kim").text
    assert read("/en/search/?q=vera+frischin").headings == []


def test_a_search_is_not_for_search_engines(read, story):
    page = read("/en/search/?q=kim")
    assert page.meta("robots") == "noindex"
    assert page.all('.//link[@rel="canonical"]') == []
    assert page.title == "kim · Search · Hashar"


@pytest.mark.parametrize(
    ("address", "empty"),
    [
        ("/en/reports/", "No report holds these words. Try fewer words, or another spelling."),
        (
            "/en/people/",
            "Nobody of this name is on record. Try a part of the name, or another spelling.",
        ),
        (
            "/en/organisations/",
            "No organisation of this name is on record. Try a part of the name.",
        ),
    ],
)
def test_a_list_without_a_find_says_what_to_do_next(read, story, address, empty):
    assert read(f"{address}?q=zzzz").line('.//p[@class="empty"]') == empty


@pytest.mark.parametrize("address", ["/en/search/", "/en/trainings/"])
def test_a_training_is_found_by_the_name_of_its_series(read, db, address):
    make_training("Springs", series=make_series("Central Asia Regional Training"))
    make_training("Rivers")
    page = read(ask(address, "region training sprin"))
    assert "Springs" in page.text
    assert "Rivers" not in page.text


def test_the_line_of_a_training_marks_the_words_of_its_series(read, db):
    make_training("Springs", series=make_series("Central Asia Regional Training"))
    page = read(ask("/en/search/", "regional"))
    assert "Regional" in [one.text for one in page.all(".//main//mark")]
