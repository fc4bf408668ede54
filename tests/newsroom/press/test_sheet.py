"""A report as PDF: what stands in it, in every alphabet, however long it is."""

import pytest

from tests.factories import make_block, make_photo, make_picture, make_quote
from tests.volunteers.papers.pdf import pages, text_of
from tests.volunteers.papers.test_lettering import ALPHABETS
from trainings.models import Block
from trainings.press import sheet
from trainings.press.pictured import scaled


@pytest.fixture
def drawn(fetch):
    """A function giving all words of the PDF in one line, as a reader copies them."""
    return lambda: " ".join(text_of(fetch("report.pdf")))


def written(springs, body):
    springs.text.blocks.filter(kind="text").update(body=body)


def test_it_holds_the_whole_report(springs, drawn):
    words = drawn()
    for said in (
        "Volunteers count springs",
        "They walked for two days.",
        "OSH — ",
        "“Water first”",
        ", Expert, UNDP",
        "45 volunteers  (as published: “Forty-five”)",
        "Guests: not stated Countries: Kyrgyzstan (published as “Kirghizia”)",
        "At the well",
        "Photograph: A. Person",
        "The Paper",
        "CC BY 4.0",
        "/en/reports/springs/",
        "Page 1 of ",
    ):
        assert said in words, said


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_alphabet_is_read_back_as_it_was_written(springs, drawn, alphabet):
    written(springs, f"{alphabet}\n\n**{alphabet}**\n\n*{alphabet}*")
    assert drawn().count(alphabet) == 3


def test_markdown_becomes_headings_lists_and_links(springs, fetch):
    written(springs, "# A part\n\n1. one\n2. two\n\n> said\n\n[map](https://example.org/map)")
    pdf = fetch("report.pdf")
    found = text_of(pdf)
    begins = found.index("A part")
    assert found[begins : begins + 7] == ["A part", "1.", "one", "2.", "two", "said", "map"]
    assert b"https://example.org/map" in pdf


def test_a_word_longer_than_a_line_is_broken_and_nothing_is_lost(springs, drawn):
    written(springs, "Selbstverwaltung" * 40)
    assert "Selbstverwaltung" * 40 in drawn().replace(" ", "")


def test_letters_without_a_type_are_written_in_latin_ones_and_that_is_said(springs, drawn):
    assert "Latin ones" not in drawn()
    quote = make_quote(springs.training, "آب زندگی است", language="fa")
    make_block(springs.text, "quote", quote=quote)
    assert "written in Latin ones" in drawn()
    assert "\ufffd" not in drawn()


def test_counts_by_country_stand_with_bars(springs, drawn):
    springs.total.countries.create(country_id="KZ", count=14)
    springs.total.countries.create(country_id="UZ")
    assert "Kazakhstan 14 Uzbekistan not stated" in drawn()


def test_a_picture_is_drawn_and_a_missing_one_is_said(springs, fetch, drawn):
    assert b"/Subtype /Image" in fetch("report.pdf")
    springs.photo.image.storage.delete(springs.photo.image.name_for(1600))
    assert b"/Subtype /Image" not in fetch("report.pdf")
    assert "the picture is not on record" in drawn()


def test_a_heading_stands_on_the_page_of_its_photograph(springs, fetch):
    written(springs, "\n\n".join(["They walked on."] * 8))
    said = [page for page in pages(fetch("report.pdf")) if "Photographs" in page]
    assert [("At the well" in page) for page in said] == [True]


def test_several_photographs_stand_side_by_side(springs, fetch):
    for _number in range(3):
        make_photo(springs.training, "Another", image=make_picture(size=(900, 900)))
    Block.objects.filter(kind="gallery").get().photos.clear()
    assert [page.count("Another") for page in pages(fetch("report.pdf"))] == [2, 1]


def test_a_table_stands_in_columns(springs, fetch):
    written(springs, "|Country|Wells|\n|-|-:|\n|Kyrgyzstan|140|\n|Tajikistan|90|\n\nAfter it.")
    found = text_of(fetch("report.pdf"))
    begins = found.index("Country")
    said = ["Country", "Wells", "Kyrgyzstan", "140", "Tajikistan", "90", "After it."]
    assert found[begins : begins + 7] == said


def test_a_table_of_long_cells_or_many_columns_loses_no_word(springs, drawn):
    long = "spring " * 900
    many = "|" + "a|" * 30 + "\n" + "|" + "-|" * 30
    written(springs, f"|Well|Told|\n|-|-|\n|Osh|{long}|\n\n{many}")
    words = drawn().split()
    assert words.count("spring") == 900
    assert words.count("a") == 30


def test_a_picture_of_few_dots_is_not_blown_up():
    assert scaled(200, 100, wide=170) * 200 < 60
    assert scaled(3000, 1000, wide=170) * 3000 == pytest.approx(170)


def test_no_last_page_holds_only_the_foot(springs, fetch):
    block = make_block(springs.text)
    for number in range(20, 44, 3):
        Block.objects.filter(pk=block.pk).update(body="They went on.\n\n" * number)
        *_before, last = pages(fetch("report.pdf"))
        assert "They went on." in last, number


def test_more_photographs_than_a_paper_takes_are_counted(springs, drawn, monkeypatch):
    monkeypatch.setattr(sheet, "MOST_PHOTOS", 1)
    make_photo(springs.training, "Another", image=make_picture(colour="#fff"))
    Block.objects.filter(kind="gallery").get().photos.clear()
    words = drawn()
    assert "At the well" in words
    assert "Another" not in words
    assert "Photographs that stand at the address of the report alone: 1" in words


def test_a_huge_report_ends_where_it_says_so(springs, fetch, monkeypatch):
    monkeypatch.setattr(sheet, "MOST_LETTERS", 20_000)
    written(springs, "Springs and wells of the valley. " * 3000)
    make_block(springs.text, body="The end.")
    found = pages(fetch("report.pdf"))
    assert 4 <= len(found) <= 8
    words = [text for page in found for text in page]
    assert "This paper ends here. The whole report stands at its address: " in words
    assert "The end." not in words


def test_the_same_report_is_the_same_file(springs, fetch):
    assert fetch("report.pdf") == fetch("report.pdf")
