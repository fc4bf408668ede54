"""A report that waits for its moment: its kit stands behind a signed link until then."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings

from tests.newsroom.press.conftest import KIT
from tests.newsroom.press.test_kit import FILES, rows
from tests.pages.page import Page
from tests.volunteers.papers.pdf import pages
from trainings.press.embargo import embargo_url

NOW = datetime(2027, 2, 1, 9, tzinfo=UTC)
MOMENT = datetime(2027, 3, 1, 12, tzinfo=UTC)
SAID = "Embargoed until 1 March 2027, 18:00 (Bishkek, UTC+6)"


@pytest.fixture
def link(springs):
    """The path that staff hand out, a month before the moment."""
    springs.report.texts.update(published_at=MOMENT)
    springs.text.refresh_from_db()
    with time_machine.travel(NOW, tick=False):
        yield urlsplit(embargo_url(springs.text)).path


def test_without_the_link_there_is_nothing(link, client):
    assert [client.get(KIT + name).status_code for name in ("", *FILES)] == [404] * 7
    assert client.get("/en/reports/springs/").status_code == 404
    assert client.get(link).status_code == 200


def test_the_page_says_until_when_and_is_kept_from_machines(link, read):
    page = read(link)
    assert f"{SAID}. Please publish nothing of it before that moment." in page.text
    assert page.meta("robots") == "noindex, nofollow"
    assert page.all('.//link[@rel="canonical"]') == []
    assert "no-store" in page.response.headers["Cache-Control"]
    assert page.response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "/en/reports/springs/" not in page.links().values()


def test_every_file_says_until_when(link, fetch, unpacked, read):
    named = [url for url in read(link).links().values() if url.startswith(link)]
    assert named == [link + name for name in FILES]
    for name in ("report.txt", "report.md"):
        assert SAID in fetch(name, link).decode().replace("\\", "")
    assert {row[-1] for row in rows(fetch("quotes.csv", link))[1:]} == {SAID}
    assert {row[-1] for row in rows(fetch("figures.csv", link))[2:]} == {SAID}
    assert SAID in unpacked(link)["credits.txt"].decode()
    assert all(SAID in page for page in pages(fetch("report.pdf", link)))


def test_the_name_of_every_file_says_so_too(link, client):
    for name in FILES:
        said = client.get(link + name).headers["Content-Disposition"]
        assert 'filename="embargoed-until-2027-03-01-springs-en' in said


def test_after_the_moment_the_link_leads_to_the_public_kit(link, client):
    with time_machine.travel(MOMENT + timedelta(seconds=1), tick=False):
        assert client.get(link)["Location"] == KIT
        assert client.get(f"{link}report.txt")["Location"] == f"{KIT}report.txt"
        assert "Embargo" not in client.get(f"{KIT}report.txt").content.decode()


@pytest.mark.parametrize(
    "change",
    [
        {"state": "draft", "published_at": None},
        {"state": "archived"},
        {"published_at": MOMENT + timedelta(days=1)},
    ],
)
def test_the_link_ends_when_the_text_is_taken_back_or_moved(springs, link, client, change):
    assert client.get(link).status_code == 200
    springs.report.texts.update(**change)
    assert client.get(link).status_code == 404
    assert client.get(f"{link}report.pdf").status_code == 404


def test_a_link_that_was_changed_or_is_of_another_report_leads_nowhere(springs, link, client):
    assert client.get(link).status_code == 200
    assert client.get(link.replace("springs", "wells")).status_code == 404
    assert client.get(f"{link[:-4]}abc/").status_code == 404
    assert client.get("/en/reports/springs/press/embargoed/\x00/").status_code == 404


def test_a_training_published_at_the_same_moment_is_in_the_kit(springs, link, read):
    type(springs.training).objects.update(published_at=MOMENT)
    assert "Water first" in read(link).text
    type(springs.training).objects.update(published_at=MOMENT + timedelta(days=1))
    assert "Water first" not in read(link).text


def test_staff_find_the_link_beside_the_text(springs, link, organizer_client):
    desk = f"/admin/trainings/reporttext/{springs.text.pk}/change/"
    page = Page(organizer_client.get(desk))
    (given,) = page.all('.//input[@id="press-link"]')
    assert urlsplit(given.get("value")).path.startswith("/en/reports/springs/press/embargoed/")
    assert organizer_client.get(given.get("value")).status_code == 200


def test_beside_a_published_text_stands_the_public_kit_and_beside_a_draft_none(
    springs, organizer_client
):
    desk = f"/admin/trainings/reporttext/{springs.text.pk}/change/"
    assert f"{settings.SITE_URL}{KIT}" in Page(organizer_client.get(desk)).links().values()
    springs.report.texts.update(state="draft", published_at=None)
    assert "Open the press kit" not in Page(organizer_client.get(desk)).links()
