"""On PostgreSQL: indexes of three letters each for what lists look for words in.

They need the extension pg_trgm, which comes with PostgreSQL and which the owner of a database may
add. Where it may not be added, searching reads all rows, as it does on SQLite.
"""

from django.db import DatabaseError, migrations, transaction

INDEXES = {
    "volunteers_registration_words": ("volunteers_registration", "search_key"),
    "volunteers_volunteer_words": ("volunteers_volunteer", "search_key"),
    # As `icontains` asks for them.
    "volunteers_letter_to_words": ("volunteers_letter", 'UPPER("to"::text)'),
    "volunteers_letter_subject_words": ("volunteers_letter", "UPPER(subject::text)"),
}


def add(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return
    for name, (table, words) in INDEXES.items():
        schema_editor.execute(f"CREATE INDEX {name} ON {table} USING gin (({words}) gin_trgm_ops)")


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in INDEXES:
            schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0008_badge_code_is_unique")]

    operations = [migrations.RunPython(add, remove)]
