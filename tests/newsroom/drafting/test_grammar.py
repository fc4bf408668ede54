"""English as a newspaper prints it: articles, lists, one stop a sentence, words up to a hundred."""

import datetime as dt

import pytest

from tests import factories as make
from trainings.drafting import compose
from trainings.drafting.en import grammar
from trainings.drafting.ru import grammar as russian


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("UN Volunteers Programme", "the UN Volunteers Programme"),
        ("Ministry on Religious Affairs", "the Ministry on Religious Affairs"),
        ("UNITAR Hiroshima Office", "the UNITAR Hiroshima Office"),
        ("Red Cross Training Centre Solferino", "the Red Cross Training Centre Solferino"),
        ("The Asia Foundation", "The Asia Foundation"),
        ("UNDP Kazakhstan", "UNDP Kazakhstan"),
        ("Centre Pompidou", "Centre Pompidou"),
        ("CONFEJES", "CONFEJES"),
        ("", ""),
    ],
)
def test_names_have_their_article(name, inside):
    assert grammar.named(name) == inside


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Republic of Korea", "the Republic of Korea"),
        ("Netherlands", "the Netherlands"),
        ("United States", "the United States"),
        ("Solomon Islands", "the Solomon Islands"),
        ("Dominican Republic", "the Dominican Republic"),
        ("South Georgia and South Sandwich Islands", "South Georgia and South Sandwich Islands"),
        ("Norfolk Island", "Norfolk Island"),
        ("Kazakhstan", "Kazakhstan"),
    ],
)
def test_countries_have_their_article(name, inside):
    assert grammar.country(name) == inside


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (0, "zero"),
        (1, "one"),
        (45, "forty-five"),
        (100, "one hundred"),
        (101, "101"),
        (6000, "6,000"),
    ],
)
def test_numbers_are_words_up_to_a_hundred(count, written):
    assert grammar.number(count) == written


@pytest.mark.parametrize(
    ("items", "phrase"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, of X", "B"], "A, of X and B"),
        (["A, of X", "B", "C"], "A, of X; B; and C"),
    ],
)
def test_lists_have_no_comma_before_their_and(items, phrase):
    assert grammar.listed(items) == phrase


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("it was so", "It was so."),
        ("was it?", "Was it?"),
        ("he said “stop.”", "He said “stop.”"),
        ("published as “last week”", "Published as “last week”."),
        ("so (as said)", "So (as said)."),
        ("UNDP came", "UNDP came."),
    ],
)
def test_a_sentence_has_a_capital_and_one_stop(words, whole):
    assert grammar.sentence(words) == whole


@pytest.mark.parametrize(
    ("typed", "inside"),
    [
        ("Regional workshop", "regional workshop"),
        ("UN Volunteers", "UN Volunteers"),
        ("Central Asian forum", "Central Asian forum"),
        ("Asian forum", "Asian forum"),
        ("", ""),
    ],
)
def test_a_capital_stays_where_it_belongs_to_a_name(typed, inside):
    assert grammar.uncapital(typed) == inside


def test_a_russian_sentence_ends_with_one_stop():
    assert russian.sentence("даты: 2–5 июля 2018 г.") == "Даты: 2–5 июля 2018 г."
    assert russian.labelled(("партнёр", "партнёры"), ["А", "Б"]) == "Партнёры: А и Б."


def on(first: str, last: str | None) -> dict:
    days = {"start_date": dt.date.fromisoformat(first)}
    return {"date_precision": "days", **days, "end_date": last and dt.date.fromisoformat(last)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "english", "russian"),
    [
        (on("2023-04-04", "2023-04-04"), " on 4 April 2023.", "Дата: 4 апреля 2023 г."),
        (on("2018-07-02", "2018-07-05"), " on 2–5 July 2018.", "Даты: 2–5 июля 2018 г."),
        (
            on("2018-12-30", "2019-01-04"),
            " from 30 December 2018 to 4 January 2019.",
            "Даты: 30 декабря 2018 г. – 4 января 2019 г.",
        ),
        (
            on("2012-11-26", None),
            ", beginning on 26 November 2012.",
            "Даты: 26 ноября 2012 г. (последний день не указан).",
        ),
        (
            {"date_precision": "list", "days": ["2023-04-04", "2023-04-11"]},
            " on 4 and 11 April 2023.",
            "Даты: 4 и 11 апреля 2023 г.",
        ),
        (
            {"date_precision": "no_year", "month": 11, "day": 11, "end_day": 12},
            " on 11–12 November.",
            "Даты: 11–12 ноября.",
        ),
        (
            {"date_precision": "month", "year": 2019, "month": 1, "end_month": 3},
            " from January to March 2019.",
            "Даты: январь – март 2019 г.",
        ),
        (
            {"date_precision": "season", "season": "spring", "year": 2019},
            " in spring 2019.",
            "Даты: весна 2019 г.",
        ),
        ({"date_precision": "year", "year": 2013}, " in 2013.", "Даты: 2013 г."),
        (
            {"date_precision": "year", "year": 2016, "end_year": 2019},
            " in 2016–2019.",
            "Даты: 2016–2019 гг.",
        ),
        ({"date_precision": "unknown"}, " was held.", ""),
    ],
)
def test_dates_are_told_as_exactly_as_they_are_known(dates, english, russian):
    training = make.make_training("First steps", **dates)
    make.make_point(training)  # so that the lead stands alone
    assert compose([training], "en").lead_text.endswith(english)
    assert compose([training], "ru").lead_text.removesuffix(russian).endswith(("». ", "»."))


@pytest.mark.django_db
def test_a_single_one_is_told_as_one():
    training = make.make_training("First steps", days_stated=1, guest_list_is_partial=False)
    make.make_appearance(training, title="expert")
    make.make_group(training, "experts", count=1, countries=["KR"], countries_count=1)
    make.make_point(training, "to begin")
    words = " ".join(piece.body for piece in compose([training], "en").pieces)
    assert "The source speaks of one day." in words
    assert "Its aim: to begin." in words
    assert "Experts: 1. The country named is the Republic of Korea. The source counts one" in words
    assert "The invited guest was Aigul Example, expert." in words
