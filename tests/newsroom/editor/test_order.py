"""The order of what a block picked: given in the editor, kept wherever the text goes."""

import re

import pytest

from tests.factories import (
    make_block,
    make_document,
    make_fact,
    make_organisation,
    make_organisation_role,
    make_photo,
    make_series,
)
from tests.newsroom.editor.writing import press, typed
from trainings.admin.editor_form import move_picked
from trainings.models import Block, picked
from trainings.records.dumping import dump
from trainings.records.loading import load
from trainings.services.translating import translate

LETTERS = ["Alpha", "Beta", "Gamma"]
AS_PICKED = ["Gamma", "Alpha"]


def rows_of(training, name) -> list:
    """Three rows that a block may pick as its `name`, on record in the order of their letters."""
    if name == "documents":
        return [make_document(training, title) for title in LETTERS]
    if name == "photos":
        return [make_photo(training, caption, consent="given") for caption in LETTERS]
    if name == "organisations":
        made = [make_organisation(each, slug=each.lower()) for each in LETTERS]
        return [make_organisation_role(training, one).organisation for one in made]
    training.series = make_series("Springs")
    training.save()
    return [make_fact(series=training.series, wording=each) for each in LETTERS]


KINDS = {
    "documents": "documents",
    "organisations": "organisations",
    "photos": "gallery",
    "facts": "facts",
}
EACH = pytest.mark.parametrize("name", KINDS)


@pytest.fixture
def block(text, training, name):
    """A block that picked the third of three rows, then the first."""
    first, _second, third = rows_of(training, name)
    return make_block(text, KINDS[name], **{name: [third, first]})


def named(words: str) -> list[str]:
    """The letters in the order in which they are told first."""
    return list(dict.fromkeys(re.findall("|".join(LETTERS), words)))


@EACH
def test_it_is_kept_by_page_kit_paper_translation_and_file(
    client, text, block, name, organizer, tmp_path
):
    page = client.get("/en/reports/springs/").content.decode()
    assert named(page[page.index('class="story-text') :])[:2] == AS_PICKED
    assert named(client.get("/en/reports/springs/press/report.md").content.decode()) == AS_PICKED
    made = translate(text, "ru", by=organizer).blocks.get(kind=block.kind)
    assert picked(made, name) == picked(block, name)
    (tmp_path / "springs.yaml").write_text(dump(text.report.trainings.all()))
    first, third = picked(block, name)
    make_block(text, block.kind, **{name: [third, first]}).delete()
    assert [one.changed for one in load([tmp_path / "springs.yaml"])] == [0]
    assert picked(block, name) == [first, third]


@EACH
def test_buttons_move_what_was_picked(organizer_client, text, block, name):
    shown = typed(organizer_client, text)
    key, as_picked = shown["block"][1], [str(one.pk) for one in picked(block, name)]
    assert shown[f"{key}-{name}"] == as_picked
    press(organizer_client, text, f"earlier:{key}:{name}-{as_picked[0]}")
    assert typed(organizer_client, text)[f"{key}-{name}"] == as_picked
    page = press(organizer_client, text, f"earlier:{key}:{name}-{as_picked[1]}")
    assert page.redirect_chain[-1][0].endswith(f"#{key}")
    wanted = as_picked[::-1]
    assert typed(organizer_client, text)[f"{key}-{name}"] == wanted
    press(organizer_client, text, "put_in")
    assert [str(one.pk) for one in picked(Block.objects.get(pk=block.pk), name)] == wanted


@pytest.mark.parametrize("moved", ["kind-1", "documents-999", "documents-x", "documents", "-"])
@pytest.mark.parametrize("name", ["documents"])
def test_what_was_not_picked_is_not_moved(organizer_client, text, block, name, moved):
    key = typed(organizer_client, text)["block"][1]
    before = typed(organizer_client, text)[f"{key}-{name}"]
    press(organizer_client, text, f"later:{key}:{moved}")
    assert typed(organizer_client, text)[f"{key}-{name}"] == before


@pytest.mark.parametrize(
    ("key", "by", "then"),
    [(3, -1, [3, 1, 2]), (3, 1, [1, 3, 2]), (2, -1, [3, 2, 1]), (2, 1, [3, 1, 2])],
)
def test_the_first_and_the_last_stay_where_they_are(key, by, then):
    keys = [3, 1, 2]
    move_picked(keys, key, by)
    assert keys == then
