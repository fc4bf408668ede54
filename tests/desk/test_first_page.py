"""Signing in, and the first page of the desk."""

import pytest

from tests.desk.forms import page_of, send, tags
from tests.factories import make_account, make_report, make_training

PASSWORD = "a-long-enough-password"


def lists(response) -> dict[str, list[str]]:
    """The links of each card on the page, by the card's heading."""
    found = {}
    for _name, card in tags(page_of(response)):
        if card.get("class") == "card":
            heading = next("".join(tag.itertext()) for name, tag in tags(card) if name == "h2")
            found[heading] = ["".join(tag.itertext()) for name, tag in tags(card) if name == "a"]
    return found


def test_drafts_wait_on_the_first_page(organizer_client):
    make_training("A draft", published=False)
    make_training("Past")
    make_report(make_training("Reported"), headline="Half written", published=False)
    assert lists(organizer_client.get("/admin/")) == {
        "What needs you now": [],
        "This week": [],
        "Not published yet": ["A draft", "Half written"],
        "Edited last": [],
    }


def test_what_was_edited_last_stands_on_the_first_page(organizer_client):
    training = make_training("Clean water")
    for words in ("soon", "last week"):
        address = f"/admin/trainings/training/{training.pk}/change/"
        send(organizer_client, address, date_wording=words)
    assert lists(organizer_client.get("/admin/"))["Edited last"] == ["Clean water"]


def test_an_empty_desk_tells_the_next_step(organizer_client):
    page = organizer_client.get("/admin/").content.decode()
    assert "Nothing was edited at the desk yet. What you save will stand here." in page


def test_who_may_see_nothing_sees_nothing(client, db):
    make_training("A draft", published=False)
    client.force_login(make_account(is_staff=True))
    page = client.get("/admin/")
    assert lists(page) == {}
    assert "A draft" not in page.content.decode()


@pytest.mark.parametrize("typed", ["organizer@example.org", "Organizer@Example.org"])
def test_an_organizer_signs_in_by_address_and_password(client, organizer, typed):
    organizer.set_password(PASSWORD)
    organizer.save()
    answer = client.post(
        "/admin/login/?next=/admin/", {"username": typed, "password": PASSWORD, "next": "/admin/"}
    )
    assert answer["Location"] == "/admin/"


def test_a_wrong_password_keeps_the_address(client, organizer):
    page = client.post("/admin/login/", {"username": organizer.email, "password": "wrong"})
    values = {tag.get("name"): tag.get("value") for _name, tag in tags(page_of(page))}
    assert values["username"] == organizer.email


def test_a_volunteer_without_a_desk_can_not_enter(client, db):
    client.force_login(make_account(is_staff=False))
    assert client.get("/admin/").status_code == 302


def test_the_demo_says_that_it_is_one(client, db, settings):
    settings.DEMO = True
    assert "This is the demo" in client.get("/admin/login/").content.decode()
    settings.DEMO = False
    assert "This is the demo" not in client.get("/admin/login/").content.decode()
