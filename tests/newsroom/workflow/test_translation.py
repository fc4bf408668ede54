"""A translation begins with its source's blocks, stands beside it, and knows when it changed."""

from tests.factories import make_block, make_fact, make_quote
from tests.newsroom.reviewing import page, told
from trainings.models import ReportText
from trainings.services import drafts, translating


def translated(editor, draft) -> ReportText:
    return translating.translate(draft, "ru", by=editor)


def test_it_has_the_blocks_of_its_source_in_order_and_no_headline(editor_client, draft):
    fact, quote = make_fact(), make_quote(draft.report.trainings.get())
    make_block(draft, body="Words.", heading="Why")
    make_block(draft, "quote", quote=quote)
    make_block(draft, "facts", facts=[fact], organisations=[fact.organisation])
    make_block(draft, "figures", source="attended", breakdown="sex")
    assert told(editor_client, draft, "translate", language="ru") == [
        "A draft in a new language was begun: Russian."
    ]
    text = draft.report.texts.get(language="ru")
    assert (text.headline, text.lead, text.state) == ("", "", "draft")
    rows = text.blocks.values_list("kind", "heading", "body", "quote", "source", "breakdown")
    assert list(rows) == [
        ("text", "Why", "Words.", None, "reported", ""),
        ("quote", "", "", quote.pk, "reported", ""),
        ("facts", "", "", None, "reported", ""),
        ("figures", "", "", None, "attended", "sex"),
    ]
    block = text.blocks.get(kind="facts")
    assert (block.facts.get(), block.organisations.get()) == (fact, fact.organisation)


def test_the_words_of_the_source_stand_beside(editor_client, editor, draft):
    make_block(draft, body="The well is deep.")
    text = translated(editor, draft)
    read = editor_client.get(page(text)).content.decode()
    assert "Beside its source: English" in read
    assert read.index("Water for all") < read.index("The well is deep.")
    assert "Still in the words of the source:" in read


def test_a_language_that_is_there_is_refused(editor_client, draft):
    told(editor_client, draft, "translate", language="en")
    assert ReportText.objects.count() == 1


def test_it_is_out_of_date_when_the_source_changes_until_somebody_looked(
    editor_client, editor, draft
):
    text = translated(editor, draft)
    assert not text.is_out_of_date
    written = drafts.writing(draft).content
    drafts.save(draft, {**written, "lead": "It rained."}, version=0, by=editor)
    assert not ReportText.objects.get(pk=text.pk).is_out_of_date
    drafts.put_in(draft, by=editor)
    text = ReportText.objects.get(pk=text.pk)
    assert text.is_out_of_date
    assert "changed since this was translated" in editor_client.get(page(text)).content.decode()
    told(editor_client, text, "catch_up")
    assert not ReportText.objects.get(pk=text.pk).is_out_of_date


def test_what_is_no_translation_can_not_catch_up(editor_client, draft):
    assert told(editor_client, draft, "catch_up") == ["This text is not a translation."]


def test_each_language_is_published_by_itself(editor_client, editor, draft):
    text = translated(editor, draft)
    told(editor_client, draft, "publish")
    text.refresh_from_db()
    assert (draft.state, text.state) == ("published", "draft")


def test_the_editor_opens_with_the_source_beside_it(editor_client, editor, draft):
    text = translated(editor, draft)
    read = editor_client.get(f"/admin/trainings/reporttext/{text.pk}/change/").content.decode()
    assert "open><summary><h2>The source: English</h2>" in read
    read = editor_client.get(f"/admin/trainings/reporttext/{draft.pk}/change/").content.decode()
    assert "open><summary><h2>Preview</h2>" in read
