"""The page of a report, and the list of reports."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_fact,
    make_group,
    make_organisation,
    make_person,
    make_photo,
    make_place,
    make_quote,
    make_report,
    make_report_source,
    make_report_text,
    make_training,
)
from trainings.models import ReportText
from trainings.models.report import LocalDay


def body(page) -> str:
    return page.line('.//div[@class="story-text"]')


@pytest.fixture
def training(db):
    return make_training("Springs", slug="springs")


def test_a_report_of_which_only_facts_are_on_record_has_a_whole_page(read, training):
    make_report(training, slug="bare", headline="")
    page = read("/en/reports/bare/")
    assert page.heading == "Springs"
    assert body(page) == "The words of this report are not on record, only its facts."
    assert "Date of the report not stated" in page.line(".//main//header")
    assert "Source not stated" in page.line(".//aside")


def test_the_blocks_stand_in_their_order(read, training):
    text = make_report(training, slug="blocks").texts.get()
    make_block(text, body="Third.", order=3)
    make_block(text, body="First.", order=1)
    make_block(text, "quote", quote=make_quote(training, "Second"), order=2)
    assert body(read("/en/reports/blocks/")) == (
        "First. “Second” The source names no speaker. Link to this quote Third."
    )


def test_the_head_says_who_wrote_it_when_and_for_whom(read, training):
    make_report(
        training,
        slug="signed",
        headline="Water for all",
        lead="A lead.",
        byline="A. Person",
        date="2024-05-18",
        source="The Paper",
        source_url="https://example.org/story",
        licence="CC BY 4.0",
        agency="TP",
    )
    page = read("/en/reports/signed/")
    head = page.line(".//main//header")
    assert head == "Reports Springs Water for all A lead. A. Person Source: The Paper 18 May 2024"
    assert "The Paper (TP) Licence: CC BY 4.0" in page.line(".//aside")
    assert page.links(".//aside")["The Paper"] == "https://example.org/story"


def test_a_date_that_is_only_printed_is_shown_as_printed(read, training):
    make_report(training, slug="printed", dateline_place="OSH", dateline_wording="Tuesday")
    page = read("/en/reports/printed/")
    assert "Filed from: OSH Date as printed: “Tuesday”" in page.line(".//main//header")
    assert page.all(".//time") == []


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"dateline_place": "OSH"}, "OSH —"),
        ({"dateline_place": "OSH", "agency": "TCA"}, "OSH (TCA) —"),
        ({"dateline_place": "OSH", "dateline_wording": "2 May"}, "OSH, 2 May —"),
        ({"agency": "TCA"}, "TCA —"),
    ],
)
def test_the_dateline_stands_before_the_first_words(read, training, parts, shown):
    make_block(make_report(training, slug="dateline", **parts).texts.get(), body="Once.")
    assert body(read("/en/reports/dateline/")) == f"{shown} Once."


def test_a_report_on_several_trainings_names_them_all(read, training):
    make_place(training, "KG", city="Osh")
    make_report([training, make_training("Wells", slug="wells")], slug="two")
    page = read("/en/reports/two/")
    assert page.line(".//aside/section[1]/h2") == "The trainings"
    assert {"Springs", "Wells"} <= set(page.links(".//aside"))
    assert "Dates not stated Osh, Kyrgyzstan" in page.line(".//aside")


def test_several_reports_on_one_training_stand_on_its_page(read, training):
    make_report(training, headline="One paper")
    make_report(training, headline="Another paper")
    said = read("/en/trainings/springs/").section("reports")
    assert "One paper" in said
    assert "Another paper" in said


def test_further_sources_are_named(read, training):
    report = make_report(training, slug="sources", source="First")
    make_report_source(report, "Second", url="https://example.org/second")
    page = read("/en/reports/sources/")
    assert "Credit and source First Second" in page.line(".//aside")


def test_figures_chosen_for_a_block_are_the_only_ones_in_it(read, training):
    text = make_report(training, slug="figures").texts.get()
    women = make_group(training, "women", count=20)
    make_group(training, "drivers", count=3)
    make_block(text, "figures", groups=[women])
    shown = body(read("/en/reports/figures/"))
    assert "20 women" in shown
    assert "drivers" not in shown


@pytest.mark.parametrize("kind", ["figures", "people", "facts", "documents"])
def test_a_block_with_nothing_to_show_leaves_no_heading(read, training, kind):
    make_block(make_report(training, slug="empty").texts.get(), kind, heading="Nothing here")
    assert body(read("/en/reports/empty/")) == ""


def test_people_of_a_block_are_those_of_its_role(read, training):
    make_appearance(training, make_person("A guest"), roles=["invited_guest"])
    make_appearance(training, make_person("A trainer"), roles=["trainer"])
    text = make_report(training, slug="people").texts.get()
    make_block(text, "people", role="trainer", heading="Who taught")
    assert body(read("/en/reports/people/")) == "Who taught A trainer"


def test_facts_say_their_day_their_wording_and_their_source(read, training):
    fact = make_fact(
        make_organisation("Springs union"),
        value=1091,
        as_published="1.091",
        as_of="2023-12-31",
        source="Yearbook",
        source_url="https://example.org/yearbook",
    )
    make_block(make_report(training, slug="facts").texts.get(), "facts", facts=[fact])
    page = read("/en/reports/facts/")
    assert body(page) == (
        "About the programme 1,091 national volunteers Springs union "
        "as of: 31 December 2023 · as published: “1.091” · Source: Yearbook"
    )
    assert page.links()["Yearbook"] == "https://example.org/yearbook"
    assert page.links()["Springs union"] == "/en/organisations/springs-union/"


def test_a_statement_without_a_number_has_none(read, training):
    fact = make_fact(kind="statement", wording="works in every region")
    make_block(make_report(training, slug="facts").texts.get(), "facts", facts=[fact])
    assert body(read("/en/reports/facts/")).startswith("About the programme works in every region")


def test_a_photograph_stands_with_its_caption_and_credit(read, training):
    photo = make_photo(training, "At the well", credit="A. Person", taken_on="2024-05-01")
    make_block(make_report(training, slug="photo").texts.get(), "photo", photo=photo)
    assert body(read("/en/reports/photo/")) == (
        "At the well Photograph: A. Person · 1 May 2024 · the picture is not on record"
    )


def test_documents_of_the_report_stand_before_those_of_its_trainings(read, training):
    report = make_report(training, slug="papers")
    make_document(training, "Of the training")
    make_document(None, "Of the report", report=report)
    make_block(report.texts.get(), "documents")
    page = read("/en/reports/papers/")
    assert page.lines('.//ul[@class="papers"]/li') == [
        "Of the report",
        "Of the training",
    ]


def test_headings_in_a_text_without_one_are_of_the_second_level(read, training):
    text = make_report(training, slug="text").texts.get()
    make_block(text, body="# Springs\n\n## Wells")
    make_block(text, body="# Rivers", heading="Water")
    page = read("/en/reports/text/")
    assert page.lines('.//*[@class="story-text"]//h2') == ["Springs", "Water"]
    assert page.lines('.//*[@class="story-text"]//h3') == ["Wells", "Rivers"]


def test_markdown_is_rendered_and_scripts_never_reach_the_page(read, training):
    written = "**Bold** [link](javascript:alert(1)) <script>alert(1)</script>\n\n# Big"
    make_block(make_report(training, slug="text").texts.get(), body=written, heading="<b>Part</b>")
    page = read("/en/reports/text/")
    assert page.lines(".//main//strong") == ["Bold"]
    assert page.lines(".//main//h3") == ["Big"]
    assert page.all(".//body//script") == []
    assert "javascript:" not in "".join(link or "" for link in page.links().values())
    assert "<b>Part</b>" in page.headings


# --- One report in several languages ----------------------------------------------------------


def test_a_text_in_another_language_says_so_and_carries_its_own(read, training):
    make_block(make_report(training, slug="english").texts.get(), body="English words.")
    page = read("/ru/reports/english/")
    note = page.line('.//p[@class="note"]')
    assert "английский" in note
    assert [one.get("lang") for one in page.all(".//main//h1")] == ["en"]
    assert [one.get("lang") for one in page.all('.//div[@class="story-text"]')] == ["en"]
    assert page.root.get("lang") == "ru"


def test_a_text_in_the_language_of_the_page_needs_no_note(read, training):
    make_report(training, "ru", slug="russian", headline="По-русски")
    page = read("/ru/reports/russian/")
    assert page.all('.//p[@class="note"]') == []
    assert page.all(".//main//h1[@lang]") == []


def test_a_text_from_right_to_left_stands_so(read, training):
    make_report(training, "fa", slug="persian", headline="آب")
    (heading,) = read("/en/reports/persian/").all(".//main//h1")
    assert (heading.get("lang"), heading.get("dir")) == ("fa", "rtl")
    (line,) = read("/en/reports/").all(".//main//h3")
    assert (line.get("lang"), line.get("dir")) == ("fa", "rtl")


@pytest.mark.parametrize(
    ("reader", "shown"), [("kk", "ru"), ("ky", "ru"), ("tg", "tg"), ("uz", "ru"), ("en", "en")]
)
def test_a_missing_language_falls_back(read, training, reader, shown):
    report = make_report(training, "en", slug="many", headline="en")
    make_report_text(report, "ru", headline="ru")
    make_report_text(report, "tg", headline="tg")
    assert read(f"/{reader}/reports/many/").heading == shown


def test_the_other_languages_of_the_text_are_offered(read, training):
    report = make_report(training, "en", slug="many")
    make_report_text(report, "kk", headline="Қазақша")
    page = read("/en/reports/many/")
    assert page.links(".//aside")["Қазақша"] == "/kk/reports/many/"


# --- The list ------------------------------------------------------------------------------------


def test_reports_stand_newest_first_and_an_undated_one_by_its_publication(read, training):
    make_report(training, headline="Undated, published 2024-05-01")
    make_report(training, headline="Older", date="2019-01-01")
    make_report(training, headline="Newer", date="2025-01-01")
    assert read("/en/reports/").lines(".//main//h3") == [
        "Newer",
        "Undated, published 2024-05-01",
        "Older",
    ]


def test_the_day_of_publication_is_that_of_the_site(db):
    late = datetime(2024, 5, 1, 20, 30, 15, 250_000, tzinfo=UTC)  # after midnight in Almaty
    make_report_text(make_report(published=False, language="kk"), published_at=late)
    day = ReportText.objects.filter(published_at=late).values_list(LocalDay("published_at"))
    assert list(day) == [(date(2024, 5, 2),)]


def test_a_line_of_the_list_says_date_place_and_source(read, training):
    make_report(
        training, headline="H", lead="L", date="2024-05-18", dateline_place="OSH", source="Paper"
    )
    assert read("/en/reports/").line('.//ul[@class="news"]') == (
        "H L 18 May 2024 Filed from: OSH Paper"
    )


def test_an_empty_list_says_so(read):
    assert read("/en/reports/").line('.//p[@class="empty"]') == "There is no report yet."


def test_words_of_the_lead_are_found_and_those_of_a_draft_are_not(read, training):
    make_report(training, headline="Found", lead="Springs and wells")
    make_report(training, headline="Draft", lead="Springs and wells", published=False)
    assert read("/en/reports/?q=wells").lines(".//main//h3") == ["Found"]


def test_a_report_in_one_language_speaks_of_no_other(read, db):
    report = make_report(make_training(), slug="one")
    assert "In other languages" not in read("/en/reports/one/").headings
    make_report_text(report, "ru", headline="Вода")
    assert "In other languages" in read("/en/reports/one/").headings
