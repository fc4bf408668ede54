"""What keeps a text from being published leads to where in the editor it is taken out."""

import re

import pytest

from tests.factories import make_appearance, make_block, make_person, make_photo, make_quote
from tests.newsroom.editor import writing
from tests.newsroom.reviewing import page, press, told
from trainings.services import drafts, publish
from trainings.services.refusal import InText


@pytest.fixture
def zebo(draft):
    """Someone of the training of `draft` who is under 18."""
    person = make_person("Zebo Example", under_age=True)
    return make_appearance(draft.report.trainings.get(), person)


def ways(html: str) -> list[tuple[str, str]]:
    """The links to places of the editor: what the address ends in, and the words."""
    return re.findall(r'<a[^>]* href="[^"#]*#((?:id_|[bn]\d)[^"]*)"[^>]*>([^<]*)</a>', html)


def refused(text, by) -> list[str]:
    with pytest.raises(InText) as refusal:
        publish.publish(text, by=by)
    return [spot.place for spot in refusal.value.spots]


def test_a_quote_is_led_to_in_each_block_that_shows_it(editor, editor_client, draft, zebo):
    quote = make_quote(zebo.training, "Water", appearance=zebo, approval="approved")
    make_block(draft, body="They met.", order=0)
    first, second = (make_block(draft, "quote", quote=quote, order=order) for order in (1, 2))
    make_block(draft, "quote", quote=make_quote(zebo.training, approval="approved"), order=3)
    assert refused(draft, editor) == [f"b{first.pk}", f"b{second.pk}"]
    [said] = told(editor_client, draft, "publish")
    assert ways(said) == [
        (f"b{first.pk}", "Go to block 2, quote"),
        (f"b{second.pk}", "Go to block 3, quote"),
    ]


@pytest.mark.parametrize("kind", ["photo", "gallery", "gallery of all"])
def test_a_photograph_is_led_to_alone_and_among_several(editor, draft, zebo, kind):
    photos = [make_photo(zebo.training, name, consent="given") for name in ("Well", "Hill")]
    photos[0].people.set([zebo.person])
    picked = {"photo": {"photo": photos[0]}, "gallery": {"photos": photos}}.get(kind, {})
    make_block(draft, "photo", photo=photos[1], order=0)
    block = make_block(draft, kind.split()[0], order=1, **picked)
    assert refused(draft, editor) == [f"b{block.pk}"]


def test_a_name_is_led_to_wherever_it_stands_in_words(editor, draft, zebo):
    for name in ("headline", "lead", "byline", "share_text"):
        setattr(draft, name, "By Zebo Example")
    draft.save()
    block = make_block(draft, heading="Of Zebo Example", body="As Zebo\nExample said.")
    parts = ["id_headline", "id_lead", "id_byline", "id_share_text"]
    assert refused(draft, editor) == [*parts, f"id_b{block.pk}-heading", f"id_b{block.pk}-body"]


@pytest.mark.parametrize("name", ["byline", "share_text"])
def test_words_to_share_and_the_author_name_nobody_who_may_not_be_shown(editor, draft, zebo, name):
    setattr(draft, name, "Zebo Example")
    draft.save()
    assert refused(draft, editor) == [f"id_{name}"]


def test_a_block_that_is_not_saved_yet_is_led_to_in_its_draft(editor, editor_client, draft, zebo):
    publish.publish(draft, by=editor)
    made = drafts.new_block(body="Zebo Example spoke.")
    drafts.save(draft, {"headline": "Zebo Example", "blocks": [made]}, version=0, by=editor)
    answer = writing.press(editor_client, draft, "put_in")
    assert "Take the name out of the words." in writing.refusal(answer)
    [notice] = re.findall(r'id="refusal".*?</p>', answer.content.decode(), re.DOTALL)
    assert ways(notice) == [
        ("id_headline", "Go to: headline"),
        (f"id_{made['key']}-body", "Go to block 1, text"),
    ]
    assert not draft.blocks.exists()


def test_the_button_of_the_editor_leads_there_at_once(editor_client, draft, zebo):
    block = make_block(draft, body="Zebo Example spoke.")
    answer = writing.press(editor_client, draft, "_publish")
    assert answer.redirect_chain[-1][0] == f"{writing.address(draft)}#id_b{block.pk}-body"


def test_the_page_and_the_list_of_reports_lead_there(editor_client, draft, zebo):
    block = make_block(draft, body="Zebo Example spoke.")
    chosen = {"action": "publish_chosen", "_selected_action": draft.report_id}
    answer = editor_client.post("/admin/trainings/report/", chosen, follow=True)
    assert (f"id_b{block.pk}-body", "Go to block 1, text") in ways(answer.content.decode())


def test_the_review_leads_there_from_each_line_but_not_to_what_was_taken_out(
    editor, editor_client, draft, zebo
):
    quote = make_quote(zebo.training, "Water", appearance=zebo, approval="approved")
    block = make_block(draft, "quote", quote=quote, order=0)
    other = make_quote(zebo.training, approval="asked")
    asked = make_block(draft, "quote", quote=other, order=1)
    shown = ways(editor_client.get(page(draft)).content.decode())
    assert [place for place, _words in shown] == [f"b{one.pk}" for one in (block, block, asked)]
    content = drafts.writing(draft).content
    content["blocks"][0]["removed"] = True
    drafts.save(draft, content, version=0, by=editor)
    shown = ways(editor_client.get(page(draft)).content.decode())
    assert [place for place, _words in shown] == [f"b{asked.pk}"]


def test_what_is_said_is_escaped(editor_client, draft, zebo):
    quote = make_quote(zebo.training, "<b>Water</b>", appearance=zebo, approval="refused")
    make_block(draft, "quote", quote=quote)
    answer = press(editor_client, draft, "publish").content.decode()
    assert "&lt;b&gt;Water" in answer
    assert "<b>Water" not in answer
