"""Papers and certificates in a real browser: narrow, wide, dark, and by keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser import on_each_screen
from tests.desk.test_browser import faults
from tests.volunteers.certificates.conftest import make_participant
from volunteers.models import Certificate
from volunteers.services import certificates, issuing

pytestmark = pytest.mark.browser


def test_anybody_can_read_what_a_certificate_is_worth(browser_page, zebo, organizer):
    row = certificates.issue(zebo, kind="completion", by=organizer)
    browser_page.goto(row.get_absolute_url())
    expect(browser_page.locator("h1")).to_have_text("This certificate is valid")
    assert on_each_screen(browser_page, faults) == {}


def test_certificates_are_issued_by_keyboard_alone(open_page, sign_in, organizer, training, zebo):
    make_participant(training, "Aida", days=["2027-04-22"])
    page = open_page(390)
    sign_in(page, organizer)
    page.goto(f"/admin/trainings/training/{training.pk}/papers/")
    assert faults(page) == []
    page.get_by_role("button", name="Issue 1 certificate").focus()
    page.keyboard.press("Enter")
    page.get_by_text("0 of 1 are issued.").wait_for()
    issuing.issue_due()
    page.get_by_text("Last time 1 were issued").wait_for()  # the page looks again by itself
    page.goto(f"/admin/trainings/training/{training.pk}/papers/certificates/")
    page.get_by_role("link", name="Zebo Qosimi").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Zebo Qosimi").wait_for()
    assert faults(page) == []
    page.goto(f"/admin/trainings/training/{training.pk}/papers/design/")
    assert faults(page) == []
    assert Certificate.objects.count() == 1
