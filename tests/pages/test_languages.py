"""The door, the language switch, and what the head says about languages."""

import pytest

from tests.factories import make_report, make_report_text, make_training

SITE = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("ru-KZ,ru;q=0.9,en;q=0.8", "ru"),
        ("en-GB", "en"),
        ("kk", "ru"),
        ("ky-KG", "ru"),
        ("tg", "ru"),
        ("uz-Cyrl-UZ", "ru"),
        ("de", "en"),
        ("de,ru;q=0.5", "ru"),
        ("*", "en"),
        ("!!;;,,q=zz", "en"),
        ("ru-" * 2000, "en"),
    ],
)
def test_the_door_leads_to_the_language_of_the_reader(client, asked, given):
    answer = client.get("/", headers={"accept-language": asked})
    assert (answer.status_code, answer.url) == (302, f"/{given}/")
    assert answer.headers["Vary"] == "Accept-Language"


def test_an_address_says_its_language_whatever_the_browser_asks_for(read):
    assert read("/en/", headers={"accept-language": "ru"}).root.get("lang") == "en"
    assert read("/ru/").root.get("lang") == "ru"


def test_the_switch_is_plain_links_to_the_same_page(read):
    make_training(slug="springs")
    page = read("/en/trainings/springs/")
    assert page.links('.//nav[@class="langs"]') == {
        "EN": "/en/trainings/springs/",
        "RU": "/ru/trainings/springs/",
    }
    assert page.lines('.//nav[@class="langs"]//a[@aria-current]') == ["EN"]


def test_the_switch_keeps_what_was_asked_for(read):
    page = read("/en/trainings/?year=2024&q=a%26b")
    assert page.links('.//nav[@class="langs"]')["RU"] == "/ru/trainings/?year=2024&q=a%26b"


def test_a_page_exists_in_the_languages_of_the_interface(read):
    page = read("/ru/trainings/?year=2024")
    assert page.canonical == f"{SITE}/ru/trainings/"
    assert page.alternates == {
        "en": f"{SITE}/en/trainings/",
        "ru": f"{SITE}/ru/trainings/",
        "x-default": f"{SITE}/en/trainings/",
    }


def test_a_report_exists_in_a_further_language_where_it_has_a_text(read):
    report = make_report(slug="told")
    make_report_text(report, "kk", headline="Айтылды")
    make_report_text(report, "uz", published=False)
    page = read("/kk/reports/told/")
    assert set(page.alternates) == {"en", "ru", "kk", "x-default"}
    assert page.canonical == f"{SITE}/kk/reports/told/"
    assert page.links('.//nav[@class="langs"]')["KK"] == "/kk/reports/told/"


def test_a_page_in_a_language_without_an_interface_is_no_page_of_its_own(read):
    make_report(slug="told")
    for address in ("/kk/trainings/", "/uz/reports/told/"):
        page = read(address)
        assert set(page.alternates) == {"en", "ru", "x-default"}
        assert page.canonical == f"{SITE}/ru/{address.split('/', 2)[2]}"


def test_dates_and_countries_are_said_in_the_language_of_the_page(read, story):
    page = read("/ru/countries/")
    assert {"Казахстан", "Кыргызстан", "Республика Корея"} <= set(page.links())


@pytest.mark.parametrize("code", ["kk", "ky", "tg", "uz"])
def test_pages_open_in_the_languages_to_come(read, story, code):
    for address in ("", "trainings/", "countries/kr/", "people/vera-kim/"):
        assert read(f"/{code}/{address}").root.get("lang") == code
