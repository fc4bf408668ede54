"""When there is no form: each reason has its page, and what was typed is not lost."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from tests.factories import make_training
from tests.pages.page import Page, read
from tests.volunteers.factories import make_open_training, make_question, make_registration
from tests.volunteers.form.sending import address_of, send
from volunteers.models import Letter, Registration

pytestmark = pytest.mark.django_db


def make_full(**call):
    training = make_open_training("Springs", slug="springs", capacity=1, **call)
    make_registration(training, state="approved")
    return training


@pytest.mark.parametrize(
    ("values", "heading", "words"),
    [
        ({"lifecycle": "cancelled"}, "This training does not take place", "It was cancelled"),
        ({"lifecycle": "closed"}, "Registration is closed", "The organizers take no more forms"),
        ({"lifecycle": "held"}, "Registration is closed", "This training was held."),
        ({"lifecycle": "planned"}, "Registration is not announced", "is not stated yet"),
        (
            {"date_precision": "days", "start_date": date(2024, 4, 22)},
            "Registration is closed",
            "This training was held.",
        ),
    ],
)
def test_each_reason_has_its_page_with_a_way_on(client, values, heading, words):
    training = make_open_training("Springs", slug="springs", **values)
    page = read(client, address_of(training))
    assert page.heading == heading
    assert words in page.text
    assert page.links()["Trainings that are open"] == "/en/trainings/?state=open"
    assert page.all(".//main//form") == []


def test_before_it_opens_the_page_says_when_with_the_zone(client):
    training = make_open_training(
        registration_opens_at=now() + timedelta(days=2), time_zone="Asia/Bishkek"
    )
    page = read(client, address_of(training))
    assert page.heading == "Not open yet"
    assert "(Bishkek, UTC+6). Come back to this page then" in page.text


def test_after_it_closed_the_page_says_until_when_it_was_open(client):
    training = make_open_training(
        registration_closes_at=now() - timedelta(days=2), time_zone="Asia/Bishkek"
    )
    assert "It was open until" in read(client, address_of(training)).text


def test_a_full_training_without_a_waiting_list_says_so(client):
    page = read(client, address_of(make_full(has_waiting_list=False)))
    assert page.heading == "All seats are taken"


def test_a_full_training_with_a_waiting_list_takes_forms_and_says_what_they_mean(client):
    training = make_full()
    page = read(client, address_of(training))
    assert page.heading == "Register"
    assert "Whoever registers now waits" in page.text
    assert send(client, training).status_code == 302


def test_an_old_form_is_refused_with_what_was_typed(client):
    training = make_open_training("Springs", slug="springs")
    question = make_question(training, "Which spring?")
    training.lifecycle = "closed"
    training.save()
    answer = send(client, training, languages=["tg"], **{f"question_{question.pk}": "The warm one"})
    assert answer.status_code == 409
    page = Page(answer)
    assert page.line('.//div[@role="alert"]/h2') == "Your form was not sent"
    typed = dict(zip(page.lines(".//main//dt"), page.lines(".//main//dd"), strict=True))
    assert typed["What would you do with this training at home?"] == "We look after a spring."
    assert typed["Country where you volunteer"] == "Tajikistan"
    assert typed["Kind of volunteering"] == "national volunteer"
    assert typed["Languages spoken"] == "Tajik"
    assert typed["Which spring?"] == "The warm one"
    assert not Registration.objects.exists()
    assert not Letter.objects.exists()


def test_a_training_that_closes_while_a_form_is_taken_in_refuses_it(client):
    training = make_open_training("Springs", slug="springs")

    def close_first(execute, sql, *rest):
        if sql.startswith("INSERT"):
            type(training).objects.filter(lifecycle="open").update(lifecycle="closed")
        return execute(sql, *rest)

    with connection.execute_wrapper(close_first):
        answer = send(client, training)
    assert answer.status_code == 409
    assert Page(answer).heading == "Registration is closed"
    assert not Registration.objects.exists()


def test_a_training_that_is_not_there_is_missed(client):
    assert client.get("/en/trainings/nowhere/register/").status_code == 404
    assert client.get("/en/trainings/nowhere/register/sent/").status_code == 404
    draft = make_training(published=False, lifecycle="open")
    assert client.get(f"/en/trainings/{draft.slug}/register/sent/").status_code == 404
