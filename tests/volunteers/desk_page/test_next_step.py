"""The stages of a training: the next step is named, and its button does it."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.utils.timezone import localdate, now

from tests.desk.forms import page_of, said, tags
from tests.factories import make_account, make_report, make_report_text, make_session, make_training
from tests.volunteers.desk.deciding import words
from tests.volunteers.desk_page.reading import desk
from tests.volunteers.factories import make_open_training, make_registration
from trainings.models import Precision

DAY = dt.timedelta(days=1)


def on(first: dt.date, last: dt.date) -> dict:
    return {"date_precision": Precision.DAYS, "start_date": first, "end_date": last}


def passed() -> dict:
    today = localdate()
    return on(today - 9 * DAY, today - 8 * DAY)


def next_step(response) -> str:
    boxes = [tag for name, tag in tags(page_of(response)) if tag.get("class") == "next"]
    return " ".join(" ".join(boxes[0].itertext()).split())


def tasks(response) -> list[str]:
    page = page_of(response)
    parts = [tag for _n, tag in tags(page) if tag.get("aria-labelledby") == "tasks-heading"]
    return [words(tag) for name, tag in tags(parts[0]) if name == "li"]


def press(client, training, verb):
    answer = client.post(desk(training).replace("desk", "step"), {"verb": verb}, follow=True)
    training.refresh_from_db()
    return answer


@pytest.mark.parametrize(
    ("values", "step"),
    [
        ({"lifecycle": "planned", "published": False}, "Publish the page …"),
        ({"lifecycle": "planned"}, "Open registration now"),
        ({"lifecycle": "open"}, "Look at the form"),
        ({"lifecycle": "closed"}, "Send a reminder"),
        ({"lifecycle": "closed", **on(localdate(), localdate())}, "See who is there"),
        ({"lifecycle": "open", **passed()}, "Mark as held"),
        ({"lifecycle": "held"}, "Draft the report"),
        ({"lifecycle": "reported"}, "Nothing is left to do."),
        ({"lifecycle": "cancelled"}, "It is cancelled. Nothing is left to do."),
    ],
)
def test_each_stage_names_the_next_step(organizer_client, values, step):
    assert next_step(organizer_client.get(desk(make_training(**values)))).endswith(step)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("draft", "Finish the report"),
        ("review", "Read and publish it"),
        ("published", "as reported"),
    ],
)
def test_a_held_training_leads_to_its_report(organizer_client, state, step):
    training = make_training()
    report = make_report(training, published=state == "published")
    if state == "review":
        make_report_text(report, "ru", published=False, state="review")
    assert next_step(organizer_client.get(desk(training))).endswith(step)


def test_the_buttons_lead_through_the_stages(organizer_client):
    training = make_open_training(lifecycle="planned", **passed())
    training.start_date = training.end_date = None
    training.date_precision = Precision.UNKNOWN
    training.save()
    stages = []
    for verb in ("open", "close", "held"):
        press(organizer_client, training, verb)
        stages.append(training.lifecycle)
    assert stages == ["open", "closed", "held"]
    make_report(training)
    press(organizer_client, training, "reported")
    assert training.lifecycle == "reported"


def test_opening_by_hand_does_not_wait_for_the_moment_that_was_set(organizer_client):
    training = make_training(lifecycle="planned", registration_opens_at=now() + 9 * DAY)
    press(organizer_client, training, "open")
    assert training.stage == "open"


@pytest.mark.parametrize(
    ("values", "verb", "why"),
    [
        ({"lifecycle": "planned", "published": False}, "open", "Publish the training first"),
        ({"lifecycle": "planned", **passed()}, "open", "The days of this training have passed."),
        ({"lifecycle": "cancelled"}, "close", "This training is cancelled."),
        ({"lifecycle": "cancelled"}, "held", "This training was cancelled."),
        ({"lifecycle": "held"}, "reported", "No report of this training is published yet."),
        ({"lifecycle": "open"}, "reported", "Mark the training as held first."),
    ],
)
def test_a_step_out_of_its_order_is_refused_with_a_sentence(organizer_client, values, verb, why):
    training = make_training(**values)
    assert said(press(organizer_client, training, verb))[0].startswith(why)
    assert training.lifecycle == values["lifecycle"]


def test_one_that_has_not_begun_was_not_held(organizer_client):
    later = localdate() + 9 * DAY
    training = make_training(lifecycle="closed", **on(later, later))
    assert said(press(organizer_client, training, "held"))[0].startswith("It has not begun yet.")


def test_what_is_left_to_do_stands_in_a_list(organizer_client):
    training = make_open_training(capacity=None)
    make_registration(training)
    make_session(training)
    assert tasks(organizer_client.get(desk(training))) == [
        "1 person waits for a decision.",
        "1 session has no person.",
        "Say when it is held.",
        "Say how many places there are.",
    ]


def test_registration_is_closed_once_everyone_has_an_answer(organizer_client):
    training = make_open_training()
    make_registration(training, state="approved")
    step = "everyone has an answer. Close registration now"
    assert next_step(organizer_client.get(desk(training))).endswith(step)


@pytest.mark.parametrize("role", ["editor", "monitoring officer", "country coordinator"])
def test_who_does_not_see_everyone_is_not_told_that_nobody_waits(client, db, role):
    training = make_open_training()
    make_registration(training)
    account = make_account("someone@example.org", is_staff=True)
    account.groups.set(Group.objects.filter(name=role))
    client.force_login(account)
    assert next_step(client.get(desk(training))) == "Next: Registration is open."
    assert "everyone has an answer" not in client.get("/admin/").content.decode()


def test_a_coordinator_sees_the_next_step_but_can_not_do_it(client, db):
    training = make_open_training()
    account = make_account("coordinator@example.org", is_staff=True)
    account.groups.set(Group.objects.filter(name="country coordinator"))
    client.force_login(account)
    page = client.get(desk(training)).content.decode()
    assert "Next:" in page
    assert "Close registration now" not in page
    assert press(client, training, "close").status_code == 403
    assert training.lifecycle == "open"
    assert "Draft the report" not in client.get(desk(make_training())).content.decode()


def test_the_reminder_begins_with_those_who_have_a_seat(organizer_client):
    training = make_training(lifecycle="closed")
    box = next(
        tag
        for _n, tag in tags(page_of(organizer_client.get(desk(training))))
        if tag.get("class") == "next"
    )
    address = next(tag.get("href") for name, tag in tags(box) if name == "a")
    boxes = [
        tag
        for name, tag in tags(page_of(organizer_client.get(address)))
        if name == "input" and tag.get("name") == "states"
    ]
    assert len(boxes) > 3
    assert [tag.get("value") for tag in boxes if tag.get("checked") is not None] == ["approved"]
