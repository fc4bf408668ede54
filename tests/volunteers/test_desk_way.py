"""The whole way at the desk: from the clone of a training to the file for its donor."""

import pytest
from django.test import Client
from django.utils.timezone import now

from tests.factories import make_session
from tests.pages.page import Page
from tests.volunteers.desk.deciding import press
from tests.volunteers.desk_page.reading import desk
from tests.volunteers.desk_page.test_cloning import repeat
from tests.volunteers.donor.test_files import lines_of
from tests.volunteers.factories import make_open_training, make_registration, make_volunteer
from tests.volunteers.papers.pdf import text_of
from tests.volunteers.roles.people import make_staff
from trainings.models import Training
from volunteers.models import Certificate, Registration
from volunteers.roles import Role
from volunteers.services import issuing
from volunteers.services.attendance import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def training(organizer_client):
    """Last year's training made anew, to be held today, published and opened."""
    source = make_open_training("Springs", lifecycle="reported", capacity=5)
    day = today(source)
    source.date_precision, source.start_date = "days", day.replace(year=day.year - 1, day=1)
    source.end_date = source.start_date
    source.save()
    make_session(source, "Opening", date=source.start_date)
    repeat(organizer_client, source, title_0="Springs again", first_day=day.isoformat())
    made = Training.objects.latest("pk")
    Training.objects.filter(pk=made.pk).update(published_at=now())
    step(organizer_client, made, "open")
    return made


def step(client, training, verb: str) -> None:
    client.post(desk(training).replace("desk", "step"), {"verb": verb})
    training.refresh_from_db()


def signed_in(role: Role, **world) -> Client:
    client = Client()
    client.force_login(make_staff(role, **world))
    return client


def seated(training) -> list[str]:
    rows = Registration.objects.filter(training=training, state="approved")
    return sorted(rows.values_list("name", flat=True))


def test_from_a_clone_to_the_file_for_the_donor(organizer_client, training):
    assert (training.lifecycle, training.sessions.get().date) == ("open", today(training))
    people = [
        make_registration(training, make_volunteer(name=f"{code} {n}", country=code), country=code)
        for code in ("TJ", "KZ")
        for n in range(3)
    ]

    # A coordinator who tries all decides Tajikistan's; one of the others finds no seat.
    press(signed_in(Role.COORDINATOR, countries=["TJ"]), "approve", *people)
    assert seated(training) == ["TJ 0", "TJ 1", "TJ 2"]
    press(organizer_client, "approve", *people[3:])
    assert seated(training) == ["KZ 0", "KZ 1", "TJ 0", "TJ 1", "TJ 2"]
    step(organizer_client, training, "close")

    papers = desk(training).replace("desk/", "papers/")
    sheet = organizer_client.get(f"{papers}sign-in/?day={today(training)}&by=country")
    assert all(name in text_of(sheet.content) for name in seated(training))

    helper = signed_in(Role.HELPER, trainings=[training])
    for one in people[:4]:
        helper.post(f"/check-in/{one.badge_code}/", {"here": "yes"})
    step(organizer_client, training, "held")
    assert training.lifecycle == "held"

    organizer_client.post(f"{papers}issue/", {"kind": "completion"})
    issuing.issue_due()
    named = sorted(Certificate.objects.values_list("name", flat=True))
    assert named == ["KZ 0", "TJ 0", "TJ 1", "TJ 2"]
    page = Page(Client().get(Certificate.objects.latest("pk").get_absolute_url()))
    assert "This certificate is valid" in page.text

    asked = f"what=training&training={training.pk}&bands=18-29&by=sex&by=age&by=country"
    (line,) = lines_of(organizer_client, "trainings", asked)
    told = {tag: line[tag] for tag in ("#reached+total", "#reached+completed+total")}
    assert told == {"#reached+total": "4", "#reached+completed+total": "4"}
