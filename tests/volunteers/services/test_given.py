"""Consents by version, needs apart, and forms that nobody confirmed."""

import datetime as dt

import pytest

from tests.factories import make
from tests.volunteers.factories import make_registration
from tests.volunteers.services.reading import state, steps
from volunteers.models import Consent, ConsentText, Needs
from volunteers.services import registration as services
from volunteers.services.given import agree, keep_needs

pytestmark = pytest.mark.django_db


def test_a_yes_names_the_version_the_language_and_the_moment(consent, time_machine):
    time_machine.move_to("2026-11-25T10:00Z", tick=False)
    agree(make_registration(), [consent["data"]], "ru")
    row = Consent.objects.get()
    assert (row.text, row.text.version, row.language) == (consent["data"], 1, "ru")
    assert row.given_at == dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC)


def test_a_second_yes_to_the_same_words_is_no_second_row(consent):
    registration = make_registration()
    for _each in range(2):
        agree(registration, [consent["photographs"]], "en")
    assert Consent.objects.count() == 1


def test_a_yes_to_new_words_replaces_the_old_one_of_its_kind_alone(consent):
    registration = make_registration()
    agree(registration, [consent["data"], consent["listed"]], "en")
    newer = make(ConsentText, kind="data", version=2, text="My data may be used, and burned.")
    agree(registration, [newer], "en")
    standing = registration.consents.filter(withdrawn_at=None)
    assert {one.text for one in standing} == {newer, consent["listed"]}
    assert registration.consents.count() == 3


def test_the_newest_version_is_the_current_one(consent):
    newer = make(ConsentText, kind="listed", version=2, text="Others may see my name.")
    assert ConsentText.objects.current() == {**consent, "listed": newer}


def test_needs_are_replaced_and_taken_away():
    registration = make_registration()
    keep_needs(registration, {"diet": "no fish"})
    keep_needs(registration, {"diet": "no meat"})
    assert Needs.objects.get().diet == "no meat"
    keep_needs(registration, {"diet": ""})
    assert Needs.objects.count() == 0


def test_a_form_is_dropped_when_nobody_proves_its_address_within_a_week(time_machine):
    time_machine.move_to("2026-11-25T10:00Z", tick=False)
    registration = make_registration(state="submitted")
    proven = make_registration(state="confirmed")
    time_machine.shift(dt.timedelta(days=7))
    assert (services.drop_unconfirmed(), state(registration)) == (0, "submitted")
    time_machine.shift(dt.timedelta(minutes=1))
    assert (services.drop_unconfirmed(), state(registration)) == (1, "dropped")
    assert steps(registration) == [("submitted", "dropped", "rule")]
    assert state(proven) == "confirmed"
    assert services.drop_unconfirmed() == 0
