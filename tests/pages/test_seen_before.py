"""A reader on a slow link who comes back to a page."""

import pytest

from tests.factories import make_training

pytestmark = pytest.mark.django_db


def seen_again(client, first):
    return client.get("/en/trainings/", headers={"If-None-Match": first["ETag"]})


def test_a_page_that_did_not_change_is_not_sent_again(client):
    again = seen_again(client, client.get("/en/trainings/"))
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_changed_is_sent_again(client):
    first = client.get("/en/trainings/")
    make_training("Volunteers for clean water")
    again = seen_again(client, first)
    assert again.status_code == 200
    assert "Volunteers for clean water" in again.content.decode()
