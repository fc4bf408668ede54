"""The page of all registrations of a volunteer, and the profile."""

import datetime as dt

import pytest

from tests.factories import make_training
from tests.pages.page import Page, read
from tests.volunteers.factories import (
    make_open_training,
    make_quota,
    make_registration,
    make_volunteer,
)
from volunteers.models import Letter
from volunteers.services import registration as services

pytestmark = pytest.mark.django_db

ME = "/en/me/"
PROFILE = "/en/me/profile/"


def standing(page, training) -> str:
    """What the page says of one training."""
    cards = page.lines(".//article")
    (found,) = [words for words in cards if words.startswith(str(training.title))]
    return found


def test_a_stranger_is_asked_to_sign_in(client, registration):
    assert client.get(ME).url == "/en/me/sign-in/?next=/en/me/"


def test_what_waits_for_a_decision_says_so(owner_client, registration, training):
    words = standing(read(owner_client, ME), training)
    assert "Waiting for a decision" in words
    assert "you get a letter then; there is nothing to do" in words


def test_a_seat_says_when_and_by_whom(owner_client, registration, training, organizer):
    services.approve(registration, by=organizer)
    words = standing(read(owner_client, ME), training)
    assert "You have a seat" in words
    assert "(Almaty, UTC+5), by an organizer" in words


def test_a_refusal_tells_the_reason_that_was_shared(
    owner_client, registration, training, organizer
):
    services.decline(registration, by=organizer, reason="Please come in autumn.")
    words = standing(read(owner_client, ME), training)
    assert "No seat this time" in words
    assert "Reason: “Please come in autumn.”" in words


def test_the_waiting_list_tells_place_and_why(owner_client, zebo, organizer):
    training = make_open_training("Full for Tajikistan", capacity=9)
    make_quota(training, "TJ", maximum=1)
    make_registration(training, state="approved", country="TJ")
    make_registration(training, state="waitlisted", country="TJ")
    make_registration(training, state="waitlisted", country="KG")
    services.waitlist(make_registration(training, zebo), by=organizer)
    words = standing(read(owner_client, ME), training)
    assert "Your place in line: 2. This is the line for: Tajikistan." in words
    assert "No seat for you yet: Tajikistan: all seats are taken (1 of 1)." in words


def test_a_cancelled_training_says_that_first(owner_client, registration, training):
    training.lifecycle = "cancelled"
    training.save()
    past = read(owner_client, ME).section("past")
    assert "This training does not take place" in past


def test_past_trainings_are_a_history(owner_client, zebo, registration):
    held = make_training("Held last year", date_precision="year", year=2025)
    make_registration(held, zebo, state="approved")
    page = read(owner_client, ME)
    assert "Held last year 2025 You had a seat" in page.section("past")
    assert "Held last year" not in page.section("to-come")


def test_a_training_whose_days_passed_is_over_without_a_click(owner_client, zebo):
    day = dt.date(2025, 3, 1)
    training = make_open_training("Over", date_precision="days", start_date=day, end_date=day)
    make_registration(training, zebo, state="waitlisted")
    assert "Over 1 March 2025 No seat became free" in read(owner_client, ME).section("past")


def test_what_may_still_come_stands_before_what_ended(owner_client, zebo):
    for title, state in (("Alive", "approved"), ("Ended", "cancelled")):
        make_registration(make_open_training(title), zebo, state=state)
    titles = read(owner_client, ME).lines(".//article/h3")
    assert titles == ["Alive", "Ended"]


def test_nobody_elses_registration_is_shown(other_client, registration):
    page = read(other_client, ME)
    assert "You are registered for no training to come." in page.text
    assert "Volunteers for clean water" not in page.source


def test_who_never_registered_is_told_where_to_begin(client, django_user_model):
    client.force_login(
        django_user_model.objects.create_user("new@example.org"), "volunteers.signing_in.MailedCode"
    )
    page = read(client, ME)
    assert "Nobody is registered with this address yet." in page.text
    assert page.links()["Find a training"] == "/en/trainings/"


def test_the_profile_stands_there_in_words(owner_client, zebo):
    zebo.describe({"native_name": "Зебо Қосимӣ", "languages": ["tg", "ru"], "sex": "withheld"})
    zebo.describe({"birth_year_withheld": True, "category": "national"})
    zebo.save()
    known = read(owner_client, ME).section("known")
    assert "In your own script Зебо Қосимӣ" in known
    assert "Languages spoken Tajik, Russian" in known
    assert "Sex Prefer not to say Year of birth Prefer not to say" in known
    assert "Nationality not stated" in known


def test_the_page_asks_the_database_the_same_for_many_registrations(
    owner_client, zebo, django_assert_max_num_queries
):
    for number in range(8):
        make_registration(make_open_training(f"Training {number}"), zebo, state="approved")
    with django_assert_max_num_queries(6):
        assert len(Page(owner_client.get(ME)).all(".//article")) == 8


def changed(**values) -> dict:
    return {"name": "Zebo Qosimi", "language": "en", **values}


def test_the_profile_is_mended(owner_client, zebo):
    sent = changed(name="Zebo Rahimova", native_name="Зебо", country="KG", language="ru")
    sent |= {"languages": ["tg", "ru"], "birth_year": "1998", "category": "national"}
    assert owner_client.post(PROFILE, sent).url == ME
    zebo.refresh_from_db()
    assert (zebo.name, zebo.native_name, zebo.country_id) == ("Zebo Rahimova", "Зебо", "KG")
    assert (zebo.language, zebo.languages, zebo.birth_year) == ("ru", ["tg", "ru"], 1998)
    assert "rahimova" in zebo.search_key


def test_a_wrong_profile_is_kept_as_typed(owner_client, zebo):
    answer = owner_client.post(PROFILE, changed(name="", phone="call me", birth_year="98"))
    assert answer.status_code == 422
    page = Page(answer)
    assert "3 things to mend" in page.text
    assert {"call me", "98"} <= {one.get("value") for one in page.all(".//input")}
    zebo.refresh_from_db()
    assert zebo.name == "Zebo Qosimi"


def test_signs_that_hide_are_left_out_of_a_name(owner_client, zebo):
    owner_client.post(PROFILE, changed(name="Zebo\u202e\u200b Qosimi\x00"))
    zebo.refresh_from_db()
    assert zebo.name == "Zebo Qosimi"


def test_changing_the_profile_changes_no_registration(owner_client, registration):
    owner_client.post(PROFILE, changed(name="Someone Else"))
    registration.refresh_from_db()
    assert registration.name == "Zebo Qosimi"


def test_the_language_for_letters_is_that_of_all_registrations(owner_client, registration):
    owner_client.post(PROFILE, changed(language="ru"))
    services.cancel(registration)
    assert Letter.objects.get().language == "ru"


def test_who_proved_no_address_yet_has_a_page_without_a_name(owner_client, zebo):
    zebo.name = ""
    zebo.save()
    assert "Name not stated" in read(owner_client, ME).section("known")


def test_a_profile_takes_a_sign_in_and_a_volunteer(client, django_user_model):
    assert client.get(PROFILE).url.startswith("/en/me/sign-in/")
    client.force_login(
        django_user_model.objects.create_user("new@example.org"), "volunteers.signing_in.MailedCode"
    )
    assert client.get(PROFILE).url == ME


def test_public_pages_lead_there_and_stay_without_a_cookie(owner_client, db):
    make_volunteer()
    response = owner_client.get("/en/")
    assert Page(response).links(".//footer")["Your registrations"] == ME
    assert (response.cookies, "Cookie" in response.headers.get("Vary", "")) == ({}, False)
