"""The search over everything, and the small ones of the lists."""

from urllib.parse import quote

import pytest

from tests.factories import (
    make_appearance,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_training,
)

STRANGE = {
    "long": "a" * 10_000,
    "long and of many words": "ab " * 5_000,
    "NUL": "kim\0",
    "only a NUL": "\0",
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
    assert "\0" not in page.source


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


def test_an_empty_search_shows_the_box_alone(read, story):
    page = read("/en/search/")
    assert page.headings == []
    assert page.all('.//main//p[@class="empty"]') == []


@pytest.mark.parametrize("typed", ["Фришин", "Frischin", "frishin", "ФРИШИН", "dmitry fri"])
def test_every_spelling_finds_the_same_person(read, story, typed):
    page = read(ask("/en/search/", typed))
    assert page.links('.//section[@aria-labelledby="p"]') == {
        "Dmitry Frischin": "/en/people/dmitry-frischin/"
    }


def test_one_word_finds_all_kinds(read):
    training = make_training("Tashkent school of water")
    make_place(training, "KZ", city="Almaty")
    make_report(training, headline="Tashkent learns")
    make_organisation_role(training, make_organisation("Tashkent Library"))
    make_appearance(training, make_person("Aigul Tashkentova"))
    page = read("/en/search/?q=tashkent")
    assert page.headings == ["Trainings", "Reports", "People", "Organisations"]


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
