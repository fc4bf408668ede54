"""The desk in a real browser: from a training made anew to the file for its donor."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.factories import make_session
from tests.volunteers.day.test_offline import KEPT, PHONE
from tests.volunteers.desk.deciding import page as decision_page
from tests.volunteers.desk_page.reading import desk as desk_page
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.papers.pdf import text_of
from tests.volunteers.roles.people import make_staff
from tests.volunteers.working import start_worker
from trainings.models import Training
from volunteers.models import Attendance, Certificate, Mark, Registration
from volunteers.roles import Role
from volunteers.services.attendance import today

pytestmark = pytest.mark.browser

SEATS, OF_TAJIKISTAN, OTHERS, CAME = 20, 8, 16, 3


@pytest.fixture
def source(live_server):
    """Last year's training, of one day."""
    source = make_open_training("Springs", lifecycle="reported", capacity=SEATS)
    day = today(source)
    source.date_precision, source.start_date = "days", day.replace(year=day.year - 1, day=1)
    source.end_date = source.start_date
    source.save()
    make_session(source, "Opening", date=source.start_date)
    return source


@pytest.fixture
def phone(browser, live_server):
    """A phone. Chromium writes each lost request to the console: not watched."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def worker(live_server, tmp_path):
    """A real one, which issues certificates."""
    process = start_worker("issuing certificates", tmp_path / "log")
    yield
    process.kill()
    process.wait()


def repeat(page, source) -> Training:
    """Make it anew for today, publish it and open it."""
    page.goto(desk_page(source).replace("desk", "clone"))
    page.locator("[name=title_0]").fill("Springs again")
    page.locator("[name=first_day]").fill(today(source).isoformat())
    page.get_by_role("button", name="Make the new training").click()
    page.get_by_role("button", name="Save and publish").click()
    made = Training.objects.latest("pk")
    next_step(page, made, "Open registration now")
    return made


def next_step(page, training, button: str) -> None:
    page.goto(desk_page(training))
    page.locator(".next").get_by_role("button", name=button).click()


def register_them(training) -> None:
    for code, number in (("TJ", OF_TAJIKISTAN), ("KZ", OTHERS)):
        for n in range(number):
            person = make_volunteer(name=f"{code} {n:02}", country=code)
            make_registration(training, person, country=code)


def decide_all(page, training, verb: str, said: str) -> None:
    """Do the same with all who wait there for a decision, after the look that is asked for."""
    page.goto(decision_page(training))
    page.evaluate("document.querySelectorAll('[name=chosen]').forEach(one => one.checked = true)")
    page.get_by_label("With those ticked").select_option(verb)
    page.get_by_role("button", name="Look before it is done").click()
    page.locator(".submit-row button").click()
    expect(page.locator(".messages li").first).to_have_text(said)


def seated(training) -> list[str]:
    rows = Registration.objects.filter(training=training, state="approved")
    return sorted(rows.values_list("name", flat=True))


def check_in(phone, training) -> None:
    """Mark three while the network is cut; they are sent when it is back."""
    phone.goto(f"/check-in/trainings/{training.pk}/")
    expect(phone.get_by_text(KEPT)).to_be_visible()
    phone.context.set_offline(True)
    for name in seated(training)[:CAME]:
        phone.get_by_role("searchbox").fill(name)
        phone.get_by_role("button", name=f"Here {name}").click()
    expect(phone.locator("#offline")).to_contain_text(f"Marks not sent yet: {CAME}.")
    assert not Attendance.objects.exists()
    phone.context.set_offline(False)
    expect(phone.locator("#offline")).to_be_hidden()
    expect(phone.locator("#count")).to_have_text(f"{CAME} of {SEATS} here")
    assert (Attendance.objects.count(), Mark.objects.count()) == (CAME, CAME)


def donor_file(page, training, folder: Path) -> dict:
    """The line of the training in the file for its donor, by HXL tag."""
    asked = f"what=training&training={training.pk}&bands=18-29&by=sex"
    page.goto(f"/admin/volunteers/frozenfigures/?{asked}")
    with page.expect_download() as file:
        page.get_by_role("link", name="Trainings (CSV with HXL)").click()
    file.value.save_as(folder / "donor.csv")
    with open(folder / "donor.csv", encoding="utf-8-sig", newline="") as lines:
        _words, tags, line = csv.reader(lines)
    return dict(zip(tags, line, strict=True))


def test_from_a_training_made_anew_to_its_donor(
    open_page, phone, sign_in, organizer, source, worker, tmp_path
):
    desk = open_page()
    sign_in(desk, organizer)
    training = repeat(desk, source)
    register_them(training)

    office = open_page()
    sign_in(office, make_staff(Role.COORDINATOR, countries=["TJ"]))
    decide_all(office, training, "approve", f"{OF_TAJIKISTAN} approved.")
    assert {name[:2] for name in seated(training)} == {"TJ"}
    decide_all(desk, training, "approve", f"{SEATS - OF_TAJIKISTAN} approved.")
    decide_all(desk, training, "waitlist", "4 put on the waiting list.")
    next_step(desk, training, "Close registration now")

    papers = desk_page(training).replace("desk/", "papers/")
    sheet = desk.request.get(f"{papers}sign-in/?day={today(training)}&by=country").body()
    assert [name for name in seated(training) if name not in text_of(sheet)] == []

    sign_in(phone, make_staff(Role.HELPER, trainings=[training]))
    check_in(phone, training)

    desk.goto(papers)
    desk.locator("button[name=kind][value=completion]").click()
    # The page looks again by itself until the worker is done.
    expect(desk.get_by_text(f"Last time {CAME} were issued")).to_be_visible(timeout=30_000)
    assert Certificate.objects.count() == CAME
    stranger = open_page(width=390)
    stranger.goto(Certificate.objects.latest("pk").get_absolute_url())
    expect(stranger.locator("h1")).to_have_text("This certificate is valid")

    line = donor_file(desk, training, tmp_path)
    assert (line["#reached+total"], line["#reached+completed+total"]) == ("3", "3")
