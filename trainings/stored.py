"""Files named after what they hold: the same upload is stored once and may be cached for ever."""

import hashlib
import posixpath
from collections.abc import Iterator

from anyascii import anyascii
from django.apps import apps
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.text import slugify

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE


def content_of(file: File) -> bytes:
    """All bytes of an open or closed Django file, which is left at its beginning."""
    file.open()
    content = file.read()
    file.seek(0)
    return content


def ending_of(name: str | None) -> str:
    """The ending of a file's name in small letters without the dot: `jpg`; '' without one."""
    return posixpath.splitext(name or "")[1].lower().removeprefix(".")


def content_name(name: str, content: bytes, *, otherwise: str) -> str:
    """`Горы Тянь-Шаня.jpg` → `gory-tyan-shanya-5f1d0c2b9a77`: a readable stem and a hash.

    `otherwise` is the stem of a name that has no letter or digit.
    """
    base = posixpath.splitext(posixpath.basename(name.replace("\\", "/")))[0]
    stem = slugify(anyascii(base))[:60].strip("-_") or otherwise
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}"


def put(storage: Storage, name: str, content: bytes) -> None:
    """Store `content` under exactly `name`; a whole copy that is there already stays."""
    if storage.exists(name):
        if storage.size(name) == len(content):
            return
        storage.delete(name)  # Cut off by a crash, or made by another version of Pillow.
    stored = storage.save(name, ContentFile(content))
    if stored != name:
        storage.delete(stored)  # Another process was faster with the same content.


def file_fields(kind: type[models.FileField]) -> Iterator[models.FileField]:
    """Every field of the class `kind` on any model."""
    for model in apps.get_models():
        yield from (field for field in model._meta.local_fields if isinstance(field, kind))


class StoredFile(FieldFile):
    """A file that several rows may share, since the same upload is stored once."""

    def stored_names(self) -> list[str]:
        """The names of everything stored for this file."""
        return [self.name] if self.name else []

    def is_shared(self) -> bool:
        """Whether another row names the same file."""
        for field in file_fields(models.FileField):
            rows = field.model._base_manager.filter(**{field.name: self.name})
            if isinstance(self.instance, field.model) and field.name == self.field.name:
                rows = rows.exclude(pk=self.instance.pk)
            if rows.exists():
                return True
        return False

    def delete(self, save=True):
        """Take the file off its row, and out of the storage where no other row names it."""
        if not self:
            return
        self.close()
        if not self.is_shared():
            for name in self.stored_names():
                self.storage.delete(name)
        self.name = None
        setattr(self.instance, self.field.attname, None)
        self._committed = False
        if save:
            self.instance.save()
