"""Deciding about many at once: the summary before, and the exact account after."""

import pytest

from tests.desk.forms import page_of, said, tags
from tests.volunteers.desk.deciding import page, press, words
from tests.volunteers.factories import (
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from volunteers.models import State


@pytest.fixture
def training(organizer):
    """Twenty seats, of which Tajikistan may have two."""
    training = make_open_training("Facilitation", capacity=20)
    make_quota(training, "TJ", maximum=2)
    return training


def applicants(training, country, *names) -> list:
    return [
        make_registration(training, make_volunteer(name=name), country=country) for name in names
    ]


def look(client, verb, *registrations) -> str:
    """What the summary page says before anything is done."""
    answer = client.post(
        page(registrations[0].training).replace("decide", "act"),
        {"verb": verb, "chosen": [one.pk for one in registrations]},
    )
    return words(next(tag for _n, tag in tags(page_of(answer)) if tag.get("class") == "sure"))


def states(registrations) -> list[str]:
    for one in registrations:
        one.refresh_from_db()
    return [one.state for one in registrations]


def test_the_summary_says_who_and_what_will_be_refused(organizer_client, training):
    kazakh = applicants(training, "KZ", "Aigerim", "Nurlan")
    tajik = applicants(training, "TJ", "Zebo", "Firuz", "Jamila")
    summary = look(organizer_client, "approve", *kazakh, *tajik)
    assert summary.startswith(
        "You are about to approve 5 people. Tajikistan 3, Kazakhstan 2. 20 seats are left before "
        "that. 1 of them will be refused. Tajikistan: all seats are taken (2 of 2).Jamila "
    )
    assert "Approve: 4 Back, change nothing" in summary
    assert states([*kazakh, *tajik]) == ["confirmed"] * 5


def test_the_account_names_each_who_was_refused(organizer_client, training):
    kazakh = applicants(training, "KZ", "Aigerim", "Nurlan")
    tajik = applicants(training, "TJ", "Zebo", "Firuz", "Jamila", "Olim")
    answer = press(organizer_client, "approve", *tajik, *kazakh)
    assert said(answer) == [
        "4 approved.",
        "2 refused: Tajikistan: all seats are taken (2 of 2). Jamila and Olim",
    ]
    assert states([*kazakh, *tajik]) == ["approved"] * 4 + ["confirmed"] * 2


def test_seats_go_to_the_first_come_whatever_the_order_of_the_ticks(organizer_client, training):
    first, second, third = applicants(training, "TJ", "First", "Second", "Third")
    press(organizer_client, "approve", third, first, second)
    assert states([first, second, third]) == ["approved", "approved", "confirmed"]


def test_refusals_for_several_limits_are_told_apart(organizer_client, training):
    training.capacity = 3
    training.save()
    tajik = applicants(training, "TJ", "Zebo", "Firuz", "Jamila")
    kazakh = applicants(training, "KZ", "Aigerim", "Nurlan")
    assert said(press(organizer_client, "approve", *tajik, *kazakh)) == [
        "3 approved.",
        "1 refused: Tajikistan: all seats are taken (2 of 2). Jamila",
        "1 refused: All seats are taken (3 of 3). Nurlan",
    ]


def test_one_that_was_decided_meanwhile_is_refused_alone(organizer_client, training):
    first, second = applicants(training, "KZ", "Aigerim", "Nurlan")
    first.state = State.DECLINED
    first.save()
    assert said(press(organizer_client, "approve", first, second)) == [
        "1 approved.",
        (
            "1 refused: A registration that is “declined” can't become “approved”. Reload the page "
            "first. Aigerim"
        ),
    ]


def test_many_are_declined_with_one_reason_each_in_her_language(organizer_client, training):
    english, russian = applicants(training, "KZ", "Aigerim", "Nurlan")
    russian.language = "ru"
    russian.save()
    assert "told this reason" in look(organizer_client, "decline", english, russian)
    press(organizer_client, "decline", english, russian, ready="before")
    told = [one.moves.get().reason for one in (english, russian)]
    assert told[0] == "Those who have not been to a training yet come first this time."
    assert all(told)


@pytest.mark.parametrize(
    ("before", "verb", "after"),
    [
        ("confirmed", "waitlist", "waitlisted"),
        ("approved", "cancel", "cancelled"),
        ("cancelled", "look_again", "confirmed"),
    ],
)
def test_every_verb_works_on_many(organizer_client, training, before, verb, after):
    rows = [make_registration(training, state=before, country="KZ") for _n in range(2)]
    assert "2 people" in look(organizer_client, verb, *rows)
    press(organizer_client, verb, *rows)
    assert states(rows) == [after, after]
