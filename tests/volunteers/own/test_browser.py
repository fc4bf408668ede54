"""Own pages in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.pages.test_in_browser import barriers
from tests.volunteers.factories import make_open_training, make_question, make_registration
from tests.volunteers.factories import make_volunteer as make_owner
from volunteers.models import Answer, ConsentText, Letter
from volunteers.services.given import agree

pytestmark = pytest.mark.browser


@pytest.fixture
def registration(transactional_db):
    """One that waits, with an answer and consents."""
    training = make_open_training("Volunteers for clean water", asks=["diet"])
    owner = make_owner("zebo@example.org", name="Zebo Qosimi", languages=["tg", "ru"])
    row = make_registration(training, owner, motivation="One spring.")
    question = make_question(training, "Which ones?", kind="choices", options=["A", "B"])
    Answer.objects.create(registration=row, question=question).options.set(question.options.all())
    agree(row, ConsentText.objects.current().values(), "en")
    return row


def test_a_phone_without_scripts_signs_in_cancels_and_comes_back(open_page, registration):
    page = open_page(width=360, java_script_enabled=False)
    page.goto("/en/")
    page.get_by_role("link", name="Your registrations").click()
    page.get_by_label("E-mail address").fill("Zebo@Example.org")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").wait_for()
    code = re.search(r"\d{4}-\d{4}", Letter.objects.get(kind="code").text).group()
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Volunteers for clean water").click()
    expect(page.locator("main")).to_contain_text("Waiting for a decision")
    page.get_by_role("link", name="Cancel this registration").click()
    page.get_by_role("button", name="Cancel my registration").click()
    expect(page.locator("main")).to_contain_text("Cancelled. Thank you for saying so.")
    page.get_by_role("button", name="Come after all").click()
    expect(page.locator("main")).to_contain_text("Good that you are back.")
    registration.refresh_from_db()
    assert registration.state == "confirmed"
    page.get_by_role("link", name="Your registrations").first.click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
    page.goto(registration.get_absolute_url())
    expect(page.locator("h1")).to_have_text("Sign in to see this page")


def test_every_own_page_can_be_used_by_everyone(screen, sign_in, registration):
    address = registration.get_absolute_url()
    found = {}
    screen.goto("/en/me/sign-in/")
    found["sign-in"] = barriers(screen)
    screen.get_by_label("E-mail address").fill("zebo@example.org")
    screen.get_by_role("button", name="Send me a code").click()
    found["code"] = barriers(screen)
    screen.goto(address)
    found["not here"] = barriers(screen)
    sign_in(screen, registration.volunteer.user)
    for page in ("/en/me/", "/en/me/profile/", "/en/me/delete/", address, f"{address}change/"):
        screen.goto(page)
        found[page] = barriers(screen)
        if screen.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[page].append("scrolls sideways")
    screen.goto(f"{address}cancel/")
    found["cancel"] = barriers(screen)
    screen.goto("/en/me/profile/")
    screen.get_by_label("Name, as you want to be called").fill("")
    screen.get_by_role("button", name="Save").click()
    found["to mend"] = barriers(screen)
    assert {page: seen for page, seen in found.items() if seen} == {}
