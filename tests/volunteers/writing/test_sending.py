"""Letters of a message: as many as was said, each once, stopped at once, never too early."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import now

from tests.volunteers.factories import make_registration
from tests.volunteers.writing.writing import (
    fresh,
    going,
    hand_over,
    make_message,
    written_to,
)
from trainings.services.refusal import NotAllowed
from volunteers.letters.filling import Words
from volunteers.models import Letter, LetterState, Message
from volunteers.services.privacy import erase
from volunteers.trail import Entry, kind, said
from volunteers.writing import drafts, sending
from volunteers.writing.groups import Group


def test_each_gets_one_letter_in_the_own_words(training, people, organizer):
    message = going(training, organizer)
    assert sending.write_due() == 3
    assert written_to(message) == ["zebo", "dana", "timur"]
    letter = people[0].letters.get()
    assert (letter.subject, letter.text) == ("About Clean water", "Hello Zebo, bring a cup.")


def test_each_reads_the_nearest_language_that_is_written(training, people, organizer):
    texts = {"en": Words("Hello", "Hello"), "tg": Words("Салом", "Салом"), "ru": Words("Да", "Да")}
    going(training, organizer, texts=texts)
    sending.write_due()
    assert [one.letters.get().language for one in people] == ["tg", "ru", "ru"]


def test_a_language_outside_the_chain_is_read_rather_than_nothing(training, people, organizer):
    going(training, organizer, texts={"uz": Words("Salom", "Salom")})
    sending.write_due()
    assert {one.letters.get().subject for one in people} == {"Salom"}


def test_whoever_comes_later_is_not_reached(training, people, organizer):
    message = going(training, organizer)
    make_registration(training, state="approved")
    sending.write_due()
    assert len(written_to(message)) == message.recipients.count() == 3


def test_a_group_that_changed_since_it_was_counted_is_asked_again(training, people, organizer):
    message = make_message(training, organizer)
    with pytest.raises(NotAllowed, match="it is 3 people now"):
        sending.send(message, by=organizer, expected=2)
    assert (fresh(message).state, message.recipients.count()) == ("draft", 0)


def test_it_is_sent_once_however_often_the_button_is_pressed(training, people, organizer):
    message = going(training, organizer)
    with pytest.raises(NotAllowed, match="went out already"):
        sending.send(message, by=organizer, expected=3)
    assert message.recipients.count() == 3


def test_what_goes_out_is_not_written_on_any_more(training, people, organizer):
    message = going(training, organizer)
    other = {"en": Words("Other", "Other")}
    with pytest.raises(NotAllowed, match="no draft any more"):
        drafts.keep(message, training=training, by=organizer, group=Group(), texts=other)
    assert [text.subject for text in message.texts.all()] == ["About {training}"]


def test_a_worker_that_was_killed_repeats_nothing(training, people, organizer, monkeypatch):
    message = going(training, organizer)
    monkeypatch.setattr(sending, "A_STEP", 2)
    sending.write_some(message)

    def killed(*args, **options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Message, "save", killed)  # the letters of this step are written already
        with pytest.raises(KeyboardInterrupt):
            sending.write_some(message)
    assert written_to(message) == ["zebo", "dana"]
    assert (sending.write_due(), sending.write_due()) == (1, 0)
    assert written_to(message) == ["zebo", "dana", "timur"]


def test_letters_are_not_written_far_ahead_of_the_mail_server(
    training, people, organizer, monkeypatch
):
    monkeypatch.setattr(sending, "AHEAD", 2)
    message = going(training, organizer)
    assert (sending.write_due(), sending.write_due()) == (2, 0)
    hand_over(1)
    assert sending.write_due() == 1
    hand_over(2)
    sending.write_due()
    assert fresh(message).state == "sent"


def test_stopping_leaves_what_is_sent_and_withdraws_the_rest(
    training, people, organizer, monkeypatch
):
    monkeypatch.setattr(sending, "AHEAD", 2)
    message = going(training, organizer)
    sending.write_due()
    hand_over(1)
    sending.stop(message, by=organizer)
    sending.write_due()
    numbers = Message.objects.with_numbers().get()
    assert (numbers.state, numbers.total) == ("stopped", 3)
    assert (numbers.sent, numbers.waiting, numbers.left) == (1, 0, 2)
    assert not Letter.objects.due().exists()


def test_a_letter_in_the_hand_of_a_worker_is_withdrawn_once_it_is_put_back(
    training, people, organizer
):
    message = going(training, organizer)
    sending.write_due()
    letters = Letter.objects.filter(to="zebo@example.org")
    letters.update(leased_until=now() + Letter.LEASE)
    sending.stop(message, by=organizer)
    sending.write_due()
    assert letters.get().state == LetterState.WAITING
    letters.update(leased_until=None)
    sending.write_due()
    assert letters.get().state == LetterState.WITHDRAWN


def test_what_does_not_go_out_can_not_be_stopped(training, people, organizer):
    with pytest.raises(NotAllowed, match="nothing to stop"):
        sending.stop(make_message(training, organizer), by=organizer)


def test_nothing_goes_out_before_its_moment(training, people, organizer):
    message = make_message(training, organizer)
    sending.schedule(message, by=organizer, at=now() + timedelta(hours=2))
    assert (sending.write_due(), written_to(message)) == (0, [])
    make_registration(training, state="approved")
    with time_machine.travel(now() + timedelta(hours=3)):
        assert sending.write_due() == 4


def test_a_moment_that_is_past_is_refused(training, people, organizer):
    with pytest.raises(NotAllowed, match="This moment is past"):
        sending.schedule(make_message(training, organizer), by=organizer, at=now())


def test_what_was_taken_back_does_not_go_out(training, people, organizer):
    message = make_message(training, organizer)
    sending.schedule(message, by=organizer, at=now() + timedelta(hours=2))
    sending.unschedule(message)
    with time_machine.travel(now() + timedelta(hours=3)):
        assert sending.write_due() == 0
    assert fresh(message).state == "draft"


@pytest.mark.parametrize("lost", ["the role", "the people"])
def test_a_scheduled_message_is_stopped_where_its_author_may_not_write_any_more(
    training, people, coordinator, lost
):
    message = make_message(training, coordinator)
    sending.schedule(message, by=coordinator, at=now() + timedelta(hours=2))
    (coordinator.groups if lost == "the role" else coordinator.countries).clear()
    with time_machine.travel(now() + timedelta(hours=3)):
        assert sending.write_due() == 0
    assert fresh(message).state == "stopped"


def test_whoever_is_erased_while_it_goes_out_gets_none(training, people, organizer):
    message = going(training, organizer)
    erase(people[0].volunteer.user)
    sending.write_due()
    hand_over(3)
    sending.write_due()
    assert (written_to(message), fresh(message).state) == (["dana", "timur"], "sent")


def test_the_trail_says_who_wrote_to_how_many(training, people, organizer):
    message = going(training, organizer)
    entry = Entry.objects.get(object_pk=str(message.pk))
    assert (entry.actor, kind(entry)) == (organizer, "wrote to people")
    assert said(entry.additional_data) == ["Number: 3"]
