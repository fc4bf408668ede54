"""What a draft does to its text, and what it never does."""

from functools import partial

import pytest
from django.contrib.admin.models import LogEntry

from tests.factories import make_fact, make_photo, make_quote, make_training
from tests.volunteers.races.racing import race
from trainings.models import Block, Comment, TextDraft
from trainings.services import drafts
from trainings.services.draft_rows import blocks_of
from trainings.services.refusal import NotAllowed


def content(text, *blocks, **words) -> dict:
    """What the text holds, with other words or blocks."""
    found = drafts.writing(text).content
    return {**found, **words, **({"blocks": list(blocks)} if blocks else {})}


def bodies(text) -> list[str]:
    return list(text.blocks.values_list("body", flat=True))


def test_a_draft_leaves_the_text_as_it_is(text, organizer):
    drafts.save(text, content(text, headline="Other"), version=0, by=organizer)
    text.refresh_from_db()
    assert (text.headline, bodies(text)) == ("Water", ["They met."])
    assert drafts.writing(text).content["headline"] == "Other"


def test_a_draft_becomes_the_text_and_is_no_draft_any_more(text, organizer):
    row = text.blocks.get()
    remark = Comment.objects.create(text=text, block=row, words="Who?", by=organizer)
    [first] = content(text)["blocks"]
    added = drafts.new_block(body="They parted.")
    drafts.save(text, content(text, added, first, lead="New."), version=0, by=organizer)
    drafts.put_in(text, by=organizer)
    text.refresh_from_db()
    assert (text.lead, text.revision, bodies(text)) == ("New.", 1, ["They parted.", "They met."])
    remark.refresh_from_db()
    assert remark.block == row
    assert not drafts.writing(text).pending
    assert LogEntry.objects.get().change_message == "Changes were put into the text."


def test_what_was_taken_out_stays_in_the_draft_alone(text, organizer):
    [block] = content(text)["blocks"]
    kept = drafts.new_block(body="Kept.")
    drafts.save(text, content(text, {**block, "removed": True}, kept), version=0, by=organizer)
    assert [one["body"] for one in drafts.writing(text).content["blocks"]] == ["They met.", "Kept."]
    drafts.put_in(text, by=organizer)
    assert bodies(text) == ["Kept."]


def test_who_was_overtaken_is_told_by_whom(text, organizer, colleague):
    drafts.save(text, content(text, headline="Hers"), version=0, by=colleague)
    with pytest.raises(drafts.Overtaken, match="Dana saved this text since you opened it"):
        drafts.save(text, content(text, headline="Mine"), version=0, by=organizer)
    drafts.save(text, content(text, headline="Hers again"), version=1, by=colleague)
    with pytest.raises(drafts.Overtaken):
        drafts.save(text, content(text, headline="Mine"), version=1, by=organizer)
    assert TextDraft.objects.get().content["headline"] == "Hers again"


def test_a_version_from_before_the_last_publishing_is_overtaken_too(text, organizer):
    drafts.save(text, content(text, headline="New"), version=0, by=organizer)
    drafts.put_in(text, by=organizer)
    with pytest.raises(drafts.Overtaken):
        drafts.save(text, content(text, headline="Old"), version=0, by=organizer)


@pytest.mark.parametrize("verb", [drafts.put_in, drafts.discard])
def test_what_somebody_saved_since_is_neither_put_in_nor_thrown_away(
    text, organizer, colleague, verb
):
    drafts.save(text, content(text, headline="Mine"), version=0, by=organizer)
    drafts.save(text, content(text, headline="Hers"), version=1, by=colleague)
    with pytest.raises(drafts.Overtaken, match="Dana saved this text"):
        verb(text, by=organizer, version=1)
    text.refresh_from_db()
    assert (text.headline, drafts.writing(text).content["headline"]) == ("Water", "Hers")


def test_of_two_who_save_at_once_one_is_told(text, organizer, transactional_db):
    said = [
        partial(drafts.save, text, content(text, headline=f"Of {n}"), version=0, by=organizer)
        for n in range(2)
    ]
    outcomes = race(*said)
    assert outcomes.pop("done") == 1
    [told] = outcomes
    assert "saved this text since you opened it" in told
    assert TextDraft.objects.get().version == 1


def test_a_discarded_draft_is_the_text_again(text, organizer):
    drafts.save(text, content(text, headline="Other"), version=0, by=organizer)
    drafts.discard(text, by=organizer, version=1)
    assert drafts.writing(text).content["headline"] == "Water"


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ({"kind": "quote"}, "Block 2, quote: Choose the quote of this block."),
        ({"kind": "photo"}, "Block 2, photograph: Choose the photograph of this block."),
        ({"heading": "Aims"}, "Block 2, text: A text block needs words."),
    ],
)
def test_a_block_that_lacks_something_is_named(text, organizer, block, sentence):
    made = drafts.new_block(**block)
    drafts.save(text, content(text, *content(text)["blocks"], made), version=0, by=organizer)
    with pytest.raises(NotAllowed, match=sentence):
        drafts.put_in(text, by=organizer)
    assert bodies(text) == ["They met."]


def test_a_headline_that_is_too_long_is_kept_in_the_draft_and_refused_by_name(text, organizer):
    drafts.save(text, content(text, headline="x" * 301), version=0, by=organizer)
    with pytest.raises(NotAllowed, match=r"headline: .*at most 300 characters"):
        drafts.put_in(text, by=organizer)
    assert len(drafts.writing(text).content["headline"]) == 301


def test_a_published_text_can_not_become_one_that_could_not_be_published(text, organizer):
    drafts.save(text, content(text, headline=""), version=0, by=organizer)
    with pytest.raises(NotAllowed, match="Fill in the headline"):
        drafts.put_in(text, by=organizer)
    text.refresh_from_db()
    assert text.headline == "Water"


def test_rows_of_another_training_are_not_shown(text, organizer):
    elsewhere = make_training("Elsewhere")
    made = drafts.new_block(
        "quote",
        quote=make_quote(elsewhere).pk,
        photos=[make_photo(elsewhere).pk],
        facts=[make_fact().pk],
    )
    [block] = blocks_of(text, {"blocks": [made]})
    shown = block.quote_id, list(block.photos.all()), list(block.facts.all())
    assert shown == (None, [], [])


def test_a_block_of_another_text_is_not_taken_over(text, organizer):
    other = Block.objects.create(text=text, body="Here.", order=5)
    report = make_training("Elsewhere").reports.create(slug="other")
    elsewhere = report.texts.create(language="en", headline="Other")
    stolen = drafts.new_block(id=other.pk, body="Stolen.")
    drafts.save(elsewhere, content(elsewhere, stolen), version=0, by=organizer)
    drafts.put_in(elsewhere, by=organizer)
    assert bodies(text) == ["They met.", "Here."]
    assert bodies(elsewhere) == ["Stolen."]


def test_an_edited_sentence_claims_no_origin_any_more(text, organizer):
    said = [
        {"sentence": sentence, "record": "trainings.training:1", "field": "title"}
        for sentence in ("They met.", "They talked.")
    ]
    made = drafts.new_block(body="They met.\nThey spoke.", origins=said)
    drafts.save(text, content(text, made), version=0, by=organizer)
    drafts.put_in(text, by=organizer)
    assert [one["sentence"] for one in text.blocks.get().origins] == ["They met."]


def test_what_is_said_of_the_headline_stays_with_the_first_block(text, organizer):
    of_headline = {"sentence": "Water", "record": "trainings.training:1", "field": "title"}
    of_headline |= {"part": "headline", "language": "ru", "also": [{"record": "x", "field": ""}]}
    made = drafts.new_block(body="They left.", origins=[of_headline], removed=True)
    [block] = content(text)["blocks"]
    drafts.save(text, content(text, made, block), version=0, by=organizer)
    drafts.put_in(text, by=organizer)
    assert text.blocks.get().origins == [of_headline]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"blocks": {}},
        {"blocks": [1]},
        {"blocks": [{"kind": "poem"}]},
        {"blocks": [{"kind": ["text"]}]},
        {"blocks": [{"role": "hero"}]},
        {"blocks": [{}] * 201},
        {"lead": "x" * 1_000_000},
        {"blocks": [{"body": "[" * 20_001}]},
    ],
)
def test_what_is_no_content_is_refused_in_a_sentence(text, organizer, wrong):
    with pytest.raises(NotAllowed):
        drafts.save(text, wrong, version=0, by=organizer)
    assert not TextDraft.objects.exists()


def test_what_can_not_be_stored_is_made_storable(text, organizer):
    odd = {
        "headline": "a\0b\ud800",
        "blocks": [
            {"key": "<x>", "id": True, "quote": 2**70, "photos": ["7", -1, None], "body": 5},
            {"key": "one", "id": 4, "origins": [{"sentence": 1}, "x"], "typed": [1]},
            {"key": "one", "id": 4, "quote": "9" * 40, "typed": {"words": "w", "n": 1}},
        ],
    }
    kept = drafts.save(text, odd, version=0, by=organizer).content
    assert kept["headline"] == "ab"
    assert [(one["id"], one["quote"], one["photos"]) for one in kept["blocks"]] == [
        (None, None, [7]), (4, None, []), (None, None, []),
    ]  # fmt: skip
    assert len({one["key"] for one in kept["blocks"]}) == 3
    assert kept["blocks"][2]["typed"] == {"words": "w"}


def test_a_draft_spoiled_by_hand_is_not_shown(text, organizer):
    TextDraft.objects.create(text=text, content={"blocks": "none"}, version=3)
    going_on = drafts.writing(text)
    assert (going_on.content["headline"], going_on.version, going_on.pending) == ("Water", 3, False)


def test_the_first_block_keeps_where_the_lead_is_from_until_the_lead_is_changed(text, organizer):
    said = [
        {"sentence": "They met.", "record": "trainings.training:1", "field": "title", "part": part}
        for part in ("headline", "lead")
    ]
    made = drafts.new_block(body="They met.", origins=said)
    written = {**content(text, made), "headline": "They came.", "lead": "They met. Today."}
    drafts.save(text, written, version=0, by=organizer)
    drafts.put_in(text, by=organizer)
    assert [one["part"] for one in text.blocks.get().origins] == ["lead"]


def test_what_two_blocks_say_of_the_lead_is_kept_once(text, organizer):
    lead = {"sentence": "A lead.", "record": "trainings.training:1", "field": "title"}
    both = [drafts.new_block(body=body, origins=[{**lead, "part": "lead"}]) for body in ("a", "b")]
    kept = drafts.save(text, content(text, *both), version=0, by=organizer).content
    assert [len(block["origins"]) for block in kept["blocks"]][:2] == [1, 0]
