"""Passing a report on: a letter, a link and words, and the device's own way where it has one."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.factories import make_report, make_report_text, make_training

PAGE = "/en/reports/springs/"


@pytest.fixture
def springs(db):
    lead = "They walked & counted."
    return make_report(make_training("Springs"), slug="springs", headline="100% water", lead=lead)


def links(page) -> dict[str, str]:
    return page.links('.//section[@aria-labelledby="share"]')


def test_a_letter_holds_the_words_and_the_address(springs, read):
    page = read(PAGE)
    letter = parse_qs(urlsplit(links(page)["Send by mail"]).query)
    assert letter["subject"] == ["100% water"]
    words = ["100% water", "They walked & counted.", "", page.canonical]
    assert letter["body"] == ["\r\n".join(words)]


def test_a_report_without_words_shares_its_address_alone(db, read):
    make_report(make_training("Springs"), slug="springs", headline="")
    page = read(PAGE)
    assert links(page)["Link to this report"] == page.canonical
    assert (
        links(page)["Send by mail"]
        == f"mailto:?subject=Springs&body={quote(page.canonical, safe='')}"
    )
    assert "Words to share" not in links(page)


def test_the_words_stand_in_the_press_kit(springs, read):
    make_report_text(springs, "ru", headline="Родники")
    page, place = list(links(read("/ru/reports/springs/")).values())[-1].split("#")
    assert [one.get("lang") for one in read(page).all(f'.//p[@id="{place}"]')] == ["ru"]
