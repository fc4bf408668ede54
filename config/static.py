"""How static files are kept for browsers: under names that change whenever what they hold does."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Compressed files with a hash in their names, by which our scripts also import one another.

    Django rewrites imports only when asked; without it a browser keeps an old module for an hour
    beside a new one.
    """

    support_js_module_import_aggregation = True
