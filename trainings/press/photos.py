"""Photographs in full size with their credits, as a zip that is sent while it is made."""

import csv
import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii
from django.utils.text import slugify
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from trainings.exporting.guard import guarded
from trainings.models import Photo
from trainings.press.closing import sources
from trainings.press.kit import Kit
from trainings.press.plain import entry_line
from trainings.stored import ending_of

CREDITS = "credits.csv"
READ_ME = "credits.txt"
# Wide enough for 170 mm at 200 dots an inch, small enough to be mailed.
PRINTED_WIDTH = 1600


class Pipe(io.RawIOBase):
    """A file to write to, from which is taken what was written so far."""

    def __init__(self):
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content) -> int:
        self.held += content
        return len(content)

    def take(self) -> bytes:
        taken, self.held = bytes(self.held), bytearray()
        return taken


@dataclass(frozen=True)
class Packed:
    """A photograph and its name in the zip; "" where the picture is missing from the storage."""

    photo: Photo
    name: str


def photos_zip(kit: Kit) -> Iterator[bytes]:
    """The zip, piece by piece: one picture's chunk is held at a time.

    A picture that the storage has lost is named among the credits, and left out.
    """
    pipe = Pipe()
    packed: list[Packed] = []
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:
        for number, photo in enumerate(kit.pictures, 1):
            name = name_of(photo, number, len(kit.pictures))
            found = False
            for chunk in chunks_of(photo):
                if not found:
                    found = True
                    entry = archive.open(entry_of(kit, name), "w")
                entry.write(chunk)
                yield pipe.take()
            if found:
                entry.close()
            packed.append(Packed(photo, name if found else ""))
        archive.writestr(entry_of(kit, CREDITS), credits_csv(kit, packed))
        archive.writestr(entry_of(kit, READ_ME), credits_text(kit, packed))
    yield pipe.take()


def chunks_of(photo: Photo) -> Iterator[bytes]:
    """The bytes of a picture; none where the storage does not have it."""
    try:
        file = photo.image.storage.open(photo.image.name)
    except OSError:
        return
    with file:
        yield from file.chunks()


def entry_of(kit: Kit, name: str) -> zipfile.ZipInfo:
    """A file of the zip, with the moment of the publication as its own."""
    return zipfile.ZipInfo(name, kit.made_at.timetuple()[:6])


def name_of(photo: Photo, number: int, count: int) -> str:
    """`07-three-people-at-a-well.jpg`: numbered, so that no two are alike; ASCII for any system."""
    said = str(photo.caption) or str(photo.alt) or posixpath.basename(photo.image.name)
    stem = slugify(anyascii(said))[:60].strip("-_") or "photograph"
    digits = max(2, len(str(count)))
    return f"{number:0{digits}}-{stem}.{ending_of(photo.image.name)}"


def credits_csv(kit: Kit, packed: list[Packed]) -> str:
    file = io.StringIO("\ufeff", newline="")
    file.seek(0, io.SEEK_END)
    writer = csv.writer(file)
    writer.writerow(
        [_("File"), _("Caption"), _("What it shows"), _("Credit"), _("Source"), _("Taken on")]
    )
    for one in packed:
        photo = one.photo
        taken = photo.taken_on.isoformat() if photo.taken_on else ""
        said = (str(photo.caption), str(photo.alt), photo.credit, photo.source, taken)
        writer.writerow([one.name or missing(), *map(guarded, said)])
    return file.getvalue()


def credits_text(kit: Kit, packed: list[Packed]) -> str:
    lines = [kit.embargo, kit.story.headline, ""] if kit.embargo else [kit.story.headline, ""]
    for one in packed:
        credit = one.photo.credit or _("Credit not stated")
        lines += [one.name or missing(), f"  {one.photo.caption}", f"  {credit}", ""]
    lines += [entry_line(entry) for entry in sources(kit)]
    return "\r\n".join(lines) + "\r\n"


def missing() -> str:
    return _("the picture is missing from the storage")


def printable(photo) -> tuple[io.BytesIO, int, int] | None:
    """A size of the picture that is wide enough for paper; None where it can't be read."""
    if not photo.image:
        return None
    try:
        with photo.image.storage.open(photo.image.name_for(PRINTED_WIDTH)) as file:
            content = io.BytesIO(file.read())
        with Image.open(content) as opened:
            size = opened.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    content.seek(0)
    return content, *size
