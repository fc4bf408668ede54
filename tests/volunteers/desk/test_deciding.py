"""The decision page of a training: the seats, the queue, and each decision."""

import datetime as dt

import pytest
from django.utils.timezone import now

from tests.desk.forms import said
from tests.volunteers.desk.deciding import bars, buttons, line, lines, page, press
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_quota,
    make_registration,
    make_volunteer,
)
from volunteers.models import Answer, LetterKind, Note


@pytest.fixture
def training(organizer):
    return make_open_training(
        "Facilitation", capacity=3, date_precision="days", start_date=dt.date(2027, 3, 1)
    )


def state_of(registration) -> str:
    registration.refresh_from_db()
    return registration.state


def letters_to(registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def test_seats_are_shown_beside_their_limits(organizer_client, training):
    make_quota(training, "TJ", minimum=1, target=2, maximum=2)
    make_registration(training, state="approved", country="TJ", category="national")
    make_registration(training, state="waitlisted", country="TJ", category="national")
    make_registration(training, country="KZ", category="online")
    assert bars(organizer_client.get(page(training))) == {
        "The whole training": ["1", "2", "–", "–", "3", "1", "1"],
        "Kazakhstan": ["0", "–", "–", "–", "–", "0", "1"],
        "Tajikistan": ["1", "1", "1", "2", "2", "1", "0"],
        "National volunteer": ["1", "–", "–", "–", "–", "1", "0"],
        "Online volunteer": ["0", "–", "–", "–", "–", "0", "1"],
    }


def test_full_and_short_are_said_in_words(organizer_client, training):
    make_quota(training, "TJ", maximum=1)
    make_quota(training, "KZ", minimum=1)
    make_registration(training, state="approved", country="TJ")
    names = list(bars(organizer_client.get(page(training))))
    assert names[1:3] == ["Kazakhstan below “at least”", "Tajikistan full"]


def test_a_line_says_what_matters_for_deciding(organizer_client, training):
    registration = make_registration(
        training,
        make_volunteer(name="Zebo Qosimi", native_name="Зебо Қосимӣ", country="TJ"),
        category="national",
        birth_year=2001,
        languages=["tg", "ru"],
        host_organisation="Oxus Youth Centre",
        motivation="I lead a club in Khorog.",
        at=now() - dt.timedelta(days=3),
    )
    said_here = line(organizer_client.get(page(training)), registration)
    assert said_here.startswith(
        "Zebo Qosimi Зебо Қосимӣ Tajikistan · national volunteer · Oxus Youth Centre · "
        "age 25–26 · Tajik, Russian · waiting for 3 days I lead a club in Khorog."
    )


def test_an_unknown_age_is_not_guessed(organizer_client, training):
    registration = make_registration(training, birth_year_withheld=True)
    assert "age –" in line(organizer_client.get(page(training)), registration)


def test_a_seat_in_another_training_is_told(organizer_client, training):
    volunteer = make_volunteer()
    make_registration(make_open_training("Before"), volunteer, state="approved")
    make_registration(make_open_training("Declined"), volunteer, state="declined")
    registration = make_registration(training, volunteer, state="approved")
    shown = line(organizer_client.get(f"{page(training)}?state=approved"), registration)
    assert "a seat in 1 other training" in shown


def test_the_answers_are_in_the_line(organizer_client, training):
    choice = make_question(training, "How?", kind="choice", options=["By bus", "By plane"])
    when = make_question(training, "When?", kind="date")
    registration = make_registration(training)
    answer = Answer.objects.create(registration=registration, question=choice)
    answer.options.set(choice.options.all()[:1])
    Answer.objects.create(registration=registration, question=when, text="2027-02-28")
    shown = line(organizer_client.get(page(training)), registration)
    assert "2 answers How?By busWhen?28 February 2027" in shown


def test_the_queue_is_first_come_first(organizer_client, training):
    today = now()
    for name, days in (("Second", 2), ("First", 3), ("Third", 1)):
        volunteer = make_volunteer(name=name)
        make_registration(training, volunteer, at=today - dt.timedelta(days=days))
    make_registration(make_open_training(), make_volunteer(name="Elsewhere"))
    assert lines(organizer_client.get(page(training))) == ["First", "Second", "Third"]


@pytest.mark.parametrize(
    ("narrowed", "names"),
    [
        ("", ["Айгерим", "Nurlan"]),
        ("state=approved", ["Seated"]),
        ("country=KZ", ["Nurlan"]),
        ("category=online", ["Айгерим"]),
        ("q=aigerim", ["Айгерим"]),
        ("state=&q=seat", ["Seated"]),
        ("state=nonsense&country=%00&category=nonsense&page=-1", ["Айгерим", "Nurlan"]),
    ],
)
def test_the_queue_is_narrowed(organizer_client, training, narrowed, names):
    make_registration(
        training, make_volunteer(name="Айгерим", country="KG"), country="KG", category="online"
    )
    make_registration(training, make_volunteer(name="Nurlan", country="KZ"), country="KZ")
    make_registration(training, make_volunteer(name="Seated"), state="approved")
    assert lines(organizer_client.get(f"{page(training)}?{narrowed}")) == names


def test_a_place_in_the_line_is_shown_by_pool(organizer_client, training):
    make_quota(training, "TJ", maximum=1)
    rows = [
        make_registration(training, state="waitlisted", country=code) for code in ("TJ", "KZ", "TJ")
    ]
    answer = organizer_client.get(f"{page(training)}?state=waitlisted")
    places = [line(answer, row).split("No. ")[1][:9] for row in rows]
    assert places == ["1 in line", "1 in line", "2 in line"]


@pytest.mark.parametrize(
    ("state", "verbs"),
    [
        ("submitted", []),
        ("confirmed", ["approve", "waitlist", "decline"]),
        ("waitlisted", ["approve", "decline"]),
        ("approved", ["waitlist", "cancel"]),
        ("declined", ["look_again"]),
        ("cancelled", ["look_again"]),
    ],
)
def test_each_state_offers_its_own_buttons(organizer_client, training, state, verbs):
    registration = make_registration(training, state=state)
    answer = organizer_client.get(f"{page(training)}?state={state}")
    assert buttons(answer, registration) == verbs


def test_a_training_without_a_waiting_list_offers_none(organizer_client, organizer):
    registration = make_registration(make_open_training(has_waiting_list=False))
    answer = organizer_client.get(page(registration.training))
    assert buttons(answer, registration) == ["approve", "decline"]
    assert [name for name, _label in answer.context["bulk"]] == ["approve", "decline"]


@pytest.mark.parametrize(
    ("before", "verb", "after", "letters", "sentence"),
    [
        ("confirmed", "approve", "approved", ["approved"], "1 approved."),
        ("confirmed", "waitlist", "waitlisted", ["waitlisted"], "1 put on the waiting list."),
        ("confirmed", "decline", "declined", ["declined"], "1 declined."),
        ("waitlisted", "approve", "approved", ["seat_free"], "1 approved."),
        ("approved", "cancel", "cancelled", ["cancelled"], "1 cancelled."),
        ("declined", "look_again", "confirmed", [], "1 to decide again."),
    ],
)
def test_a_button_decides(
    organizer, organizer_client, training, before, verb, after, letters, sentence
):
    registration = make_registration(training, state=before)
    answer = press(organizer_client, verb, registration)
    assert said(answer) == [sentence]
    assert (state_of(registration), letters_to(registration)) == (after, letters)
    assert registration.moves.get().by == organizer


def test_a_reason_is_told_in_the_language_of_the_volunteer(organizer_client, training):
    registration = make_registration(training, language="ru")
    press(organizer_client, "decline", registration, ready="more", reason="До встречи осенью.")
    reason = registration.moves.get().reason
    assert reason.endswith(" До встречи осенью.")
    assert reason != "До встречи осенью."
    assert registration.letters.get(kind=LetterKind.DECLINED).text.count("До встречи осенью.") == 1


def test_a_refusal_names_the_limit_and_the_person(organizer_client, training):
    make_quota(training, "TJ", maximum=1)
    make_registration(training, state="approved", country="TJ")
    registration = make_registration(training, make_volunteer(name="Firuz"), country="TJ")
    answer = press(organizer_client, "approve", registration)
    assert said(answer) == ["1 refused: Tajikistan: all seats are taken (1 of 1). Firuz"]
    assert (state_of(registration), letters_to(registration)) == ("confirmed", [])


def test_whoever_was_refused_stands_first_and_can_be_seated_anyway(organizer_client, training):
    make_quota(training, "TJ", maximum=1)
    make_registration(training, state="approved", country="TJ")
    make_registration(training, make_volunteer(name="Earlier"), country="KZ")
    late = make_registration(training, make_volunteer(name="Firuz"), country="TJ")
    before = organizer_client.get(page(training))
    assert "Seat anyway" not in line(before, late)
    answer = press(organizer_client, "approve", late)
    assert lines(answer) == ["Firuz", "Earlier"]
    assert "Seat anyway" in line(answer, late)
    press(organizer_client, "approve", late, override_reason="The trainer asked for him.")
    move = late.moves.get()
    assert (move.to_state, move.override_reason) == ("approved", "The trainer asked for him.")


def test_free_seats_are_filled_from_the_waiting_list(organizer_client, training):
    make_registration(training, state="approved")
    waiting = [make_registration(training, state="waitlisted") for _n in range(3)]
    address = page(training).replace("decide", "promote")
    answer = organizer_client.post(address, follow=True)
    assert said(answer) == ["2 got a seat: Zebo Example and Zebo Example."]
    assert [state_of(row) for row in waiting] == ["approved", "approved", "waitlisted"]


def test_opening_the_address_of_a_button_changes_nothing(organizer_client, training):
    registration = make_registration(training, state="waitlisted")
    for name in ("act", "promote", "note"):
        organizer_client.get(page(training).replace("decide", name), follow=True)
    assert (state_of(registration), Note.objects.count()) == ("waitlisted", 0)


def test_a_note_stands_with_its_author(organizer_client, training):
    registration = make_registration(training)
    answer = organizer_client.post(
        page(training).replace("decide", "note"),
        {"chosen": registration.pk, "text": "Knows the region."},
        follow=True,
    )
    assert "Knows the region." in line(answer, registration)
    assert registration.notes.get().author.name == "Aigerim"


def test_a_reason_is_kept_without_what_no_database_holds(organizer_client, training):
    registration = make_registration(training)
    press(organizer_client, "decline", registration, reason="Not\0 now " + "x" * 3000)
    assert registration.moves.get().reason == "Not now " + "x" * 1992


def test_an_empty_note_is_not_kept(organizer_client, training):
    registration = make_registration(training)
    address = page(training).replace("decide", "note")
    answer = organizer_client.post(address, {"chosen": registration.pk, "text": " "}, follow=True)
    assert said(answer) == ["The note was empty, so nothing was kept."]
    assert Note.objects.count() == 0


def test_an_empty_queue_tells_where_the_others_are(organizer_client, training):
    text = organizer_client.get(page(training)).content.decode()
    assert "Nobody waits for a decision." in text


def test_a_registration_of_another_training_is_not_decided_here(organizer_client, training):
    other = make_registration(make_open_training())
    address = page(training).replace("decide", "act")
    answer = organizer_client.post(
        address, {"verb": "approve", "chosen": other.pk, "sure": "1"}, follow=True
    )
    assert said(answer) == ["Nothing was done. Tick who is meant, and choose what to do."]
    assert state_of(other) == "confirmed"


@pytest.mark.parametrize(
    "typed",
    [
        {"verb": "nonsense", "chosen": "1"},
        {"verb": "approve"},
        {"verb": "approve", "chosen": ["x", "9" * 30, "\0"]},
        {"verb": "x", "chosen": "1", "back": "a\r\nb=\0"},
    ],
)
def test_a_form_that_makes_no_sense_does_nothing(organizer_client, training, typed):
    registration = make_registration(training)
    address = page(training).replace("decide", "act")
    answer = organizer_client.post(address, {"sure": "1", **typed}, follow=True)
    assert answer.status_code == 200
    assert state_of(registration) == "confirmed"
