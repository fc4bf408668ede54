"""The countries on record and the page of one."""

import pytest

from tests.factories import (
    make_appearance,
    make_country,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_training,
)


def test_an_empty_list_says_so(read):
    page = read("/en/countries/")
    assert page.line('.//p[@class="empty"]') == "No country is on record yet."


def test_the_table_counts_trainings_and_never_people(read):
    first, second = make_training(), make_training()
    make_place(first, "KZ", city="Almaty")
    make_place(first, "KZ", city="Taraz")
    make_group(first, count=45, countries=[("KZ", "", 30), ("TJ", "", 15)])
    make_group(second, count=10, countries=["TJ"])
    make_group(second, "women", count=5, countries=["TJ"])
    make_appearance(second, country="MN")
    make_appearance(second, country="TJ")
    make_appearance(second, country="KZ", public=False)
    page = read("/en/countries/")
    assert page.lines('.//table[@class="plain"]/tbody/tr') == [
        "Kazakhstan 1 1",
        "Mongolia 0 1",
        "Tajikistan 0 2",
    ]
    assert "Counted in trainings, not in people." in page.text


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Kazakhstan", "Kyrgyzstan", "Republic of Korea"]),
        ("ru", ["Казахстан", "Кыргызстан", "Республика Корея"]),
    ],
)
def test_countries_are_sorted_as_the_reader_sorts_them(read, language, names):
    training = make_training()
    for code in ("KR", "KG", "KZ"):
        make_place(training, code)
    assert list(read(f"/{language}/countries/").links()) == names


def test_a_country_page_shows_what_was_held_and_who_came(read):
    training = make_training("Springs", slug="springs")
    make_place(training, "KG", city="Osh")
    make_group(training, "drivers", relation="from", countries=[("KG", "Kirghizia", 3)])
    make_appearance(training, make_person("Karimov"), title="head", country="KG")
    union = make_organisation("Springs union", country="KG")
    make_organisation_role(training, union)
    make_fact(union, value=12, wording="springs looked after", country="KG")
    page = read("/en/countries/kg/")
    assert page.heading == "Kyrgyzstan"
    assert "Springs Dates not stated Osh, Kyrgyzstan" in page.section("held")
    assert "drivers · from here How many: 3 · published as “Kirghizia”" in page.section("from")
    assert "12 springs looked after" in page.section("facts")
    assert "Karimov head" in page.section("people")
    assert page.section("organisations") == "Organisations Springs union"


def test_a_country_where_nothing_was_held_says_so(read):
    make_group(make_training(), countries=["FI"])
    said = read("/en/countries/fi/").section("held")
    assert said == "Held here No training on record was held here."


def test_a_footnote_stands_on_the_page(read):
    make_place(make_training(), "KZ")
    country = make_country("KZ")
    type(country).objects.filter(pk="KZ").update(footnote={"en": "Named so since 1991."})
    assert "Named so since 1991." in read("/en/countries/kz/").text


def test_a_code_in_capitals_leads_to_the_one_address(client, db):
    make_place(make_training(), "KZ")
    answer = client.get("/en/countries/KZ/")
    assert (answer.status_code, answer.url) == (301, "/en/countries/kz/")


@pytest.mark.parametrize("code", ["xx", "uz", "kazakhstan"])
def test_a_country_that_is_not_on_record_has_no_page(client, db, code):
    assert client.get(f"/en/countries/{code}/").status_code == 404


def test_the_page_of_a_country_leads_to_the_reports_on_what_was_held_there(read):
    training = make_training("Springs")
    make_place(training, "KG")
    make_report(training, headline="On the springs")
    make_report(make_training(), headline="On another")
    said = read("/en/countries/kg/").section("reports")
    assert said == "Reports about what was held here On the springs"
