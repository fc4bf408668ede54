"""The people on record and the page of one."""

import pytest

from tests.factories import (
    make_appearance,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_report,
    make_session,
    make_session_person,
    make_training,
)


def test_an_empty_list_says_so(read):
    assert read("/en/people/").line('.//p[@class="empty"]') == "Nobody is on record yet."


def test_a_card_shows_each_title_once(read):
    person = make_person("Aigul Saparova", native_name="Айгүл Сапарова")
    for _ in range(2):
        make_appearance(make_training(), person, title="head", organisation_as_printed="SPR")
    make_appearance(make_training(), person, title="retired")
    assert read("/en/people/").lines('.//ul[@class="people"]/li') == [
        "Aigul Saparova Айгүл Сапарова head, SPR retired"
    ]


@pytest.mark.parametrize("typed", ["Айгүл", "aigul", "сапар", "saparova aigul"])
def test_a_person_is_found_in_any_spelling(read, typed):
    make_appearance(make_training(), make_person("Aigul Saparova"))
    make_appearance(make_training(), make_person("Someone else"))
    assert read(f"/en/people/?q={typed}").line('.//p[@class="found"]') == "1 person"


def test_a_card_of_many_titles_shows_three(read):
    person = make_person("Aigul Saparova")
    for number in range(5):
        make_appearance(make_training(), person, title=f"head {number}")
    assert read("/en/people/").lines('.//ul[@class="people"]/li') == [
        "Aigul Saparova head 0 head 1 head 2 and 2 more titles"
    ]


def test_the_newest_training_stands_first_and_those_without_a_year_last(read):
    person = make_person("Karimov")
    for title, year in (("Old", 2001), ("Undated", None), ("New", 2020)):
        when = {"date_precision": "year", "year": year} if year else {}
        make_appearance(make_training(title, **when), person)
    assert list(read("/en/people/karimov/").links('.//section[@aria-labelledby="in"]//h3')) == [
        "New",
        "Old",
        "Undated",
    ]


def test_a_person_of_one_word_has_a_whole_page(read):
    make_appearance(make_training("Springs"), make_person("Karimov"), roles=[])
    page = read("/en/people/karimov/")
    assert page.heading == "Karimov"
    assert page.headings == ["In these trainings"]
    assert "Springs" in page.section("in")
    assert page.all(".//main//img") == []


def test_the_page_shows_the_names_in_all_scripts(read):
    person = make_person(
        "Firuz Ibrohimov", native_name="Фирӯз Иброҳимов", latin_name="Firūz Ibrohimov"
    )
    make_appearance(make_training(), person)
    page = read("/en/people/firuz-ibrohimov/")
    assert page.line('.//p[@class="names"]') == "Фирӯз Иброҳимов Firūz Ibrohimov"


def test_the_page_shows_every_appearance_with_what_was_printed(read):
    person = make_person("Karimov")
    make_appearance(
        make_training("Springs", date_precision="year", year=2020),
        person,
        name_as_printed="Mr Karimoff",
        title="head",
        unit="Water",
        organisation_as_printed="SPR",
        organisations=[make_organisation("Springs union")],
        roles=["speaker", "quoted"],
        note="first day only",
        country="KG",
    )
    page = read("/en/people/karimov/")
    assert page.line('.//section[@aria-labelledby="in"]//li') == (
        "Springs 2020 · place not stated head, Water, SPR · Kyrgyzstan "
        "Name as printed: Mr Karimoff speaker and quoted first day only"
    )
    assert page.links()["SPR"] == "/en/organisations/springs-union/"


def test_the_page_shows_what_was_said_and_the_reports_of_those_trainings(read):
    training = make_training()
    seen = make_appearance(training, make_person("Karimov"))
    make_quote(training, "Water first", appearance=seen)
    make_quote(training, "Someone else's words")
    make_report(training, headline="On that training")
    make_report(make_training(), headline="On another")
    page = read("/en/people/karimov/")
    assert "“Water first”" in page.section("quotes")
    assert "Someone else" not in page.text
    assert "On that training" in page.section("reports")
    assert "On another" not in page.text


def test_a_photograph_stands_with_its_credit(read):
    person = make_person("Karimov", photo=make_picture(), photo_credit="A. Person")
    make_appearance(make_training(), person)
    page = read("/en/people/karimov/")
    assert len(page.all(".//main//header//img")) == 1
    assert "Photograph: A. Person" in page.text


@pytest.mark.parametrize("kept_out", ["under_age", "consent_withdrawn"])
def test_who_may_not_be_shown_has_no_page_and_stands_in_no_list(client, read, kept_out):
    training = make_training("Springs")
    shown, hidden = make_person("Aigul Example"), make_person("Karimov", **{kept_out: True})
    for person in (shown, hidden):
        seen = make_appearance(training, person)
        make_session_person(make_session(training, f"With {person.pk}"), seen, role="trainer")
    for address in (training.get_absolute_url(), "/en/people/"):
        page = read(address)
        assert "Aigul Example" in page.text
        assert "Karimov" not in page.text
    assert client.get("/en/people/karimov/").status_code == 404


def test_markup_in_a_name_is_shown_and_not_obeyed(read):
    make_appearance(make_training(), make_person('<b onclick="x">Kim</b>', slug="kim"))
    page = read("/en/people/kim/")
    assert page.heading == '<b onclick="x">Kim</b>'
    assert page.title == '<b onclick="x">Kim</b> · Hashar'
    assert page.all(".//b[@onclick]") == []


def test_someone_whom_no_training_names_has_no_page(client, db):
    make_person("Nobody yet")
    assert client.get("/en/people/nobody-yet/").status_code == 404


def test_the_page_shows_the_sessions_with_what_the_person_did_there(read):
    training = make_training("Springs")
    seen = make_appearance(training, make_person("Karimov"))
    make_session_person(make_session(training, "Reading a map"), seen, role="trainer")
    make_session_person(make_session(training, "Of another"), make_appearance(training))
    said = read("/en/people/karimov/").section("sessions")
    assert said == "In these sessions Reading a map Springs Trainer"
