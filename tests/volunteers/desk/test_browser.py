"""Deciding in a real browser: forty applications before lunch."""

import datetime as dt

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from tests.desk.test_browser import faults
from tests.volunteers.desk.deciding import page as address
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_quota,
    make_registration,
    make_volunteer,
)
from volunteers.models import Answer, Registration
from volunteers.services.registration import approve, decline, waitlist

pytestmark = pytest.mark.browser
NAMES = (
    ("Zebo Qosimi", "Зебо Қосимӣ", "TJ"),
    ("Abdurahmon Muhammadjonov-Hojiakbarzoda", "Абдураҳмон Муҳаммадҷонов", "TJ"),
    ("Нұрлан Әбдіқадыров", "", "KZ"),
    ("Gulnara", "Гүлнара", "KG"),
    ("Dilnoza O‘rinova", "", "UZ"),
)


def make_applicants(number: int):
    """A training of twenty seats, five of them for Tajikistan, and some who want to come."""
    training = make_open_training(
        "Facilitation", capacity=20, date_precision="days", start_date=dt.date(2027, 3, 1)
    )
    make_quota(training, "TJ", minimum=2, target=4, maximum=5)
    make_quota(training, category="online", target=8)
    question = make_question(training, "What do you want to take home?", kind="text")
    for n in range(number):
        name, native_name, country = NAMES[n % 5]
        volunteer = make_volunteer(name=f"{name} {n:02}", native_name=native_name, country=country)
        registration = make_registration(
            training,
            volunteer,
            category="online" if n % 3 else "national",
            motivation="I lead a youth club and want everyone to speak. " * 6,
            at=now() - dt.timedelta(hours=100 - n),
        )
        Answer.objects.create(registration=registration, question=question, text="A plan.")
    return training


# But the filters of a list, which lie over what stands below them.
OPEN_ALL = "document.querySelectorAll('main details:not(.filter)').forEach(one => one.open = true)"


@pytest.fixture
def forty(organizer):
    return make_applicants(40)


@pytest.fixture
def few(organizer):
    """Applicants of whom one waits, one is approved and one is declined."""
    training = make_applicants(6)
    rows = list(training.registrations.order_by("pk"))
    for registration, verb in zip(rows, (waitlist, approve, decline), strict=False):
        verb(registration, by=organizer)
    return training


def states(training) -> dict[str, int]:
    found = [registration.state for registration in training.registrations.all()]
    return {state: found.count(state) for state in sorted(set(found))}


def one(page, name: str):
    return page.locator(".person", has_text=name)


def decide_forty(page, training) -> None:
    """Decline one with a reason, approve most at once, seat one beyond a limit, queue the rest."""
    page.goto(address(training))
    one(page, "Zebo Qosimi 00").locator(".more > summary").click()
    expect(one(page, "Zebo Qosimi 00").get_by_text("A plan.")).to_be_visible()
    one(page, "Zebo Qosimi 00").get_by_label("A note for colleagues").fill("Came in May.")
    one(page, "Zebo Qosimi 00").get_by_role("button", name="Keep the note").click()
    expect(page.locator(".messages")).to_have_text("Your note is with the registration.")
    one(page, "Gulnara 03").locator(".no > summary").click()
    one(page, "Gulnara 03").get_by_label("A ready reason").select_option("others")
    one(page, "Gulnara 03").get_by_role("button", name="Decline Gulnara 03").click()
    expect(page.locator(".messages")).to_have_text("1 declined.")
    for tick in page.locator("input[type=checkbox][name=chosen]").all()[:21]:
        tick.check()
    page.get_by_role("button", name="Look before it is done").click()
    expect(page.locator(".lead")).to_have_text("You are about to approve 21 people.")
    page.get_by_role("button", name="Approve: 16").click()
    expect(page.locator(".messages li").first).to_have_text("16 approved.")
    refused = page.locator(".person.refused").first
    refused.get_by_label("Why beyond the limit?").fill("The trainer asked for her.")
    refused.get_by_role("button", name="Seat anyway").click()
    expect(page.locator(".messages")).to_have_text("1 approved.")
    for tick in page.locator("input[type=checkbox][name=chosen]").all():
        tick.check()
    page.get_by_label("With those ticked").select_option("waitlist")
    page.get_by_role("button", name="Look before it is done").click()
    page.locator(".submit-row button").click()
    expect(page.locator("#queue")).to_contain_text("Nobody waits for a decision.")


@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, False)])
def test_forty_applications_are_decided(desk, forty, width, script):
    page = desk(width, java_script_enabled=script)
    decide_forty(page, forty)
    assert states(forty) == {"approved": 17, "declined": 1, "waitlisted": 22}
    seated = Registration.objects.exclude(moves__override_reason="").get()
    assert (seated.country_id, seated.state) == ("TJ", "approved")


# Buttons are longer in Russian.
@pytest.mark.parametrize(
    ("width", "scheme", "locale"), [(360, "dark", "ru"), (1280, "light", "en")]
)
def test_the_pages_are_quiet_and_accessible(desk, few, width, scheme, locale):
    page = desk(width, scheme, locale=locale)
    registration = few.registrations.first()
    decide = address(few)
    found = {}
    for shown in (
        f"{decide}?state=&refused={registration.pk}",
        decide.replace("decide", "register"),
        f"/admin/volunteers/registration/{registration.pk}/change/",
        "/admin/volunteers/registration/",
    ):
        page.goto(shown)
        page.evaluate(OPEN_ALL)
        wrong, wide = faults(page), page.evaluate("document.documentElement.scrollWidth")
        if wrong or wide > width:
            found[shown] = wide, wrong
    assert found == {}


def test_the_summary_is_quiet_and_accessible(desk, few):
    page = desk(390)
    page.goto(address(few))
    for tick in page.locator("input[type=checkbox][name=chosen]").all():
        tick.check()
    page.get_by_label("With those ticked").select_option("decline")
    page.get_by_role("button", name="Look before it is done").click()
    page.locator(".lead").wait_for()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_decision_is_made_by_the_keyboard_alone(desk, few):
    page = desk()
    page.goto(address(few))
    one(page, "Gulnara 03").locator("h3 a").focus()
    for key in ("Tab", "Tab", "Enter"):  # past the answers to the first button
        page.keyboard.press(key)
    expect(page.locator(".messages")).to_have_text("1 approved.")


def test_options_appear_when_a_question_needs_them(desk, few):
    page = desk()
    page.goto(f"/admin/trainings/training/{few.pk}/change/#questions-group")
    page.locator("#questions-0 > details > summary").click()
    options = page.locator("#questions-0 .field-options_typed")
    expect(options).to_be_hidden()
    page.select_option("#id_questions-0-kind", "choice")
    expect(options).to_be_visible()
