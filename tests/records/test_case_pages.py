"""What fourteen published reports say can be read on the public pages, each as it was said."""

import re

import pytest
import yaml

from tests.records.files import HERE

pytestmark = pytest.mark.django_db

FACTS = yaml.load((HERE / "facts.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("address", FACTS)
def test_the_facts_of_a_case_can_be_read_on_its_page(read, address):
    words = read(address).casefold()  # a line may begin with what a sentence holds inside
    assert [fact for fact in FACTS[address] if fact.casefold() not in words] == []


@pytest.mark.parametrize("address", FACTS)
def test_nothing_unknown_is_shown_as_a_value(read, address):
    assert (
        re.findall(r"\b(?:None|null|nan|1 January|0 participants|\(empty\))\b", read(address)) == []
    )


NOT_SAID = [
    ("trainings/assignment-preparation-saly", "©"),
    ("trainings/assignment-preparation-saly", "Both are kept"),  # the desk's own note
    ("trainings/fresh-look-at-volunteerism", "2018"),
    ("trainings/fresh-look-at-volunteerism", "November 2019"),
    ("trainings/volontariat-afrique-de-l-ouest", "22"),  # 29 less 7 is nobody's statement
    ("reports/atelier-volontariat-ouagadougou", "22"),
    ("trainings/volontariat-afrique-de-l-ouest", "vingt-neuf"),
    ("trainings/volontariat-afrique-de-l-ouest", "35"),
    ("trainings/regional-capacities-for-peace", "Uzbekistan"),
    ("reports/strengthening-regional-capacities-for-peace", "Uzbekistan"),
    ("trainings/role-of-youth-in-preventing-extremism", "84"),
    ("trainings/eu-aid-volunteers-capacity-building", "2018"),
    ("trainings/women-tsunami-leadership-since-2016", "317 participants"),
    ("trainings/asean-youth-volunteers-2017", "39"),  # 50 less 11
    ("trainings/asean-youth-volunteers-2017", "8 participants"),
    ("reports/asean-youth-learn-from-one-another", "197"),  # 97 and 50 and 50
    ("trainings/training-of-trainers-dushanbe", "2016"),
]


@pytest.mark.parametrize(("address", "words"), NOT_SAID)
def test_what_the_report_does_not_say_is_not_on_the_page(read, address, words):
    # Only the part about the training itself: lists of other pages stand below.
    page = re.split(r"In the same series|More reports", read(address))[0]
    assert page
    assert not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", page)


def test_the_figures_of_one_training_stand_in_one_order_and_are_not_added_up(read):
    words = read("trainings/rca-phv-final-workshop")
    parts = [words.index(f"{part} of 88") for part in ("members", "disseminators", "instructors")]
    assert parts == sorted(parts)
    assert "176" not in words


def test_a_headline_that_is_not_known_is_the_title_of_the_first_training(read):
    digest = read("trainings/role-of-youth-in-preventing-extremism")
    assert "Reported in: The role of youth in preventing violent extremism" in digest


def test_a_country_that_no_report_names_has_no_page(read, client):
    assert client.get("/en/countries/uz/").status_code == 200
    assert client.get("/en/countries/br/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Trapsoba", "Achille Trapsoba"),
        ("bangkok", ""),
        ("Tsunami", "Women's Leadership in Tsunami-based"),
        ("Voluntariado", "Foro Técnico Regional"),
        ("CONFEJES", "CONFEJES"),
        ("Inamova", "Inamova"),
    ],
)
def test_the_search_finds_them(read, client, asked, found):
    response = client.get("/en/search/", {"q": asked})
    shown = re.sub("</?mark>", "", response.content.decode())
    assert found in shown.replace("&#x27;", "'")
