"""What the pages say to machines in the words of schema.org."""

import json

import pytest

from tests.factories import (
    make_appearance,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_series,
    make_training,
)
from tests.pages.kinds import KINDS
from tests.pages.schema_org import things

SITE = "http://127.0.0.1:8000"
DAYS = {"date_precision": "days", "start_date": "2027-04-22", "end_date": "2027-04-23"}
TOLD = {
    "home": {"WebSite"},
    "training": {"Event", "BreadcrumbList"},
    "report": {"NewsArticle", "BreadcrumbList"},
    "person": {"Person", "BreadcrumbList"},
    "organisation": {"Organization", "BreadcrumbList"},
    "country": {"BreadcrumbList"},
    "series": {"BreadcrumbList"},
    "bare training": {"BreadcrumbList"},
    "bare report": {"NewsArticle", "BreadcrumbList"},
    "bare person": {"Person", "BreadcrumbList"},
    "bare organisation": {"Organization", "BreadcrumbList"},
    "bare country": {"BreadcrumbList"},
}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_tells_valid_things(every_page, language, kind):
    assert set(things(every_page[language, kind])) == TOLD.get(kind, set())


def test_an_event_says_when_where_how_and_by_whom(read):
    training = make_training("Springs", slug="springs", mode="hybrid", **DAYS)
    make_place(training, "KG", city="Osh", venue="Library")
    make_organisation_role(training, make_organisation("Union of Springs"))
    make_appearance(training, make_person("Aigul"), roles=["speaker"], title="expert")
    make_appearance(training, make_person("Nurlan"), roles=["quoted"])
    event = things(read("/en/trainings/springs/"))["Event"]
    assert (event["startDate"], event["endDate"]) == ("2027-04-22", "2027-04-23")
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    place, online = event["location"]
    assert (place["name"], place["address"]["addressCountry"]) == ("Library", "KG")
    assert online == {"@type": "VirtualLocation", "url": f"{SITE}/en/trainings/springs/"}
    assert [one["name"] for one in event["organizer"]] == ["Union of Springs"]
    assert [one["name"] for one in event["performer"]] == ["Aigul"]


@pytest.mark.parametrize("lifecycle", ["held", "cancelled"])
def test_an_event_that_is_off_says_so(read, lifecycle):
    make_training(slug="springs", lifecycle=lifecycle, **DAYS)
    status = things(read("/en/trainings/springs/"))["Event"]["eventStatus"]
    assert status.endswith("EventCancelled") == (lifecycle == "cancelled")


@pytest.mark.parametrize(
    "dates",
    [
        {},
        {"date_precision": "month", "year": 2027, "month": 4},
        {"date_precision": "relative", "date_wording": "last week"},
        {"date_precision": "no_year", "month": 4, "day": 22},
    ],
)
def test_without_a_known_day_there_is_no_event(read, dates):
    make_report(make_training(slug="springs", **dates), slug="told")
    assert "Event" not in things(read("/en/trainings/springs/"))
    assert "about" not in things(read("/en/reports/told/"))["NewsArticle"]


def test_a_report_says_by_whom_when_and_about_what(read):
    training = make_training("Springs", slug="springs", **DAYS)
    said = {"byline": "A. Person", "source": "The Paper", "date": "2027-05-01"}
    make_report(training, slug="told", headline="Told", **said)
    article = things(read("/en/reports/told/"))["NewsArticle"]
    assert article["headline"] == "Told"
    assert article["datePublished"] == "2027-05-01"
    assert article["author"] == {"@type": "Person", "name": "A. Person"}
    assert [one["url"] for one in article["about"]] == [f"{SITE}/en/trainings/springs/"]


def test_a_report_without_author_or_date_is_that_of_the_site(read):
    make_report(make_training(), slug="told")
    article = things(read("/en/reports/told/"))["NewsArticle"]
    assert (article["author"]["name"], article["datePublished"]) == (
        "Hashar",
        "2024-05-01T09:00:00+00:00",
    )


def test_no_text_ends_the_data_it_stands_in(read):
    name = "</script><script>alert(1)</script> <!-- & \\u003c"
    make_training(name, slug="springs", **DAYS)
    page = read("/en/trainings/springs/")
    assert page.source.count("<script") == 1
    (data,) = page.all(".//script")
    assert json.loads(data.text)["@graph"][0]["name"] == name


def test_the_way_to_a_page_is_seen_and_told(read):
    make_training("Springs", slug="springs", series=make_series("Water school"))
    page = read("/en/trainings/springs/")
    told = things(page)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in told] == ["Front page", "Trainings", "Water school", "Springs"]
    assert told[-1]["item"] == page.canonical
    seen = [f"{SITE}{link.get('href')}" for link in page.all(".//main//header//a")]
    assert [step["item"] for step in told[1:-1]] == seen[:2]


@pytest.mark.parametrize("kind", ["report", "person", "organisation", "country", "series"])
def test_a_page_leads_back_to_the_list_it_is_in(every_page, kind):
    page = every_page["en", kind]
    above = things(page)["BreadcrumbList"]["itemListElement"][1]["item"]
    assert f"{SITE}{page.all('.//main//header//a')[0].get('href')}" == above


def test_every_page_on_the_way_is_there(every_page, client, db):
    steps = {
        step["item"].removeprefix(SITE)
        for page in every_page.values()
        for step in things(page).get("BreadcrumbList", {}).get("itemListElement", [])[:2]
    }
    assert len(steps) == 12
    assert {client.get(address).status_code for address in steps} == {200}
