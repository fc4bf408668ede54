"""A page is kept until something it shows changes, whoever changes it and however."""

import subprocess
import sys
from threading import Thread

import pytest
from django.db import connection, transaction

from tests.factories import make_report, make_training
from tests.volunteers.factories import make_registration
from trainings.models import Point, TextDraft, Training

PAGE = "/en/trainings/water/"
OUTSIDE = {
    "sqlite": "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None)",
    "postgresql": "import psycopg, sys; db = psycopg.connect(sys.argv[1], autocommit=True)",
}


def rename(title: str):
    Training.objects.filter(slug="water").update(title={"en": title})


def rename_in_plain_sql(title: str):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trainings_training SET title = %s", [f'{{"en": "{title}"}}'])


def rename_elsewhere(title: str):
    other = Thread(target=lambda: (rename(title), connection.close()))
    other.start()
    other.join()


def rename_in_another_process(title: str):
    if connection.vendor == "sqlite":
        where = connection.settings_dict["NAME"]
    else:
        where = connection.connection.info.dsn
    code = OUTSIDE[connection.vendor] + "; db.execute(sys.argv[2])"
    change = f"""UPDATE trainings_training SET title = '{{"en": "{title}"}}'"""
    subprocess.run([sys.executable, "-c", code, str(where), change], check=True)


def rename_after_a_savepoint_that_was_undone(title: str):
    with transaction.atomic():
        with transaction.atomic():
            rename("Never")
            transaction.set_rollback(True)
        rename(title)


@pytest.fixture
def training(workers):
    return make_training("Water", slug="water", lifecycle="open", capacity=20)


def test_every_change_shows_on_the_next_request_to_any_worker(training, workers):
    ways = [rename, rename_in_plain_sql, rename_elsewhere, rename_in_another_process]
    ways.append(rename_after_a_savepoint_that_was_undone)
    for way in ways:
        first = [worker.ask(PAGE) for worker in workers]
        assert [worker.ask(PAGE) for worker in workers] == first
        way(f"By {way.__name__}")
        assert [f"By {way.__name__}" in worker.ask(PAGE).text for worker in workers] == [True, True]
    assert [worker.made for worker in workers] == [6, 6]


def test_rows_that_come_and_go_show_too(training, worker):
    worker.ask(PAGE)
    Point.objects.bulk_create([Point(training=training, text="Springs")], ignore_conflicts=True)
    assert "Springs" in worker.ask(PAGE).text
    training.points.all().delete()
    assert "Springs" not in worker.ask(PAGE).text


def test_a_change_is_none_before_it_is_committed_nor_when_it_is_undone(training, worker):
    worker.ask(PAGE)
    with transaction.atomic():
        rename("Never")
        seen_meanwhile = worker.door.stamps.read()
        transaction.set_rollback(True)
    assert worker.door.stamps.read() == seen_meanwhile
    assert "Never" not in worker.ask(PAGE).text
    assert worker.made == 1


def test_a_page_that_was_made_during_a_change_is_not_kept(training, worker):
    worker.during = lambda: rename("Meanwhile")
    assert "Meanwhile" not in worker.ask(PAGE).text
    worker.during = lambda: None
    assert "Meanwhile" in worker.ask(PAGE).text


def test_many_who_ask_at_once_let_a_page_be_made_once(training, worker):
    rush = [Thread(target=lambda: (worker.ask(PAGE), connection.close())) for _each in range(4)]
    for one in rush:
        one.start()
    for one in rush:
        one.join()
    assert worker.made == 1


def test_a_registration_changes_the_pages_that_show_seats_and_no_others(training, worker):
    worker.ask(PAGE), worker.ask("/en/people/")
    make_registration(training, state="approved")
    assert "<b>19</b> of 20" in worker.ask(PAGE).text
    worker.ask("/en/people/")
    assert worker.made == 3


def test_what_an_editor_types_into_a_draft_changes_no_page(training, worker):
    text = make_report(training).texts.get()
    worker.ask(PAGE)
    TextDraft.objects.create(text=text, content={})
    worker.ask(PAGE)
    assert worker.made == 1


def test_a_page_that_looks_the_same_again_is_not_sent_again(training, worker):
    tag = worker.ask("/en/people/").headers["etag"]
    rename("Another")
    assert worker.ask("/en/people/", if_none_match=tag).status == 304
    assert worker.made == 2


def test_a_site_that_was_emptied_and_a_lost_connection_are_noticed(training, worker):
    worker.ask(PAGE)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM pages_stamp")
    worker.ask(PAGE)
    assert worker.made == 2
    rename("Anew")
    worker.door.stamps.reader.close()
    assert "Anew" in worker.ask(PAGE).text
