"""Letters go to the mail server once each, wait when it can't take them, and are given up late."""

from datetime import UTC, timedelta

import pytest
import time_machine
from django.utils.timezone import now

from volunteers import letters
from volunteers.models import Letter, LetterKind
from volunteers.services import outbox

pytestmark = pytest.mark.django_db


def make_letter(**values) -> Letter:
    values = {"kind": "received", "to": "zebo@example.org", "language": "en", **values}
    return Letter.objects.create(subject="A letter", text="Hello.", html="<p>Hello.</p>", **values)


def fresh(letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_a_letter_arrives_as_it_was_written(registration, postbox, settings):
    letter = letters.approved(registration)
    assert outbox.send_due() == 1
    message = postbox.messages[0]
    assert message["To"] == "zebo@example.org"
    assert message["From"] == settings.MAIL_FROM == "Hashar <trainings@example.org>"
    assert message["Reply-To"] == "water@example.org"
    assert message["Subject"] == "You have a seat: Clean water"
    assert message["Message-ID"] == letter.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert abs(message["Date"].datetime.replace(tzinfo=UTC) - now()) < timedelta(minutes=1)
    assert message["List-Unsubscribe"] is None
    text, html, calendar = [part for part in message.walk() if not part.is_multipart()]
    assert text.get_content_type() == "text/plain"
    assert "you have a seat at the training." in text.get_content()
    assert max(map(len, text.get_content().splitlines())) <= 76
    assert html.get_content().replace("\r\n", "\n").strip() == letter.html.strip()
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_filename() == "training.ics"
    assert "BEGIN:VEVENT" in calendar.get_content()


def test_letters_in_cyrillic_arrive_whole(registration, postbox):
    registration.language = "ru"
    letters.received(registration)
    outbox.send_due()
    assert postbox.messages[0]["Subject"].endswith("Чистая вода")
    assert "Чистая вода" in postbox.messages[0].get_body(("plain",)).get_content()


def test_a_long_address_is_never_broken():
    link = "https://hashar.example.org/en/confirm/" + "x-y:" * 30
    text = outbox.wrapped(f"- {'word ' * 30}\n\nHere:\n{link}")
    assert f"\n{link}\n" in text
    assert text.splitlines()[1].startswith("  word")


def test_what_is_sent_is_marked_and_not_sent_again(postbox):
    letter = make_letter()
    assert (outbox.send_due(), outbox.send_due()) == (1, 0)
    sent = fresh(letter)
    assert (sent.state, sent.tries, sent.leased_until, sent.error) == ("sent", 1, None, "")
    assert len(postbox.messages) == 1


def test_a_pass_takes_one_connection(postbox):
    for _number in range(5):
        make_letter()
    assert outbox.send_due() == 5
    assert len(postbox.sessions) == 1


def test_a_server_that_is_down_costs_no_letter_a_try(mail):
    letter = make_letter()
    with pytest.raises(outbox.Unreachable):
        outbox.send_due()
    waits = fresh(letter)
    assert (waits.state, waits.tries, waits.leased_until) == ("waiting", 0, None)
    assert waits.next_try_at == letter.next_try_at


def test_a_server_without_time_costs_no_letter_a_try(postbox):
    letter = make_letter()
    postbox.refuse_data = "421 Too busy"
    with pytest.raises(outbox.Unreachable, match="421 Too busy"):
        outbox.send_due()
    waits = fresh(letter)
    assert (waits.state, waits.tries, waits.leased_until) == ("waiting", 0, None)
    assert waits.error == "421 Too busy"


def test_a_connection_that_breaks_does_not_let_one_letter_hold_up_the_others(postbox):
    first, second = make_letter(), make_letter()
    postbox.refuse_data = "421 Too busy"
    with pytest.raises(outbox.Unreachable):
        outbox.send_due()
    postbox.refuse_data = ""
    assert outbox.send_due() == 1
    assert (fresh(first).state, fresh(second).state) == ("waiting", "sent")


@pytest.mark.parametrize("answer", ["450 Try later", "554 Looks like an advertisement"])
def test_a_refused_letter_waits_longer_each_time_and_is_given_up_in_the_end(postbox, answer):
    postbox.refuse_data = answer
    letter = make_letter()
    waits = []
    with time_machine.travel(letter.next_try_at, tick=False) as clock:
        while fresh(letter).state == "waiting":
            assert outbox.send_due() == 0
            waits.append((fresh(letter).next_try_at - now()).total_seconds() / 60)
            clock.move_to(fresh(letter).next_try_at)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440]
    given_up = fresh(letter)
    assert (given_up.state, given_up.tries) == ("given_up", outbox.TRIES)
    assert given_up.error == answer


def test_a_sign_in_code_overtakes_the_others(postbox):
    others, code = [make_letter(), make_letter()], make_letter(kind=LetterKind.CODE)
    assert outbox.send_due(at_most=2) == 2
    assert [fresh(each).state for each in (code, *others)] == ["sent", "sent", "waiting"]


def test_a_letter_is_not_tried_before_its_time(postbox):
    make_letter(next_try_at=now() + timedelta(minutes=1))
    assert outbox.send_due() == 0
    assert postbox.messages == []


def test_a_recipient_refused_for_good_is_given_up_at_once(postbox):
    postbox.refuse_recipient = "550 No such person"
    letter = make_letter()
    outbox.send_due()
    assert (fresh(letter).state, fresh(letter).tries) == ("given_up", 1)
    assert fresh(letter).error == "550 No such person"


def test_a_recipient_refused_for_now_is_asked_about_again(postbox):
    postbox.refuse_recipient = "450 Greylisted"
    letter = make_letter()
    outbox.send_due()
    assert (fresh(letter).state, fresh(letter).tries) == ("waiting", 1)


def test_one_refused_letter_does_not_stop_the_others(postbox):
    broken, good = make_letter(to=""), make_letter()
    assert outbox.send_due() == 1
    assert (fresh(broken).state, fresh(good).state) == ("given_up", "sent")


def test_a_claimed_letter_is_nobody_elses_until_the_lease_runs_out(postbox):
    letter = make_letter()
    assert outbox.claim() == letter
    assert outbox.claim() is None
    with time_machine.travel(now() + Letter.LEASE + timedelta(seconds=1)):
        assert outbox.claim() == letter


def test_a_slow_answer_still_fits_into_the_lease(settings):
    answers = 4  # to MAIL, RCPT, DATA and the message
    assert answers * settings.EMAIL_TIMEOUT < Letter.LEASE.total_seconds()


def test_whoever_is_late_does_not_undo_what_another_worker_did(postbox):
    letter = make_letter()
    late = outbox.claim()
    with time_machine.travel(now() + Letter.LEASE + timedelta(seconds=1)):
        assert outbox.send_due() == 1
        outbox.put_back(late, outbox.Refused("450 Try later"))
    assert fresh(letter).state == "sent"


@pytest.mark.parametrize(
    ("state", "tries", "again"),
    [("given_up", 14, True), ("waiting", 3, True), ("waiting", 0, False), ("sent", 1, False)],
)
def test_send_again_is_for_letters_that_failed(postbox, state, tries, again):
    later = now() + timedelta(days=1)
    letter = make_letter(state=state, tries=tries, next_try_at=later, error="450 Try later")
    assert outbox.send_again(letter) is again
    assert outbox.send_due() == int(again)


def test_without_a_mail_server_letters_wait(db):
    letter = make_letter(kind=LetterKind.CODE)
    assert not outbox.is_configured()
    assert outbox.send_due() == 0
    assert (fresh(letter).state, fresh(letter).tries) == ("waiting", 0)
