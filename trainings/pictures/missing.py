"""Sizes that are missing from the storage, made again: the worker calls this now and then."""

import logging
import posixpath

from django.core.exceptions import ValidationError
from django.core.files.storage import Storage

from trainings.pictures import PictureField
from trainings.pictures.checks import decode, open_picture
from trainings.pictures.making import sized_names, store_sizes
from trainings.stored import file_fields

logger = logging.getLogger(__name__)


def make_missing_sizes(limit: int = 20) -> int:
    """Make the absent sizes of at most `limit` pictures and return of how many.

    A picture that is missing or broken itself is logged and passed over.
    """
    folders: dict[tuple[Storage, str], set[str]] = {}
    repaired = 0
    for field in file_fields(PictureField):
        rows = field.model._base_manager.exclude(**{field.name: ""}).order_by("pk")
        for name in rows.values_list(field.name, flat=True).iterator():
            folder = posixpath.dirname(name)
            if (field.storage, folder) not in folders:
                folders[field.storage, folder] = files_in(field.storage, folder)
            absent = set(sized_names(name)) - folders[field.storage, folder]
            if absent and repaired < limit and repair(field.storage, name, absent):
                folders[field.storage, folder] |= absent
                repaired += 1
    return repaired


def files_in(storage: Storage, folder: str) -> set[str]:
    """The names, with the folder, of all files in `folder`; none where it doesn't exist."""
    try:
        _folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return set()
    return {posixpath.join(folder, file) for file in files}


def repair(storage: Storage, name: str, absent: set[str]) -> bool:
    """Make the sizes `absent` of the picture `name`; False, and a line in the log, if it can't."""
    try:
        with storage.open(name) as file:
            image = open_picture(file)
            decode(image)
    except (OSError, ValidationError) as error:
        logger.warning("The sizes of %s can't be made: %s", name, error)
        return False
    store_sizes(storage, name, image, absent)
    return True
