"""Pictures and documents that lie beside a record file."""

import posixpath
import shutil
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from PIL import Image

from trainings.documents import DocumentField, download_name
from trainings.pictures import PictureField
from trainings.pictures.checks import decode, open_picture
from trainings.pictures.making import LARGEST, size_in, sized_names, store_sizes
from trainings.records.errors import Unreadable, expected
from trainings.stored import MAX_BYTES, content_name, put

# What Pillow says of a picture of ours: how its pixels are written, and nothing about them.
ONLY_PIXELS = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def find(folder: Path, name: str) -> Path:
    """The file `name` in `folder` or below it. Raises Unreadable for any other."""
    parts = name.split("/")
    if "\\" in name or any(part in ("", ".", "..") for part in parts):
        raise Unreadable(
            expected(_("the name of a file beside this one, such as photos/group.jpg"), name)
        )
    path = folder
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise Unreadable(
                _("“%(name)s” is a link to another place. Put the file itself there.")
                % {"name": name}
            )
    if not path.is_file():
        raise Unreadable(
            _("There is no file “%(name)s” beside this one. Put it there, or correct the name.")
            % {"name": name}
        )
    if path.stat().st_size > MAX_BYTES:
        raise Unreadable(_("“%(name)s” is larger than 20 MB. Make it smaller.") % {"name": name})
    return path


def check(column: models.FileField, path: Path) -> None:
    """Refuse what could not be uploaded either; raises Unreadable with the sentence."""
    with path.open("rb") as opened:
        held = column.attr_class(column.model(), column, path.name)
        held.file = File(opened, path.name)
        held._committed = False
        try:
            column.run_validators(held)
        except ValidationError as error:
            raise Unreadable(" ".join(error.messages)) from error


def is_the_same(current: FieldFile, path: Path) -> bool:
    """Whether the file at `path` is the one that `current` was stored from."""
    if not current:
        return False
    content = path.read_bytes()
    name = posixpath.basename(current.name)
    if isinstance(current.field, PictureField):
        return name.startswith(content_name(path.name, content, otherwise="picture") + "-")
    return name.startswith(content_name(path.name, content, otherwise="document") + ".")


def store(instance: models.Model, column: models.FileField, path: Path) -> None:
    """Store the file at `path` for the column of a saved row, as an upload would be."""
    with path.open("rb") as opened:
        file = File(opened, path.name)
        if isinstance(column, PictureField) and _stored_as_it_is(instance, column, file):
            return
        name = _without_own_hash(path) if isinstance(column, DocumentField) else path.name
        getattr(instance, column.name).save(name, file, save=False)
    instance.save(update_fields=[column.name])


def copy_out(current: FieldFile, folder: Path) -> None:
    """Copy a stored file into `folder`, under the name it is stored by."""
    path = folder / current.name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with current.storage.open(current.name) as stored, path.open("wb") as copy:
            shutil.copyfileobj(stored, copy)
    except OSError as error:
        raise Unreadable(
            _("The file %(name)s of the record is missing from the storage: %(reason)s.")
            % {"name": current.name, "reason": error.strerror or error}
        ) from error


def _without_own_hash(path: Path) -> str:
    """`agenda.pdf` for a file that a dump has written as `agenda-5f1d0c2b9a77.pdf`."""
    plain = download_name(path.name)
    stored = content_name(plain, path.read_bytes(), otherwise="document")
    return plain if path.name == f"{stored}{path.suffix.lower()}" else path.name


def _stored_as_it_is(instance: models.Model, column: PictureField, file: File) -> bool:
    """Store a picture that a dump has written, which was cleaned when it was uploaded.

    Encoding it once more would lose a little each time. Whether it still is clean is looked at,
    not believed; and a name that holds another picture here is not taken.
    """
    image = open_picture(file)
    decode(image)
    if size_in(file.name) != image.size or not _is_clean(image):
        return False
    file.seek(0)
    content = file.read()
    name = column.generate_filename(instance, file.name)
    if column.storage.exists(name):
        with column.storage.open(name) as stored:
            if stored.read() != content:
                return False
    put(column.storage, name, content)
    store_sizes(column.storage, name, image, set(sized_names(name)))
    setattr(instance, column.name, name)
    instance.save(update_fields=[column.name])
    return True


def _is_clean(image: Image.Image) -> bool:
    """Whether a picture holds pixels in the form in which ours are stored, and nothing besides."""
    fits = image.width <= LARGEST[0] and image.height <= LARGEST[1]
    plain = (image.format, image.mode) in {("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")}
    return fits and plain and not set(image.info) - ONLY_PIXELS and not image.getexif()
