"""The desk in a real browser: from a training made anew to the file for its donor."""

import csv
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.desk.browsing import save
from tests.volunteers.day.network import cut
from tests.volunteers.day.test_offline import KEPT, PHONE
from tests.volunteers.desk.deciding import page as decision_page
from tests.volunteers.desk_page.reading import desk as desk_page
from tests.volunteers.factories import make_registration, make_volunteer
from tests.volunteers.papers.pdf import draws_code, text_of
from tests.volunteers.roles.people import make_staff
from tests.volunteers.working import start_worker
from trainings import records
from trainings.models import Training
from volunteers.models import Attendance, Certificate, Mark, Registration, User
from volunteers.papers.certificates import CODE_SIDE
from volunteers.roles import Role
from volunteers.services.attendance import today

pytestmark = pytest.mark.browser

DEMO = settings.BASE_DIR / "demo"
SEATS, CAME = 40, 3
FROM = {"TJ": 18, "KZ": 16, "KG": 14, "UZ": 12}
# From where those are whose names each reads on the page of decisions.
NAMED = {
    Role.ORGANIZER: set(FROM),
    Role.OBSERVER: set(FROM),
    Role.COORDINATOR: {"TJ"},
    Role.HELPER: set(),
    Role.EDITOR: set(),
    Role.MONITORING: set(),
}


@pytest.fixture
def story(live_server):
    """The first regional training, as the demo has it on record."""
    records.load(sorted(DEMO.glob("01-*.yaml")))
    return Training.objects.get()


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
    """Make it anew for today, with fewer seats than will ask for one, publish it and open it."""
    page.goto("/admin/trainings/training/")
    page.get_by_role("link", name=str(source.title)).first.click()
    page.get_by_role("link", name="Repeat this training").click()
    page.locator("[name=title_0]").fill("Volunteers of the second year")
    page.locator("[name=first_day]").fill(today(source).isoformat())
    page.get_by_role("button", name="Make the new training").click()
    page.locator("[name=end_date]").fill(today(source).isoformat())
    page.locator("[name=capacity]").fill(str(SEATS))
    save(page, "Save and publish")
    made = Training.objects.latest("pk")
    next_step(page, made, "Open registration now")
    return made


def next_step(page, training, button: str) -> None:
    page.goto(desk_page(training))
    with page.expect_navigation():
        page.locator(".next").get_by_role("button", name=button).click()


def register_them(training) -> None:
    for code, number in FROM.items():
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


def make_everyone(training) -> dict[Role, User]:
    """Someone with each of the roles; the coordinator is Tajikistan's."""
    worlds = {Role.COORDINATOR: {"countries": ["TJ"]}, Role.HELPER: {"trainings": [training]}}
    return {
        role: make_staff(role, f"{role.name.lower()}@desk.example.org", **worlds.get(role, {}))
        for role in NAMED
    }


def named(page, address: str) -> set[str]:
    """From which countries the people are whose names stand at an address."""
    words = page.request.get(address).text()
    return {code for code in FROM if f"{code} 0" in words}


def check_in(phone, live_server, training) -> None:
    """Mark three while the network is cut; they are sent when it is back."""
    phone.goto(f"/check-in/trainings/{training.pk}/")
    expect(phone.get_by_text(KEPT)).to_be_visible()
    with cut(phone, live_server):
        for name in seated(training)[:CAME]:
            phone.get_by_role("searchbox").fill(name)
            phone.get_by_role("button", name=f"Here {name}").click()
        expect(phone.locator("#offline")).to_contain_text(f"Marks not sent yet: {CAME}.")
        assert not Attendance.objects.exists()
    expect(phone.locator("#offline")).to_be_hidden()
    expect(phone.locator("#count")).to_have_text(f"{CAME} of {SEATS} here")
    assert (Attendance.objects.count(), Mark.objects.count()) == (CAME, CAME)


def code_of(certificate, pdf: bytes) -> str:
    """The address in the code of a printed certificate."""
    address = settings.SITE_URL + certificate.get_absolute_url()
    assert draws_code(pdf, address, CODE_SIDE)
    return certificate.get_absolute_url()


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
    open_page, live_server, phone, sign_in, organizer, story, worker, tmp_path
):
    desk = open_page()
    sign_in(desk, organizer)
    training = repeat(desk, story)
    register_them(training)
    assert training.registrations.count() == 60

    staff = make_everyone(training)
    office = open_page()
    for role, person in staff.items():
        sign_in(office, person)
        assert named(office, decision_page(training)) == NAMED[role], role

    sign_in(office, staff[Role.COORDINATOR])
    decide_all(office, training, "approve", f"{FROM['TJ']} approved.")
    assert {name[:2] for name in seated(training)} == {"TJ"}
    decide_all(desk, training, "approve", f"{SEATS - FROM['TJ']} approved.")
    decide_all(desk, training, "waitlist", f"{sum(FROM.values()) - SEATS} put on the waiting list.")
    assert not training.registrations.filter(state="confirmed").exists()
    next_step(desk, training, "Close registration now")

    papers = desk_page(training).replace("desk/", "papers/")
    sheet = text_of(desk.request.get(f"{papers}sign-in/?day={today(training)}&by=country").body())
    assert [name for name in seated(training) if name not in sheet] == []

    sign_in(phone, staff[Role.HELPER])
    check_in(phone, live_server, training)

    desk.goto(papers)
    desk.locator("button[name=kind][value=completion]").click()
    # The page looks again by itself until the worker is done.
    expect(desk.get_by_text(f"Last time {CAME} were issued")).to_be_visible(timeout=30_000)
    assert Certificate.objects.count() == CAME
    certificate = Certificate.objects.latest("pk")
    printed = desk.request.get(f"{papers}certificates/{certificate.pk}/pdf/").body()
    stranger = open_page(width=390)
    stranger.goto(code_of(certificate, printed))
    expect(stranger.locator("h1")).to_have_text("This certificate is valid")

    line = donor_file(desk, training, tmp_path)
    assert (line["#reached+total"], line["#reached+completed+total"]) == ("3", "3")
