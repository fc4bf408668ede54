"""A database that a test emptied, and the rows of migrations that are put back into it."""

from django.db import transaction


def keep(connection) -> list[str]:
    """Copy each table that holds rows into one beside it, which no test empties; their names."""
    quoted = connection.ops.quote_name
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    kept = []
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f"SELECT 1 FROM {quoted(table)} LIMIT 1")
            if cursor.fetchone():
                copy = quoted(f"kept_{table}")
                cursor.execute(f"CREATE TABLE {copy} AS SELECT * FROM {quoted(table)}")
                kept.append(table)
    return kept


def emptying(connection):
    """What stands for `sql_flush` of the connection: row by row, for there are few.

    PostgreSQL's TRUNCATE makes hundreds of files anew, which takes a third of a second.
    """
    whole = connection.ops.sql_flush

    def sql_flush(style, tables, *, reset_sequences=False, allow_cascade=False):
        if reset_sequences or connection.vendor != "postgresql":
            return whole(
                style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade
            )
        return [f"DELETE FROM {connection.ops.quote_name(table)}" for table in tables]

    return sql_flush


def put_back(connection, tables: list[str]) -> None:
    """Fill the tables from their copies: Django's own way saves each of a thousand rows alone."""
    quoted = connection.ops.quote_name
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table in tables:
            # A trigger may have written there while the others were emptied or filled.
            cursor.execute(f"DELETE FROM {quoted(table)}")
            copy = quoted(f"kept_{table}")
            cursor.execute(f"INSERT INTO {quoted(table)} SELECT * FROM {copy}")
