"""The filters of the list of trainings: links that say how many trainings they lead to."""

import pytest

from tests.factories import make_place, make_series, make_training
from tests.pages.page import words

LIST = "/en/trainings/"
MIXED = ["", "?country=kz&year=2024", "?goal=6&state=held&q=w"]


@pytest.fixture
def several(db):
    """Six trainings that share countries, years, goals and ways in several mixtures."""
    school = make_series("Water school")
    for number in range(6):
        training = make_training(
            f"{'Wells' if number % 2 else 'Roads'} {number}",
            date_precision="year",
            year=2023 + number % 3,
            lifecycle="held" if number % 3 else "open",
            mode="online" if number % 2 else "",
            series=school if number < 2 else None,
            sdg_framework="goals" if number < 4 else "all",
            sdg_goals=["6", "13"][: 1 + number % 2] if number < 4 else [],
        )
        make_place(training, ["KZ", "KG"][number % 2])
    make_place(make_training("Everywhere"), "KZ")


def offered(page, title: str) -> dict[str, str]:
    """The options of a filter with their numbers."""
    for one in page.all(".//nav//details"):
        if words(one.find("summary")).startswith(title):
            return dict(words(line).rsplit(" ", 1) for line in one.iter("li"))
    return {}


def every_filter(page) -> dict[str, int]:
    """Where each link of the filters leads, with the number it promises."""
    links = page.all('.//nav[@aria-label="Filter the trainings"]//a')
    return {one.get("href"): int(words(one).rsplit(" ", 1)[1]) for one in links}


def found(page) -> int:
    return int(page.line('.//p[@class="found"]').split()[0])


@pytest.mark.parametrize("asked", MIXED)
def test_a_link_leads_to_as_many_trainings_as_it_says(read, several, asked):
    promised = every_filter(read(LIST + asked))
    assert len(promised) > 5
    assert 0 not in promised.values()
    assert {link: found(read(link)) for link in promised} == promised


def test_the_filters_offer_what_is_on_record_in_the_order_readers_expect(read, several):
    make_place(make_training("Hidden", published=False), "UZ")
    page = read(LIST)
    assert offered(page, "Held in") == {"Kazakhstan": "4", "Kyrgyzstan": "3"}
    assert list(offered(page, "Year")) == ["2025", "2024", "2023", "Not stated"]
    assert offered(page, "Series") == {"Water school": "2"}
    assert list(offered(page, "Goal").values()) == ["2", "4", "2"]
    assert offered(page, "How") == {"Online": "3"}


def test_a_filter_keeps_the_others_and_can_be_taken_away(read, several):
    page = read(f"{LIST}?country=kz&year=2024&q=roads")
    assert page.links('.//ul[@class="picked"]') == {
        "Remove: Held in: Kazakhstan": f"{LIST}?year=2024&q=roads",
        "Remove: Year: 2024": f"{LIST}?country=kz&q=roads",
        "Remove: “roads”": f"{LIST}?country=kz&year=2024",
        "Show all": LIST,
    }


def test_words_are_looked_for_among_what_was_chosen(read, several):
    (form,) = read(f"{LIST}?country=kz&year=2024").all('.//main//form[@role="search"]')
    kept = {one.get("name"): one.get("value") for one in form.iter("input")}
    assert kept == {"country": "kz", "year": "2024", "q": ""}


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("", LIST),
        ("?country=KZ&series=&page=1", f"{LIST}?country=kz"),
        ("?year=abc&goal=99&mode=online", f"{LIST}?mode=online"),
    ],
)
def test_a_list_with_one_filter_has_one_address(read, several, asked, address):
    assert read(LIST + asked).canonical == f"http://127.0.0.1:8000{address}"


@pytest.mark.parametrize("asked", ["?country=kz&year=2024", "?q=wells", "?q=wells&state=held"])
def test_mixtures_are_not_for_search_engines(read, several, asked):
    page = read(LIST + asked)
    assert page.meta("robots") == "noindex"
    assert page.all('.//link[@rel="canonical"]') == []


def test_the_pages_of_a_filtered_list_stay_filtered(read, db):
    for number in range(30):
        make_training(f"Wells {number}", mode="online")
    page = read(f"{LIST}?mode=online&page=2")
    assert len(page.lines(".//main//h3")) == 6
    assert page.canonical.endswith("?mode=online&page=2")
    assert page.links()["Earlier page"] == "?mode=online&page=1"


@pytest.mark.parametrize("value", ["kz\0", "<b>", "x" * 10_000, "²", "-1", "kz&country=kg"])
def test_nothing_in_a_filter_breaks_the_list(read, several, value):
    names = ("state", "country", "year", "series", "goal", "mode", "page")
    asked = "&".join(f"{name}={value}" for name in names)
    assert read(f"{LIST}?{asked}").heading == "Trainings"


def test_a_mixture_typed_by_hand_that_fits_nothing_says_what_to_do_next(read, several):
    page = read(f"{LIST}?country=kg&series=water-school&year=2025")
    assert page.line('.//p[@class="empty"]').startswith("No training fits.")
    assert every_filter(page)[f"{LIST}?country=kg&series=water-school"] == 1
