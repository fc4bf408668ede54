"""What public pages read is watched by the database, every table of it."""

import pytest
from django.db import connection

from config.pages import triggers
from config.pages.shown import TABLE
from config.pages.tables import watched
from tests.pages.kinds import KINDS, make_bare, make_full

pytestmark = pytest.mark.django_db


def test_every_kind_of_page_reads_watched_tables_alone(worker):
    make_full()
    make_bare()
    addresses = [f"/en/{address}" for address in KINDS.values() if "?q=" not in address]
    addresses += ["/sitemap.xml", "/en/feeds/reports.atom", "/en/trainings/full/calendar.ics"]
    for address in addresses:
        assert worker.ask(address).status == 200
    kept = {path for path, *_rest in worker.door.kept.pages}
    assert kept == set(addresses)


def test_the_tables_of_a_statement_are_all_found():
    statement = """SELECT 1 FROM "one" INNER JOIN "two" ON (x) WHERE y IN
        (SELECT z FROM "three" U0 LEFT OUTER JOIN four ON (v)) UNION SELECT 1 FROM ("five")"""
    assert TABLE.findall(statement) == ["one", "two", "three", "four", "five"]


def test_a_page_that_read_a_table_that_nobody_watches_is_not_kept(worker, monkeypatch):
    monkeypatch.setattr("config.pages.shown.watched", lambda: {"trainings_training": "record"})
    assert worker.ask("/en/people/").status == 200
    assert not worker.door.kept.pages


def tables_with_triggers() -> set[str]:
    of_sqlite = "SELECT tbl_name FROM sqlite_master WHERE name LIKE 'pages_watch%'"
    with connection.cursor() as cursor:
        cursor.execute(of_sqlite if connection.vendor == "sqlite" else triggers.OF_POSTGRESQL)
        return {row[0] for row in cursor.fetchall()}


def test_each_watched_table_has_its_triggers_and_gets_lost_ones_again():
    assert watched().keys() <= tables_with_triggers()
    triggers.remove(connection)
    assert not watched().keys() & tables_with_triggers()
    for _again in range(2):
        triggers.install(connection)
        assert watched().keys() <= tables_with_triggers()
