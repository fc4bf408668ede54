"""The programme in figures: the page and its files."""

import csv
import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.pages.shown import TABLE
from config.pages.tables import every_table, watched
from tests.factories import (
    make_group,
    make_organisation,
    make_organisation_role,
    make_place,
    make_series,
    make_training,
)
from tests.volunteers.factories import make_attendance, make_registration
from volunteers.models import State

DAY = date(2025, 5, 1)


def held(title="Springs", **values):
    return make_training(
        title,
        lifecycle="held",
        **{"date_precision": "days", "start_date": DAY, "end_date": DAY, **values},
    )


def attended(training, number, **values):
    for _each in range(number):
        registration = make_registration(training, state=State.APPROVED, **values)
        make_attendance(registration, DAY)


def table(page, caption: str) -> dict[str, str]:
    """The lines of the table under a caption: what, and how many."""
    for one in page.all(".//table"):
        if one.find("caption").text == caption:
            rows = [row for row in one.iter("tr") if row.find("td/meter") is not None]
            return {"".join(row[0].itertext()): row[2].text for row in rows}
    return {}


def lines(client) -> list[list[str]]:
    answer = client.get("/en/figures/trainings.csv")
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(text.splitlines()))


def as_rows(client) -> list[dict[str, str]]:
    """The lines of the file by their hashtags."""
    _words, tags, *rows = lines(client)
    return [dict(zip(tags, row, strict=True)) for row in rows]


def test_an_empty_programme_says_when_numbers_appear(read, db):
    page = read("/en/figures/")
    assert "No training was held yet." in page.section("trainings")
    assert "Attendance was not taken on this site yet." in page.section("people")


def test_trainings_are_counted_by_year_series_and_country(read, db):
    first = held(series=make_series("Water school"))
    make_place(first, "KZ")
    make_place(first, "KG")
    make_place(held("Wells", start_date=date(2024, 1, 1), end_date=date(2024, 1, 1)), "KZ")
    make_training("Not yet", lifecycle="open")
    held("A draft", published=False)
    page = read("/en/figures/")
    assert table(page, "By year") == {"2025": "1", "2024": "1"}
    assert table(page, "By series") == {"Water school": "1"}
    assert table(page, "By country where they were held") == {"Kazakhstan": "2", "Kyrgyzstan": "1"}


def test_a_bar_leads_to_the_trainings_it_counts(read, db):
    make_place(held(), "KZ")
    link = read("/en/figures/").links()["Kazakhstan"]
    assert read(link).line('.//p[@class="found"]') == "1 training"


def test_people_are_counted_once_and_small_numbers_are_not_shown(read, db):
    training = held()
    attended(training, 6, sex="female", category="national")
    attended(training, 7, sex="male", category="international")
    attended(training, 2, sex="other", category="international")
    page = read("/en/figures/")
    assert "15 people, each counted once" in page.section("people")
    assert table(page, "National and international") == {
        "National volunteer": "6",
        "International volunteer": "9",
    }
    assert ">2<" not in page.source


def test_the_file_has_the_hashtags_of_hxl_under_its_headings(client, db):
    words, tags, *_rows = lines(client)
    assert len(words) == len(tags)
    assert tags[:9] == [
        *("#activity+name", "#activity+programme+name", "#status", "#date+start", "#date+end"),
        *("#loc+name", "#country+name", "#country+code+v_iso3", "#country+code+v_unm49"),
    ]
    assert tags[9:18] == [
        *("#beneficiary+type", "#reached+f", "#reached+m", "#reached+i", "#reached+unknown"),
        *("#reached+children+age_0_17", "#reached+adults+age_18_29"),
        *("#reached+adults+age_30plus", "#reached+total"),
    ]


def test_a_line_says_what_is_known_and_leaves_the_rest_empty(client, db):
    training = held(series=make_series("Water school"))
    make_place(training, "KG", city="Osh")
    make_organisation_role(training, make_organisation("Springs union"))
    total = make_group(training, "volunteers", is_total=True, count=45)
    make_group(training, "women", sex="female", count=30, subset_of=total)
    (row,) = as_rows(client)
    assert {tag: value for tag, value in row.items() if value} == {
        "#activity+name": "Springs",
        "#activity+programme+name": "Water school",
        "#status": "held",
        "#date+start": "2025-05-01",
        "#date+end": "2025-05-01",
        "#loc+name": "Osh",
        "#country+name": "Kyrgyzstan",
        "#country+code+v_iso3": "KGZ",
        "#country+code+v_unm49": "417",
        "#beneficiary+type": "volunteers",
        "#reached+f": "30",
        "#reached+total": "45",
        "#org+impl+name": "Springs union",
        "#meta+url": "http://127.0.0.1:8000/en/trainings/springs/",
        "#meta+source": "as reported",
    }


def test_a_number_that_is_only_about_stays_in_words(client, db):
    make_group(held(), "volunteers", is_total=True, count=300, qualifier="about")
    (row,) = as_rows(client)
    assert (row["#beneficiary+type"], row["#reached+total"]) == ("about 300 volunteers", "")


def test_counted_and_reported_stand_in_lines_of_their_own(client, db):
    training = held()
    make_group(training, "volunteers", is_total=True, count=20)
    attended(training, 8, sex="female")
    attended(training, 7, sex="male")
    attended(training, 3, sex="other")
    reported, counted = as_rows(client)
    assert (reported["#reached+total"], counted["#reached+total"]) == ("20", "18")
    # The three are hidden, and the last other answer with them.
    assert [counted[f"#reached+{one}"] for one in "fmi"] == ["8", "", ""]


def test_the_same_stands_in_the_file_for_programs_with_its_day(client, db):
    make_group(held(), "volunteers", is_total=True, count=45)
    found = json.loads(client.get("/en/figures/trainings.json").content)
    (row,) = found["lines"]
    assert (row["training"], row["total"], row["women"]) == ("Springs", 45, None)
    assert len(found["as_of"]) == 10
    assert "not to be added up" in found["about"]


def test_drafts_are_in_no_file(client, db):
    held(published=False)
    assert as_rows(client) == []


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)"])
def test_no_title_runs_as_a_formula(client, db, title):
    held(title)
    assert as_rows(client)[0]["#activity+name"] == f"'{title}"


def test_the_page_reads_only_tables_whose_changes_are_told(client, db):
    attended(held(), 1)
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/figures/")
    read = {table for query in asked for table in TABLE.findall(query["sql"])}
    assert read.intersection(every_table()) - watched().keys() == set()
