"""Counted figures are of all countries: who sees only some reads those that everybody reads."""

import datetime as dt

import pytest
from django.utils.timezone import now

from tests.factories import make_block, make_report
from tests.newsroom.reviewing import page
from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.roles.people import make_staff
from trainings.services import publish
from volunteers.roles import Role

SAID = "These numbers count people of all countries. Until the report is published, only staff"
COUNTED = "people who attended"
CHANGED = "The numbers of now count people of all countries."


@pytest.fixture
def text(db):
    training = make_held()
    for country in ("TJ", "KG", "KG"):
        make_participant(training, country=country)
    text = make_report(training, published=False, headline="Springs", lead="Held.").texts.get()
    make_block(text, "figures", source="attended", breakdown="country", heading="Who came")
    return text


@pytest.fixture
def coordinator_client(client, db):
    client.force_login(make_staff(Role.COORDINATOR, countries=["TJ"]))
    return client


def shown(client, text, page="preview") -> str:
    return client.get(f"/admin/trainings/reporttext/{text.pk}/{page}/").content.decode()


def previews(client, text) -> list[str]:
    """What the previews of the report, of its text and of the draft show."""
    of_report = client.get(f"/admin/trainings/report/{text.report_id}/preview/").content.decode()
    return [of_report, shown(client, text), shown(client, text, "draft")]


def told(pages: list[str]) -> set[tuple]:
    return {("Who came" in page, SAID in page, COUNTED in page) for page in pages}


def kits(client, text) -> list[bool]:
    """Whether the review and the editor lead to the press kit."""
    return ["Open the press kit" in shown(client, text, page) for page in ("review", "change")]


def test_no_preview_counts_other_countries_for_a_coordinator(coordinator_client, text):
    assert told(previews(coordinator_client, text)) == {(True, True, False)}


@pytest.mark.parametrize("role", [Role.ORGANIZER, Role.EDITOR, Role.MONITORING, Role.OBSERVER])
def test_who_sees_everyone_reads_the_numbers(client, text, role):
    client.force_login(make_staff(role))
    assert told(previews(client, text)) == {(True, False, True)}


def test_an_editor_with_own_countries_is_told_likewise(client, text):
    client.force_login(make_staff(Role.EDITOR, countries=["TJ"]))
    assert told(previews(client, text)) == {(True, True, False)}


def test_what_everybody_reads_a_coordinator_reads_too(coordinator_client, editor, text):
    publish.publish(text, by=editor)
    assert told(previews(coordinator_client, text)) == {(True, False, True)}


def test_a_change_of_what_is_counted_is_not_public_yet(coordinator_client, editor, text):
    publish.publish(text, by=editor)
    text.blocks.update(breakdown="category")
    assert told(previews(coordinator_client, text)) == {(True, True, False)}


def test_what_was_taken_back_is_public_no_more(coordinator_client, editor, text):
    publish.publish(text, by=editor)
    publish.unpublish(text, by=editor)
    assert told(previews(coordinator_client, text)) == {(True, True, False)}


def test_before_its_moment_neither_the_page_nor_the_press_kit_is_for_all(
    client, coordinator_client, editor, text
):
    text = publish.publish(text, by=editor, at=now() + dt.timedelta(days=3))
    assert told(previews(coordinator_client, text)) == {(True, True, False)}
    assert kits(coordinator_client, text) == [False, False]
    client.force_login(editor)
    assert kits(client, text) == [True, True]


def test_the_review_does_not_count_anew_for_a_coordinator(client, coordinator_client, editor, text):
    publish.publish(text, by=editor)
    make_participant(text.report.trainings.get(), country="KG")
    review = coordinator_client.get(page(text)).content.decode()
    assert (CHANGED in review, COUNTED in review, "<td>4</td>" in review) == (True, False, False)
    client.force_login(editor)
    review = client.get(page(text)).content.decode()
    assert (CHANGED in review, COUNTED in review, "<td>4</td>" in review) == (False, True, True)


def test_of_a_training_that_is_no_page_yet_nobody_is_told_of_numbers(coordinator_client, text):
    text.report.trainings.update(published_at=None)
    assert told(previews(coordinator_client, text)) == {(False, False, False)}
