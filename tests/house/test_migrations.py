"""A new database takes the short way through the migrations; an older one goes on where it is."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def test_the_short_way_and_the_long_one_lead_to_the_same_tables():
    short, long = (MigrationLoader(None, replace_migrations=replace) for replace in (True, False))
    assert len(short.graph.nodes) < len(long.graph.nodes)
    assert short.project_state() == long.project_state()


@pytest.mark.parametrize(
    "step",
    [
        ("trainings", "0008_blocks_keep_the_order_of_what_they_picked"),
        ("volunteers", "0006_desk"),
    ],
    ids=" ".join,
)
def test_a_database_on_the_long_way_goes_on_from_there(monkeypatch, step):
    long = MigrationLoader(None, replace_migrations=False).graph
    ahead = set(long.backwards_plan(step))
    done = {each: node for each, node in long.nodes.items() if each not in ahead}
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _recorder: done)
    found = MigrationLoader(connection)
    found.check_consistent_history(connection)
    way = {each for leaf in found.graph.leaf_nodes() for each in found.graph.forwards_plan(leaf)}
    assert way - set(done) == ahead
