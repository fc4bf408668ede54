"""The first page of the desk: what needs someone now, this week, and the trainings at work."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import Group

from tests.desk.forms import page_of, tags
from tests.factories import make, make_account, make_report, make_report_text, make_training
from tests.volunteers.desk.test_queries import at_most
from tests.volunteers.desk_page.reading import numbers, rows_of_list
from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.roles.people import make_staff
from trainings.models import Precision
from volunteers.models import Letter
from volunteers.roles import Role

TODAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC), tick=False):
        yield


def on(first: dt.date, last: dt.date) -> dict:
    return {"date_precision": Precision.DAYS, "start_date": first, "end_date": last}


def lines(response, heading: str) -> list[str]:
    """What a list of the page says, line by line."""
    parts = [tag for _n, tag in tags(page_of(response)) if tag.get("aria-labelledby") == heading]
    items = [tag for name, tag in tags(parts[0]) if name == "li"]
    return [" ".join(" ".join(item.itertext()).split()) for item in items]


def number_behind(client, address: str) -> int:
    """How many the page of a number shows: the queue of a training, or a list."""
    if "/decide/" in address:
        return client.get(address).context["page"].total
    return rows_of_list(client, address)


def letter(**values) -> Letter:
    said = {"to": "a@example.org", "language": "en", "subject": "s", "text": "t"}
    return make(Letter, kind="received", **said, **values)


def test_it_says_what_needs_someone_now(organizer_client):
    training = make_open_training("Clean water")
    make_registration(training)
    make_registration(training)
    letter(tries=1)
    make_report_text(
        make_report(published=False), "ru", published=False, state="review", headline="Вода"
    )
    make_open_training("Long ago", **on(dt.date(2026, 1, 5), dt.date(2026, 1, 6)))
    page = organizer_client.get("/admin/")
    assert lines(page, "needs") == [
        "2 people wait for a decision. Clean water",
        "1 letter is stuck.",
        "Its days have passed. Was it held? Then mark it as held. Long ago",
        "To be read: “Вода”",
    ]
    found = numbers(page)
    assert [number for _address, number in found] == [2, 1]
    assert [number_behind(organizer_client, address) for address, _number in found] == [2, 1]


def test_a_training_and_its_repetition_are_told_apart(organizer_client):
    for month in (4, 5):
        day = dt.date(2026, month, 6)
        make_registration(make_open_training("Clean water", **on(day, day)))
    assert sorted(lines(organizer_client.get("/admin/"), "needs")) == [
        "1 person waits for a decision. Clean water (6 April 2026)",
        "1 person waits for a decision. Clean water (6 May 2026)",
    ]


def test_a_helper_at_the_door_is_led_to_check_in(client, db):
    helper = make_account("helper@example.org", is_staff=True)
    helper.groups.set(Group.objects.filter(name="check-in helper"))
    client.force_login(helper)
    page = client.get("/admin/")
    buttons = [tag for name, tag in tags(page_of(page)) if tag.get("class") == "button main"]
    assert [(tag.text, tag.get("href")) for tag in buttons] == [("Check-in", "/check-in/")]
    assert "Nothing waits for you." not in page.content.decode()


def test_it_says_what_happens_this_week(organizer_client):
    closes = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
    make_open_training(
        "Clean water",
        registration_closes_at=closes,
        **on(dt.date(2026, 3, 6), dt.date(2026, 3, 20)),
    )
    make_open_training("Running", **on(dt.date(2026, 3, 1), dt.date(2026, 3, 3)))
    make_open_training("Later", **on(dt.date(2026, 4, 6), dt.date(2026, 4, 7)))
    said = lines(organizer_client.get("/admin/"), "week")
    assert [line.split(" ")[0] for line in said] == ["Running", "Running", "Clean", "Clean"]
    assert "It is being held." in said[0]
    assert "Its last day." in said[1]
    assert "Registration closes at" in said[2]
    assert "It begins." in said[3]


def test_each_training_at_work_says_its_stage_and_the_next_step(organizer_client):
    make_open_training("Open", **on(dt.date(2026, 5, 5), dt.date(2026, 5, 6)))
    make_training("Held", **on(dt.date(2026, 1, 5), dt.date(2026, 1, 6)))
    make_training("Done", lifecycle="reported")
    first, second = lines(organizer_client.get("/admin/"), "at-work")
    assert first.startswith("Open 5–6 May 2026 registration open Next: Registration is open")
    assert second == (
        "Held 5–6 January 2026 held Next: It was held, and has no report yet. Draft the report"
    )


def test_the_report_of_a_held_training_is_drafted_from_the_first_page(organizer_client, client):
    training = make_training("Held", **on(dt.date(2026, 1, 5), dt.date(2026, 1, 6)))
    address = f'href="/admin/trainings/training/{training.pk}/draft/"'
    assert address in organizer_client.get("/admin/").content.decode()
    client.force_login(make_staff(Role.COORDINATOR))
    assert address not in client.get("/admin/").content.decode()


def test_a_coordinator_is_told_of_her_own_countries_alone(client, db):
    training = make_open_training("Clean water")
    make_registration(training, country="TJ")
    make_registration(training, country="KZ")
    letter(registration=make_registration(training, country="KZ"), tries=1)
    account = make_account("coordinator@example.org", is_staff=True)
    account.groups.set(Group.objects.filter(name="country coordinator"))
    account.countries.set(["TJ"])
    client.force_login(account)
    page = client.get("/admin/")
    assert lines(page, "needs") == ["1 person waits for a decision. Clean water"]
    assert [number_behind(client, address) for address, _number in numbers(page)] == [1]


def test_the_first_page_takes_few_queries(organizer_client):
    for number in range(12):
        training = make_open_training(f"Training {number}", **on(TODAY, TODAY))
        make_registration(training)
        make_report(training, published=False)
    with at_most(15):
        assert organizer_client.get("/admin/").status_code == 200
