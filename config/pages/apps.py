"""Public pages kept whole."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PagesConfig(AppConfig):
    name = "config.pages"
    label = "pages"

    def ready(self):
        # Not in a migration: SQLite forgets the triggers of a table that Django alters.
        post_migrate.connect(watch_tables, sender=self)


def watch_tables(using: str, **told) -> None:
    """Let the database of this alias tell of each change from now on, and of one at once."""
    from django.db import connections

    from config.pages import triggers

    triggers.install(connections[using])
