"""The page of a review: its buttons, remarks of colleagues, and who may press what."""

import pytest

from tests.factories import make_block, make_report, make_training
from tests.newsroom.reviewing import page, press, told
from tests.volunteers.roles.people import make_staff
from trainings.models import Comment
from trainings.services import remarks
from trainings.services.refusal import NotAllowed
from volunteers.roles import Role


def test_a_text_is_handed_in_taken_back_published_and_archived(editor_client, draft):
    states = []
    for verb in ("hand_in", "take_back", "publish", "archive"):
        told(editor_client, draft, verb)
        states.append(draft.state)
    assert states == ["review", "draft", "published", "archived"]


def test_there_is_no_way_from_a_draft_to_the_archive_nor_from_the_public_to_review(
    editor_client, draft
):
    refused = "A text that is “%s” can't become “%s”. Take it back to a draft first."
    assert told(editor_client, draft, "archive") == [refused % ("draft", "archived")]
    told(editor_client, draft, "publish")
    assert told(editor_client, draft, "hand_in") == [refused % ("published", "in review")]
    assert draft.is_published


def test_a_remark_stands_with_who_when_and_on_what(editor_client, draft):
    block = make_block(draft, heading="The well")
    told(editor_client, draft, "remark", words="How deep?", block=block.pk)
    read = editor_client.get(page(draft)).content.decode()
    assert "How deep?" in read
    assert "<b>The editor</b> · today" in read
    assert "on: The well" in read


def test_remarks_are_settled_and_opened_again(editor_client, editor, draft):
    remark = remarks.write(draft, "How deep?", by=editor)
    told(editor_client, draft, "settle", comment=remark.pk)
    remark.refresh_from_db()
    assert remark.settled_by == editor
    told(editor_client, draft, "reopen", comment=remark.pk)
    assert list(Comment.objects.open()) == [remark]


def test_who_settled_a_remark_first_stays(editor, organizer, draft):
    remark = remarks.write(draft, "How deep?", by=editor)
    remarks.settle(remark, by=editor)
    assert remarks.settle(remark, by=organizer).settled_by == editor


def test_open_remarks_are_named_and_hold_nothing_up(editor_client, editor, draft):
    remarks.write(draft, "How deep?", by=editor)
    settled = remarks.write(draft, "A comma.", by=editor)
    remarks.settle(settled, by=editor)
    assert told(editor_client, draft, "publish") == [
        "Published. Everyone can read it now. Remarks that nobody settled: How deep?"
    ]


def test_a_remark_outlives_its_block(editor, draft):
    block = make_block(draft)
    remark = remarks.write(draft, "How deep?", by=editor, block=block)
    block.delete()
    remark.refresh_from_db()
    assert (remark.block, remark.words) == (None, "How deep?")


@pytest.mark.parametrize("words", ["", "  ", "a\x00b", "x" * 2001])
def test_a_remark_that_can_not_be_kept_is_asked_for_again(editor_client, draft, words):
    answer = press(editor_client, draft, "remark", words=words)
    assert 'class="errorlist"' in answer.content.decode()
    assert not Comment.objects.exists()


def test_remarks_and_blocks_of_other_texts_are_not_found(editor_client, editor, draft):
    other = make_report(make_training()).texts.get()
    remark, block = remarks.write(other, "Mine", by=editor), make_block(other)
    assert press(editor_client, draft, "settle", comment=remark.pk).status_code == 404
    assert press(editor_client, draft, "correct", block=block.pk, why="So").status_code == 404
    press(editor_client, draft, "remark", words="Whose?", block=block.pk)
    with pytest.raises(NotAllowed, match="not in this text any more"):
        remarks.write(draft, "Whose?", by=editor, block=block)
    assert draft.comments.count() == 0


@pytest.mark.parametrize("key", ["", "x", "-1", "9" * 30, "²", "\x00"])
def test_keys_that_are_none_are_not_found(editor_client, draft, key):
    for verb, name in (("settle", "comment"), ("correct", "block")):
        assert press(editor_client, draft, verb, **{name: key}).status_code == 404


def test_a_verb_that_is_none_is_not_found(editor_client, draft):
    assert press(editor_client, draft, "burn").status_code == 404
    assert editor_client.get("/admin/trainings/reporttext/999999/review/").status_code == 404


def test_who_may_only_read_finds_no_button_and_can_press_none(client, draft):
    client.force_login(make_staff(Role.MONITORING))
    read = client.get(page(draft)).content.decode()
    assert 'name="verb"' not in read
    for verb in ("publish", "hand_in", "remark", "translate", "catch_up", "confirm"):
        assert press(client, draft, verb, words="No", language="ru").status_code == 403
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_helper_at_the_door_finds_no_review(client, draft):
    client.force_login(make_staff(Role.HELPER))
    assert client.get(page(draft)).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, draft):
    assert client.get(page(draft)).status_code == 302
    assert client.post(page(draft), {"verb": "publish"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "draft"
