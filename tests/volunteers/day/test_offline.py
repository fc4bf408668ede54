"""Check-in on a phone whose network goes away, in a real browser."""

import datetime as dt

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from tests.volunteers.day.network import cut
from tests.volunteers.factories import make_registration
from volunteers.models import Attendance, Mark

pytestmark = pytest.mark.browser
KEPT = "This list is on the phone now, and works without the network until midnight."
# Whether a page is kept, and how many lists.
LEFT = """async () => {
  const page = await (await caches.open('check-in')).match('/check-in/kept-page');
  const database = await new Promise((resolve) => {
    indexedDB.open('check-in').onsuccess = (event) => resolve(event.target.result);
  });
  const lists = database.transaction('lists').objectStore('lists').count();
  await new Promise((resolve) => { lists.onsuccess = resolve; });
  return [Boolean(page), lists.result];
}"""
PHONE = {"width": 390, "height": 800}


@pytest.fixture
def phone(browser, live_server, sign_in, organizer):
    """A phone that is signed in. Chromium writes each lost request to the console: not watched."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url)
    page = context.new_page()
    broken = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    sign_in(page, organizer)
    yield page
    context.close()
    assert broken == []


def test_marks_made_without_the_network_are_sent_once_when_it_is_back(phone, live_server, training):
    zebo = make_registration(training, state="approved", name="Зебо Қосимӣ")
    murod = make_registration(training, state="approved", name="Murod")
    phone.goto(f"/check-in/trainings/{training.pk}/")
    expect(phone.get_by_text(KEPT)).to_be_visible()
    with cut(phone, live_server):
        phone.get_by_role("searchbox").fill("kosimov")
        expect(phone.locator("#guests li")).to_have_count(1)
        phone.get_by_role("button", name="Here Зебо Қосимӣ").click()
        expect(phone.locator("#count")).to_have_text("1 of 2 here")
        expect(phone.locator("#offline")).to_contain_text("Marks not sent yet: 1.")

        phone.goto(f"/check-in/{murod.badge_code}/")  # the badge, scanned without a network
        phone.get_by_role("button", name="Here Murod").click()
        expect(phone.locator("#count")).to_have_text("2 of 2 here")
        phone.reload()
        expect(phone.locator("#count")).to_have_text("2 of 2 here")
        assert not Attendance.objects.exists()

        phone.get_by_role("link", name="Register someone at the door").click()
        expect(phone.get_by_text("Registering someone needs the network.")).to_be_visible()

    expect(phone.locator("#offline")).to_be_hidden()
    expect(phone.locator("#count")).to_have_text("2 of 2 here")
    assert {row.registration for row in Attendance.objects.all()} == {zebo, murod}
    phone.goto(f"/check-in/trainings/{training.pk}/")
    expect(phone.locator("#count")).to_have_text("2 of 2 here")
    assert Mark.objects.count() == 2


def test_a_mark_made_while_another_is_on_its_way_is_sent_after_it(
    open_page, sign_in, organizer, training
):
    for name in ("Aida", "Murod"):
        make_registration(training, state="approved", name=name)
    page = open_page(service_workers="block")
    page.clock.install()
    sign_in(page, organizer)
    page.goto(f"/check-in/trainings/{training.pk}/")

    def press_meanwhile(route):
        page.get_by_role("button", name="Here Murod").click()
        route.continue_()

    page.route("**/marks/", press_meanwhile, times=1)
    page.clock.pause_at(now() + dt.timedelta(minutes=10))  # the page sends again by the clock, too
    page.get_by_role("button", name="Here Aida").click()
    expect(page.locator("#count")).to_have_text("2 of 2 here")
    expect(page.locator("#offline")).to_be_hidden()
    assert Mark.objects.count() == 2


def test_the_day_after_nobody_is_on_the_phone_any_more(phone, live_server, training):
    make_registration(training, state="approved", name="Murod")
    phone.goto(f"/check-in/trainings/{training.pk}/")
    expect(phone.get_by_text(KEPT)).to_be_visible()
    with cut(phone, live_server):
        phone.clock.set_fixed_time(now() + dt.timedelta(days=1))
        phone.reload()
        expect(phone.locator("#guests li")).to_have_count(0)
        assert phone.evaluate(LEFT) == [False, 0]


def test_who_signs_out_leaves_no_names_on_the_phone(phone, training):
    make_registration(training, state="approved", name="Murod")
    phone.goto(f"/check-in/trainings/{training.pk}/")
    expect(phone.get_by_text(KEPT)).to_be_visible()
    phone.get_by_role("button", name="Sign out").click()
    phone.wait_for_url("**/admin/**")
    assert phone.evaluate(LEFT) == [False, 0]
