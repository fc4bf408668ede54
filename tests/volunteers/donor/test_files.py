"""The files for donors: a workbook, and lists in CSV with a row of HXL hashtags.

The hashtags are held against the row that a donor was promised, and against the grammar and the
core hashtags of HXL 1.1; test_libhxl.py has the files read by libhxl itself.
"""

import io
import re

import pytest
from auditlog.models import LogEntry
from django.conf import settings
from openpyxl import load_workbook

from tests.factories import make_organisation, make_organisation_role, make_place, make_session
from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.factories import make_registration
from tests.volunteers.inout.reading import body, csv_of
from tests.volunteers.papers.pdf import text_of
from volunteers.models import TrainingCost

pytestmark = pytest.mark.django_db
PAGE = "/admin/volunteers/frozenfigures/"
# The row that libhxl 5.2.2 took without an error or a warning.
VALIDATED = [
    *("#activity+name", "#activity+programme+name", "#status", "#date+start", "#date+end"),
    *("#loc+name", "#country+name", "#country+code+v_iso3", "#country+code+v_unm49"),
    *("#beneficiary+type", "#reached+f", "#reached+m", "#reached+i", "#reached+unknown"),
    *("#reached+children+age_0_17", "#reached+adults+age_18_29", "#reached+adults+age_30plus"),
    *("#reached+total", "#org+impl+name", "#org+funder+name", "#meta+url"),
]
# A hashtag and its attributes, as https://hxlstandard.org/standard/1-1final/ has them.
GRAMMAR = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
CORE = {
    *("#activity", "#status", "#date", "#loc", "#country", "#beneficiary", "#reached"),
    *("#targeted", "#org", "#meta", "#indicator", "#value", "#currency"),
}


def fetch(client, kind, query="what=span&bands=18-29&by=sex&by=age&by=country"):
    return client.get(f"{PAGE}file/{kind}/?{query}")


def lines_of(client, kind, query=None) -> list[dict]:
    """The lines of a CSV file by their hashtags."""
    _headings, tags, *rows = csv_of(fetch(client, kind, *([query] if query else [])))
    return [dict(zip(tags, row, strict=True)) for row in rows]


@pytest.fixture
def training(db):
    """Four days in Tajikistan with people of two countries, an agenda, a funder and a cost."""
    row = make_held("Springs", programme="Water for all")
    make_place(row, "TJ", city="Khorog")
    make_session(row, date="2026-04-01", start_time="09:00", end_time="18:00")
    make_session(row, date="2026-04-01", start_time="13:00", end_time="14:00", kind="break")
    make_session(row, date="2026-04-02", start_time="09:00", end_time="12:30")
    make_session(row, date="2026-04-02", start_time="10:00", end_time="13:00")
    make_organisation_role(row, make_organisation("The office"))
    make_organisation_role(row, make_organisation("The fund", country="NO"), role="funder")
    TrainingCost.objects.create(training=row, currency="USD", instruction="1200.50", travel="0")
    make_participant(row, sex="female", birth_year=2000, country="TJ")
    make_participant(row, sex="other", birth_year=2012, country="TJ", days=1)
    make_participant(row, sex="withheld", country="TJ", days=0)
    return row


def test_the_tags_are_those_that_were_validated(organizer_client, training):
    _headings, tags, _line = csv_of(fetch(organizer_client, "trainings"))
    assert [tag for tag in tags if tag in VALIDATED] == VALIDATED
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("kind", ["trainings", "people"])
@pytest.mark.parametrize("bands", ["15-24", "free&free_bands=0-17,18-29,60%2B"])
def test_every_column_has_a_tag_of_the_grammar(organizer_client, training, kind, bands):
    query = f"what=span&bands={bands}&by=sex&by=age&by=country&by=category&by=disability"
    headings, tags, *rows = csv_of(fetch(organizer_client, kind, query))
    assert rows
    assert all(len(row) == len(headings) for row in [tags, *rows])
    assert [tag for tag in tags if not GRAMMAR.fullmatch(tag)] == []
    assert {tag.partition("+")[0] for tag in tags} <= CORE


def test_a_line_says_all_that_is_known_of_a_training(organizer_client, training):
    (line,) = lines_of(organizer_client, "trainings")
    assert {tag: line[tag] for tag in (*VALIDATED[:10], *VALIDATED[18:])} == {
        "#activity+name": "Springs",
        "#activity+programme+name": "Water for all",
        "#status": "Completed",
        "#date+start": "2026-04-01",
        "#date+end": "2026-04-05",
        "#loc+name": "Khorog",
        "#country+name": "Tajikistan",
        "#country+code+v_iso3": "TJK",
        "#country+code+v_unm49": "762",
        "#beneficiary+type": "volunteers",
        "#org+impl+name": "The office",
        "#org+funder+name": "The fund",
        "#meta+url": f"{settings.SITE_URL}/en/trainings/springs/",
    }
    told = {"#indicator+days": "5", "#indicator+hours": "12.0"}
    told |= {"#indicator+below_threshold": "yes", "#loc+type": "In country"}
    told |= {"#currency+code": "USD", "#value+instruction": "1200.50"}
    told |= {"#value+participants": "", "#value+travel": "0.00"}
    assert {tag: line[tag] for tag in told} == told


def test_a_line_counts_who_attended(organizer_client, training):
    (line,) = lines_of(organizer_client, "trainings")
    expected = {"f": "1", "m": "0", "i": "1", "unknown": "0", "withheld": "0", "not_asked": "0"}
    expected |= {"children+age_0_17": "1", "adults+age_18_29": "1", "adults+age_30plus": "0"}
    expected |= {"age_withheld": "0", "age_not_asked": "0", "age_unknown": "0"}
    expected |= {"total": "2", "completed+total": "1"}
    assert {tag: line[f"#reached+{tag}"] for tag in expected} == expected
    assert line["#targeted+total"] == "3"


def test_unknown_counts_are_empty_and_a_month_is_a_date(organizer_client):
    training = make_held("Somewhere", lifecycle="held")
    training.start_date = training.end_date = None
    training.date_precision, training.year, training.month = "month", 2018, 5
    training.save()
    make_registration(training, state="approved")
    (line,) = lines_of(organizer_client, "trainings")
    assert {value for tag, value in line.items() if tag.startswith("#reached")} == {""}
    assert (line["#date+start"], line["#targeted+total"]) == ("2018-05", "1")


def test_people_stand_there_by_all_that_tells_them_apart(organizer_client, training):
    lines = lines_of(organizer_client, "people")
    assert [list(line.values()) for line in lines] == [
        ["female", "18–29", "Tajikistan", "TJK", "762", "1", "1", "1"],
        ["another answer", "under 18", "Tajikistan", "TJK", "762", "1", "1", "0"],
        ["prefer not to say", "unknown", "Tajikistan", "TJK", "762", "1", "0", "0"],
    ]


def test_a_country_without_a_code_has_none_and_its_footnote(organizer_client):
    make_participant(make_held(), country="XK")
    (line,) = lines_of(organizer_client, "people")
    assert (line["#country+name"], line["#country+code+v_iso3"]) == ("Kosovo", "")
    sheet = load_workbook(io.BytesIO(body(fetch(organizer_client, "workbook"))))["Figures"]
    assert "resolution 1244" in str([cell.value for (cell, *_rest) in sheet.iter_rows()])


def test_the_workbook_has_a_sheet_for_each_table(organizer_client, training):
    book = load_workbook(io.BytesIO(body(fetch(organizer_client, "workbook"))))
    assert book.sheetnames == [
        *("Figures", "Sex", "Age", "Country", "Attended, by sex and age"),
        *("People", "Trainings", "As reported"),
    ]
    figures = [[cell.value for cell in row] for row in book["Figures"].iter_rows()]
    assert [row[:2] for row in figures if row[0] in ("With a seat", "Attended", "Completed")] == [
        ["With a seat", 3],
        ["Attended", 2],
        ["Completed", 1],
    ]
    sexes = {row[0]: row[1:] for row in book["Sex"].iter_rows(values_only=True)}
    assert sexes["Prefer not to say"] == (1, 0, 0)


def test_no_title_runs_as_a_formula(organizer_client):
    make_participant(make_held('=HYPERLINK("http://example.org")'))
    (line,) = lines_of(organizer_client, "trainings")
    assert line["#activity+name"].startswith("'=")
    book = load_workbook(io.BytesIO(body(fetch(organizer_client, "workbook"))))
    assert book["Trainings"]["A2"].data_type == "s"


def test_who_took_a_file_is_written_down(organizer_client, training):
    query = f"what=training&training={training.pk}"
    response = fetch(organizer_client, "people", query)
    assert "no-store" in response["Cache-Control"]
    assert re.fullmatch(
        r'attachment; filename="donor-figures-people-\d{4}-\d\d-\d\d.csv"',
        response["Content-Disposition"],
    )
    entry = LogEntry.objects.latest("pk")
    told = entry.additional_data
    assert (entry.actor.email, told["what"], told["number"]) == (
        "organizer@example.org",
        "people",
        3,
    )
    assert told["asked"]["training"] == training.pk


def test_addresses_typed_by_hand_are_answered(organizer_client, training):
    assert fetch(organizer_client, "picture").status_code == 404
    assert fetch(organizer_client, "people", "what=training&training=%00").status_code == 302


def test_the_paper_says_the_same(organizer_client, training):
    response = fetch(organizer_client, "paper")
    assert response["Content-Type"] == "application/pdf"
    words = text_of(body(response))
    assert words[:2] == ["Donor figures", "All trainings"]
    start = words.index("Prefer not to say")
    assert words[start : start + 4] == ["Prefer not to say", "1", "0", "0"]
    assert "Springs · Completed" in words
    assert "Contact hours: 12.0" in " ".join(words)


def test_a_paper_of_many_trainings_loses_none(organizer_client):
    for number in range(30):
        make_participant(make_held(f"Training {number}"), country=("TJ", "KZ", "KG")[number % 3])
    words = text_of(body(fetch(organizer_client, "paper")))
    titles = [word for word in words if word.startswith("Training ")]
    assert len(titles) == 30
