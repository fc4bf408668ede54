"""Figures that were frozen stay as they were, and say what is different now."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories import make_account, make_country, make_series
from tests.pages.page import Page, read
from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.donor.test_page import PAGE, client_as, numerals, of, rows
from tests.volunteers.inout.reading import csv_of
from trainings.labels import Label
from volunteers.models import FrozenFigures
from volunteers.services import privacy

pytestmark = pytest.mark.django_db


def frozen(client, query, title="For the fund, 2026") -> Page:
    """The page of figures that were frozen just now."""
    given = dict(pair.split("=") for pair in query.split("&"))
    given.setdefault("bands", "18-29")
    given.setdefault("by", ["sex", "age", "country", "category", "disability"])
    return Page(client.post(f"{PAGE}freeze/", {**given, "title": title}, follow=True))


def asking(training) -> str:
    return f"what=training&training={training.pk}"


def saved(client, kind="people") -> list:
    """A file of the frozen figures."""
    return csv_of(client.get(f"{PAGE}{FrozenFigures.objects.get().pk}/file/{kind}/"))


def test_they_are_listed_and_shown_with_their_date(organizer_client):
    training = make_held("Springs")
    make_participant(training, sex="female")
    with time_machine.travel(dt.datetime(2026, 5, 2, 6, tzinfo=dt.UTC), tick=False):
        page = frozen(organizer_client, asking(training))
    assert "Frozen 2 May 2026, 11:00" in page.text
    assert "as of 2 May 2026, 11:00" in page.section("notes-heading")
    assert numerals(page) == ["1", "1", "1"]
    assert "Nothing: the record still says the same." in page.text
    listed = read(organizer_client, PAGE).section("frozen-heading")
    assert listed.startswith("Frozen before For the fund, 2026")


def test_they_stay_when_the_record_moves_on(organizer_client):
    training = make_held("Springs")
    zebo = make_participant(training, sex="female", birth_year=2000, country="TJ")
    make_participant(training, sex="male", country="KG")
    frozen(organizer_client, asking(training))
    before = [saved(organizer_client, kind) for kind in ("people", "trainings")]
    privacy.erase(zebo.volunteer.user)
    make_participant(training, country="UZ")
    training.title, training.time_zone = Label({"en": "Wells"}), "Asia/Dushanbe"
    training.save()
    country = make_country("TJ")
    country.name = Label({"en": "Another name"})
    country.save()
    assert [saved(organizer_client, kind) for kind in ("people", "trainings")] == before
    assert before[1][2][0] == "Springs"


def test_what_is_different_now_is_shown(organizer_client):
    training = make_held()
    make_participant(training, sex="female", birth_year=2000, country="TJ")
    frozen(organizer_client, asking(training))
    make_participant(training, sex="female", birth_year=2000, country="TJ", days=1)
    page = read(organizer_client, f"{PAGE}{FrozenFigures.objects.get().pk}/change/")
    assert rows(page, "Then and now") == {
        "In all": ["1 → 2", "1 → 2", "1 → 1"],
        "Sex: female": ["1 → 2", "1 → 2", "1 → 1"],
        "Age: 18–29": ["1 → 2", "1 → 2", "1 → 1"],
        "Country: Tajikistan": ["1 → 2", "1 → 2", "1 → 1"],
        "Category: national volunteer": ["1 → 2", "1 → 2", "1 → 1"],
        "Disability: not asked": ["1 → 2", "1 → 2", "1 → 1"],
    }
    assert numerals(page) == ["1", "1", "1"]


def test_a_series_that_is_gone_can_not_be_counted_again(organizer_client):
    series = make_series("Wells")
    frozen(organizer_client, f"what=series&series={series.pk}")
    series.delete()
    page = read(organizer_client, f"{PAGE}{FrozenFigures.objects.get().pk}/change/")
    assert "The same can't be counted again" in page.text


def test_without_a_name_nothing_is_frozen_and_nothing_is_lost(organizer_client):
    training = make_held()
    make_participant(training)
    page = frozen(organizer_client, asking(training), title="")
    assert "Write for whom the figures are, then freeze them." in page.text
    assert numerals(page) == ["1", "1", "1"]
    assert not FrozenFigures.objects.exists()


def test_who_sees_some_countries_only_sees_what_was_frozen_there(organizer_client):
    training = make_held()
    make_participant(training, country="TJ")
    frozen(organizer_client, asking(training))
    address = f"{PAGE}{FrozenFigures.objects.get().pk}/"
    account = make_account("limited@example.org", is_staff=True)
    monitor = client_as("monitoring officer")
    assert monitor.get(f"{address}change/").status_code == 200
    limited = Client()
    account.groups.set(Group.objects.filter(name="monitoring officer"))
    account.countries.add(make_country("KG"))
    limited.force_login(account)
    assert numerals(read(limited, of(training))) == ["0", "0", "0"]
    assert "For the fund" not in read(limited, PAGE).text
    assert limited.get(f"{address}change/").status_code == 404
    assert limited.get(f"{address}file/people/").status_code == 404


def test_frozen_figures_can_be_neither_changed_nor_deleted(organizer_client):
    frozen(organizer_client, "what=span")
    row = FrozenFigures.objects.get()
    organizer_client.post(f"{PAGE}{row.pk}/change/", {"title": "Other"})
    assert organizer_client.post(f"{PAGE}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert organizer_client.get(f"{PAGE}add/").status_code == 403
    assert FrozenFigures.objects.get().title == "For the fund, 2026"
