"""The page of a series."""

from tests.factories import (
    make_appearance,
    make_fact,
    make_organisation,
    make_organisation_role,
    make_person,
    make_report,
    make_series,
    make_training,
)

SCHOOL = "/en/series/water-school/"


def test_a_series_of_one_bare_training_has_a_whole_page(read, db):
    make_training("Springs", series=make_series("Water school"))
    page = read(SCHOOL)
    assert page.heading == "Water school"
    assert page.headings == ["The trainings"]
    assert "1 training on record" in page.text


def test_the_newest_training_stands_first_with_its_edition_as_reported(read, db):
    series = make_series("Water school")
    for year, said in ((2021, "second"), (2019, "first")):
        when = {"date_precision": "year", "year": year}
        make_training(f"Springs {year}", series=series, edition_wording=said, **when)
    make_training("A draft", series=series, published=False)
    page = read(SCHOOL)
    assert page.lines(".//main//h3") == ["Springs 2021", "Springs 2019"]
    assert "2 trainings on record 2019–2021" in page.text
    assert "As reported: “first”" in page.text
    assert "A draft" not in page.text


def test_all_that_belongs_to_its_trainings_is_named_once(read, db):
    series = make_series("Water school", description="Looks after *springs*.")
    union = make_organisation("Springs union")
    person = make_person("Aigul Saparova")
    for number in range(2):
        training = make_training(f"Springs {number}", series=series)
        make_organisation_role(training, union)
        make_appearance(training, person, title="head")
        make_report(training, headline=f"Report {number}")
    make_appearance(training, make_person("Hidden"), public=False)
    make_fact(series=series, value=12, wording="springs")
    page = read(SCHOOL)
    assert page.lines(".//main//em") == ["springs"]
    assert page.section("behind") == "Who stands behind it Organiser Springs union"
    assert page.section("people") == "People Aigul Saparova head"
    assert page.section("facts").startswith("In figures and years 12 springs")
    assert "Report 0" in page.section("reports")


def test_a_long_series_is_shown_page_by_page(read, db):
    series = make_series("Water school")
    for number in range(25):
        make_training(f"Springs {number}", series=series)
    assert len(read(f"{SCHOOL}?page=2").lines(".//main//h3")) == 1


def test_a_series_without_a_published_training_has_no_page(client, db):
    make_training(series=make_series("Water school"), published=False)
    assert client.get(SCHOOL).status_code == 404
    assert client.get("/en/series/nothing/").status_code == 404
