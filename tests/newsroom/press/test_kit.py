"""The press kit of a published report: its page and its files."""

import csv
import io

import pytest

from tests.factories import (
    make_block,
    make_fact,
    make_group,
    make_photo,
    make_picture,
    make_quote,
    make_report_text,
)
from tests.newsroom.press.conftest import KIT
from trainings.models import Photo
from trainings.press.share import LENGTH, share_text

FILES = ["report.pdf", "report.txt", "report.md", "quotes.csv", "figures.csv", "photos.zip"]


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_report_leads_to_its_kit_and_the_kit_to_each_file(springs, read):
    assert KIT in read("/en/reports/springs/").links(".//aside").values()
    page = read(KIT)
    assert page.heading == "Volunteers count springs"
    assert [link for link in page.links().values() if "/press/" in link] == [
        KIT + name for name in FILES
    ]


def test_the_kit_says_who_said_what_how_many_and_whom_to_ask(springs, read):
    page = read(KIT)
    assert page.section("quotes").startswith("Quotes “Water first” Aida Expert, UNDP")
    assert "45 Volunteers" in page.section("figures").replace("volunteers", "Volunteers")
    assert "At the well Photograph: A. Person Full size 90 × 60" in page.section("photos")
    credit = page.line(".//aside")
    assert "The Paper Licence: CC BY 4.0 Contact: press@example.org" in credit


def test_a_kit_offers_no_file_in_which_nothing_would_stand(springs, read):
    springs.text.blocks.exclude(kind="text").delete()
    springs.photo.delete()
    named = [link for link in read(KIT).links().values() if "/press/" in link]
    assert named == [KIT + name for name in FILES[:3]]


def test_the_plain_text_is_the_whole_report_and_where_it_is_from(springs, fetch, settings):
    assert fetch("report.txt").decode().split("\n\n") == [
        "Volunteers count springs",
        "The Paper · 18 May 2024",
        "They walked for two days.",
        f"OSH — Springs are many. See the map ({settings.SITE_URL}/en/countries/).",
        "“Water first”\n— Aida, Expert, UNDP",
        "WHO TOOK PART",
        (
            "Volunteers: 45 (as published: “Forty-five”)\n"
            "  Guests: not stated\n"
            "    Countries: Kyrgyzstan (published as “Kirghizia”)"
        ),
        "As reported. Groups may overlap and are never added up.",
        "PHOTOGRAPHS",
        "[At the well]\nPhotograph: A. Person",
        (
            "Source: The Paper\nLicence: CC BY 4.0\nContact: press@example.org\n"
            f"Address: {settings.SITE_URL}/en/reports/springs/\n"
        ),
    ]


def test_lists_and_quotations_keep_their_shape_in_plain_text(springs, fetch):
    body = "# A part\n\n- one\n- two\n  1. deep\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    springs.text.blocks.filter(kind="text").update(body=body)
    plain = fetch("report.txt").decode()
    assert "A PART\n- one\n- two\n  1. deep\n\n> said\n\na · b\n\n1 · 2" in plain


def test_the_markdown_escapes_what_is_no_markdown(springs, fetch):
    springs.report.texts.update(headline="* 1. [Springs]")
    marked = fetch("report.md").decode()
    assert marked.startswith("# \\* 1. \\[Springs\\]\n")
    assert "OSH — Springs are **many**. See [the map](/en/countries/)." in marked
    assert "> “Water first”\n>\n> — Aida, Expert, UNDP" in marked


def test_a_quote_is_a_row_with_who_said_it(springs, fetch):
    make_block(springs.text, "quote", quote=make_quote(springs.training, "=1+1", language="ru"))
    heads, first, second = rows(fetch("quotes.csv"))
    assert first == ["Water first", "en", "", "Aida", "Expert", "UNDP", "no", "Springs"]
    assert second[:4] == ["'=1+1", "ru", "", ""]
    assert len(heads) == len(first)


def test_a_figure_is_a_row_that_says_what_it_counts_and_as_of_when(springs, fetch):
    heads, tags, *found = rows(fetch("figures.csv"))
    assert [tags[0], tags[2], tags[13]] == ["#group+name", "#affected+num", "#date+asof"]
    assert (len(heads), heads[2], heads[13]) == (len(tags), "How many", "As of")
    assert [row[0] for row in found] == ["volunteers", "guests", "guests"]
    assert found[0][2:6] == ["45", "exactly", "people", "Forty-five"]
    assert {row[13] for row in found} == {"2024-05-18"}


def test_a_quote_and_a_group_that_two_blocks_show_are_in_the_tables_once(springs, fetch):
    before = [rows(fetch(name)) for name in ("quotes.csv", "figures.csv")]
    make_block(springs.text, "quote", quote=springs.quote)
    make_block(springs.text, "figures")
    assert [rows(fetch(name)) for name in ("quotes.csv", "figures.csv")] == before


def test_an_unknown_figure_is_empty_and_no_nought(springs, fetch):
    _heads, _tags, _total, guests, country = rows(fetch("figures.csv"))
    assert (guests[1], guests[2], guests[3]) == ("volunteers", "", "")
    assert (country[2], country[5], country[9], country[10]) == (
        "",
        "Kirghizia",
        "KG",
        "Kyrgyzstan",
    )


def test_the_zip_holds_photographs_in_full_size_with_their_credits(springs, unpacked):
    found = unpacked()
    assert list(found) == ["01-at-the-well.jpg", "credits.csv", "credits.txt"]
    with springs.photo.image.open() as file:
        assert found["01-at-the-well.jpg"] == file.read()
    assert rows(found["credits.csv"])[1][:4] == [
        "01-at-the-well.jpg",
        "At the well",
        "",
        "A. Person",
    ]
    assert "A. Person" in found["credits.txt"].decode()


def test_photographs_of_one_name_do_not_hide_one_another(springs, unpacked):
    make_photo(springs.training, "At the well", image=make_picture(colour="#fff"))
    make_photo(springs.training, "Қыздар құдықта", image=make_picture(colour="#000"))
    assert list(unpacked())[:3] == [
        "01-at-the-well.jpg",
        "02-at-the-well.jpg",
        "03-qyzdar-qudyqta.jpg",
    ]


@pytest.mark.parametrize("change", [{"public": False}, {"consent": "withdrawn"}])
def test_the_zip_holds_no_photograph_that_may_not_be_shown(springs, unpacked, client, change):
    make_photo(springs.training, "Another", image=make_picture(colour="#fff"))
    Photo.objects.filter(pk=springs.photo.pk).update(**change)
    assert list(unpacked()) == ["01-another.jpg", "credits.csv", "credits.txt"]
    assert b"At the well" not in unpacked()["credits.csv"]


def test_a_picture_that_the_storage_lost_is_said_and_the_rest_is_sent(springs, unpacked):
    make_photo(springs.training, "Another", image=make_picture(colour="#fff"))
    springs.photo.image.storage.delete(springs.photo.image.name)
    found = unpacked()
    assert list(found) == ["02-another.jpg", "credits.csv", "credits.txt"]
    lost = rows(found["credits.csv"])[1]
    assert lost[:2] == ["the picture is missing from the storage", "At the well"]


def test_a_photograph_on_record_by_its_caption_alone_is_in_no_zip(springs, unpacked, read):
    make_photo(springs.training, "A picture that is lost")
    assert len(unpacked()) == 3
    assert "A picture that is lost" in read(KIT).section("photos")


def test_a_training_that_is_a_draft_gives_nothing_to_the_kit(springs, fetch, unpacked, read):
    make_block(springs.text, "facts", facts=[make_fact(wording="a fact")])
    type(springs.training).objects.update(published_at=None)
    page = read(KIT)
    assert [page.section(name) for name in ("quotes", "figures", "photos")] == ["", "", ""]
    assert "Water first" not in fetch("report.txt").decode()
    assert list(unpacked()) == ["credits.csv", "credits.txt"]


def test_the_words_to_share_stand_in_each_published_language(springs, read):
    make_report_text(springs.report, "ru", headline="Родники", share_text="Приходите к роднику!")
    make_report_text(springs.report, "kk", headline="Бұлақтар", published=False)
    page = read(KIT)
    assert page.section("share").count("Copy these words") == 0
    assert page.lines(".//p[@lang]") == [
        "Volunteers count springs They walked for two days.",
        "Приходите к роднику!",
    ]


@pytest.mark.parametrize("letter", ["я", "👍🏽", "é"])
def test_words_to_share_are_cut_at_a_word_and_never_too_long(springs, letter):
    springs.text.lead = f"{letter * 9} " * 100
    shared = share_text(springs.text)
    assert LENGTH - 20 < len(shared) <= LENGTH
    assert shared.endswith(f" {letter * 9}…")


def test_words_to_share_of_a_headline_alone_are_the_headline(springs):
    springs.text.lead = ""
    assert share_text(springs.text) == "Volunteers count springs"
    springs.text.headline = "Springs " * 37
    assert share_text(springs.text).endswith("Springs…")


@pytest.mark.parametrize(
    "address", ["/xx/reports/springs/press/", KIT + "passwords.csv", "/en/reports/none/press/"]
)
def test_what_is_not_there_is_a_page_that_says_so(springs, client, address):
    assert client.get(KIT).status_code == 200
    assert client.get(address).status_code == 404


def test_a_kit_in_a_language_without_a_text_says_which_it_shows(springs, read):
    page = read("/tg/reports/springs/press/")
    assert page.heading == "Volunteers count springs"
    assert page.all('.//h1[@lang="en"]') != []


@pytest.mark.parametrize("state", ["draft", "review", "archived"])
def test_a_text_that_is_not_published_has_no_kit(springs, client, state):
    assert client.get(f"{KIT}report.txt").status_code == 200
    springs.report.texts.update(state=state, published_at=None)
    assert [client.get(KIT + name).status_code for name in ("", *FILES)] == [404] * 7


def test_five_hundred_photographs_are_never_held_at_once(springs, unpacked, monkeypatch):
    from trainings.press import photos

    made = make_photo(springs.training, "One", image=make_picture(colour="#fff"))
    several = [Photo(training=springs.training, caption={"en": f"Nr. {n}"}) for n in range(498)]
    for one in several:
        one.image.name = made.image.name
    Photo.objects.bulk_create(several)
    held = []
    take = photos.Pipe.take
    monkeypatch.setattr(photos.Pipe, "take", lambda pipe: held.append(len(pipe.held)) or take(pipe))
    assert len(unpacked()) == 502
    assert max(held[:-1]) < 10_000


def test_a_story_of_several_trainings_asks_in_a_fixed_number_of_queries(
    springs, client, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as few:
        client.get(KIT)
    for number in range(4):
        make_photo(springs.training, f"Photograph {number}")
        quote = make_quote(springs.training, f"Quote {number}", appearance=springs.quote.appearance)
        make_block(springs.text, "quote", quote=quote)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(KIT)


def test_the_first_numbers_stand_beside_the_report_with_where_they_are_from(springs, read):
    make_group(springs.training, "women", count=30, sex="female")
    aside = read("/en/reports/springs/").line(".//aside")
    assert "In figures 45 volunteers As reported on 18 May 2024" in aside
    springs.text.blocks.filter(kind="figures").update(source="attended")
    assert "In figures" not in read("/en/reports/springs/").line(".//aside")
