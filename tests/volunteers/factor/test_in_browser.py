"""The second step in a browser: a passkey is made and used, and every page can be read."""

import pytest
from playwright.sync_api import expect

from tests.volunteers.factor.steps import PASSWORD, SET_UP, code

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


@pytest.fixture
def phone(live_server, settings):
    """A function giving a window a device of its own that makes and keeps passkeys."""
    settings.SITE_URL = live_server.url

    def phone(page):
        cdp = page.context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        cdp.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})

    return phone


def give_password(page, account):
    page.goto("/admin/")
    page.get_by_label("E-mail address").fill(account.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_passkey_is_made_and_opens_the_desk(open_page, phone, aigerim):
    page = open_page(360)
    phone(page)
    give_password(page, aigerim)
    page.get_by_role("link", name="Set up a passkey").click()
    page.get_by_label("A name").fill("my phone")
    page.get_by_role("button", name="Make a passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    page.get_by_role("button", name="I have kept them").click()
    page.wait_for_url("**/admin/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
    give_password(page, aigerim)
    page.get_by_role("button", name="Use my passkey").click()
    page.get_by_role("heading", name="Your desk").wait_for()
    page.goto(SET_UP)
    assert page.get_by_text("The passkey “my phone”").is_visible()


def test_without_scripts_an_app_is_set_up_and_used(open_page, aigerim):
    page = open_page(360, java_script_enabled=False)
    give_password(page, aigerim)
    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator(".secret").inner_text().replace(" ", "")
    page.get_by_label("Code", exact=True).fill(code(secret))
    page.get_by_role("button", name="Set it up").click()
    expect(page.locator(".recovery li")).to_have_count(10)
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("heading", name="Your desk").wait_for()
