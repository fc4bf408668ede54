"""What each letter says, to whom, in which language, and what it does not say."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories import make_account
from tests.volunteers.factories import make_call, make_registration, make_volunteer
from trainings.models import Training
from volunteers import letters
from volunteers.models import Letter, LetterKind, LetterWording

pytestmark = pytest.mark.django_db

OF_REGISTRATIONS = {
    "confirm": letters.confirm,
    "nominated": letters.nominated,
    "known": letters.known,
    "received": letters.received,
    "approved": letters.approved,
    "waitlisted": letters.waitlisted,
    "declined": letters.declined,
    "seat_free": letters.seat_free,
    "cancelled": letters.cancelled,
    "changed": lambda registration: letters.changed(registration, changes="Category: online"),
    "reminder": letters.reminder,
    "closing": letters.closing,
    "certified": letters.certified,
}


def test_every_kind_of_letter_is_tried_here():
    assert {*OF_REGISTRATIONS, "code", "security", "message"} == set(LetterKind.values)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", OF_REGISTRATIONS)
def test_a_letter_is_whole_and_in_the_language_of_the_registration(registration, kind, language):
    registration.language = language
    letter = OF_REGISTRATIONS[kind](registration)
    title = {"en": "Clean water", "ru": "Чистая вода"}[language]
    assert (letter.kind, letter.to, letter.language) == (kind, "zebo@example.org", language)
    assert letter.subject.endswith(f": {title}")
    assert letter.text.count(title) == 1
    assert registration.name in letter.text
    for version in (letter.subject, letter.text, letter.html):
        assert not re.search(r"None|\{\w+\}|\n{3}", version)


@pytest.mark.parametrize("kind", OF_REGISTRATIONS)
def test_a_letter_reads_well_where_hardly_anything_is_known(bare_training, kind):
    registration = make_registration(bare_training)
    letter = OF_REGISTRATIONS[kind](registration)
    assert not re.search(r"None|\{|\n{3}|:\n*$|[:,] ?\.| \.", letter.text)
    assert "<p></p>" not in letter.html
    assert letter.calendar == ""


def test_the_text_of_the_letter_that_confirms(registration, settings):
    letter = letters.confirm(registration)
    link = re.search(r"http://\S+/en/confirm/\S+/", letter.text)[0]
    assert letter.subject == "Please confirm your registration: Clean water"
    assert "pressed it.\n\nConfirm my registration:\n" + link in letter.text
    assert f'class="button" href="{link}"' in letter.html
    assert letter.text.endswith(f"{settings.SITE_NAME} ({settings.SITE_URL}/en/)")


FIRST_OF_MARCH = datetime(2027, 3, 1, 12, tzinfo=UTC)


@time_machine.travel(FIRST_OF_MARCH, tick=False)
def test_the_link_that_confirms_says_until_when_it_is_good(training):
    text = letters.confirm(make_registration(training, state="submitted")).text
    assert "good until 8 March 2027, 18:00 (Bishkek, UTC+6)." in text


@time_machine.travel(FIRST_OF_MARCH, tick=False)
def test_a_deadline_that_is_past_is_not_spoken_of(training):
    past = FIRST_OF_MARCH - timedelta(days=8)
    training.registration_closes_at = past
    registration = make_registration(training, state="submitted", submitted_at=past)
    assert "good until" not in letters.confirm(registration).text
    assert "come back" not in letters.cancelled(registration).text


def test_where_an_address_was_never_proven_a_second_form_asks_again(training):
    registration = make_registration(training, state="submitted")
    assert letters.known(registration).kind == LetterKind.CONFIRM


def test_a_known_address_is_told_where_it_stands(training):
    registration = make_registration(training, state="approved")
    text = letters.known(registration).text
    assert "Nothing was changed by it. Where your registration stands: approved." in text
    assert registration.get_absolute_url() in text


def test_a_seat_comes_with_the_calendar_and_what_is_good_to_know(registration, settings):
    letter = letters.approved(registration)
    assert letter.calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert "A calendar file is attached.\n\nGood to know\nBring **warm** clothes." in letter.text
    assert "<p>Bring <strong>warm</strong> clothes.</p>" in letter.html
    assert f'href="{settings.SITE_URL}/en/trainings/"' in letter.html


def test_the_waiting_list_says_the_place_in_the_line(training):
    make_registration(training, state="waitlisted")
    second = make_registration(training, state="waitlisted")
    assert "Your place in the line today: 2." in letters.waitlisted(second).text


def test_a_reason_is_told_as_it_was_written(registration):
    letter = letters.declined(registration, reason="Only for <engineers> & {link}")
    assert "The reason: Only for <engineers> & {link}" in letter.text
    assert "The reason: Only for &lt;engineers&gt; &amp; {link}" in letter.html


def test_changes_keep_their_lines(registration):
    letter = letters.changed(registration, changes="Country: Kyrgyzstan\nCategory: online")
    assert "What was changed:\n\nCountry: Kyrgyzstan\nCategory: online\n" in letter.text
    assert "Country: Kyrgyzstan<br>\nCategory: online" in letter.html


def test_a_nominated_person_is_told_who_registered_her(registration):
    registration.nominated_by = make_account("office@example.org", name="Aida")
    registration.nominating_office = "Field office Osh"
    text = letters.nominated(registration).text
    assert "Aida, Field office Osh registered you for a training:" in text


def test_a_rule_that_decides_at_once_is_said_before(bare_training):
    bare_training.call.delete()
    make_call(bare_training, deciding="first_come")
    registration = make_registration(Training.objects.get())
    assert "seats go to those who come first" in letters.confirm(registration).text


def test_a_stranger_can_send_no_advertisement_in_a_name(training):
    person = make_volunteer("victim@example.org", name="Win at https://casino.example.org")
    registration = make_registration(training, person, state="submitted")
    assert "casino" not in letters.confirm(registration).html
    assert "casino" in letters.approved(registration).text


def test_an_erased_volunteer_gets_no_letter(registration):
    registration.volunteer = None
    assert letters.cancelled(registration) is None
    assert not Letter.objects.exists()


def test_the_code_stands_alone_on_its_line(db):
    person = make_account("zebo@example.org")
    letter = letters.code(person, "K7QP2M", language="uz")
    assert (letter.kind, letter.to, letter.language) == ("code", "zebo@example.org", "ru")
    assert "\n\nK7QP2M\n\n" in letter.text
    assert '<p><span class="code">K7QP2M</span></p>' in letter.html
    assert "K7QP2M" not in letter.subject


def test_a_reminder_goes_out_once_for_each_first_day(registration):
    first = letters.reminder(registration)
    assert letters.reminder(registration) == first
    registration.training.start_date = registration.training.end_date
    assert letters.reminder(registration) != first
    assert letters.closing(registration) == letters.closing(registration)


def worded(training, language, body="Own words for {name}."):
    LetterWording.objects.create(
        training=training, kind="received", language=language, subject="Own", body=body
    )


@pytest.mark.parametrize(
    ("own", "reader", "spoken", "is_own"),
    [
        ("kk", "kk", "kk", True),  # her own language first, though our interface lacks it
        ("ru", "kk", "ru", True),
        ("en", "kk", "ru", False),  # our Russian is nearer to her than an organizer's English
        ("ru", "en", "en", False),
        ("uz", "kk", "ru", False),
    ],
)
def test_the_words_nearest_to_the_reader_are_taken(registration, own, reader, spoken, is_own):
    worded(registration.training, own)
    registration.language = reader
    letter = letters.received(registration)
    assert (letter.language, letter.subject == "Own") == (spoken, is_own)
    if is_own:
        assert letter.text == f"Own words for {registration.name}."


def test_an_organizers_words_and_a_volunteers_name_stay_apart(training):
    worded(training, "en", "Dear *{name}*, <b>welcome</b>")
    person = make_volunteer("x@example.org", name="*<b>{link}")
    letter = letters.received(make_registration(training, person, language="en"))
    assert letter.text == "Dear **<b>{link}*, <b>welcome</b>"
    assert "<p>Dear <em>*&lt;b&gt;{link}</em>, &lt;b&gt;welcome&lt;/b&gt;</p>" in letter.html


def test_a_letter_says_what_happened_to_an_account(db):
    letter = letters.security(make_account(name="Aigerim"), "A passkey was added.", language="en")
    assert letter.subject == "Your account at the desk was changed"
    assert letter.text.startswith("Hello Aigerim,\n\nA passkey was added.\n\nIf this was you,")
