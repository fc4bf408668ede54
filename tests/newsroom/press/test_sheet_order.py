"""The PDF of a report: its blocks in their order, and in each what it picked as it was picked."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.factories import (
    make_appearance,
    make_block,
    make_document,
    make_fact,
    make_group,
    make_organisation,
    make_organisation_role,
    make_person,
    make_photo,
    make_quote,
    make_report,
)
from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.papers.pdf import text_of
from trainings.services import freezing, publish

PDF = "/en/reports/springs/press/report.pdf"


@pytest.fixture
def training(db):
    training = make_held()
    for country in ("TJ", "TJ", "KG"):
        make_participant(training, country=country)
    return training


@pytest.fixture
def text(training):
    report = make_report(training, published=False, slug="springs", headline="Water", lead="Held.")
    return report.texts.get()


@pytest.fixture
def follow(client):
    """A function that asserts that all of `said` stands in the PDF, one after the other; gives all
    of its words."""

    def follow(*said):
        words, place = " ".join(" ".join(text_of(client.get(PDF).content)).split()), 0
        for one in said:
            assert one in words[place:], (one, words[place:])
            place = words.index(one, place) + len(one)
        return words

    return follow


def test_words_quotes_and_figures_stand_in_the_order_of_their_blocks(
    text, training, editor, follow
):
    aida = make_appearance(training, make_person("Aida"), title="Expert")
    quotes = [make_quote(training, words, appearance=aida) for words in ("Not this", "Drink")]
    make_group(training, "volunteers", count=1091, qualifier="more_than", countries=["KZ", "UZ"])
    make_block(text, heading="The end", body="# A part\n\nThey left.", order=5)
    counted = make_block(
        text, "figures", source="attended", breakdown="country", heading="Counted", order=4
    )
    make_block(text, "figures", heading="As told", order=3)
    make_block(text, "quote", quote=quotes[1], heading="A voice", order=2)
    make_block(text, heading="The beginning", body="They met.", order=1)
    with time_machine.travel(datetime(2026, 11, 29, 9, tzinfo=UTC)):
        publish.publish(text, by=editor)
    make_participant(training, country="KG")
    with time_machine.travel(datetime(2026, 12, 3, 9, tzinfo=UTC)):
        freezing.correct(counted, why="One came late.", by=editor)
    follow(
        *("Water", "Held.", "The beginning", "They met.", "A voice", "“Drink”", "Aida", ", Expert"),
        *("As told", "more than 1,091", "Countries: Kazakhstan and Uzbekistan"),
        *("As reported.", "Counted", "4", "Kyrgyzstan 2", "Tajikistan 2"),
        "Counted from the registrations as of 3 December 2026, 14:00 (Almaty, UTC+5).",
        "Corrected on 3 December 2026: One came late. Earlier: In all 3; Kyrgyzstan 1.",
        *("The end", "A part", "They left."),
    )


def test_what_a_block_picked_stands_as_it_was_picked(text, training, editor, follow):
    letters = ("Alpha", "Beta", "Gamma")
    papers, photos, bodies, facts, people = [], [], [], [], []
    for one in letters:
        papers.append(make_document(training, f"{one} paper"))
        photos.append(make_photo(training, f"{one} photo", consent="given"))
        bodies.append(make_organisation_role(training, make_organisation(f"{one} body")))
        facts.append(make_fact(bodies[0].organisation, wording=f"{one} fact"))
        people.append(make_appearance(training, make_person(f"{one} Person"), roles=["trainer"]))
    facts[2].as_of = date(2018, 5, 1)
    facts[2].save()
    training.appearances.filter(pk=people[2].pk).update(order=0)
    training.appearances.exclude(pk=people[2].pk).update(order=9)
    behind = [bodies[2].organisation, bodies[0].organisation]
    make_block(text, "organisations", order=5, organisations=behind)
    make_block(text, "people", order=4, role="trainer", heading="Trainers")
    make_block(text, "documents", order=3, documents=[papers[2], papers[0]])
    make_block(text, "facts", order=2, facts=[facts[2], facts[0]])
    make_block(text, "gallery", order=1, photos=[photos[2], photos[0]])
    make_appearance(training, make_person("Delta Person"), roles=["moderator"])
    make_block(text, "people", order=6, role="official", heading="Nobody")
    publish.publish(text, by=editor)
    words = follow(
        *("Photographs", "Gamma photo", "Alpha photo"),
        *("About the programme", "Gamma fact", "as of: 1 May 2018", "Alpha fact"),
        *("Documents", "Gamma paper", "Alpha paper"),
        *("Trainers", "Gamma Person", "Alpha Person", "Beta Person"),
        *("Who stands behind it", "Gamma body", "Alpha body"),
    )
    left_out = ("Beta photo", "Beta fact", "Beta paper", "Beta body", "Delta Person", "Nobody")
    assert [one for one in left_out if one in words] == []
