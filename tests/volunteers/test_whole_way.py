"""The whole way in a real browser: from the open call to a seat that goes to the next in line.

The letters wait in the outbox, as no worker runs, and are read where the demo shows them.
"""

import pytest
from playwright.sync_api import expect

from tests.volunteers.desk.deciding import page as decision_page
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from volunteers.models import State

pytestmark = pytest.mark.browser


@pytest.fixture
def training(settings, live_server):
    """A training of one seat, in a demo whose letters lead to this server."""
    settings.DEMO = True
    settings.SITE_URL = live_server.url
    return make_open_training("Springs and wells", slug="springs", capacity=1)


@pytest.fixture
def phone(open_page):
    return open_page(width=360, java_script_enabled=False)


def register(page) -> None:
    page.goto("/en/trainings/springs/")
    page.get_by_role("link", name="Register").first.click()
    page.get_by_label("Name, as you want to be called").fill("Зебо")
    page.get_by_label("E-mail").fill("zebo@example.org")
    page.get_by_label("Country where you volunteer").select_option("Tajikistan")
    page.get_by_label("Community volunteer").check()
    page.get_by_label("What would you do with this training").fill("We look after a spring.")
    page.get_by_label("My data may be used").check()
    page.wait_for_timeout(2000)  # nobody fills it in faster
    page.get_by_role("button", name="Send my registration").click()
    expect(page.locator("h1")).to_have_text("Look in your mailbox")


def open_letter(page, subject: str, to: str) -> None:
    """Open the letter in the mailbox of the demo."""
    page.goto("/en/demo/letters/")
    letter = page.locator(".rows li", has_text=f"to {to}").filter(has_text=subject)
    letter.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text(subject)


def confirm(page) -> None:
    open_letter(page, "Please confirm your registration", "zebo@example.org")
    page.locator(".mail").get_by_role("link").first.click()
    page.get_by_role("button", name="Yes, this is my address").click()
    expect(page.locator(".state b")).to_have_text("Waiting for a decision")


def decide(page, training) -> None:
    """Give the only seat to one, and let the other wait."""
    page.goto(decision_page(training))
    for name, button, account in (
        ("Зебо", "Approve", "1 approved."),
        ("Nurlan", "Waiting list", "1 put on the waiting list."),
    ):
        line = page.locator(".person", has_text=name)
        line.get_by_role("button", name=button).click()
        expect(page.locator(".messages")).to_have_text(account)


def cancel(page) -> None:
    page.get_by_role("link", name="Cancel this registration").click()
    page.get_by_role("button", name="Cancel my registration").click()
    expect(page.get_by_role("status")).to_have_text("Cancelled. Thank you for saying so.")


def seated(page, training) -> list[str]:
    """Who has a seat, as the desk says."""
    page.goto(f"{decision_page(training)}?state=approved")
    return [" ".join(name.split()) for name in page.locator(".person h3").all_inner_texts()]


def test_from_the_open_call_to_the_next_in_line(phone, open_page, sign_in, training, organizer):
    nurlan = make_volunteer("nurlan@example.org", name="Nurlan")
    waits = make_registration(training, nurlan, state=State.CONFIRMED)
    register(phone)
    confirm(phone)

    desk = open_page()
    sign_in(desk, organizer)
    decide(desk, training)
    assert seated(desk, training) == ["Зебо"]
    open_letter(phone, "You have a seat", "zebo@example.org")
    phone.locator(".mail").get_by_role("link", name="/me/registrations/").click()
    expect(phone.locator(".state b")).to_have_text("You have a seat")

    cancel(phone)
    assert seated(desk, training) == ["Nurlan"]
    other = open_page(width=360)
    sign_in(other, nurlan.user)
    open_letter(other, "A seat became free, and it is yours", "nurlan@example.org")
    other.goto(waits.get_absolute_url())
    expect(other.locator(".state b")).to_have_text("You have a seat")
