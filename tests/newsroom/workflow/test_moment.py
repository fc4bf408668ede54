"""Published at once, or from a moment to come; until then nobody reads anything of it."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.admin.models import LogEntry

from tests.newsroom.reviewing import page, press, told
from trainings.models import BlockFigures, Report
from trainings.services import publish
from trainings.services.refusal import NotAllowed

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)
LATER = datetime(2026, 12, 3, 4, tzinfo=UTC)
TYPED = {"at": "2026-12-03T09:00", "zone": "Asia/Almaty"}


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def test_the_moment_is_typed_by_the_clocks_of_a_zone(editor_client, draft):
    assert told(editor_client, draft, "publish_later", **TYPED) == [
        "It will be public from 3 December 2026, 09:00 (Almaty, UTC+5)."
    ]
    assert (draft.state, draft.published_at) == ("published", LATER)
    assert "will be public from 3 December 2026" in press_nothing(editor_client, draft)


def press_nothing(client, text) -> str:
    return client.get(page(text)).content.decode()


OTHERS = (
    "/en/",
    "/en/reports/",
    "/en/trainings/springs/",
    "/en/feeds/reports.atom",
    "/sitemap.xml",
    "/en/search/?q=Water",
)


def test_nothing_of_it_is_read_before_and_all_of_it_from_then_on(client, editor, draft):
    publish.publish(draft, by=editor, at=LATER)
    assert client.get("/en/reports/water/").status_code == 404
    for address in OTHERS:
        read = client.get(address).content.decode()
        assert "Water for all" not in read, address
        assert "/reports/water/" not in read, address
    with time_machine.travel(LATER):
        assert client.get("/en/reports/water/").status_code == 200
        for address in OTHERS:
            assert "/reports/water/" in client.get(address).content.decode(), address


def test_the_moment_can_be_changed_and_taken_back(editor, draft):
    publish.publish(draft, by=editor, at=LATER)
    earlier = publish.publish(draft, by=editor, at=datetime(2026, 12, 1, tzinfo=UTC))
    assert earlier.published_at == datetime(2026, 12, 1, tzinfo=UTC)
    assert publish.unpublish(draft, by=editor).published_at is None
    assert list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True)) == [
        "To be public from 3 December 2026, 09:00 (Almaty, UTC+5).",
        "To be public from 1 December 2026, 05:00 (Almaty, UTC+5).",
        "Taken back to a draft.",
    ]


def test_what_is_public_keeps_the_moment_from_which_it_is(editor, draft):
    publish.publish(draft, by=editor)
    with time_machine.travel(LATER):
        assert publish.publish(draft, by=editor).published_at == NOW
    assert LogEntry.objects.count() == 1


def test_a_scheduled_text_can_be_published_at_once(editor_client, editor, draft):
    publish.publish(draft, by=editor, at=LATER)
    told(editor_client, draft, "publish")
    assert draft.published_at == NOW
    assert Report.objects.published().exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-11-29T12:00", "That moment is over. Choose one to come, or publish at once."),
        ("9999-12-31T23:59", "That is more than two years ahead. Choose a nearer moment."),
    ],
)
def test_a_moment_that_can_not_be_is_refused_and_stays_typed(editor_client, draft, typed, sentence):
    answer = press(editor_client, draft, "publish_later", at=typed, zone="Asia/Almaty")
    assert sentence in answer.content.decode()
    assert typed in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == "draft"


@pytest.mark.parametrize("typed", ["", "soon", "2026-13-45T99:00", "\x00", "9" * 10_000])
def test_what_is_no_moment_is_refused_in_place(editor_client, draft, typed):
    answer = press(editor_client, draft, "publish_later", at=typed, zone="Asia/Almaty")
    assert answer.status_code == 200
    assert 'class="errorlist"' in answer.content.decode()


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "../etc", "\x00"])
def test_a_zone_that_is_none_is_refused_in_place(editor_client, draft, zone):
    press(editor_client, draft, "publish_later", at=TYPED["at"], zone=zone)
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_text_is_not_scheduled_unfinished(editor, draft):
    draft.headline = ""
    draft.save()
    with pytest.raises(NotAllowed, match="Fill in the headline"):
        publish.publish(draft, by=editor, at=LATER)
    assert not BlockFigures.objects.exists()
