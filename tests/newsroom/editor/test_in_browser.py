"""The editor with its scripts: by keyboard, beside a colleague, and after the session ended."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.desk.conftest import desk  # noqa: F401 - a fixture
from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_person,
    make_quote,
)
from tests.newsroom.editor.writing import address
from trainings.models import TextDraft
from trainings.services import drafts

pytestmark = pytest.mark.browser


@pytest.fixture
def page(desk, text):  # noqa: F811
    """The editor, open."""
    page = desk()
    page.goto(address(text))
    return page


def saved(page, wanted) -> dict:
    """What the draft holds, as soon as `wanted` says so of its blocks."""
    for _quarter in range(100):
        draft = TextDraft.objects.first()
        if draft and wanted(draft.content["blocks"]):
            return draft.content
        page.wait_for_timeout(250)
    raise AssertionError(draft and draft.content)


def test_a_text_is_written_by_keyboard_alone(page, text, training):
    quote = make_quote(training)
    page.reload()
    page.locator("textarea.markdown").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" They spoke ")
    page.keyboard.press("Control+b")
    page.keyboard.type("well")
    page.keyboard.press("Alt+ArrowUp")  # the only block stays
    page.locator(".add-here > summary").last.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Quote", exact=True).last.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Alt+ArrowUp")
    moved, words = saved(page, lambda blocks: blocks[0]["quote"])["blocks"]
    assert (words["body"], moved["quote"]) == ("They met. They spoke **well**", quote.pk)
    assert list(text.blocks.values_list("body", flat=True)) == ["They met."]
    frame = page.frame_locator("#preview")
    expect(frame.locator(".story-text strong")).to_have_text("well")
    page.locator(".block").first.get_by_role("button", name="Take this block out").press("Enter")
    page.keyboard.press("Enter")  # the focus is on “Put back”
    expect(page.locator(".block").first).to_be_focused()
    expect(page.locator(".block.gone")).to_have_count(0)


def test_words_typed_before_the_script_came_are_saved(desk, text):  # noqa: F811
    def type_first(route):
        page.get_by_label("Lead").fill("Typed at once.")
        route.continue_()

    page = desk()
    page.route("**/js/editor.js", type_first)
    page.goto(address(text))
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    assert TextDraft.objects.get().content["lead"] == "Typed at once."


def test_a_block_is_dragged_by_its_head(page, text):
    make_block(text, body="They left.", order=1)
    page.reload()
    first, second = (page.locator(".block").nth(place) for place in (0, 1))
    first.locator("h3").hover()
    page.mouse.down()
    box = second.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 4, steps=4)
    expect(second).to_have_class("block drop-after")
    page.mouse.up()
    content = saved(page, lambda blocks: blocks[0]["body"] == "They left.")
    assert [block["body"] for block in content["blocks"]] == ["They left.", "They met."]
    expect(page.locator("#saved")).to_contain_text("Draft saved")


def test_what_a_block_picked_is_moved_by_keyboard(page, text, training):
    papers = [make_document(training, title) for title in ("Agenda", "Map", "Notes")]
    make_block(text, "documents", documents=papers[:2], order=1)
    page.reload()
    page.get_by_role("checkbox", name="Map").press("Alt+ArrowUp")
    content = saved(page, lambda blocks: blocks[1]["documents"][0] == papers[1].pk)
    assert content["blocks"][1]["documents"] == [papers[1].pk, papers[0].pk]
    expect(page.get_by_role("button", name="Move up: Map")).to_be_disabled()
    expect(page.get_by_role("button", name="Move down: Notes")).to_be_hidden()


def test_a_refused_button_puts_the_focus_where_it_is_mended(page, complaints):
    page.locator(".add-here > summary").first.click()
    page.get_by_role("button", name="Quote", exact=True).first.click()
    block = page.locator("#blocks > .block").first
    block.get_by_text("Write down a new quote").click()
    block.get_by_role("button", name="Add this quote to the training").click()
    expect(block.get_by_label("Words", exact=True)).to_be_focused()
    page.get_by_role("button", name="Publish these changes").click()
    expect(page.locator("#refusal")).to_contain_text("Choose the quote of this block.")
    expect(page.locator(".block").first.get_by_label("What was said")).to_be_focused()
    complaints.clear()  # the browser says that a request was refused


def test_who_is_overtaken_decides_and_loses_nothing(page, text, colleague, complaints):
    hers = {**drafts.writing(text).content, "lead": "Hers."}
    drafts.save(text, hers, version=0, by=colleague)
    page.get_by_label("Lead").fill("Mine.")
    expect(page.locator("#refusal")).to_contain_text("Dana saved this text", timeout=15_000)
    assert TextDraft.objects.get().content["lead"] == "Hers."
    expect(page.get_by_label("Lead")).to_have_value("Mine.")
    page.get_by_role("button", name="Keep mine, in place of theirs").click()
    expect(page.locator("#refusal")).to_be_hidden()
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    assert TextDraft.objects.get().content["lead"] == "Mine."
    page.get_by_role("button", name="Publish these changes").click()
    expect(page.locator(".messages")).to_contain_text("Published")
    expect(page.locator("#kept")).to_be_hidden()
    complaints.clear()  # the console names the answer 409


def test_words_typed_after_the_session_ended_come_back(page, text, organizer, sign_in, complaints):
    Session.objects.all().delete()
    page.get_by_label("Lead").fill("Typed too late.")
    expect(page.locator("#signed-out")).to_be_visible(timeout=15_000)
    assert not TextDraft.objects.exists()
    page.once("dialog", lambda dialog: dialog.accept())
    sign_in(page, organizer)
    page.goto(address(text))
    page.get_by_role("button", name="Put them back").click()
    expect(page.get_by_label("Lead")).to_have_value("Typed too late.")
    assert TextDraft.objects.get().content["lead"] == "Typed too late."
    complaints.clear()


def test_a_name_that_may_not_be_shown_is_led_to(page, text, training, complaints):
    make_appearance(training, make_person("Zebo Example", consent_withdrawn=True))
    block = text.blocks.get()
    page.get_by_label("Lead").fill("With Zebo Example.")
    page.locator("textarea.markdown").fill("Zebo Example spoke.")
    page.get_by_role("button", name="Publish these changes").click()
    refusal = page.locator("#refusal")
    expect(refusal).to_contain_text("Take the name out of the words.")
    expect(page.get_by_label("Lead")).to_be_focused()
    refusal.get_by_role("link", name="Go to block 1, text").click()
    expect(page.locator(f"#id_b{block.pk}-body")).to_be_focused()
    complaints.clear()  # the browser says that a request was refused
