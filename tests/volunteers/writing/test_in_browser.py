"""A letter to a group on a phone: counted, written, looked at, sent and stopped."""

import pytest

from tests.desk.test_browser import faults
from tests.volunteers.factories import make_open_training, make_registration
from tests.volunteers.writing.writing import address
from volunteers.models import Message

pytestmark = pytest.mark.browser


@pytest.mark.django_db(transaction=True)
def test_a_phone_writes_to_a_group(organizer, open_page, sign_in):
    training = make_open_training("A regional training of volunteers with a rather long title")
    make_registration(training, state="approved", language="kk")
    page = open_page(width=390)
    sign_in(page, organizer)
    page.goto(address(training, "new"))
    page.get_by_role("button", name="Show whom it reaches").click()
    page.get_by_text("person gets this letter").wait_for()
    page.get_by_label("Subject").first.fill("What to bring to {training}")
    page.get_by_label("Text").first.fill("Dear {name}, bring a cup.")
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page) == []
    page.get_by_role("button", name="Save and see how it is read").click()
    page.get_by_text("which is not written: reads English").wait_for()
    assert faults(page) == []
    page.get_by_role("link", name="Go on to sending").click()
    page.get_by_role("button", name="Send it to 1 person").wait_for()
    assert faults(page) == []
    page.get_by_role("button", name="Send it to 1 person").click()
    page.get_by_role("button", name="Stop it").click()
    page.get_by_text("Stopped: 0 sent, 1 withdrawn.").wait_for()
    assert faults(page) == []
    assert Message.objects.get().state == "stopped"
