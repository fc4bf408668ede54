"""The page of one registration: who sees it, what it says, cancelling and coming back."""

import datetime as dt

import pytest
from django.utils.timezone import now

from tests.factories import make_training
from tests.pages.page import Page, read
from tests.volunteers.factories import make_open_training, make_registration
from volunteers.models import ConsentText, Letter, Move
from volunteers.services import registration as services
from volunteers.services.given import agree

pytestmark = pytest.mark.django_db

WAYS = ["", "change/", "cancel/", "come-back/", "consents/", "calendar.ics", "files/1/"]


def state_of(registration) -> str:
    registration.refresh_from_db()
    return registration.state


@pytest.mark.parametrize("way", WAYS)
def test_nobody_but_the_owner_finds_it(client, other_client, organizer_client, registration, way):
    address = registration.get_absolute_url() + way
    for someone in (other_client, organizer_client):
        assert [someone.get(address).status_code, someone.post(address).status_code] in (
            [404, 404],
            [404, 405],
        )
    assert state_of(registration) == "confirmed"


def test_a_stranger_with_the_address_sees_a_404_that_says_where_to_sign_in(
    stranger_client, registration
):
    address = registration.get_absolute_url()
    answer = stranger_client.get(address)
    page = Page(answer)
    assert answer.status_code == 404
    assert "Volunteers for clean water" not in page.source
    assert page.links()["Sign in by mailed code"] == f"/en/me/sign-in/?next={address}"


def test_a_guessed_code_looks_like_a_right_one_to_a_stranger(stranger_client, registration):
    right = stranger_client.get(registration.get_absolute_url())
    wrong = stranger_client.get("/en/me/registrations/aaaaaaaaaaaaaaaa/")
    assert (right.status_code, wrong.status_code) == (404, 404)
    assert Page(right).text == Page(wrong).text


@pytest.mark.parametrize("button", ["come-back", "consents", "certificate-name"])
def test_the_address_of_a_button_leads_to_the_page_where_it_is(owner_client, registration, button):
    address = f"{registration.get_absolute_url()}{button}/"
    assert owner_client.get(address).url == registration.get_absolute_url()
    assert owner_client.put(address).status_code == 405


def test_a_guessed_code_is_a_404_for_a_volunteer(owner_client, registration):
    assert owner_client.get("/en/me/registrations/aaaaaaaaaaaaaaaa/").status_code == 404


@pytest.mark.parametrize("address", ["", "profile/", "delete/", "data.json", "sign-in/"])
def test_own_pages_are_kept_by_nobody_and_listed_nowhere(owner_client, client, address):
    for someone in (owner_client, client):
        headers = someone.get(f"/en/me/{address}").headers
        assert headers["Cache-Control"] == "private, no-store"
        assert headers["X-Robots-Tag"] == "noindex"


def test_the_page_and_its_404_are_kept_by_nobody(owner_client, other_client, registration):
    for someone in (owner_client, other_client):
        answer = someone.get(registration.get_absolute_url())
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert 'name="robots" content="noindex"' in answer.content.decode()


def test_no_own_page_is_in_the_sitemap(client, registration):
    assert "/me/" not in client.get("/sitemap.xml").content.decode()


def test_it_says_what_was_written_and_what_happened(owner_client, registration):
    registration.motivation = "One spring.\n\nThree hundred people."
    registration.save()
    Move.objects.create(registration=registration, to_state="submitted", actor="volunteer")
    page = read(owner_client, registration.get_absolute_url())
    assert page.heading == "Volunteers for clean water"
    assert "Motivation One spring. Three hundred people." in page.section("written")
    assert "Country where you volunteer Tajikistan" in page.section("written")
    assert page.section("steps").startswith("What happened Registered")
    assert "by you" in page.section("steps")


def test_an_unproven_address_is_led_to_the_button(owner_client, zebo, training):
    registration = make_registration(training, zebo, state="submitted")
    agree(registration, ConsentText.objects.current().values(), "en")
    page = read(owner_client, registration.get_absolute_url())
    assert "Your address is not proven yet" in page.text
    way = page.links()["Confirm this registration"]
    owner_client.post(way, {})
    assert state_of(registration) == "confirmed"


def test_cancelling_takes_a_page_and_a_button(owner_client, registration):
    address = registration.get_absolute_url()
    asked = read(owner_client, f"{address}cancel/")
    assert asked.heading == "Cancel this registration?"
    assert state_of(registration) == "confirmed"
    assert owner_client.post(f"{address}cancel/").url == address
    page = read(owner_client, address)
    assert "Cancelled. Thank you for saying so." in page.text
    assert "by you" in page.text
    assert state_of(registration) == "cancelled"
    assert Letter.objects.filter(kind="cancelled").count() == 1


def test_a_cancelled_seat_goes_to_the_next_in_line(owner_client, zebo):
    training = make_open_training(capacity=1)
    leaving = make_registration(training, zebo, state="approved")
    waiting = make_registration(training, state="waitlisted")
    address = f"{leaving.get_absolute_url()}cancel/"
    assert "Your seat goes to the next in line." in read(owner_client, address).text
    owner_client.post(address)
    assert state_of(waiting) == "approved"


@pytest.mark.parametrize("state", ["submitted", "declined", "cancelled", "dropped"])
def test_what_can_not_be_cancelled_says_so(owner_client, zebo, training, state):
    registration = make_registration(training, zebo, state=state)
    address = registration.get_absolute_url()
    assert "Cancel this registration" not in read(owner_client, address).links()
    assert owner_client.post(f"{address}cancel/").url == address
    assert "can't be cancelled any more" in read(owner_client, address).text
    assert state_of(registration) == state


def test_a_double_click_cancels_once(owner_client, registration):
    for _ in range(2):
        owner_client.post(f"{registration.get_absolute_url()}cancel/")
    assert registration.moves.filter(to_state="cancelled").count() == 1


def test_one_that_was_dropped_can_be_sent_again(owner_client, zebo, training):
    registration = make_registration(training, zebo, state="dropped")
    ways = read(owner_client, registration.get_absolute_url()).links()
    assert ways["Register again"] == f"/en/trainings/{training.slug}/register/"


@pytest.mark.parametrize("number", ["0", "9" * 40])
def test_a_number_no_document_has_is_a_404(owner_client, registration, number):
    address = f"{registration.get_absolute_url()}files/{number}/"
    assert owner_client.get(address).status_code == 404


def test_a_past_seat_is_not_cancelled(owner_client, zebo):
    registration = make_registration(make_training(), zebo, state="approved")
    owner_client.post(f"{registration.get_absolute_url()}cancel/")
    assert state_of(registration) == "approved"


def test_coming_back_before_the_deadline(owner_client, zebo, training):
    registration = make_registration(training, zebo, state="cancelled")
    address = registration.get_absolute_url()
    assert "Come after all" in read(owner_client, address).text
    owner_client.post(f"{address}come-back/")
    assert state_of(registration) == "confirmed"
    page = read(owner_client, address)
    assert "Good that you are back." in page.text
    assert "Came back" in page.section("steps")


def test_after_the_deadline_nobody_comes_back(owner_client, zebo):
    closed = make_open_training(registration_closes_at=now() - dt.timedelta(hours=1))
    registration = make_registration(closed, zebo, state="cancelled")
    address = registration.get_absolute_url()
    page = read(owner_client, address)
    assert "Registration is closed, so it is too late to come back here." in page.text
    assert "Come after all" not in page.text
    owner_client.post(f"{address}come-back/")
    assert state_of(registration) == "cancelled"


def test_whom_an_organizer_cancelled_is_told_whom_to_ask(owner_client, zebo, training, organizer):
    registration = make_registration(training, zebo, state="approved")
    services.cancel(registration, by=organizer)
    page = read(owner_client, registration.get_absolute_url())
    assert "An organizer cancelled this. Write to the organizers" in page.text
    assert "Come after all" not in page.text


def test_coming_back_to_a_full_training_means_to_wait(owner_client, zebo):
    training = make_open_training(capacity=1, deciding="first_come")
    make_registration(training, state="approved")
    registration = make_registration(training, zebo, state="cancelled")
    owner_client.post(f"{registration.get_absolute_url()}come-back/")
    assert state_of(registration) == "waitlisted"


def test_the_calendar_file_holds_the_days(owner_client, zebo):
    day = dt.date(2030, 4, 22)
    training = make_open_training("Dated", date_precision="days", start_date=day, end_date=day)
    registration = make_registration(training, zebo, state="approved")
    address = read(owner_client, registration.get_absolute_url()).links()["Add to calendar"]
    answer = owner_client.get(address)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="dated.ics"'
    assert b"DTSTART;VALUE=DATE:20300422" in answer.content


def test_without_days_or_a_seat_to_hope_for_there_is_no_calendar(owner_client, registration):
    assert owner_client.get(f"{registration.get_absolute_url()}calendar.ics").status_code == 404
    assert "Add to calendar" not in read(owner_client, registration.get_absolute_url()).links()


def test_an_unpublished_training_keeps_its_page_for_who_registered(
    owner_client, registration, training, organizer
):
    training.published_at = None
    training.save()
    services.approve(registration, by=organizer)
    page = read(owner_client, registration.get_absolute_url())
    assert page.heading == "Volunteers for clean water"
    assert "About the training" not in page.links()
