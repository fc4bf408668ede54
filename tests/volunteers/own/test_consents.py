"""What was agreed to: shown, taken back, given again."""

import pytest

from tests.factories import label
from tests.pages.page import read
from volunteers.models import ConsentText
from volunteers.services.given import agree

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(registration):
    agree(registration, ConsentText.objects.current().values(), "en")
    return registration


def standing(registration) -> list[str]:
    """The kinds of consent that stand."""
    rows = registration.consents.filter(withdrawn_at=None)
    return sorted(rows.values_list("text__kind", flat=True))


def say(client, registration, kind, **values):
    return client.post(f"{registration.get_absolute_url()}consents/", {"kind": kind, **values})


def test_each_is_shown_with_the_moment_of_the_yes(owner_client, agreed):
    page = read(owner_client, agreed.get_absolute_url())
    told = page.section("consents")
    assert "Photographs with me may be published. You said yes on" in told
    assert told.count("Take this back") == 2
    assert "To take it back, cancel this registration, or delete what is held about you." in told


@pytest.mark.parametrize("kind", ["photographs", "listed"])
def test_one_is_taken_back_by_itself(owner_client, agreed, kind):
    say(owner_client, agreed, kind)
    assert standing(agreed) == sorted({"data", "listed", "photographs"} - {kind})
    assert agreed.consents.get(text__kind=kind).withdrawn_at is not None
    page = read(owner_client, agreed.get_absolute_url())
    assert "You did not say yes, or took it back." in page.section("consents")


def test_it_can_be_given_again_in_the_words_that_count_now(owner_client, agreed):
    say(owner_client, agreed, "photographs")
    newer = ConsentText.objects.create(kind="photographs", version=2, text=label("New words."))
    assert "New words." in read(owner_client, agreed.get_absolute_url()).text
    say(owner_client, agreed, "photographs", yes="yes")
    assert agreed.consents.get(text__kind="photographs", withdrawn_at=None).text == newer


def test_who_said_yes_to_older_words_reads_those(owner_client, agreed):
    ConsentText.objects.create(kind="listed", version=2, text=label("New words."))
    assert "New words." not in read(owner_client, agreed.get_absolute_url()).text


@pytest.mark.parametrize("kind", ["data", "nonsense", ""])
def test_the_use_of_data_is_taken_back_by_cancelling_alone(owner_client, agreed, kind):
    say(owner_client, agreed, kind)
    assert standing(agreed) == ["data", "listed", "photographs"]
    page = read(owner_client, agreed.get_absolute_url())
    assert "Without the use of your data there is no registration." in page.text


def test_nobody_else_takes_it_back(other_client, stranger_client, agreed):
    assert say(other_client, agreed, "photographs").status_code == 404
    assert say(stranger_client, agreed, "photographs").status_code == 404
    assert standing(agreed) == ["data", "listed", "photographs"]
