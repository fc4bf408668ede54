"""The mailbox of the demo: open to all there, absent elsewhere, and silent about organizers."""

import re

import pytest

from tests.factories import make_account
from volunteers import letters

LIST = "/en/demo/letters/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings):
    settings.DEMO = True


def test_it_is_there_in_the_demo_alone(client, registration):
    letter = letters.received(registration)
    assert client.get(LIST).status_code == 404
    assert client.get(f"{LIST}{letter.pk}/").status_code == 404


def test_it_is_empty_at_first_and_says_how_to_begin(demo, client):
    assert "the first letter comes at once" in client.get(LIST).content.decode()


def test_the_newest_letter_stands_first(demo, client, registration):
    letters.received(registration)
    newest = letters.approved(registration)
    shown = client.get(LIST).content.decode()
    links = re.findall(r'href="/en/demo/letters/(\d+)/"', shown)
    assert links == [str(newest.pk), str(newest.pk - 1)]


def test_the_link_of_a_letter_can_be_followed(demo, client, registration):
    letter = letters.confirm(registration)
    link = re.search(r"http://\S+/en/confirm/\S+/", letter.text)[0]
    assert f'href="{link}"' in client.get(f"{LIST}{letter.pk}/").content.decode()


def test_a_name_of_markup_stays_words(demo, client, registration):
    registration.name = "<script>alert(1)</script>"
    letter = letters.received(registration)
    shown = client.get(f"{LIST}{letter.pk}/").content.decode()
    assert "Hello &lt;script&gt;alert(1)&lt;/script&gt;," in shown


@pytest.mark.parametrize("power", ["is_staff", "is_superuser"])
def test_what_organizers_are_sent_is_not_shown(demo, client, power):
    person = make_account("Somebody@Example.org", **{power: True})
    letter = letters.code(person, "8261-5530", language="en")
    type(letter).objects.update(to="somebody@example.org")
    assert "Your code to sign in" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{letter.pk}/").status_code == 404


def test_a_volunteer_of_the_demo_finds_her_code_there(demo, client):
    letter = letters.code(make_account(), "8261-5530", language="en")
    assert "8261-5530" in client.get(f"{LIST}{letter.pk}/").content.decode()


def test_where_a_letter_is_promised_the_demo_leads_to_it(settings, client, training):
    address = f"/en/trainings/{training.slug}/register/sent/"
    assert LIST not in client.get(address).content.decode()
    settings.DEMO = True
    assert f'href="{LIST}"' in client.get(address).content.decode()


def test_it_is_gone_where_the_demo_sends_its_letters(demo, mail, client, registration):
    letter = letters.received(registration)
    assert client.get(LIST).status_code == 404
    assert client.get(f"{LIST}{letter.pk}/").status_code == 404
    address = f"/en/trainings/{registration.training.slug}/register/sent/"
    assert LIST not in client.get(address).content.decode()
