"""The lists that words may narrow: kept questions find what the ordinary way finds."""

import pytest
from django.db.models import Prefetch
from django.template import Context, Template
from django.utils.translation import override

from tests.factories import make_appearance, make_person, make_training
from trainings.addresses import address
from trainings.lists import PER_PAGE, Found, Words
from trainings.models import Appearance, Person, Training
from trainings.search import Search


@pytest.fixture
def people(db):
    training = make_training("Springs", slug="springs")
    for name in ("Dmitry Frischin", "Aigul Frolova", "100% Sure_Name"):
        make_appearance(training, make_person(name), title="expert")


@pytest.mark.parametrize(
    "words", ["", "Фришин", "frishin dmi", "fro", "sure", "aigul frolova expert", "%", "_", " "]
)
def test_the_same_people_are_found_as_by_the_ordinary_way(people, words):
    public = Appearance.objects.public().select_related("training")
    titles = Prefetch("appearances", public, to_attr="shown_appearances")
    ordinary = Person.objects.on_record().matching(words.strip()).prefetch_related(titles)
    found = Words(words.strip()).rows("people", 0, None)
    assert found == list(ordinary)
    assert [one.title_lines for one in found] == [one.title_lines for one in ordinary]
    assert Words(words.strip()).counts("people") == {"people": len(ordinary)}


def test_other_words_of_as_many_spellings_find_others(people):
    names = [Words(words).rows("people", 0, None)[0].name for words in ("dmitry", "aigul")]
    assert names == ["Dmitry Frischin", "Aigul Frolova"]


def test_a_training_is_found_by_a_word_of_its_series_too(db):
    make_training("Wells", slug="wells")
    for words in ("wel", "nothing"):
        ordinary = list(Training.objects.published().matching(words))
        assert Words(words).rows("trainings", 0, None) == ordinary


def test_a_page_of_a_list_holds_a_page(db):
    training = make_training("Springs")
    for number in range(PER_PAGE + 1):
        make_appearance(training, make_person(f"Person {number:02}"))
    found = Found("people")
    pages = found[0:PER_PAGE], found[PER_PAGE : PER_PAGE + 1]
    assert ([len(page) for page in pages], found.count()) == ([PER_PAGE, 1], PER_PAGE + 1)


def test_the_search_asks_twice_whatever_is_found(people, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = Search("frischin")
        assert [one.kind for one in found.groups] == ["people"]


def test_an_address_is_in_the_language_of_whoever_asks():
    with override("en"):
        english = address("person", "a")
    with override("ru"):
        assert (english, address("person", "a")) == ("/en/people/a/", "/ru/people/a/")


def test_a_piece_is_another_one_in_another_language_and_for_another_value():
    shown = Template('{% load pieces %}{% piece "_rooms.html" SITE_NAME=name here=here %}')
    with override("en"):
        one = shown.render(Context({"name": "Hashar", "here": "people"}))
        other = shown.render(Context({"name": "Asar <b>", "here": "people"}))
    with override("ru"):
        russian = shown.render(Context({"name": "Hashar", "here": "people"}))
    assert '<a href="/en/people/" aria-current="page">People</a>' in one
    assert other == one.replace("Hashar", "Asar &lt;b&gt;")
    assert '<a href="/ru/people/" aria-current="page">Люди</a>' in russian
