"""Every number at the desk of a training leads to the list it counts, and the two agree."""

import datetime as dt
from itertools import product

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils.timezone import now

from tests.factories import make, make_account, make_session, make_training
from tests.volunteers.desk.test_queries import at_most, fill
from tests.volunteers.desk_page.reading import desk, numbers, rows_of_list, table
from tests.volunteers.factories import (
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from trainings.models import Precision
from volunteers.models import Attendance, Letter, State

MOST_QUERIES = 15
KINDS = [("TJ", "female", 2003), ("KZ", "male", 1990), (None, "withheld", None), ("KG", "", 1970)]


def make_people(training) -> None:
    """One of each kind in each state; a woman came on both days, a man on one."""
    for state, (country, sex, born) in product(State.values, KINDS):
        row = make_registration(
            training,
            make_volunteer(country=country),
            country=country,
            state=state,
            sex=sex,
            birth_year=born,
            birth_year_withheld=sex == "withheld",
            category="" if sex == "" else "online",
            host_organisation="Red Crescent & Co" if sex == "male" else "",
        )
        came_on = {"female": (2, 3), "male": (2,)} if state == State.APPROVED else {}
        for day in came_on.get(sex, ()):
            make(Attendance, registration=row, day=dt.date(2026, 3, day), source="desk")
        letter = {"to": "a@example.org", "language": "en", "subject": "s", "text": "t"}
        make(Letter, kind="received", registration=row, training=training, **letter)


@pytest.fixture
def training(organizer):
    """A training with people of every kind, and others that must not be counted."""
    days = {"start_date": dt.date(2026, 3, 2), "end_date": dt.date(2026, 3, 3)}
    training = make_open_training(date_precision=Precision.DAYS, **days)
    make_people(training)
    Letter.objects.filter(registration__sex="male").update(tries=2)
    Letter.objects.filter(registration__sex="female").update(state="sent", sent_at=now())
    make_quota(training, "UZ", minimum=2, maximum=5)
    make_session(training)
    make_session(training, kind="break")
    make_registration(make_open_training("Another"), sex="female")
    make_session(make_training("A third"))
    return training


def test_every_number_agrees_with_the_list_it_leads_to(organizer_client, training):
    found = numbers(organizer_client.get(desk(training)))
    assert len(found) > 60
    lists = {address: rows_of_list(organizer_client, address) for address, _number in found}
    assert [(address, number) for address, number in found if lists[address] != number] == []


def test_the_funnel_says_how_far_people_came(organizer_client, training):
    assert table(organizer_client.get(desk(training)), "funnel-heading") == {
        "Sent the form": ["28"],
        "Address proven": ["24"],
        "Address not proven yet": ["4"],
        "Waiting for a decision": ["4"],
        "Approved": ["4"],
        "On the waiting list": ["4"],
        "Declined": ["4"],
        "Cancelled": ["4"],
        "Never confirmed": ["4"],
        "Attended": ["2"],
        "Completed": ["1"],
    }


def test_what_nobody_said_and_what_nobody_wants_to_say_stand_apart(organizer_client, training):
    page = organizer_client.get(desk(training))
    sexes, ages = table(page, "sex-heading"), table(page, "age-heading")
    assert sexes["Prefer not to say"] == ["6", "1", "0", "0"]
    assert sexes["Not stated"] == ["6", "1", "0", "0"]
    assert ages["18–24"] == ["6", "1", "1", "1"]
    assert ages["36 and older"] == ["12", "2", "1", "0"]
    assert ages["Prefer not to say"] == ["6", "1", "0", "0"]


def test_countries_stand_beside_their_quotas(organizer_client, training):
    found = table(organizer_client.get(desk(training)), "country-heading")
    assert list(found) == [
        "Kazakhstan",
        "Kyrgyzstan",
        "Tajikistan",
        "Uzbekistan at least 2, at most 5",
        "Not stated",
    ]


@pytest.mark.parametrize("number", [10, 1000])
def test_a_thousand_registrations_take_no_more_queries_than_ten(organizer_client, number):
    training = make_open_training()
    fill(training, number)
    with at_most(MOST_QUERIES):
        assert organizer_client.get(desk(training)).status_code == 200


def test_who_may_not_see_registrations_sees_no_numbers_of_them(client, training):
    account = make_account("editor@example.org", is_staff=True)
    account.user_permissions.set(Permission.objects.filter(codename="view_training"))
    client.force_login(account)
    lists = {address.split("?")[0] for address, _number in numbers(client.get(desk(training)))}
    assert lists == {"/admin/trainings/session/"}


def test_who_may_not_see_trainings_does_not_see_the_desk_of_one(client, training):
    client.force_login(make_account("nobody@example.org", is_staff=True))
    assert client.get(desk(training)).status_code == 403


def test_a_coordinator_sees_the_numbers_of_her_own_countries(client, training):
    account = make_account("coordinator@example.org", is_staff=True)
    account.groups.set(Group.objects.filter(name="country coordinator"))
    account.countries.set(["TJ"])
    client.force_login(account)
    page = client.get(desk(training))
    assert table(page, "funnel-heading")["Sent the form"] == ["7"]
    assert list(table(page, "country-heading")) == ["Tajikistan"]
    found = [(address, number) for address, number in numbers(page) if number][:12]
    assert [rows_of_list(client, address) for address, _n in found] == [n for _a, n in found]


def test_who_may_see_figures_alone_sees_numbers_that_lead_to_no_names(client, training):
    account = make_account("monitoring@example.org", is_staff=True)
    may = Permission.objects.filter(codename__in=["view_training", "view_figures"])
    account.user_permissions.set(may)
    client.force_login(account)
    page = client.get(desk(training))
    assert table(page, "sex-heading")["Female"] == ["6", "1", "1", "1"]
    assert {address.split("?")[0] for address, _number in numbers(page)} == {
        "/admin/trainings/session/"
    }
