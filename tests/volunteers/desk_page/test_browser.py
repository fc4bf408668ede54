"""The desk of a training in a real browser: on a phone, by keyboard, in both schemes."""

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import desk as desk_window
from tests.desk.test_browser import faults
from tests.factories import make_session
from tests.volunteers.desk_page.reading import desk as address
from tests.volunteers.desk_page.test_numbers import make_people
from tests.volunteers.factories import make_open_training, make_registration

pytestmark = pytest.mark.browser
desk = desk_window
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_desk_fits_a_phone_and_is_read_by_everyone(desk):
    training = make_open_training("Clean water for villages")
    make_people(training)
    make_session(training)
    page = desk(390, "dark")
    for path in (address(training), "/admin/", "/admin/search/?q=zebo"):
        page.goto(path)
        assert (path, page.evaluate(WIDER), faults(page)) == (path, 0, [])


def test_an_organizer_follows_a_number_and_takes_the_next_step_by_keyboard(desk):
    training = make_open_training("Clean water")
    make_registration(training, state="approved")
    page = desk(1280)
    page.goto(address(training))
    page.get_by_role("button", name="Close registration now").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The stage is now “registration closed”.")).to_be_visible()
    page.get_by_role("region", name="Sessions").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(
        f"{page.url.split('/admin')[0]}/admin/trainings/session/?training={training.pk}"
    )
