"""Stage and registration on the page of a training: call, quotas, questions."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission

from tests.desk.forms import errors, said, send, sent
from tests.factories import label, make_account, make_training
from tests.volunteers.factories import (
    make_call,
    make_open_training,
    make_question,
    make_quota,
    make_registration,
)
from volunteers import notices
from volunteers.models import Answer, Call, Question


@pytest.fixture(autouse=True)
def _mail(settings):
    settings.MAIL_SERVER = {"EMAIL_HOST": "mail.example.org"}


def change(training) -> str:
    return f"/admin/trainings/training/{training.pk}/change/"


def words(rows) -> list[str]:
    return [str(row.label) for row in rows]


def test_a_training_says_how_it_is_decided(organizer_client):
    training = make_training(lifecycle="open")
    send(
        organizer_client,
        change(training),
        call__0__deciding="first_come",
        call__0__countries=["KZ", "TJ"],
        call__0__asks=["visa"],
        call__0__reminder_days="",
    )
    call = training.call
    assert (call.deciding, call.asks, call.reminder_days) == ("first_come", ["visa"], None)
    assert sorted(country.pk for country in call.countries.all()) == ["KZ", "TJ"]


def test_a_call_with_the_usual_answers_is_not_stored(organizer_client):
    training = make_training()
    send(organizer_client, change(training), date_wording="soon")
    assert Call.objects.count() == 0


def test_quotas_are_rows(organizer_client):
    training = make_training()
    send(
        organizer_client,
        change(training),
        quotas__0__country="TJ",
        quotas__0__minimum="2",
        quotas__0__maximum="5",
    )
    quota = training.quotas.get()
    assert (quota.country_id, quota.minimum, quota.target, quota.maximum) == ("TJ", 2, None, 5)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"minimum": "2"}, "Choose a country, a category or both."),
        (
            {"country": "KZ", "minimum": "5", "maximum": "2"},
            "“At least” can't be more than “hoped for”, nor that more than “at most”.",
        ),
    ],
)
def test_a_quota_that_makes_no_sense_is_asked_about(organizer_client, typed, sentence):
    row = {f"quotas__0__{name}": value for name, value in typed.items()}
    page = send(organizer_client, change(make_training()), **row)
    assert errors(page)["quotas-0-__all__"] == [sentence]


def test_options_are_typed_one_a_line(organizer_client):
    training = make_training()
    send(
        organizer_client,
        change(training),
        questions__0__label_0="How will you travel?",
        questions__0__kind="choice",
        questions__0__options_typed_0="By bus\r\n\r\nBy plane",
        questions__0__options_typed_1="Автобусом\r\nСамолётом",
    )
    options = training.questions.get().options.all()
    assert [option.label.data for option in options] == [
        {"en": "By bus", "ru": "Автобусом"},
        {"en": "By plane", "ru": "Самолётом"},
    ]


def test_options_of_two_languages_have_as_many_lines(organizer_client):
    page = send(
        organizer_client,
        change(make_training()),
        questions__0__label_0="How?",
        questions__0__kind="choice",
        questions__0__options_typed_0="Bus\nPlane",
        questions__0__options_typed_1="Автобусом",
    )
    sentence = "Every language needs as many lines as the others (English: 2, Russian: 1)."
    assert errors(page)["questions-0-options_typed"] == [sentence]
    assert sent(page)["questions-0-options_typed_1"] == ["Автобусом"]


def test_a_choice_needs_something_to_choose_from(organizer_client):
    page = send(
        organizer_client,
        change(make_training()),
        questions__0__label_0="How?",
        questions__0__kind="choices",
    )
    assert errors(page)["questions-0-options_typed"] == [
        "Write what there is to choose from, one a line."
    ]


@pytest.fixture
def travel(organizer):
    """A question whose first option someone has chosen."""
    question = make_question(
        make_open_training(), "How?", kind="choice", options=["By bus", "By plane"]
    )
    answer = Answer.objects.create(
        registration=make_registration(question.training), question=question
    )
    answer.options.set(question.options.all()[:1])
    return question


def test_an_option_keeps_its_answers_when_a_line_comes_before_it(organizer_client, travel):
    typed = "On foot\nBy bus\nBy plane"
    send(organizer_client, change(travel.training), questions__0__options_typed_0=typed)
    assert words(travel.options.all()) == ["On foot", "By bus", "By plane"]
    assert words(Answer.objects.get().options.all()) == ["By bus"]


def test_a_mended_word_is_the_same_option(organizer_client, travel):
    typed = "By coach\nBy plane"
    send(organizer_client, change(travel.training), questions__0__options_typed_0=typed)
    assert words(Answer.objects.get().options.all()) == ["By coach"]


def test_an_option_that_someone_chose_is_not_taken_out(organizer_client, travel):
    page = send(organizer_client, change(travel.training), questions__0__options_typed_0="By plane")
    assert errors(page)["questions-0-options_typed"] == [
        "Someone has chosen “By bus” already. Leave it, or only mend its words."
    ]
    assert words(travel.options.all()) == ["By bus", "By plane"]


def test_an_answered_question_keeps_its_kind(organizer_client, travel):
    page = send(organizer_client, change(travel.training), questions__0__kind="number")
    assert errors(page)["questions-0-kind"] == [
        "People have answered this already. Leave its kind, or ask a new question."
    ]


def test_an_option_that_lacks_a_language_is_not_filled_by_saving(organizer_client):
    options = [{"en": "Bus", "ru": "Автобус"}, {"en": "Plane"}]
    question = make_question(make_training(), "How?", kind="choice", options=options)
    send(organizer_client, change(question.training), questions__0__options_typed_0="Coach\nPlane")
    assert [option.label.data for option in question.options.all()] == [
        {"en": "Coach", "ru": "Автобус"},
        {"en": "Plane"},
    ]


def copy_page(training) -> str:
    return f"/admin/trainings/training/{training.pk}/copy-questions/"


def test_questions_of_another_training_are_copied_without_answers(organizer_client, travel):
    travel.only_countries.set(["KZ"])
    training = make_training()
    page = organizer_client.post(copy_page(training), {"source": travel.training_id}, follow=True)
    copy = training.questions.get()
    assert said(page) == ["1 question was copied."]
    assert (str(copy.label), copy.kind, words(copy.options.all())) == (
        "How?",
        "choice",
        ["By bus", "By plane"],
    )
    assert [country.pk for country in copy.only_countries.all()] == ["KZ"]
    assert copy.answers.count() == 0


def test_copying_again_adds_nothing(organizer_client, travel):
    training = make_training()
    for _again in range(2):
        organizer_client.post(copy_page(training), {"source": travel.training_id})
    assert training.questions.count() == 1


def test_copied_questions_stand_behind_those_there_are(organizer_client, travel):
    training = make_training()
    make_question(training, "First?", order=9)
    organizer_client.post(copy_page(training), {"source": travel.training_id})
    assert words(training.questions.all()) == ["First?", "How?"]


def test_who_may_not_add_questions_copies_none(client, travel):
    clerk = make_account("clerk@example.org", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename="change_training"))
    client.force_login(clerk)
    training = make_training()
    answer = client.post(copy_page(training), {"source": travel.training_id})
    assert (answer.status_code, Question.objects.count()) == (403, 1)


def test_registration_closes_on_the_clocks_of_the_training(organizer_client, settings):
    settings.TIME_ZONE = "UTC"
    training = make_training(time_zone="Asia/Bishkek")
    closes = "2027-02-01T18:00"
    page = send(organizer_client, change(training), registration_closes_at=closes)
    training.refresh_from_db()
    assert training.registration_closes_at == dt.datetime(2027, 2, 1, 12, tzinfo=dt.UTC)
    assert sent(page)["registration_closes_at"] == [closes]
    assert "On the clocks of the training: Bishkek, UTC+6." in page.content.decode()


def test_a_moment_follows_the_zone_that_is_typed_with_it(organizer_client):
    training = make_training(time_zone="Asia/Bishkek")
    closes = "2027-02-01T18:00"
    send(
        organizer_client,
        change(training),
        registration_closes_at=closes,
        time_zone="Asia/Dushanbe",
    )
    training.refresh_from_db()
    assert training.registration_closes_at == dt.datetime(2027, 2, 1, 13, tzinfo=dt.UTC)


def test_fewer_seats_than_are_taken_are_allowed_and_pointed_out(organizer_client):
    training = make_open_training(capacity=2)
    for _again in range(2):
        make_registration(training, state="approved")
    page = send(organizer_client, change(training), capacity="1")
    training.refresh_from_db()
    assert training.capacity == 1
    assert page.context["notices"] == [
        "This training: 2 have a seat, more than the limit of 1. Nobody loses it."
    ]


def test_quotas_that_keep_more_than_there_is_are_pointed_out(db):
    training = make_open_training(capacity=5)
    make_quota(training, "KZ", minimum=4)
    make_quota(training, "TJ", minimum=3)
    assert notices.of_call(training) == ["The quotas by country keep 7 seats, but there are 5."]


def test_quotas_that_allow_fewer_than_there_are_seats_are_pointed_out(db):
    training = make_open_training(capacity=5)
    make_quota(training, "KZ", maximum=2)
    make_quota(training, "TJ", maximum=2)
    assert notices.of_call(training) == [
        (
            "The quotas by country allow 4 at most, fewer than the 5 seats. The others are for "
            "countries that no quota names."
        )
    ]


def test_a_question_that_nobody_can_be_asked_is_pointed_out(db):
    training = make_training(lifecycle="open")
    make_call(training, countries=["KZ"])
    make_question(training, "Visa?", only_countries=["TJ"])
    make_question(training, "Bus?", only_countries=["KZ", "TJ"])
    assert notices.of_call(training) == [
        "Nobody can be asked “Visa?”: whom it is for may not register."
    ]


def test_registration_that_opens_after_the_beginning_is_pointed_out(db):
    training = make_open_training(
        date_precision="days",
        start_date=dt.date(2027, 3, 1),
        registration_opens_at=dt.datetime(2027, 3, 5, tzinfo=dt.UTC),
    )
    assert notices.of_call(training) == ["Registration opens after the training begins."]


def test_a_call_without_faults_is_left_alone(db):
    training = make_open_training(capacity=5)
    make_quota(training, "KZ", minimum=2, maximum=5)
    make_question(training, label("Bus?"))
    assert notices.of_call(training) == []


def test_open_registration_without_mail_is_pointed_out(db, settings):
    settings.MAIL_SERVER = {}
    assert notices.of_call(make_training()) == []
    assert notices.of_call(make_open_training()) == [
        "Registration is open, but mail is not set up: nobody can prove an address."
    ]
