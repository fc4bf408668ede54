"""Whatever is sent to the pages of a text, by whoever may work at the desk: a page that says so."""

from urllib.parse import quote, urlencode

import pytest

from config.inputs import CONTROLS
from tests.factories import (
    make_block,
    make_fact,
    make_photo,
    make_quote,
    make_report,
    make_training,
)
from tests.newsroom.editor.writing import address, typed
from tests.volunteers.roles.people import make_staff
from trainings.admin.review import VERBS
from volunteers.roles import Role

BAD = ["x" * 10_000, "²\0\x01\x1b\x85🏔\u202e", "9" * 40]
SECRET = "Said elsewhere and refused"
URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def text(db):
    """A text of several kinds of blocks, beside a quote that belongs to another training."""
    make_quote(make_training("Elsewhere"), SECRET, approval="refused")
    training = make_training("Springs", slug="springs")
    text = make_report(training, slug="springs", headline="Water", lead="A lead.").texts.get()
    make_block(text, body="They met.")
    make_block(text, "quote", quote=make_quote(training))
    make_block(text, "photo", photo=make_photo(training))
    make_block(text, "facts", facts=[make_fact()])
    make_block(text, "figures", source="attended")
    return text


def posts(text, form: dict, bad: str):
    """Addresses, and what is sent there: `bad` wherever something can be said, also twice."""
    every = {name: [bad, bad] for name in form if name != "block"}
    known = {**form, **{name: [bad] for name in form if name.endswith(("-id", "-body", "-quote"))}}
    said = (
        "confirmed",
        "words",
        "block",
        "comment",
        "why",
        "at",
        "zone",
        "language",
        "photo-1-alt",
    )
    training = text.report.trainings.get()
    yield address(text), {**every, "block": form["block"], "do": ["save"]}
    yield address(text), {**form, "block": [bad, bad], "do": [f"add:{bad}:{bad}"]}
    yield address(text), {**known, "do": [f"quote:{form['block'][1]}"]}
    yield address(text), {**form, "version": [bad], "do": [f"keep:{bad}"]}
    yield address(text, "open"), {"closed": [bad], bad: [bad]}
    for verb in (*VERBS, bad):
        yield address(text, "review"), {"verb": [verb], **{name: [bad, bad] for name in said}}
    yield f"/admin/trainings/training/{training.pk}/draft/", {"language": [bad], "another": [bad]}
    yield f"/admin/trainings/report/{text.report_id}/draft/", {"language": [bad, bad]}
    chosen = {"action": ["publish_chosen"], "_selected_action": [bad], "index": [bad]}
    yield "/admin/trainings/reporttext/", chosen
    rows = {"texts-TOTAL_FORMS": [bad], "training_links-TOTAL_FORMS": ["2000"], "slug": [bad]}
    yield "/admin/trainings/report/add/", rows


def pages(text, bad: str):
    """Addresses that are asked with `bad` in them."""
    part, asked = quote(bad[:300]), urlencode({"q": bad, "p": bad, "o": bad, "training": bad})
    for kind in ("reporttext", "report"):
        yield f"/admin/trainings/{kind}/?{asked}"
    yield f"/admin/trainings/report/add/?{asked}"
    yield f"/admin/trainings/reporttext/{part}/change/"
    yield f"{address(text, 'draft')}?{asked}"
    yield f"/en/reports/{part}/press/"
    yield f"/en/reports/springs/press/{part}"
    yield f"/en/reports/springs/press/embargoed/{part}/"


def shows_nothing_wrong(answer) -> bool:
    page = "" if answer.streaming else answer.content.decode()
    return answer.status_code < 500 and not CONTROLS.search(page) and SECRET not in page


def wrong(client, text, form: dict, bad: str) -> list[str]:
    """Where something other than a page came, or what nobody may read; errors of ours raise."""
    found = []
    for path, values in posts(text, form, bad):
        pairs = [(name, value) for name, several in values.items() for value in several]
        if not shows_nothing_wrong(client.post(path, urlencode(pairs), URLENCODED)):
            found.append(f"{path} {values.get('verb') or values.get('do')}")
    asked = pages(text, bad)
    return found + [path for path in asked if not shows_nothing_wrong(client.get(path))]


@pytest.mark.parametrize("bad", BAD, ids=["long", "signs", "number"])
def test_an_editor_is_answered_whatever_is_sent(client, text, bad):
    client.force_login(make_staff(Role.EDITOR))
    assert wrong(client, text, typed(client, text), bad) == []
    text.refresh_from_db()
    assert text.headline == "Water"


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OBSERVER])
def test_who_may_only_read_is_answered_too_and_changes_nothing(client, text, organizer, role):
    client.force_login(organizer)
    form = typed(client, text)
    client.force_login(make_staff(role, countries=["TJ"] if role == Role.COORDINATOR else []))
    assert wrong(client, text, form, BAD[1]) == []
    text.refresh_from_db()
    assert (text.headline, text.revision, text.report.texts.count()) == ("Water", 0, 1)
