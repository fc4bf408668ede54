"""Several workers and a stop at one moment: each letter once, and none after the stop."""

from functools import partial

from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.races.racing import race
from tests.volunteers.writing.writing import going, make_message, written_to
from volunteers.models import Letter, Message
from volunteers.writing import sending


def make_crowd(number=30):
    """A training with so many people who have a seat."""
    training = make_open_training()
    for _each in range(number):
        make_registration(training, state="approved")
    return training


def test_four_workers_at_once_write_each_letter_once(organizer):
    message = going(make_crowd(), organizer)
    assert race(*[sending.write_due] * 4) == {"done": 4}
    addresses = written_to(message)
    assert len(addresses) == len(set(addresses)) == 30


def test_a_button_pressed_many_times_at_once_sends_once(organizer):
    message = make_message(make_crowd(3), organizer)
    said = race(*[partial(sending.send, message, by=organizer, expected=3)] * 8)
    assert said == {"done": 1, "This message went out already, or is going out.": 7}
    assert message.recipients.count() == 3


def test_nothing_waits_after_a_stop_that_came_in_between(organizer):
    message = going(make_crowd(), organizer)
    race(sending.write_due, sending.write_due, partial(sending.stop, message, by=organizer))
    numbers = Message.objects.with_numbers().get()
    assert (numbers.state, numbers.waiting, numbers.left) == ("stopped", 0, 30)
    assert not Letter.objects.due().exists()
