"""Repeating a training: what was planned is taken over, people and what became of it are not."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from tests.desk.forms import said
from tests.factories import (
    make,
    make_appearance,
    make_group,
    make_organisation_role,
    make_photo,
    make_place,
    make_point,
    make_report,
    make_session,
    make_session_person,
    make_training,
    make_training_language,
)
from tests.volunteers.factories import (
    make_open_training,
    make_question,
    make_quota,
    make_registration,
)
from trainings.models import Precision, Training
from trainings.services import cloning as record
from volunteers.models import AttendanceRule, CertificateDesign, LetterWording
from volunteers.services import cloning as people

FIRST, LAST = dt.date(2026, 3, 2), dt.date(2026, 3, 3)


@pytest.fixture
def source(organizer):
    days = {"date_precision": Precision.DAYS, "start_date": FIRST, "end_date": LAST}
    source = make_open_training("Clean water", capacity=25, countries=["KZ", "TJ"], **days)
    place = make_place(source, "KZ", city="Almaty")
    session = make_session(source, "Opening", date=LAST, start_time=dt.time(9), place=place)
    make_session_person(session, make_appearance(source))
    make_organisation_role(source, as_printed="The Ministry")
    make_point(source, "to learn")
    make_point(source, "120 wells", kind="output")
    make_training_language(source)
    make_quota(source, "TJ", minimum=2, maximum=9)
    make_question(source, "How?", options=["Bus", "Plane"], kind="choice", only_countries=["KZ"])
    words = {"kind": "approved", "language": "en", "subject": "Welcome", "body": "Come."}
    make(LetterWording, training=source, **words)
    make(AttendanceRule, training=source, share=90)
    make(CertificateDesign, training=source, language="ru")
    make_registration(source, state="approved")
    make_group(source, count=30)
    make_photo(source)
    make_report(source)
    return source


def repeat(client, source, **typed):
    address = reverse("admin:volunteers_clone", args=[source.pk])
    asked = {"title_0": "Clean water again", "slug": "", "first_day": "2027-04-05", **typed}
    return client.post(address, asked, follow=True)


@pytest.fixture
def copy(organizer_client, source):
    repeat(organizer_client, source)
    return Training.objects.exclude(pk=source.pk).get()


def test_the_new_training_is_a_draft_whose_days_moved_along(copy):
    assert (str(copy.title), copy.slug, copy.lifecycle, copy.published_at, copy.capacity) == (
        "Clean water again",
        "clean-water-again",
        "planned",
        None,
        25,
    )
    assert copy.dates_in_words("en") == "5–6 April 2027"
    session = copy.sessions.get()
    assert (session.when, str(session.place.city)) == ("6 April 2027, 09:00", "Almaty")
    assert session.place.training == copy


def test_call_quotas_questions_and_words_are_taken_over(copy):
    assert sorted(copy.call.countries.values_list("pk", flat=True)) == ["KZ", "TJ"]
    assert copy.quotas.values_list("country", "minimum", "maximum").get() == ("TJ", 2, 9)
    question = copy.questions.get()
    assert [str(option) for option in question.options.all()] == ["Bus", "Plane"]
    assert [country.pk for country in question.only_countries.all()] == ["KZ"]
    assert copy.letter_wordings.get().body == "Come."
    assert copy.attendance_rule.share == 90


def test_aims_languages_and_organisations_are_taken_over_but_no_result(copy):
    assert [str(point) for point in copy.points.all()] == ["to learn"]
    assert copy.languages.get().language == "en"
    assert copy.organisation_roles.get().as_printed == ""


def test_nothing_about_people_is_taken_over(copy):
    session = copy.sessions.get()
    left = (copy.registrations, copy.appearances, copy.groups, copy.photos, copy.reports)
    assert [rows.count() for rows in (*left, session.people)] == [0] * 6


def test_how_certificates_look_is_left_and_the_page_says_so(organizer_client, copy, source):
    assert CertificateDesign.objects.get().training == source
    page = organizer_client.get(reverse("admin:volunteers_clone", args=[source.pk]))
    assert "How certificates look stays behind as well" in page.content.decode()


def test_what_is_wrong_is_said_and_nothing_is_made(organizer_client, source):
    page = repeat(organizer_client, source, slug=source.slug, first_day="soon")
    assert set(page.context["form"].errors) == {"slug", "first_day"}
    assert "Clean water again" in page.content.decode()
    assert Training.objects.count() == 1


def test_the_first_day_is_asked_for(organizer_client, source):
    page = repeat(organizer_client, source, first_day="")
    assert page.context["form"].errors["first_day"] == ["Say on which day it begins."]


def test_a_year_nobody_means_is_refused(organizer_client, source):
    page = repeat(organizer_client, source, first_day="9999-12-31")
    assert page.context["form"].errors["first_day"] == [
        "Write the year with four digits, such as 2027."
    ]


def failing(execute, sql, params, many, context):
    """The database as it is when the words of letters can't be written."""
    if sql.startswith("INSERT") and "letterwording" in sql:
        raise DatabaseError("The disk is full.")
    return execute(sql, params, many, context)


def test_it_is_all_or_nothing(organizer, source):
    with connection.execute_wrapper(failing), pytest.raises(DatabaseError):
        people.clone(source, title=source.title, first_day=FIRST, by=organizer)
    assert Training.objects.count() == 1


def relations(model) -> set[str]:
    return {
        field.name
        for field in model._meta.get_fields()
        if field.is_relation and not field.concrete and field.name
    }


def test_every_column_and_relation_of_a_training_is_taken_over_or_left():
    """A new one has to be decided: name it in one of the sets of the two services."""
    columns = {field.name for field in Training._meta.concrete_fields} - {"id"}
    assert columns == record.TAKEN | record.ANEW | record.LEFT | (record.DATES & columns)
    decided = [
        record.TAKEN_RELATIONS,
        record.LEFT_RELATIONS,
        people.TAKEN_RELATIONS,
        people.LEFT_RELATIONS,
    ]
    assert relations(Training) == set().union(*decided)
    assert sum(map(len, decided)) == len(set().union(*decided))


def test_whatever_hangs_on_what_is_taken_over_is_decided_as_well():
    parts = {**record.LEFT_OF_PARTS, **people.LEFT_OF_PARTS}
    taken = people.TAKEN_OF_PARTS
    undecided = {
        model: relations(model) - left - taken.get(model, set()) for model, left in parts.items()
    }
    assert {model: names for model, names in undecided.items() if names} == {}


def test_who_may_not_add_trainings_repeats_none(client, source, django_user_model):
    client.force_login(django_user_model.objects.create_user("a@example.org", is_staff=True))
    assert repeat(client, source).status_code == 403


def test_texts_with_a_day_or_a_year_of_the_earlier_one_are_named(organizer_client, source):
    source.practical = {"en": "The bus leaves on 2 March at 7:00.", "ru": "Автобус в 7:00."}
    source.summary = {"en": "Four wells, 12026 litres."}
    source.save()
    source.call.next_steps = {"ru": "Ответим до конца 2026 года."}
    source.call.save()
    told = said(repeat(organizer_client, source))
    assert told[1] == (
        "These texts still hold dates of the earlier training: Practical information and What "
        "happens after registering."
    )


def test_texts_without_dates_need_no_warning(organizer_client, source):
    assert len(said(repeat(organizer_client, source))) == 1


def test_a_training_that_says_nothing_of_registering_is_repeated_too(organizer_client):
    assert said(repeat(organizer_client, make_training())) == [
        "Here is the new training, a draft. Look through it."
    ]
