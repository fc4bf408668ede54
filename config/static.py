"""How static files are kept for browsers: under names that change whenever what they hold does."""

import posixpath
import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import "([\w-]+\.css)";', re.MULTILINE)
# What only those need who read the stylesheet as we wrote it: a tenth of what is sent.
REMARKS = re.compile(r"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Compressed files with a hash in their names, by which our scripts also import one another.

    Django rewrites imports only when asked; without it a browser keeps an old module for an hour
    beside a new one. A stylesheet holds those that it imports: each file is a wait on a slow line.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        ours = {
            name: (Joined(storage) if name.startswith("css/") else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(ours, dry_run, **options)


class Joined:
    """Stylesheets of `storage`: without remarks, and with what they import in its place."""

    def __init__(self, storage):
        self.storage = storage

    def open(self, path: str) -> ContentFile:
        return ContentFile(REMARKS.sub("", self.text(path)).encode())

    def text(self, path: str) -> str:
        folder = posixpath.dirname(path)
        with self.storage.open(path) as file:
            text = file.read().decode()
        return IMPORT.sub(lambda found: self.text(posixpath.join(folder, found[1])), text)
