"""The organisations on record and the page of one."""

from tests.factories import (
    make_appearance,
    make_fact,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_quote,
    make_report,
    make_training,
)


def test_an_empty_list_says_so(read):
    page = read("/en/organisations/")
    assert page.line('.//p[@class="empty"]') == "No organisation is on record yet."


def test_a_row_says_acronym_and_country(read):
    union = make_organisation("Springs union", acronym="SPR", country="KG")
    make_organisation_role(make_training(), union)
    page = read("/en/organisations/")
    assert page.lines('.//ul[@class="rows pairs"]/li') == ["Springs union SPR Kyrgyzstan"]
    assert page.links()["Springs union"] == "/en/organisations/springs-union/"


def test_one_is_found_by_name_in_any_script_and_by_acronym(read):
    make_organisation_role(make_training(), make_organisation("Springs union", acronym="SPR"))
    for typed in ("spr", "СПРИНГС", "union"):
        assert "Springs union" in read(f"/en/organisations/?q={typed}").text


def test_an_organisation_of_which_only_the_name_is_known_has_a_whole_page(read):
    make_organisation_role(make_training("Wells"), make_organisation("Springs union"))
    page = read("/en/organisations/springs-union/")
    assert page.heading == "Springs union"
    assert page.section("behind") == (
        "Behind these trainings Wells Dates not stated · place not stated Organiser"
    )
    assert page.headings == ["Behind these trainings"]


def test_the_page_shows_all_that_names_it(read):
    union = make_organisation(
        "Springs union",
        acronym="SPR",
        country="KG",
        website="https://example.org/",
        description="Looks after *springs*.",
    )
    training = make_training("Wells")
    make_organisation_role(training, union, role="funder", as_printed="the Union", note="in kind")
    make_place(training, "KG", city="Osh", lead=union)
    seen = {"title": "head", "organisation_as_printed": "the Union", "organisations": [union]}
    make_appearance(training, make_person("Karimov"), **seen)
    make_appearance(training, person=False, **seen)
    make_fact(union, value=12, wording="springs looked after", country="KG")
    page = read("/en/organisations/springs-union/")
    assert page.lines(".//main//em") == ["springs"]
    assert page.section("facts").startswith("In figures and years 12 springs looked after")
    assert page.section("behind").endswith("Funder Name as printed: the Union in kind")
    assert page.section("led").endswith("Wells Osh, Kyrgyzstan")
    assert page.section("people") == (
        "People named with it Karimov head, the Union Wells the Union head Wells"
    )


def test_a_fact_that_a_later_one_replaces_is_not_shown(read):
    union = make_organisation("Springs union")
    make_organisation_role(make_training(), union)
    old = make_fact(union, value=12)
    assert "12" in read("/en/organisations/springs-union/").section("facts")
    make_fact(union, value=14, replaces=old)
    assert "12" not in read("/en/organisations/springs-union/").section("facts")


def test_an_organisation_that_nothing_public_names_has_no_page(client, db):
    make_organisation_role(make_training(published=False), make_organisation("Springs union"))
    assert client.get("/en/organisations/springs-union/").status_code == 404


def test_the_page_shows_what_was_said_in_its_name_and_the_reports(read):
    union = make_organisation("Springs union")
    training = make_training("Wells")
    make_organisation_role(training, union)
    make_quote(training, "Water first", organisation=union)
    make_report(training, headline="On the wells")
    make_report(make_training(), headline="On another")
    page = read("/en/organisations/springs-union/")
    assert "“Water first”" in page.section("quotes")
    assert page.section("reports") == "Reports about these trainings On the wells"
