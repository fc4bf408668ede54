"""The lists of the desk: what a line shows, what is found, and how many queries it takes."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.forms import page_of, tags
from tests.factories import (
    make_appearance,
    make_fact,
    make_organisation,
    make_organisation_role,
    make_person,
    make_place,
    make_report,
    make_series,
    make_session,
    make_training,
)
from trainings.labels import Label
from trainings.models import (
    Appearance,
    Fact,
    Organisation,
    ParticipantGroup,
    Person,
    Place,
    Report,
    ReportText,
    ReportTraining,
    Series,
    Session,
    Training,
)
from volunteers.models import User

THOUSAND = range(1000)
MOST_QUERIES = 15


def numbered(word: str, number: int) -> Label:
    return Label({"en": f"{word} {number}"})


@pytest.fixture
def a_thousand(organizer):
    """A thousand of everything that has a list, each connected with the others."""
    series = Series.objects.bulk_create(
        Series(name=numbered("Series", n), slug=f"series-{n}") for n in THOUSAND
    )
    trainings = Training.objects.bulk_create(
        Training(
            title=numbered("Training", n),
            slug=f"training-{n}",
            series=series[n],
            date_precision="days",
            start_date=dt.date(1950 + n % 90, 1, 1),
        )
        for n in THOUSAND
    )
    people = Person.objects.bulk_create(
        Person(name=f"Person {n}", slug=f"person-{n}") for n in THOUSAND
    )
    organisations = Organisation.objects.bulk_create(
        Organisation(name=numbered("Office", n), slug=f"office-{n}", country_id="KZ")
        for n in THOUSAND
    )
    reports = Report.objects.bulk_create(Report(slug=f"report-{n}") for n in THOUSAND)
    ReportText.objects.bulk_create(ReportText(report=r, headline="News") for r in reports)
    Fact.objects.bulk_create(
        Fact(organisation=o, key=f"fact-{o.pk}", value=7, wording=numbered("x", 1), source="y")
        for o in organisations
    )
    User.objects.bulk_create(User(email=f"u{n}@example.org") for n in THOUSAND)
    for n, training in enumerate(trainings):
        training.n = n
    Place.objects.bulk_create(Place(training=t, country_id="KZ") for t in trainings)
    Session.objects.bulk_create(Session(training=t, title=numbered("S", 1)) for t in trainings)
    ParticipantGroup.objects.bulk_create(
        ParticipantGroup(training=t, capacity=numbered("G", 1)) for t in trainings
    )
    Appearance.objects.bulk_create(
        Appearance(training=t, person=people[t.n], roles=["quoted"]) for t in trainings
    )
    ReportTraining.objects.bulk_create(
        ReportTraining(report=reports[t.n], training=t) for t in trainings
    )


@contextmanager
def at_most(number: int):
    with CaptureQueriesContext(connection) as queries:
        yield
    assert len(queries) <= number, "\n".join(query["sql"] for query in queries)


LISTED = [
    "Training", "Session", "Series", "Person", "Organisation", "Report", "Fact", "Country",
    "ParticipantGroup", "ReportText", "User", "Group", "Registration", "Volunteer", "ConsentText",
    "Letter", "LetterWording", "Intake", "FrozenFigures", "Entry",
]  # fmt: skip


def test_each_list_of_the_desk_is_counted_here():
    assert sorted(LISTED) == sorted(model.__name__ for model in admin.site._registry)


def test_a_thousand_rows_take_few_queries(a_thousand, organizer_client):
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        for address in (reverse(name), reverse(name) + "?q=volunteer"):
            with at_most(MOST_QUERIES):
                assert organizer_client.get(address).status_code == 200


def test_the_first_page_of_the_desk_takes_few_queries(a_thousand, organizer_client):
    with at_most(MOST_QUERIES):
        organizer_client.get("/admin/")


def lines(response) -> list[list[str]]:
    """The text of each cell of the list, line by line."""
    rows = [tag for name, tag in tags(page_of(response)) if name == "tr"][1:]
    return [
        ["".join(cell.itertext()).strip() for _name, cell in tags(row) if _name in ("td", "th")]
        for row in rows
    ]


def test_a_line_identifies_its_training(organizer_client):
    training = make_training(
        "Clean water", date_precision="relative", date_wording="last week", published=False
    )
    make_place(training, "KG", city="Osh")
    page = organizer_client.get("/admin/trainings/training/")
    assert lines(page) == [
        ["", "Clean water", "last week", "Osh, Kyrgyzstan", "", "held", "draft", ""]
    ]


def test_a_line_without_dates_says_so(organizer_client):
    make_training()
    page = organizer_client.get("/admin/trainings/training/")
    assert lines(page)[0][2] == "not stated"


def test_a_line_says_where_a_person_appeared(organizer_client):
    person = make_person("Firuz Ibrohimov")
    for title in ("First", "Second"):
        make_appearance(make_training(title), person)
    page = organizer_client.get("/admin/trainings/person/")
    assert lines(page) == [["", "Firuz Ibrohimov", "", "First and 1 more"]]


def test_a_line_of_a_report_names_its_texts_and_training(organizer_client):
    make_report(make_training("Clean water"), headline="Water for all")
    page = organizer_client.get("/admin/trainings/report/")
    assert lines(page)[0][1:3] == ["Water for all", "English: published"]
    assert lines(page)[0][-1] == "Clean water"


@pytest.mark.parametrize("typed", ["Иброҳимов", "ibrohimov fir", "ИБРОХИМОВ"])
def test_a_person_is_found_in_any_spelling(organizer_client, typed):
    make_person("Firuz Ibrohimov")
    make_person("Vera Kim")
    page = organizer_client.get("/admin/trainings/person/", {"q": typed})
    assert [line[1] for line in lines(page)] == ["Firuz Ibrohimov"]


def test_a_draft_of_a_report_is_found_too(organizer_client):
    make_report(make_training(), headline="Вода для всех", published=False)
    make_report(make_training(), headline="Other")
    page = organizer_client.get("/admin/trainings/report/", {"q": "voda"})
    assert [line[1] for line in lines(page)] == ["Вода для всех"]


def test_a_fact_is_found_by_whom_it_is_about(organizer_client):
    make_fact(make_organisation("UN Volunteers", acronym="UNV"), wording="countries")
    make_fact(make_organisation("Somebody else"), wording="villages")
    page = organizer_client.get("/admin/trainings/fact/", {"q": "unv"})
    assert [line[2] for line in lines(page)] == ["UN Volunteers (UNV)"]


@pytest.mark.parametrize(
    "narrowed",
    ["country=KG", "year=2019", "published=yes", "lifecycle__exact=held", "series__id__exact={}"],
)
def test_trainings_are_narrowed(organizer_client, narrowed):
    series = make_series()
    wanted = make_training(
        "Wanted", series=series, date_precision="year", year=2019, lifecycle="held"
    )
    make_place(wanted, "KG")
    other = make_training("Other", published=False, lifecycle="planned")
    make_place(other, "KZ")
    page = organizer_client.get(f"/admin/trainings/training/?{narrowed.format(series.pk)}")
    assert [line[1] for line in lines(page)] == ["Wanted"]


def test_trainings_without_a_year_are_found(organizer_client):
    make_training("Some week")
    make_training("Dated", date_precision="year", year=2019)
    page = organizer_client.get("/admin/trainings/training/?year=unknown")
    assert [line[1] for line in lines(page)] == ["Some week"]


def test_people_are_narrowed_by_their_role(organizer_client):
    make_appearance(make_training(), make_person("Quoted"), roles=["quoted"])
    make_appearance(make_training(), make_person("Guest"), roles=["invited_guest"])
    page = organizer_client.get("/admin/trainings/person/?role=quoted")
    assert [line[1] for line in lines(page)] == ["Quoted"]


def test_organisations_are_narrowed_by_what_they_did(organizer_client):
    make_organisation_role(make_training(), make_organisation("Funder"), role="funder")
    make_organisation_role(make_training(), make_organisation("Host"), role="host")
    page = organizer_client.get("/admin/trainings/organisation/?role=funder")
    assert [line[1] for line in lines(page)] == ["Funder"]


def test_an_empty_list_tells_the_next_step(organizer_client):
    page = organizer_client.get("/admin/trainings/training/").content.decode()
    assert "No training yet. Add the first one: a title is enough to begin." in page


def test_a_search_without_a_hit_leads_back(organizer_client):
    make_session(make_training("Clean water"))
    page = organizer_client.get("/admin/trainings/session/?q=nobody").content.decode()
    assert "Nothing fits. Try another spelling, or show all." in page


def test_the_rooms_are_grouped_by_what_an_organizer_does(organizer_client):
    rooms = organizer_client.get("/admin/").context["available_apps"]
    assert [
        (room["name"], [str(one["object_name"]) for one in room["models"]]) for room in rooms
    ] == [
        ("Trainings", ["Training", "Session", "Series"]),
        ("People and organisations", ["Person", "Organisation"]),
        ("Reports and facts", ["Report", "Fact"]),
        (
            "Volunteers",
            ["Registration", "Volunteer", "Intake", "ConsentText", "FrozenFigures"],
        ),
        ("Letters", ["Letter", "LetterWording"]),
        ("Reference", ["Country"]),
        ("Accounts", ["User", "Group", "Entry"]),
    ]


@pytest.mark.parametrize(
    ("model", "typed", "found"),
    [
        ("person", "фируз", "Firuz Ibrohimov"),
        ("organisation", "unv", "UN Volunteers (UNV)"),
        ("country", "корея", "Republic of Korea"),
    ],
)
def test_choosing_by_typing_finds_any_spelling(organizer_client, model, typed, found):
    make_person("Firuz Ibrohimov")
    make_person("Vera Kim")
    make_organisation("UN Volunteers", acronym="UNV")
    make_organisation("Somebody else")
    column = {"person": "appearance", "organisation": "trainingorganisation", "country": "place"}
    answer = organizer_client.get(
        "/admin/autocomplete/",
        {"term": typed, "app_label": "trainings", "model_name": column[model], "field_name": model},
    )
    assert found in [one["text"] for one in answer.json()["results"]]
    assert len(answer.json()["results"]) < 3


def test_each_way_to_narrow_a_list_opens(organizer_client):
    training = make_training(date_precision="year", year=2019, series=make_series())
    make_place(training)
    make_appearance(training, make_person(), country="KZ")
    make_organisation_role(training, make_organisation("Office", country="KZ"))
    make_fact(make_organisation("UN Volunteers"), country="KZ")
    make_report(training)
    opened = []
    for model in admin.site._registry:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        page = page_of(organizer_client.get(address))
        for _name, tag in tags(page):
            if tag.get("class") == "filter":
                ways = [one.get("href") for name, one in tags(tag) if name == "a"]
                opened += [organizer_client.get(address + way).status_code for way in ways]
    assert len(opened) > 60
    assert set(opened) == {200}


def test_countries_on_record_are_told_from_the_others(organizer_client):
    make_place(make_training(), "KG")
    make_place(make_training(published=False), "UZ")
    page = organizer_client.get("/admin/trainings/country/?used=yes")
    codes = [cell for line in lines(page) for cell in line if cell in ("KG", "UZ", "KZ")]
    assert codes == ["KG"]


@pytest.mark.parametrize("asked", ["_facets=True", "_facets=True&year=2025", "year=2025"])
def test_trainings_of_a_year_can_be_counted_and_chosen(organizer_client, asked):
    make_training(title="Last spring", date_precision="days", start_date="2025-04-01")
    page = organizer_client.get(f"/admin/trainings/training/?{asked}")
    assert [line[1] for line in lines(page)] == ["Last spring"]


@pytest.mark.parametrize("year", ["0", "x", "٢٠٢٥", "99999999999999999999"])
def test_a_year_that_cannot_be_read_leaves_all_trainings(organizer_client, year):
    make_training(title="Last spring")
    page = organizer_client.get("/admin/trainings/training/", {"year": year})
    assert [line[1] for line in lines(page)] == ["Last spring"]


@pytest.mark.parametrize("asked", ["country=%00", "lifecycle__exact=%00", "q=%00"])
def test_a_nul_in_the_address_leads_to_the_whole_list(organizer_client, asked):
    make_training("Last spring")
    page = organizer_client.get(f"/admin/trainings/training/?{asked}", follow=True)
    assert [line[1] for line in lines(page)] == ["Last spring"]


def test_a_nul_in_place_of_a_country_is_a_country_not_on_record(organizer_client):
    assert organizer_client.get("/admin/trainings/country/%00/change/").status_code == 404
