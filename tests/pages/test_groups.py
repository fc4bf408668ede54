"""Who took part, as reported, on the page of a training."""

import pytest

from tests.factories import (
    make_block,
    make_group,
    make_place,
    make_report,
    make_session,
    make_training,
)


@pytest.fixture
def training(db):
    return make_training("Bare", slug="bare")


def test_counts_by_country_are_a_table_the_largest_first(read, training):
    make_group(
        training,
        "participants",
        is_total=True,
        count=44,
        countries=[("KZ", "", 3), ("UZ", "", 33), ("AZ", "", None), ("KG", "Kyrgyz Republic", 2)],
    )
    page = read("/en/trainings/bare/")
    assert page.lines('.//table[@class="bars"]/tbody/tr') == [
        "Uzbekistan 33 33",
        "Kazakhstan 3 3",
        "Kyrgyzstan published as “Kyrgyz Republic” 2 2",
        "Azerbaijan not stated",
    ]
    assert "38" not in page.section("who")


def test_a_count_of_nought_is_a_count(read, training):
    make_group(training, "people from abroad", count=0)
    assert "0 people from abroad" in read("/en/trainings/bare/").section("who")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "nearly 430 applications for a place"), ("ru", "почти 430 заявок на участие")],
)
def test_what_was_counted_is_said_once(read, training, language, said):
    capacity = {"en": "applications for a place", "ru": "заявок на участие"}
    make_group(training, capacity, count=430, qualifier="nearly", unit="applications")
    page = read(f"/{language}/trainings/bare/")
    assert page.lines('.//div[@class="group"]') == [said]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"count": 20, "qualifier": "more_than"}, "more than 20 participants"),
        ({"count": 1091, "qualifier": "about"}, "about 1,091 participants"),
        ({"count": 7, "unit": "organisations"}, "7 participants Counted: organisations"),
        ({"count": 12, "sex": "female"}, "12 participants women"),
        ({"count": 9, "age_from": 18, "age_to": 29}, "9 participants Age: 18–29"),
        ({"count": 9, "countries_count": 5}, "9 participants 5 countries, as stated"),
        ({"count": 9, "region": "Central Asia"}, "9 participants Central Asia"),
        ({"count": 9, "mode": "online"}, "9 participants online"),
        ({}, "participants How many is not stated."),
    ],
)
def test_a_group_says_what_was_reported_of_it(read, training, values, said):
    make_group(training, **values)
    assert read("/en/trainings/bare/").section("who").startswith(f"Who took part {said}")


def test_a_group_says_at_which_place_and_in_which_session(read, training):
    place = make_place(training, "KZ", city="Taraz")
    make_group(training, count=9, place=place, session=make_session(training, "Week one"))
    said = read("/en/trainings/bare/").section("who")
    assert "9 participants Taraz, Kazakhstan · Week one" in said


def test_a_part_says_of_how_many_it_is(read, training):
    total = make_group(training, is_total=True, count=45)
    make_group(training, "women", count=20, subset_of=total)
    assert "Among them 20 women of 45" in read("/en/trainings/bare/").section("who")


@pytest.mark.parametrize(
    ("name", "sex", "said"),
    [
        ({"en": "women", "ru": "женщин"}, "female", "20 женщин"),
        ({"en": "mentors", "ru": "наставников"}, "male", "20 наставников мужчины"),
    ],
)
def test_women_are_not_said_to_be_women(read, training, name, sex, said):
    make_group(training, name, count=20, sex=sex)
    assert read("/ru/trainings/bare/").lines('.//div[@class="group"]') == [said]


def test_mentors_may_be_men(read, training):
    make_group(training, "mentors", count=20, sex="male")
    assert read("/en/trainings/bare/").lines('.//div[@class="group"]') == ["20 mentors men"]


def test_sources_that_differ_stand_side_by_side(read, training):
    report = make_report(training, headline="The other paper")
    make_group(training, is_total=True, count=45)
    make_group(training, is_total=True, count=50, reported_in=report)
    said = read("/en/trainings/bare/").section("who")
    assert "45 participants 50 participants Reported in: The other paper" in said


def test_a_report_does_not_name_itself_as_the_source_of_its_figures(read, training):
    report = make_report(training, slug="own", headline="The paper")
    other = make_report(training, headline="The other paper")
    make_group(training, is_total=True, count=45, reported_in=report)
    make_group(training, "guests", count=5, reported_in=other)
    make_block(report.texts.get(), kind="figures")
    page = read("/en/reports/own/")
    assert page.lines('.//div[@class="groups"]//a') == ["The other paper"]
