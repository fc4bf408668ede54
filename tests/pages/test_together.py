"""Several lists of rows in one question, on either engine as the ordinary way gives them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.db.models import Value
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from tests.factories import (
    make_appearance,
    make_place,
    make_point,
    make_report,
    make_session,
    make_training,
)
from trainings.models import Appearance, Block, Place, Session, Training
from trainings.together import Counted, hang, kept, rows_of


def values(row) -> dict:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def training(db):
    """A training with a value of each type that a column can hold."""
    made = make_training(
        {"en": "Springs “and” \\ 'wells'", "ru": "Родники"},
        guest_list_is_partial=True,
        date_precision="days",
        start_date=date(2027, 4, 22),
        registration_closes_at=datetime(2027, 3, 1, 12, 0, 0, 123456, tzinfo=UTC),
        sdg_framework="goals",
        sdg_goals=["6", "13"],
        capacity=48,
    )
    make_session(made, date=date(2027, 4, 22), start_time=time(9, 30), end_time=time(10))
    return made


def test_rows_are_those_of_the_ordinary_way(training):
    asked = {"trainings": Training.objects.all(), "sessions": Session.objects.all()}
    found = rows_of(**asked)
    for name, rows in asked.items():
        assert [values(one) for one in found[name]] == [values(one) for one in rows]


def test_json_is_read_as_the_ordinary_way_reads_it(training):
    origins = [{"words": "100 % “of” \\ it", "of": None}, {"words": "Ўзбекистон", "of": [1, 2.5]}]
    text = make_report(training).texts.get()
    Block.objects.create(text=text, kind="text", body="Words", origins=origins)
    Block.objects.create(text=text, kind="text", body="More")
    found = rows_of(blocks=Block.objects.all())["blocks"]
    assert [one.origins for one in found] == [origins, []]


def test_several_lists_cost_one_question(training):
    make_place(training, "KZ")
    with CaptureQueriesContext(connection) as asked:
        found = rows_of(
            places=training.places.select_related("country"),
            points=training.points.all(),
            sessions=training.sessions.all(),
        )
        assert str(found["places"][0].country.name) == "Kazakhstan"
    assert len(asked) == 1
    assert found["points"] == []


def test_order_limits_and_columns_of_their_own_are_kept(training):
    for city in ("Osh", "Almaty", "Taraz"):
        make_place(training, "KZ", city=city)
    places = Place.objects.annotate(said=Value("here")).order_by("-pk")[:2]
    found = rows_of(places=places)["places"]
    assert [(str(one.city), one.said) for one in found] == [("Taraz", "here"), ("Almaty", "here")]


def test_rows_hang_where_they_belong(training):
    other = make_training()
    make_point(other, "of the other")
    make_point(training, "of this one")
    points = rows_of(points=type(training.points.get()).objects.all())["points"]
    hang([training, other], "points", points, by="training")
    with CaptureQueriesContext(connection) as asked:
        assert [str(one.text) for one in training.points.all()] == ["of this one"]
        assert training.points.all()[0].training is training
    assert len(asked) == 0


def test_a_row_that_hangs_nowhere_is_left_out(training):
    make_appearance(make_training())
    hang([training], "appearances", Appearance.objects.all(), by="training")
    assert list(training.appearances.all()) == []


def test_a_kept_question_is_built_once_and_asked_with_other_values(training):
    built = []

    @kept
    def named(city):
        built.append(city)
        return {"places": Place.objects.filter(city__contains=city)}

    for city in ("Osh", "Almaty"):
        make_place(training, "KZ", city=city)
    found = [named(city=city)["places"] for city in ("Almaty", "Osh", "Taraz")]
    assert [[str(one.city) for one in rows] for rows in found] == [["Almaty"], ["Osh"], []]
    assert len(built) == 1


def test_a_kept_question_knows_the_time_at_which_it_is_asked(training):
    @kept
    def published():
        rows = Training.objects.published()
        return {"rows": rows, "number": Counted(rows)}

    Training.objects.update(published_at=now() + timedelta(hours=1))
    assert published() == {"rows": [], "number": 0}
    with time_machine.travel(now() + timedelta(hours=2)):
        assert published() == {"rows": [training], "number": 1}


def test_a_queryset_that_is_held_knows_the_time_too(training):
    rows = Training.objects.published()
    Training.objects.update(published_at=now() + timedelta(hours=1))
    assert not rows.exists()
    with time_machine.travel(now() + timedelta(hours=2)):
        assert rows.exists()
