"""How many queries the pages of the desk make, with few registrations and with a thousand."""

from contextlib import contextmanager

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from tests.factories import make_account, make_country
from tests.volunteers.desk.deciding import page
from tests.volunteers.factories import make_open_training, make_question, make_quota
from volunteers import audit
from volunteers.models import (
    Answer,
    Intake,
    Letter,
    LetterWording,
    Note,
    Registration,
    State,
    User,
    Volunteer,
)
from volunteers.roles import Role

MOST_QUERIES = 12


@contextmanager
def at_most(number: int):
    with CaptureQueriesContext(connection) as queries:
        yield
    assert len(queries) <= number, "\n".join(query["sql"] for query in queries)


def fill(training, number: int) -> None:
    """`number` registrations of five countries in every state, with answers and notes."""
    codes = [make_country(code).pk for code in ("KZ", "KG", "TJ", "UZ", "TM")]
    users = User.objects.bulk_create(User(email=f"v{n}@example.org") for n in range(number))
    people = Volunteer.objects.bulk_create(Volunteer(user=user, name="V") for user in users)
    moment = now()
    rows = Registration.objects.bulk_create(
        Registration(
            training=training,
            volunteer=volunteer,
            name=f"Volunteer {n}",
            search_key=f" volunteer {n}",
            country_id=codes[n % 5],
            category=["national", "online"][n % 2],
            state=State.values[n % 7],
            confirmed_at=moment,
            waitlisted_at=moment,
        )
        for n, volunteer in enumerate(people)
    )
    choice = make_question(training, "How?", kind="choice", options=["Bus", "Plane"])
    answers = Answer.objects.bulk_create(Answer(registration=r, question=choice) for r in rows)
    option = choice.options.first()
    through = Answer.options.through
    through.objects.bulk_create(through(answer=a, option=option) for a in answers)
    author = make_account("author@example.org")
    Note.objects.bulk_create(Note(registration=r, author=author, text="Seen.") for r in rows)


@pytest.fixture
def training(organizer):
    training = make_open_training(capacity=500)
    for code in ("KZ", "TJ"):
        make_quota(training, code, minimum=1, maximum=400)
    make_quota(training, category="online", target=9)
    return training


@pytest.mark.parametrize("number", [10, 1000])
def test_a_thousand_registrations_take_no_more_queries_than_ten(organizer_client, training, number):
    fill(training, number)
    for asked in ("", "?state=waitlisted", "?state=approved&page=2", "?q=volunteer", "?state="):
        with at_most(MOST_QUERIES):
            assert organizer_client.get(page(training) + asked).status_code == 200
    for asked in ("", "?q=volunteer", f"?training={training.pk}&state__exact=approved"):
        with at_most(MOST_QUERIES):
            organizer_client.get(f"/admin/volunteers/registration/{asked}")
    with at_most(MOST_QUERIES):
        organizer_client.get("/admin/volunteers/volunteer/")


@pytest.mark.parametrize("role", [Role.ORGANIZER, Role.COORDINATOR])
def test_neither_do_those_who_may_do_less(client, training, role):
    fill(training, 70)
    someone = make_account("someone@example.org", is_staff=True)
    someone.groups.add(Group.objects.get(name=role))
    someone.countries.add("TJ")
    client.force_login(someone)
    for asked in ("", "?state=waitlisted", "?q=volunteer", "?state="):
        with at_most(MOST_QUERIES):
            assert client.get(page(training) + asked).status_code == 200


def make_lists_of(training, user) -> None:
    """Thirty lists brought in, as many wordings, and a letter and a line of the trail for each."""
    trainings = [make_open_training() for _each in range(30)]
    LetterWording.objects.bulk_create(
        LetterWording(training=one, kind="received", language="en") for one in trainings
    )
    Intake.objects.bulk_create(
        Intake(kind="registrations", training=one, by=user) for one in trainings
    )
    registrations = training.registrations.all()
    Letter.objects.bulk_create(
        Letter(kind="received", training=training, registration=one) for one in registrations
    )
    for one in registrations:
        audit.record(user, audit.Kind.SAW, one)


def test_no_list_of_the_desk_takes_more_than_fifteen_queries(organizer_client, organizer, training):
    fill(training, 30)
    make_lists_of(training, organizer)
    long = []
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        with at_most(15):
            page = organizer_client.get(reverse(f"admin:{name}_changelist"))
        if "cl" in page.context and page.context["cl"].result_count >= 30:
            long.append(model.__name__)
    assert sorted(long) == [
        "Country", "Entry", "Intake", "Letter", "LetterWording", "Registration", "Training",
        "User", "Volunteer",
    ]  # fmt: skip


def test_a_page_of_the_queue_is_fifty_lines(organizer_client, training):
    fill(training, 7 * 60)
    first = organizer_client.get(page(training))
    assert (len(first.context["page"].lines), first.context["page"].pages["text"]) == (
        50,
        "1–50 of 60",
    )
    second = organizer_client.get(f"{page(training)}?{first.context['page'].pages['after']}")
    assert (len(second.context["page"].lines), second.context["page"].pages["after"]) == (10, "")
    found = organizer_client.get(f"{page(training)}?q=volunteer")
    assert found.context["page"].pages["text"] == "1–50"
