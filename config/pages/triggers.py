"""Triggers by which the database itself says that something changed.

So bulk updates, plain SQL, commands and other machines count like a form that is saved, and what is
rolled back does not. Both engines replace the value of a scope by a random one, so that no value
comes back when a backup is restored.
"""

import secrets

from django.db.backends.base.base import BaseDatabaseWrapper

from config.pages.models import Stamp
from config.pages.tables import SCOPES, watched

PREFIX = "pages_watch"
EVENTS = ("INSERT", "UPDATE", "DELETE")
# An INSERT OR IGNORE that fires a trigger is obeyed inside it too, so nothing here can conflict.
SQLITE = """
CREATE TRIGGER IF NOT EXISTS "{prefix}_{scope}_{event}_{table}" AFTER {event} ON "{table}" BEGIN
  UPDATE pages_stamp SET value = random() WHERE scope = '{scope}';
  INSERT INTO pages_stamp (scope, value) SELECT '{scope}', random()
    WHERE NOT EXISTS (SELECT 1 FROM pages_stamp WHERE scope = '{scope}');
END
"""
# Once a transaction, which the setting remembers: it ends with the transaction, or is undone with
# the savepoint that set it. A row that another transaction holds is passed over, so that nobody
# waits and nobody can lock anybody out.
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION {prefix}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('pages.' || TG_ARGV[0], true) IS DISTINCT FROM 'told' THEN
    UPDATE pages_stamp SET value = (random() * 4e18)::bigint WHERE id = (
      SELECT id FROM pages_stamp WHERE scope = TG_ARGV[0]
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
      INSERT INTO pages_stamp (scope, value) VALUES (TG_ARGV[0], (random() * 4e18)::bigint);
    END IF;
    PERFORM set_config('pages.' || TG_ARGV[0], 'told', true);
  END IF;
  RETURN NULL;
END $$
"""
POSTGRESQL = """
CREATE TRIGGER "{prefix}_{scope}" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{table}"
  FOR EACH STATEMENT EXECUTE FUNCTION {prefix}('{scope}')
"""
OF_POSTGRESQL = """
SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE NOT tgisinternal
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Watch each table that is there and not watched yet; then say that all has changed.

    A migration may have changed rows while its table had no triggers.
    """
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        tables = {table: scope for table, scope in watched().items() if table in there}
        statements = {"sqlite": in_sqlite, "postgresql": in_postgresql}[connection.vendor]
        for statement in statements(cursor, tables):
            cursor.execute(statement)
    for scope in SCOPES:
        value = secrets.randbits(62)
        if not Stamp.objects.using(connection.alias).filter(scope=scope).update(value=value):
            Stamp.objects.using(connection.alias).create(scope=scope, value=value)


def in_sqlite(cursor, tables: dict[str, str]) -> list[str]:
    """What makes the triggers that are missing on SQLite."""
    return [
        SQLITE.format(prefix=PREFIX, event=event, table=table, scope=scope)
        for table, scope in tables.items()
        for event in EVENTS
    ]


def in_postgresql(cursor, tables: dict[str, str]) -> list[str]:
    """What makes the function and the triggers that are missing on PostgreSQL."""
    cursor.execute(OF_POSTGRESQL)
    having = set(cursor.fetchall())
    return [POSTGRESQL_FUNCTION.format(prefix=PREFIX)] + [
        POSTGRESQL.format(prefix=PREFIX, table=table, scope=scope)
        for table, scope in tables.items()
        if (table, f"{PREFIX}_{scope}") not in having
    ]


def remove(connection: BaseDatabaseWrapper) -> None:
    """Watch no table any more."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP FUNCTION IF EXISTS {PREFIX} CASCADE")
            return
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [PREFIX + "%"]
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
