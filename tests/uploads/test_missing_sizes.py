"""Sizes that went missing are made again, one batch at a time."""

import logging

import pytest

from tests.factories import make_person, make_photo, make_training
from tests.uploads import samples
from trainings.models import Person
from trainings.pictures.missing import make_missing_sizes

pytestmark = pytest.mark.django_db


def files(stored):
    return sorted(str(path.relative_to(stored)) for path in stored.rglob("*.*"))


def sizes(stored):
    return list(stored.rglob("*.*.*"))


def test_where_nothing_is_missing_nothing_is_made():
    make_person(photo=samples.jpeg())
    assert make_missing_sizes() == 0


def test_missing_sizes_of_any_model_are_made_again(stored):
    make_person(photo=samples.jpeg())
    make_photo(make_training(), image=samples.jpeg())
    before = files(stored)
    for path in sizes(stored):
        path.unlink()
    assert make_missing_sizes() == 2
    assert files(stored) == before
    assert make_missing_sizes() == 0


def test_a_batch_is_bounded(stored):
    for number in range(3):
        make_person(photo=samples.jpeg(name=f"{number}.jpg"))
    for path in stored.rglob("*.480.webp"):
        path.unlink()
    assert [make_missing_sizes(limit=2) for _round in range(3)] == [2, 1, 0]


def test_a_lost_picture_is_logged_and_the_others_are_made(stored, caplog):
    lost = make_person(photo=samples.jpeg(name="lost.jpg")).photo
    make_person(photo=samples.jpeg(name="there.jpg"))
    for path in [stored / lost.name, *sizes(stored)]:
        path.unlink()
    with caplog.at_level(logging.WARNING):
        assert make_missing_sizes() == 1
    assert [record.args[0] for record in caplog.records] == [lost.name]


def test_a_broken_picture_is_logged_and_nothing_is_made_of_it(stored, caplog):
    broken = make_person(photo=samples.jpeg()).photo
    for path in sizes(stored):
        path.unlink()
    (stored / broken.name).write_bytes(samples.png_with_header(8000, 8000))
    assert make_missing_sizes() == 0
    assert "more than 40 million pixels" in caplog.text
    assert sizes(stored) == []


def test_a_folder_that_is_gone_is_no_accident():
    Person.objects.create(name="Aigul", photo="people/gone-0123456789ab-700x300.jpg")
    assert make_missing_sizes() == 0


def test_a_picture_put_there_by_hand_has_no_sizes():
    Person.objects.create(name="Aigul", photo="people/by-hand.jpg")
    assert make_missing_sizes() == 0
