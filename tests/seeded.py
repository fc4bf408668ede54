"""The rows that migrations bring, put back after a test that emptied the database."""

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


def put_back(connection, tables: list[str]) -> None:
    """Fill the tables from their copies: Django's own way saves each of a thousand rows alone."""
    quoted = connection.ops.quote_name
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table in tables:
            # A trigger may have written there while the others were emptied or filled.
            cursor.execute(f"DELETE FROM {quoted(table)}")
            copy = quoted(f"kept_{table}")
            cursor.execute(f"INSERT INTO {quoted(table)} SELECT * FROM {copy}")
