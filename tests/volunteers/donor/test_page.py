"""The page of donor figures at the desk: who sees it, what it asks, and what it says."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_account, make_country, make_group, make_series
from tests.pages.page import Page, read
from tests.volunteers.donor.making import make_held, make_participant
from tests.volunteers.factories import make_registration, make_volunteer
from volunteers.models import FrozenFigures, TrainingCost

pytestmark = pytest.mark.django_db
PAGE = "/admin/volunteers/frozenfigures/"


def of(training, **more) -> str:
    query = "".join(f"&{key}={value}" for key, value in more.items())
    return f"{PAGE}?what=training&training={training.pk}{query}"


def client_as(role: str, *countries) -> Client:
    account = make_account(f"{role.replace(' ', '-')}@example.org", is_staff=True)
    account.groups.add(Group.objects.get(name=role))
    account.countries.set([make_country(code) for code in countries])
    client = Client()
    client.force_login(account)
    return client


def numerals(page: Page) -> list[str]:
    return page.lines('.//dl[@class="numerals"]/div/dd')


def rows(page: Page, caption: str) -> dict[str, list[str]]:
    """The lines of the table under `caption`, by their first cell."""
    (table,) = [
        one for one in page.all(".//table") if "".join(one.find("caption").itertext()) == caption
    ]
    return {
        "".join(row.find("th").itertext()): ["".join(cell.itertext()) for cell in row.findall("td")]
        for row in table.findall("tbody/tr")
    }


def test_the_figures_of_a_training_stand_there(organizer_client):
    training = make_held("Springs")
    make_participant(training, sex="female", birth_year=2000, country="TJ")
    make_participant(training, sex="withheld", country="KG", days=1)
    page = read(organizer_client, of(training))
    assert numerals(page) == ["2", "2", "1"]
    assert rows(page, "Sex")["Prefer not to say"] == ["1", "1", "0"]
    assert rows(page, "Country")["Tajikistan"] == ["1", "1", "1"]
    assert rows(page, "Attended, by sex and age")["Female"][:3] == ["0", "1", "0"]
    assert "Counted from the record as of" in page.text


def test_figures_as_reported_stand_beside_and_are_not_added(organizer_client):
    training = make_held()
    make_group(training, "participants", count=45, is_total=True, qualifier="about")
    make_participant(training)
    page = read(organizer_client, of(training))
    assert numerals(page) == ["1", "1", "1"]
    beside = page.section("reported-heading")
    assert "They are never added to the others. about 45 participants" in beside


def test_what_nobody_knows_is_said_and_is_no_zero(organizer_client):
    training = make_held()
    make_registration(training, state="approved")
    page = read(organizer_client, of(training))
    assert numerals(page) == ["1", "not known", "not known"]
    assert rows(page, "Sex")["Unknown"] == ["1", "–", "–"]


def test_bands_are_drawn_as_the_donor_wants(organizer_client):
    training = make_held()
    make_participant(training, birth_year=2004)
    ask = {"bands": "free", "free_bands": "18-24,25-40", "by": "age"}
    table = rows(read(organizer_client, of(training, **ask)), "Age")
    assert list(table)[:4] == ["Under 18", "18–24", "25–40", "41 and older"]
    assert table["18–24"] == ["1", "1", "1"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("free_bands=old&bands=free", "Write the bands such as 15–24, 25–35, 36+."),
        ("free_bands=18-30,30-40&bands=free", "Two bands hold the age 30."),
        ("free_bands=30-20&bands=free", "the younger one comes first"),
        ("training=", "Choose the training."),
        ("training=99999", "Select a valid choice"),
        ("what=series&bands=18-29", "Choose the series."),
        ("what=span&bands=18-29&since=2027-02-01&until=2026-01-01", "The last day is before"),
        ("what=span&bands=18-29&since=yesterday", "Write the day as year-month-day"),
        ("what=everything", "Select a valid choice"),
    ],
)
def test_what_can_not_be_counted_is_said(organizer_client, typed, said):
    training = make_held()
    query = typed if "what=" in typed else f"what=training&training={training.pk}&{typed}"
    answer = organizer_client.get(f"{PAGE}?{query}")
    assert answer.status_code == 200
    assert said in Page(answer).text


def test_a_span_and_a_series_can_be_asked(organizer_client):
    zebo, series = make_volunteer(), make_series("Wells")
    for year in (2025, 2026):
        make_participant(make_held(year=year, series=series), zebo)
    make_participant(make_held(year=2026), zebo)
    span = read(organizer_client, f"{PAGE}?what=span&since=2026-01-01&until=2026-12-31")
    assert numerals(span) == ["1", "1", "1"]
    assert span.line('.//h2[@class="about"]') == "1 January – 31 December 2026"
    wells = read(organizer_client, f"{PAGE}?what=series&series={series.pk}")
    assert wells.line('.//h2[@class="about"]') == "Wells"
    assert len(wells.all('.//ol[@class="lines"]/li')) == 2


def test_the_cost_is_entered_by_those_who_may(organizer_client):
    training = make_held()
    address = f"/admin/trainings/training/{training.pk}/costs/"
    empty = Page(organizer_client.post(address, {"currency": "USD"}))
    assert "Write at least one of the amounts." in empty.text
    wrong = Page(organizer_client.post(address, {"currency": "dollars", "travel": "-1"}))
    assert "three capital letters" in wrong.text
    told = {"currency": "USD", "instruction": "1200.50", "travel": "0"}
    page = Page(organizer_client.post(address, told, follow=True))
    assert "1,200.50 · – · 0.00" in page.text
    assert TrainingCost.objects.get().participants is None
    assert client_as("monitoring officer").get(address).status_code == 403


def test_who_may_see_them(client):
    training = make_held()
    make_participant(training)
    assert numerals(read(client_as("monitoring officer"), of(training))) == ["1", "1", "1"]
    for role in ("editor", "observer", "check-in helper", "country coordinator"):
        stranger = client_as(role)
        assert stranger.get(of(training)).status_code == 403
        assert stranger.get(f"{PAGE}file/people/{of(training)[len(PAGE) :]}").status_code == 403
        assert stranger.post(f"{PAGE}freeze/", {"title": "A donor"}).status_code == 403
    assert not FrozenFigures.objects.exists()


def test_disability_is_for_those_who_may_see_it(organizer_client):
    training = make_held()
    make_participant(training, disability="yes")
    assert rows(read(organizer_client, of(training)), "Disability")["Yes"] == ["1", "1", "1"]
    account = make_account("figures@example.org", is_staff=True)
    account.user_permissions.add(Permission.objects.get(codename="view_donor_figures"))
    client = Client()
    client.force_login(account)
    page = read(client, of(training))
    assert numerals(page) == ["1", "1", "1"]
    assert "Disability" not in page.text
    forced = f"{of(training)}&bands=18-29&by=disability"
    assert "Select a valid choice" in Page(client.get(forced)).text
    told = {"what": "span", "bands": "18-29", "by": "disability", "title": "A fund"}
    organizer_client.post(f"{PAGE}freeze/", told)
    kept = f"{PAGE}{FrozenFigures.objects.get().pk}/"
    assert client.get(f"{kept}change/").status_code == 403
    assert client.get(f"{kept}file/people/").status_code == 403


def test_the_page_takes_few_queries_however_many_people_come(organizer_client):
    training = make_held()

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            organizer_client.get(of(training))
        return len(asked)

    make_participant(training)
    few = queries()
    for number in range(12):
        make_participant(training, birth_year=1980 + number, country=("TJ", "KG")[number % 2])
    assert queries() == few
    assert few <= 25
