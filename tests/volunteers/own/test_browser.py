"""Own pages in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import on_each_screen
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


def obstacles(page) -> list[str]:
    """What keeps people from using the page as it stands."""
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*barriers(page), *(["scrolls sideways"] if sideways else [])]


def test_every_own_page_can_be_used_by_everyone(browser_page, sign_in, registration):
    page, address = browser_page, registration.get_absolute_url()
    found = {}

    def look(name):
        found[name] = on_each_screen(page, obstacles)

    page.goto("/en/me/sign-in/")
    look("sign-in")
    page.get_by_label("E-mail address").fill("zebo@example.org")
    page.get_by_role("button", name="Send me a code").click()
    look("code")
    page.goto(address)
    look("not here")
    sign_in(page, registration.volunteer.user)
    own = ("/en/me/", "/en/me/profile/", "/en/me/delete/")
    for path in (*own, address, f"{address}change/", f"{address}cancel/"):
        page.goto(path)
        look(path)
    page.goto("/en/me/profile/")
    page.get_by_label("Name, as you want to be called").fill("")
    page.get_by_role("button", name="Save").click()
    look("to mend")
    assert {name: seen for name, seen in found.items() if seen} == {}
