"""The story the project starts from, as its pages tell it. What it does not say is not there."""

import re

import pytest
from django.utils.timezone import localdate

from tests.factories import make_training
from tests.pages.story import AIMS, REPORT, SLUG, SOCIAL_ELEVATOR, SOURCE
from trainings import wording

TRAINING_PAGE = f"/en/trainings/{SLUG}/"
REPORT_PAGE = f"/en/reports/{REPORT}/"
PAGES = ["/en/", "/en/trainings/", TRAINING_PAGE, REPORT_PAGE, "/en/people/vera-kim/"]


def test_the_training_says_that_its_dates_are_not_stated(read, story):
    page = read(TRAINING_PAGE)
    assert page.line('.//dl[@class="when"]/div[1]') == (
        "When Dates not stated as published: “last week”"
    )


def test_the_training_names_no_date_to_machines(read, story):
    assert read(TRAINING_PAGE).all(".//time") == []
    assert read(REPORT_PAGE).all(".//time") == []


def test_the_training_has_no_calendar_entry(client, read, story):
    assert "Add to calendar" not in read(TRAINING_PAGE).links()
    assert client.get(f"{TRAINING_PAGE}calendar.ics").status_code == 404


@pytest.mark.parametrize("address", PAGES)
def test_no_page_of_the_story_fills_in_a_date(read, story, address):
    page = read(address)
    assert not re.search(r"\bNone\b|1 January|1970-01-01", page.text)
    if address != "/en/":  # The front page says when it counted.
        assert wording.date(localdate()) not in page.text


def test_lists_put_it_under_no_year_after_those_with_one(read, story):
    make_training("Earlier", date_precision="year", year=1999)
    make_training("Later", date_precision="year", year=2024)
    page = read("/en/trainings/")
    assert page.headings == ["2024", "1999", "Year not stated"]
    assert list(page.links('.//section[@aria-labelledby="ynone"]').values()) == [TRAINING_PAGE]


def test_the_place_is_a_country_alone(read, story):
    page = read(TRAINING_PAGE)
    assert page.line('.//dl[@class="when"]/div[2]') == "Where Kazakhstan"


def test_where_the_report_was_filed_is_not_where_the_training_was_held(read, story):
    assert "ALMATY" not in read(TRAINING_PAGE).line('.//dl[@class="when"]')
    assert "Filed from: ALMATY" in read(REPORT_PAGE).line(".//main//header")
    assert "ALMATY (TCA) —" in read(REPORT_PAGE).lines('.//p[@class="dateline"]')


def test_the_edition_is_a_claim_of_the_report(read, story):
    assert "edition 1 (as reported: “first”)" in read(TRAINING_PAGE).text


def test_the_aims_stand_in_order_and_the_third_is_one(read, story):
    page = read(TRAINING_PAGE)
    assert page.lines('.//section[@aria-labelledby="aims"]//li') == list(AIMS)


def test_sessions_without_a_time_are_what_participants_worked_on(read, story):
    page = read(TRAINING_PAGE)
    assert "What participants worked on" in page.headings
    assert "Agenda" not in page.headings
    assert page.lines('.//section[@aria-labelledby="work"]//li') == [
        "Case studies Case study",
        "Mobilising resources to promote volunteering Workshop",
    ]


def test_the_total_is_shown_with_its_wording(read, story):
    assert (
        read(TRAINING_PAGE)
        .section("who")
        .startswith("Who took part 45 UN Volunteers as published: “Forty five” Among them")
    )


def test_the_goals_are_meant_as_a_whole(read, story):
    page = read(TRAINING_PAGE)
    assert "Goals The Sustainable Development Goals as a whole" in page.section("behind")


def test_a_country_in_two_groups_gets_a_sentence(read, story):
    said = read(TRAINING_PAGE).section("who")
    assert said.count("Tajikistan") == 3
    assert said.endswith(
        "As reported. Groups may overlap and are never added up. "
        "In more than one group: Tajikistan."
    )


def test_south_korea_is_the_republic_of_korea_and_says_how_it_was_published(read, story):
    who = "Republic of Korea published as “South Korea”, Japan, Finland, Tajikistan"
    assert who in read(TRAINING_PAGE).section("who")
    assert "published as “South Korea”" in read("/en/countries/kr/").text


@pytest.mark.parametrize("address", [TRAINING_PAGE, REPORT_PAGE])
def test_no_number_but_the_reported_one_stands_among_the_groups(read, story, address):
    (groups,) = read(address).lines('.//div[@class="groups"]')
    assert re.findall(r"\d+", groups) == ["45"]
    assert groups.count("How many is not stated, neither in all nor by country.") == 2


def test_no_country_has_a_number_of_people(read, story):
    for code in ("kz", "tj", "kr"):
        assert "How many is not stated." in read(f"/en/countries/{code}/").section("from")


def test_the_country_page_shows_both_groups_of_tajikistan(read, story):
    rows = read("/en/countries/tj/").lines('.//section[@aria-labelledby="from"]//li')
    assert [row.split(" Kazakhstan ")[1].split(" How many")[0] for row in rows] == [
        "UN Volunteers · from here",
        "international volunteers · country of origin",
    ]


def test_vera_kim_has_one_page_with_both_titles_as_printed(read, story):
    page = read("/en/people/vera-kim/")
    assert page.heading == "Ms. Vera Kim"
    assert page.lines('.//section[@aria-labelledby="in"]//p[@class="title"]') == [
        "Chairperson, National Volunteer Network in Kazakhstan",
        "CEO, National Volunteers Network in Kazakhstan",
    ]


def test_vera_kim_stands_once_among_the_people(read, story):
    assert read("/en/people/").text.count("Vera Kim") == 1


def test_whoever_is_quoted_is_not_called_invited(read, story):
    guests = read(TRAINING_PAGE).line('.//section[@aria-labelledby="people"]')
    invited, quoted = guests.split("Speaking, training, quoted")
    assert "Altangerel" not in invited
    assert "Altangerel" in quoted
    assert "Altangerel" not in read(REPORT_PAGE).part("Among the invited guests")


def test_the_guest_list_is_said_to_be_partial(read, story):
    assert "Among the invited guests" in read(TRAINING_PAGE).lines(".//h3")
    assert "Among the invited guests" in read(REPORT_PAGE).headings


def test_two_people_share_the_title_printed_before_them(read, story):
    guests = read(REPORT_PAGE).part("Among the invited guests")
    assert (
        "Printed together as “UNDP experts” Alexander Beliy expert, UNDP Firuz Ibrohimov" in guests
    )


@pytest.mark.parametrize("address", [TRAINING_PAGE, REPORT_PAGE, "/en/people/vera-kim/"])
def test_a_quotation_inside_a_quotation_is_whole(read, story, address):
    assert f"“… {SOCIAL_ELEVATOR} …”" in read(address).lines(".//blockquote")


def test_the_facts_say_their_date_and_source(read, story):
    facts = read(REPORT_PAGE).lines('.//section[@class="facts-block"]//li')
    assert facts[1] == (
        "more than 140 countries where volunteers worked UN Volunteers Programme "
        f"as of the report · Source: {SOURCE}"
    )
    assert facts[3] == (
        "35 national volunteers UN Volunteers Programme · Kazakhstan "
        f"as of the report · Source: {SOURCE}"
    )


def test_a_year_among_the_facts_is_no_number(read, story):
    facts = read(REPORT_PAGE).lines('.//section[@class="facts-block"]//b')
    assert facts == ["1970", "more than 140", "1993", "35", "4"]


def test_the_report_leads_to_the_training_and_says_it_has_no_date(read, story):
    page = read(REPORT_PAGE)
    assert page.links()["Leveraging Volunteerism in Sustainable Development"] == TRAINING_PAGE
    assert "Date of the report not stated" in page.line(".//main//header")
    assert "Dates not stated · as published: “last week”" in page.line(".//aside")


def test_the_words_of_the_source_keep_their_language(read, story):
    marks = read(f"/ru/trainings/{SLUG}/").all(".//q")
    assert {mark.get("lang") for mark in marks} == {"en"}
