"""A draft about several trainings: one lead for what they have in common, the rest in the text."""

import datetime as dt

import pytest

from tests import factories as make
from tests.newsroom.drafting import reading
from trainings.drafting import compose
from trainings.drafting.en import grammar
from trainings.services.draft import draft

pytestmark = pytest.mark.django_db


def held(title, country="KZ", begins=2019, organiser=None, **values):
    """A training of three days in June of the year `begins`, unless `values` say when."""
    days = {"start_date": dt.date(begins, 6, 1), "end_date": dt.date(begins, 6, 3)}
    if "date_precision" not in values:
        values |= {"date_precision": "days", **days}
    training = make.make_training(title, **values)
    if country:
        make.make_place(training, country)
    make.make_organisation_role(training, organiser or make.make_organisation(f"Hosts of {title}"))
    return training


def leads(*trainings) -> tuple[str, str]:
    return tuple(compose(trainings, language).lead_text for language in ("en", "ru"))


@pytest.fixture
def friends(db):
    return make.make_organisation("Trail Friends")


def test_trainings_of_a_series_and_one_organiser_are_told_in_one_sentence(friends):
    series = make.make_series("Lake School")
    three = [
        held("By the lake", "KG", 2019, friends, series=series, kind="summer school"),
        held("From home", None, 2021, friends, series=series, mode="online"),
        held("Above", "KZ", 2023, friends, series=series),
    ]
    assert leads(*three) == (
        (
            "Trail Friends held trainings of the series “Lake School” in Kyrgyzstan and "
            "Kazakhstan, and online, in 2019, 2021 and 2023."
        ),
        (
            "Состоялись мероприятия одной серии: Lake School. Организатор: Trail Friends; "
            "страны: Кыргызстан и Казахстан (также онлайн); годы: 2019, 2021 и 2023."
        ),
    )
    pieces = compose(three, "en").pieces
    assert [(one.heading, one.body.split("\n")[0]) for one in pieces] == [
        ("By the lake", "This summer school was held in Kyrgyzstan on 1–3 June 2019."),
        ("From home", "This training was held online on 1–3 June 2021."),
        ("Above", "This training was held in Kazakhstan on 1–3 June 2023."),
    ]


def test_two_of_one_kind_are_named_with_the_organisers_of_both():
    two = [held(name, kind="workshop") for name in ("First", "Second")]
    english, russian = leads(*two)
    assert english == (
        "The workshops “First” and “Second” were held in Kazakhstan on 1–3 June 2019. "
        "The organisers were Hosts of First and Hosts of Second."
    )
    assert russian == (
        "Состоялись мероприятия «First» и «Second». Организаторы: Hosts of First и Hosts of "
        "Second; страна: Казахстан; даты: 1–3 июня 2019 г."
    )
    assert "Hosts of Second held this workshop in Kazakhstan" in compose(two, "en").pieces[1].body


def test_four_without_a_series_are_named_in_the_text_alone(friends):
    four = [held(f"Nr. {n}", "UZ", 2019 + n, friends) for n in range(4)]
    for language, headline, lead in (
        ("en", "Trainings in Uzbekistan", "Trail Friends held trainings in Uzbekistan in 2019, "),
        ("ru", "Узбекистан: тренинги", "Состоялись тренинги; страна: Узбекистан; годы: 2019, "),
    ):
        drafted = compose(four, language)
        assert drafted.headline.text == headline
        assert drafted.lead_text.startswith(lead)
        assert [piece.heading for piece in drafted.pieces] == ["Nr. 0", "Nr. 1", "Nr. 2", "Nr. 3"]


@pytest.mark.parametrize(
    ("unknown", "english", "russian"),
    [
        ({"country": None}, "in 2019 and 2020", "годы: 2019 и 2020"),
        ({"date_precision": "unknown"}, "in Kazakhstan", "страна: Казахстан"),
        (
            {"date_precision": "year", "year": 2016, "end_year": 2019},
            "in Kazakhstan",
            "страна: Казахстан",
        ),
    ],
)
def test_what_is_not_known_of_each_is_said_of_none(friends, unknown, english, russian):
    given = {"begins": 2020, "organiser": friends, **unknown}
    told = leads(held("First", organiser=friends), held("Second", **given))
    assert told == (
        f"Trail Friends held the trainings “First” and “Second” {english}.",
        f"Состоялись тренинги «First» и «Second». Организатор: Trail Friends; {russian}.",
    )


def test_where_one_has_no_organiser_none_is_named(friends):
    first, second = held("First", organiser=friends), held("Second")
    second.organisation_roles.all().delete()
    assert "Trail Friends" not in " ".join(leads(first, second))
    assert "Trail Friends held this training" in compose([first, second], "en").pieces[0].body


def test_one_that_is_still_to_come_is_told_by_itself(friends):
    over = [held(name, organiser=friends) for name in ("First", "Second")]
    coming = held("Third", "UZ", 2031, friends, lifecycle="planned")
    english, russian = leads(*over, coming)
    assert english.endswith(
        "on 1–3 June 2019. Trail Friends will hold the training “Third” in Uzbekistan "
        "on 1–3 June 2031."
    )
    assert "Готовится тренинг «Third». Организатор: Trail Friends." in russian


@pytest.mark.parametrize("number", [2, 3, 5])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_each_sentence_and_number_is_from_the_record(friends, language, number):
    several = [
        held(f"Nr. {n}", "KZ" if n % 2 else None, 2019 + n, friends, mode="online")
        for n in range(number)
    ]
    make.make_point(several[0])
    report = make.make_report(several, published=False, headline="")
    text = draft(report, language, make.make_account())
    said = reading.sentences(text)
    assert [one["sentence"] for place, one in said if one["sentence"] not in place] == []
    assert reading.not_from_the_record(text) == ""
    written = reading.numbers_written(reading.all_words(text))
    assert written <= reading.numbers_on_record(*several)


def test_a_quote_stands_with_the_training_at_which_it_was_said(friends):
    first, second = held("First", organiser=friends), held("Second", organiser=friends)
    quote = make.make_quote(second)
    shown = [(piece.heading, piece.quote) for piece in compose([first, second], "en").pieces]
    assert shown == [("First", None), ("Second", None), ("", quote)]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("regional workshop", "regional workshops"),
        ("academy", "academies"),
        ("survey", "surveys"),
        ("class", "classes"),
        ("courses", "courses"),
        ("training in stages", ""),
        ("series", ""),
        ("“school”", ""),
        ("", ""),
    ],
)
def test_a_kind_has_a_plural_where_that_is_plain(one, several):
    assert grammar.plural(one) == several
