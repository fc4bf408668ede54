"""Counted figures in a report: live in the preview, frozen for readers, corrected with a date."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache

from tests.factories import make_block, make_group, make_report
from tests.newsroom.reviewing import page, press, told
from tests.volunteers.donor.making import make_held, make_participant
from trainings.models import BlockFigures
from trainings.services import freezing, publish
from volunteers.models import Registration

NOT_FROZEN = "Not frozen yet: these are the numbers of this moment."


@pytest.fixture
def training(db):
    training = make_held()
    for country in ("TJ", "TJ", "KG"):
        make_participant(training, country=country)
    return training


@pytest.fixture
def text(training):
    report = make_report(training, headline="Springs", lead="Held.", published=False, slug="s")
    text = report.texts.get()
    make_block(text, "figures", source="attended", breakdown="country", heading="Who came")
    return text


def read(client) -> str:
    return client.get("/en/reports/s/").content.decode()


def preview(client, text) -> str:
    return client.get(f"/admin/trainings/reporttext/{text.pk}/preview/").content.decode()


def one_more(training):
    make_participant(training, country="KG")


def test_the_preview_shows_live_numbers_and_says_so(editor_client, text, training):
    assert NOT_FROZEN in preview(editor_client, text)
    assert '<span class="big">3</span>' in preview(editor_client, text)
    one_more(training)
    assert '<span class="big">4</span>' in preview(editor_client, text)
    assert not BlockFigures.objects.exists()


def test_publishing_freezes_them_with_their_moment(client, editor, text, training):
    with time_machine.travel(datetime(2026, 11, 29, 9, tzinfo=UTC)):
        publish.publish(text, by=editor)
    one_more(training)
    page_ = read(client)
    assert '<span class="big">3</span> <span class="who">people who attended</span>' in page_
    assert "as of 29 November 2026, 14:00 (Almaty, UTC+5)" in page_
    assert NOT_FROZEN not in page_


def test_of_a_training_that_is_not_public_not_even_a_number_is_told(
    client, editor_client, editor, text, training
):
    publish.publish(text, by=editor)
    assert "Who came" in read(client)
    training.published_at = None
    training.save()
    assert "Who came" not in read(client)
    text.blocks.get().frozen.all().delete()
    publish.keep_public(text, by=editor)
    assert not BlockFigures.objects.exists()


def test_counted_and_reported_stand_apart_and_are_not_added(client, editor, text, training):
    make_group(training, "participants", count=45)
    make_block(text, "figures")
    publish.publish(text, by=editor)
    assert re.findall(r'<span class="big">(\d+)</span>', read(client)) == ["3", "45"]
    assert BlockFigures.objects.count() == 1


def test_later_numbers_stand_beside_the_frozen_ones(editor_client, editor, text, training):
    publish.publish(text, by=editor)
    assert "Figures that changed since" not in editor_client.get(page(text)).content.decode()
    one_more(training)
    table = editor_client.get(page(text)).content.decode()
    assert '<th scope="row">In all</th><td>3</td><td>4</td>' in table
    assert '<th scope="row">Kyrgyzstan</th><td>1</td><td>2</td>' in table
    assert '<th scope="row">Tajikistan</th><td>2</td><td>2</td>' in table


def test_a_country_that_came_or_went_since_stands_with_nobody(
    editor_client, editor, text, training
):
    publish.publish(text, by=editor)
    Registration.objects.filter(training=training, country="KG").update(country="UZ")
    table = editor_client.get(page(text)).content.decode()
    assert '<th scope="row">Kyrgyzstan</th><td>1</td><td>0</td>' in table
    assert '<th scope="row">Uzbekistan</th><td>0</td><td>1</td>' in table


def test_the_first_page_of_the_desk_leads_to_figures_that_changed(
    editor_client, editor, text, training
):
    publish.publish(text, by=editor)
    said = "Its figures have changed since it was published."
    assert said not in editor_client.get("/admin/").content.decode()
    cache.clear()  # which holds it for some minutes
    one_more(training)
    desk = editor_client.get("/admin/").content.decode()
    assert f'<a href="{page(text)}#figures">{said}</a>' in desk
    press(editor_client, text, "correct", block=text.blocks.get().pk, why="One came late.")
    assert said not in editor_client.get("/admin/").content.decode()


def test_a_correction_is_dated_and_says_why_and_what_was_before(
    client, editor_client, editor, text, training
):
    publish.publish(text, by=editor)
    one_more(training)
    block = text.blocks.get()
    with time_machine.travel(datetime(2026, 12, 3, 9, tzinfo=UTC), tick=True):
        editor_client.force_login(editor)
        said = told(editor_client, text, "correct", block=block.pk, why="One came late.")
    assert said == ["Corrected. The page shows the numbers of now, and says that and why."]
    page_ = read(client)
    assert '<span class="big">4</span>' in page_
    assert (
        "<strong>Corrected on 3 December 2026:</strong> One came late. Earlier: In all 3; " in page_
    )
    assert "Kyrgyzstan 1." in page_
    assert [row.why for row in block.frozen.all()] == ["", "One came late."]


def test_what_is_frozen_stays_when_the_text_is_changed(client, editor, text, training):
    publish.publish(text, by=editor)
    one_more(training)
    publish.keep_public(text, by=editor)
    assert '<span class="big">3</span>' in read(client)
    assert BlockFigures.objects.count() == 1


def test_the_newest_correction_stands_first(client, editor, text, training):
    publish.publish(text, by=editor)
    for why in ("One came late.", "And another."):
        one_more(training)
        freezing.correct(text.blocks.get(), why=why, by=editor)
    said = re.findall(r"</strong> (.*?) Earlier: In all (\d+);", read(client))
    assert said == [("And another.", "4"), ("One came late.", "3")]


def test_a_reason_ends_like_a_sentence(client, editor_client, editor, text, training):
    publish.publish(text, by=editor)
    one_more(training)
    press(editor_client, text, "correct", block=text.blocks.get().pk, why="One came late")
    assert "One came late. Earlier: In all 3" in read(client)


@pytest.mark.parametrize("why", ["", "  ", "x" * 301, "a\x00b"])
def test_a_correction_without_a_reason_is_refused(editor_client, editor, text, training, why):
    publish.publish(text, by=editor)
    one_more(training)
    press(editor_client, text, "correct", block=text.blocks.get().pk, why=why)
    assert BlockFigures.objects.count() == 1


def test_nothing_is_corrected_where_nothing_changed(editor_client, editor, text):
    publish.publish(text, by=editor)
    [said] = told(editor_client, text, "correct", block=text.blocks.get().pk, why="So.")
    assert said == "These figures are still those of the record. Nothing was changed."


def test_a_correction_by_sex_tells_of_the_total_alone(client, editor, training, text):
    Registration.objects.all().delete()
    for sex in ["female"] * 6 + ["male"] * 6:
        make_participant(training, sex=sex)
    text.blocks.update(breakdown="sex")
    publish.publish(text, by=editor)
    make_participant(training, sex="male")
    freezing.correct(text.blocks.get(), why="Late.", by=editor)
    assert "Late. Earlier: In all 12.</p>" in read(client)


def test_a_public_block_that_asks_for_something_else_shows_nothing_until_frozen(
    client, editor, text
):
    publish.publish(text, by=editor)
    text.blocks.update(breakdown="category")
    assert "Who came" not in read(client)
    publish.keep_public(text, by=editor)
    assert "national volunteer" in read(client).casefold()
