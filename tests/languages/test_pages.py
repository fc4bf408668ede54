"""Nothing of the interface is left in English on the Russian pages."""

import re
from collections import Counter

import pytest
from django.http import HttpRequest
from django.utils import translation

from tests.factories import make_training
from tests.languages.reading import in_english, latin, links_of, parsed, phrases, phrases_of
from tests.languages.record import make_record
from trainings.views import errors


@pytest.fixture
def crawl(client, db):
    """A function reading every page that can be reached under an address, in Russian."""

    def crawl(first: str, under: str, alike: int = 50) -> dict[str, list[str]]:
        """The phrases of each page; of addresses that differ in a key alone, the first `alike`."""
        waiting, seen, shapes = [first], {}, Counter()
        while waiting:
            address = waiting.pop(0)
            shape = re.sub(r"/(\d+|[A-Z]{2})/|=.*", "", address)
            shapes[shape] += 1
            if shapes[shape] > alike:
                continue
            answer = client.get(address, headers={"accept-language": "ru"})
            if answer.status_code != 200 or "html" not in answer["Content-Type"]:
                seen[address] = []
                continue
            root = parsed(answer.content.decode())
            seen[address] = phrases_of(root, "ru")
            waiting += sorted(links_of(root, under) - {*seen, *waiting})
        return seen

    return crawl


def test_english_words_on_a_page_would_be_found(client, db, english):
    told = phrases(client.get("/en/").content.decode(), "en")
    assert {
        "Trainings",
        "No training is on record yet. Organizers add the first one at the desk.",
    } <= {*in_english(told, english)}


def test_no_public_page_says_a_word_of_english(crawl, english):
    make_record()
    pages = crawl("/ru/", "/ru/")
    told = [phrase for page in pages.values() for phrase in page]
    assert {address.split("/")[2] for address in pages} == {
        *("", "trainings", "reports", "people", "organisations"),
        *("series", "countries", "figures", "search", "feeds", "calendar.ics", "me"),
    }
    assert in_english(told, english) == []
    assert latin(told) == set()


@pytest.mark.parametrize(
    "path",
    [
        *("", "trainings/", "reports/", "people/", "organisations/"),
        *("countries/", "figures/", "search/"),
    ],
)
def test_empty_lists_say_so_in_russian(client, db, path):
    for asked in ("", "?q=Ъ"):
        told = phrases(client.get(f"/ru/{path}{asked}").content.decode(), "ru")
        assert latin(told) == set()


@pytest.mark.parametrize(
    "name", ["bad_request", "no_access", "not_found", "csrf_failure", "server_error"]
)
def test_pages_of_what_went_wrong_are_in_russian(name):
    request = HttpRequest()
    request.path = "/ru/people/"
    with translation.override("ru"):
        source = getattr(errors, name)(request).content.decode()
    assert latin(phrases(source, "ru")) == set()


def found_line(client) -> str:
    told = phrases(client.get("/ru/trainings/").content.decode(), "ru")
    return next(phrase for phrase in told if re.fullmatch(r"\d+ трен\w+", phrase))


def test_trainings_are_counted_as_russian_counts(client, db):
    said = []
    for number in range(1, 22):
        make_training(f"Тренинг {number}")
        if number in (1, 2, 5, 11, 21):
            said.append(found_line(client))
    assert said == ["1 тренинг", "2 тренинга", "5 тренингов", "11 тренингов", "21 тренинг"]


def test_the_desk_says_no_english_sentence(organizer_client, crawl, english):
    make_record()
    pages = crawl("/admin/", "/admin/", alike=3)
    told = [phrase for page in pages.values() for phrase in page]
    assert {address.split("/")[3] for address in pages if address.count("/") > 3} >= {
        *("training", "report", "person", "organisation", "series", "session", "fact", "user")
    }
    assert in_english(told, english) == []


def test_the_sign_in_of_the_desk_is_in_russian(client, db):
    data = {"username": "nobody@example.org", "password": "wrong"}
    answer = client.post("/admin/login/", data, headers={"accept-language": "ru"})
    told = phrases(answer.content.decode(), "ru")
    assert "Вход в кабинет" in told
    assert latin(told) == set()
