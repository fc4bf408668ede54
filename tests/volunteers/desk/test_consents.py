"""Wordings of consents: a version that was used stays as it was read."""

import pytest

from tests.desk.forms import page_of, said, send, tags
from tests.factories import make
from tests.volunteers.factories import make_registration
from volunteers.models import Consent, ConsentText


@pytest.fixture
def text(organizer):
    return make(ConsentText, kind="photographs", version=5, text={"en": "Yes", "ru": "Да"})


@pytest.fixture
def used(text):
    registration = make_registration()
    Consent.objects.create(
        registration=registration, text=text, language="en", given_at=registration.confirmed_at
    )
    return text


def change(text) -> str:
    return f"/admin/volunteers/consenttext/{text.pk}/change/"


def test_a_version_nobody_used_is_mended(organizer_client, text):
    send(organizer_client, change(text), text_0="Photographs with me may be published.")
    text.refresh_from_db()
    assert text.text.data["en"] == "Photographs with me may be published."


def test_a_version_that_was_used_can_only_be_read(organizer_client, used):
    answer = organizer_client.get(change(used))
    assert [tag for name, tag in tags(page_of(answer)) if name == "textarea"] == []
    organizer_client.post(change(used), {"text_0": "Other words"})
    used.refresh_from_db()
    assert used.text.data["en"] == "Yes"


def test_a_version_that_was_used_is_not_deleted(organizer_client, used):
    address = change(used).replace("change", "delete")
    assert organizer_client.post(address, {"post": "yes"}).status_code == 403


def test_the_next_version_begins_as_a_copy(organizer_client, used):
    answer = organizer_client.post(change(used).replace("change", "next"), follow=True)
    copy = ConsentText.objects.get(version=6)
    assert (copy.kind, copy.text.data) == ("photographs", {"en": "Yes", "ru": "Да"})
    assert said(answer) == ["Version 6. From now on people are asked in these words: mend them."]


def test_opening_the_address_makes_no_version(organizer_client, used):
    number = ConsentText.objects.count()
    organizer_client.get(change(used).replace("change", "next"))
    assert ConsentText.objects.count() == number
