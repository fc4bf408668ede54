"""The call on the page of a training, and the stage its chip shows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from tests.factories import make_training
from tests.pages.page import read
from tests.volunteers.factories import (
    make_call,
    make_open_training,
    make_quota,
    make_registration,
)
from volunteers.models import Registration

pytestmark = pytest.mark.django_db


def call_of(client, slug):
    page = read(client, f"/en/trainings/{slug}/")
    return page.line('.//section[@aria-label="Taking part"]'), page.links()


def test_it_says_until_when_for_whom_at_what_cost_and_what_comes_next(client):
    training = make_open_training(
        slug="open",
        capacity=48,
        time_zone="Asia/Bishkek",
        registration_closes_at=datetime(2027, 3, 1, 12, tzinfo=UTC),
        categories=["national", "online"],
    )
    training.call.countries.set(["TJ", "KZ"])
    call, links = call_of(client, "open")
    for line in (
        "Registration is open until 1 March 2027, 18:00 (Bishkek, UTC+6).",
        "Seats left 48 of 48",
        "For National volunteer and online volunteer Kazakhstan and Tajikistan",
        "Cost Taking part costs nothing.",
        "A letter asks you to confirm your address. Then the organizers decide and write to you.",
    ):
        assert line in call
    assert links["Register"] == "/en/trainings/open/register/"


def test_the_words_of_the_training_stand_in_place_of_the_usual_ones(client):
    make_open_training(slug="open", cost="The bus: *300 som*.", next_steps="We telephone you.")
    call, _links = call_of(client, "open")
    assert "Cost The bus: 300 som. After you register We telephone you." in call
    assert "Taking part costs nothing." not in call


@pytest.mark.parametrize("shown", [True, False])
def test_seats_are_shown_by_country_if_the_training_says_so(client, shown):
    training = make_open_training(slug="open", capacity=20, shows_seats_by_country=shown)
    make_quota(training, "TJ", maximum=5)
    make_registration(training, state="approved", country="TJ")
    call, _links = call_of(client, "open")
    assert "Seats left 19 of 20" in call
    assert ("Tajikistan 4" in call) == shown


def test_a_full_training_offers_its_waiting_list_or_none(client):
    for slug, waits in (("line", True), ("none", False)):
        training = make_open_training(slug=slug, capacity=1, has_waiting_list=waits)
        make_registration(training, state="approved")
    assert call_of(client, "line")[1]["Register for the waiting list"]
    call, links = call_of(client, "none")
    assert call.startswith("All seats are taken")
    assert "There is no waiting list." in call
    assert "Register" not in links


def test_before_it_opens_the_moment_is_said_with_its_zone(client):
    opens = now() + timedelta(days=3)
    make_open_training(slug="soon", registration_opens_at=opens, time_zone="Asia/Dushanbe")
    call, links = call_of(client, "soon")
    assert call.startswith("Planned")
    assert "Registration opens" in call
    assert "(Dushanbe, UTC+5)." in call
    assert "Register" not in links


@pytest.mark.parametrize(
    ("stage", "opens", "closes", "chip"),
    [
        ("planned", -1, None, "Registration open"),
        ("open", 1, None, "Planned"),
        ("open", None, -1, "Registration closed"),
        ("open", -2, -1, "Registration closed"),
        ("closed", -1, None, "Registration closed"),
        ("planned", None, None, "Planned"),
    ],
)
def test_moments_that_have_passed_decide_the_chip_of_a_card(client, stage, opens, closes, chip):
    moments = {
        f"registration_{name}_at": now() + timedelta(days=days)
        for name, days in (("opens", opens), ("closes", closes))
        if days is not None
    }
    make_training("Springs", lifecycle=stage, **moments)
    assert read(client, "/en/trainings/").lines('.//p[@class="chips"]') == [chip]
    is_open = chip == "Registration open"
    listed = read(client, "/en/trainings/?state=open").lines(".//main//h3")
    assert listed == (["Springs"] if is_open else [])
    assert ("Open now" in read(client, "/en/").headings) == is_open


def test_more_registrations_cost_the_page_no_query_more(client):
    training = make_open_training(slug="open", capacity=None, shows_seats_by_country=True)
    make_quota(training, "TJ", maximum=5)
    make_registration(training, state="approved")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            read(client, "/en/trainings/open/")
        return len(asked)

    few = queries()
    row = Registration.objects.get().described()
    Registration.objects.bulk_create(
        Registration(training=training, state="approved", **row) for _ in range(300)
    )
    assert queries() == few
    assert few <= 40


def test_a_training_without_a_call_of_its_own_registers_as_usual(client):
    make_training(slug="plain", lifecycle="open", capacity=5)
    assert call_of(client, "plain")[1]["Register"] == "/en/trainings/plain/register/"
    assert client.get("/en/trainings/plain/register/").status_code == 200


def test_a_held_training_says_nothing_of_registering(client):
    make_call(make_training(slug="held", lifecycle="held", capacity=5))
    call, links = call_of(client, "held")
    assert "Seats left" not in call
    assert "Register" not in links


def test_while_it_takes_registrations_the_way_there_stays_in_sight(client):
    make_open_training(slug="open")
    make_training("Held one", slug="held", lifecycle="held")
    on_this_page = './/nav[@class="tabs"]'
    open_one, held = (read(client, f"/en/trainings/{slug}/") for slug in ("open", "held"))
    assert open_one.links(on_this_page)["Register"] == "/en/trainings/open/register/"
    assert "Register" not in held.links(on_this_page)
