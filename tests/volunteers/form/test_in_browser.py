"""The form and the pages around it in a real browser."""

import pytest
import time_machine
from django.utils.timezone import now
from playwright.sync_api import expect

from tests.browser import on_each_screen
from tests.pages.test_in_browser import KILOBYTES, barriers, fetched
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_quota,
    make_registration,
    make_volunteer,
)
from tests.volunteers.form.sending import PDF
from volunteers import links
from volunteers.models import Registration

pytestmark = pytest.mark.browser

FORM = "/en/trainings/springs/register/"


@pytest.fixture
def training(transactional_db):
    """A training that asks everything there is to ask."""
    training = make_open_training(
        "Springs and wells of the mountains",
        slug="springs",
        contact="water@example.org",
        asks=["host", "travel", "visa", "diet", "access", "emergency"],
        shows_seats_by_country=True,
    )
    make_quota(training, "TJ", maximum=5)
    for kind in ("line", "text", "number", "date", "country", "choice", "choices"):
        make_question(training, f"A question: {kind}?", kind=kind, options=["One", "Two"])
    make_question(training, "Your letter", kind="file", required=True, only_countries=["TJ"])
    return training


@pytest.fixture
def pages(training):
    """The addresses of the pages before, around and after the form."""
    full = make_open_training(slug="full", capacity=1, has_waiting_list=False)
    make_registration(full, state="approved")
    waits = make_registration(training, make_volunteer(), state="submitted")
    with time_machine.travel(now().replace(year=now().year - 1)):
        late = links.confirm_url(waits)
    addresses = [links.confirm_url(waits), late]
    return [
        "/en/trainings/springs/",
        FORM,
        f"{FORM}sent/",
        "/en/trainings/full/register/",
        *(address.removeprefix("http://127.0.0.1:8000") for address in addresses),
    ]


def fill_in(page):
    page.get_by_label("Name, as you want to be called").fill("Зебо")
    page.get_by_label("E-mail").fill("zebo@example.org")
    page.get_by_label("Country where you volunteer").select_option("Tajikistan")
    page.get_by_label("Tajik", exact=True).check()
    page.get_by_label("Community volunteer").check()
    page.get_by_label("What would you do with this training").fill("We look after a spring.")
    page.get_by_label("Your letter").set_input_files(
        {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )


def send(page):
    page.get_by_role("button", name="Send my registration").click()


def test_registering_on_a_phone_without_scripts(open_page, training):
    page = open_page(width=360, java_script_enabled=False)
    page.goto("/en/trainings/springs/")
    page.get_by_role("link", name="Register").first.click()
    fill_in(page)
    send(page)
    expect(page).to_have_title("Error: Register · Springs and wells of the mountains · Hashar")
    page.get_by_role("link", name="Say yes to the use of your data").click()
    expect(page.get_by_text("letter.pdf is kept.")).to_be_visible()
    page.get_by_label("My data may be used").check()
    page.wait_for_timeout(2000)  # nobody fills it in faster
    send(page)
    expect(page.locator("h1")).to_have_text("Look in your mailbox")
    expect(page.locator(".lead")).to_contain_text("zebo@example.org")
    row = Registration.objects.get()
    assert (row.name, row.category, row.answers.get().file.read()) == ("Зебо", "community", PDF)
    page.goto(links.confirm_url(row).removeprefix("http://127.0.0.1:8000"))
    page.get_by_role("button", name="Yes, this is my address").click()
    expect(page).to_have_url(page.url.partition("/en/")[0] + row.get_absolute_url())


def test_the_summary_of_errors_has_the_focus_and_leads_to_the_fields(browser_page, training):
    browser_page.goto(FORM)
    send(browser_page)
    summary = browser_page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="E-mail").click()
    expect(browser_page.get_by_label("E-mail")).to_be_in_viewport()


def test_a_question_for_others_is_hidden_and_comes_back(browser_page, training):
    browser_page.goto(FORM)
    question = browser_page.locator(".question", has_text="Your letter")
    expect(question).to_be_hidden()
    browser_page.get_by_label("Country where you volunteer").select_option("Tajikistan")
    expect(question).to_be_visible()
    expect(question).to_contain_text("Only for: Tajikistan")
    browser_page.get_by_label("Country where you volunteer").select_option("Kazakhstan")
    expect(question).to_be_hidden()


def test_every_page_can_be_used_by_everyone(browser_page, pages):
    found = {}
    for address in pages:
        browser_page.goto(address)
        if address == FORM:  # with all there is to see: what is folded away, and errors
            send(browser_page)
            expect(browser_page.get_by_role("alert")).to_be_visible()
            browser_page.get_by_text("More languages").click()
        if seen := on_each_screen(browser_page, barriers):
            found[address] = seen
    assert found == {}


def test_no_page_scrolls_sideways_on_the_narrowest_phone(open_page, pages):
    page = open_page(width=320)
    wide = {}
    for language in ("en", "ru"):
        for address in pages:
            page.goto(address.replace("/en/", f"/{language}/"))
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                wide[language, address] = width
    assert wide == {}


# In Russian two more files of fonts are needed than in English, and one less for the lead.
@pytest.mark.parametrize(("language", "most"), [("en", 9), ("ru", 10)])
def test_the_form_is_light(open_page, training, language, most):
    files = fetched(open_page(width=360), FORM.replace("/en/", f"/{language}/"))
    assert sum(files.values()) <= 100 * KILOBYTES
    assert len(files) <= most, files
