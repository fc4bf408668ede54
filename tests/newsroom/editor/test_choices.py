"""What a block may choose reads as the public page will show it."""

import datetime as dt

import pytest

from tests.desk.forms import page_of, tags
from tests.factories import (
    make_block,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_session,
    make_training,
)
from tests.newsroom.editor.writing import address
from trainings.services import drafts


@pytest.fixture
def offered(organizer_client, text):
    """A function giving the words beside each box of a block that has the name `name`."""

    def offered(name) -> list[str]:
        page = page_of(organizer_client.get(address(text)))
        labels = [tag for kind, tag in tags(page) if kind == "label"]
        wanted = f"b{text.blocks.last().pk}-{name}"
        return [
            " ".join("".join(label.itertext()).split())
            for label in labels
            if any(tag.get("name") == wanted for _kind, tag in tags(label))
        ]

    return offered


def test_a_fact_says_its_number_of_whom_and_from_when(text, training, offered):
    unv = make_organisation("UN Volunteers")
    make_organisation_role(training, unv)
    given = {"wording": "volunteers", "source": "The Paper", "country": "KZ"}
    make_fact(unv, value=410000, qualifier="about", as_of=dt.date(2018, 5, 1), **given)
    make_fact(unv, kind="year", value=1970, wording="founded", source="The Paper")
    make_fact(unv, kind="statement", value=None, wording="It works.", source="The Paper")
    make_block(text, "facts")
    assert offered("facts") == [
        "about 410,000 volunteers UN Volunteers · Kazakhstan · as of: 1 May 2018 · The Paper",
        "1970 founded UN Volunteers · The Paper",
        "It works. UN Volunteers · The Paper",
    ]


def test_a_session_says_of_several_trainings_which(text, training, offered):
    make_session(training, "The well")
    make_block(text, "sessions")
    assert offered("sessions") == ["The well"]
    text.report.training_links.create(training=make_training("Wells"), order=1)
    assert offered("sessions") == ["The well Springs"]


def test_a_group_says_its_number_and_of_several_trainings_which(text, training, offered):
    make_group(training, "participants", count=6000, qualifier="nearly")
    make_block(text, "figures")
    assert offered("groups") == ["participants: nearly 6,000"]
    other = make_training("Wells")
    text.report.training_links.create(training=other, order=1)
    make_group(other, "guests")
    assert offered("groups") == ["participants: nearly 6,000 Springs", "guests Wells"]


def test_a_sentence_names_the_figure_it_is_from_as_readers_see_it(
    organizer_client, organizer, text, training
):
    group = make_group(training, "volunteers", count=1091, qualifier="more_than")
    said = {"sentence": "They met.", "record": f"trainings.participantgroup:{group.pk}"}
    made = drafts.new_block(body="They met.", origins=[{**said, "field": "count"}])
    drafts.save(text, {"headline": "Water", "blocks": [made]}, version=0, by=organizer)
    page = organizer_client.get(address(text)).content.decode()
    assert "volunteers: more than 1,091 · " in page
