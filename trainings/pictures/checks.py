"""What may become a picture of the record: judged by its header first and decoded only then."""

import re
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from PIL import Image

from trainings.stored import MAX_BYTES, content_of, ending_of

MAX_PIXELS = 40_000_000
# libjpeg goes over the whole picture once for each scan; an honest progressive JPEG has about ten.
MAX_SCANS = 100

READ = ("JPEG", "PNG", "WEBP", "AVIF")
# What Pillow calls a format, its usual name, and the endings that say it.
FORMATS = {
    "JPEG": ("JPEG", ("jpg", "jpeg", "jpe", "jfif")),
    # A telephone's JPEG with a second picture behind it, such as a map of depths.
    "MPO": ("JPEG", ("jpg", "jpeg", "jpe", "jfif")),
    "PNG": ("PNG", ("png",)),
    "WEBP": ("WebP", ("webp",)),
    "AVIF": ("AVIF", ("avif",)),
}

EMPTY = _("This file is empty. Choose the picture again.")
TOO_LARGE = _("This picture is larger than 20 MB. Save it smaller and choose that.")
TOO_MANY_PIXELS = _(
    "This picture has more than 40 million pixels. Make it smaller (2400 pixels wide is enough) "
    "and choose that."
)
UNREADABLE = _(
    "This is not a picture we can read. Save it as JPEG, PNG, WebP or AVIF and choose that."
)
SVG = _("SVG drawings are not accepted: they can hold programs. Save it as PNG and choose that.")
MOVING = _("Moving pictures are not accepted. Save one moment of it as JPEG or PNG.")
BROKEN = _(
    "This picture is damaged, or was not copied whole. Open it, save it anew and choose that."
)
OVERPACKED = _(
    "This picture is packed in a way that takes too long to open. Save it anew as an ordinary "
    "JPEG and choose that."
)
MISNAMED = _(
    "The name of this file doesn't say that it is a %(kind)s picture. Let it end in .%(ending)s "
    "and choose it again."
)

MARKER = re.compile(rb"\xff([^\x00\x01\xff\xd0-\xd7])", re.DOTALL)
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9


def check_picture(file: File) -> None:
    """Refuse a file that may not become a picture, with a sentence that says what to do.

    `file` is a Django file with a name; it is left at its beginning. Raises ValidationError.
    """
    decode(open_picture(file))


def open_picture(file: File) -> Image.Image:
    """The picture in `file`, its header read and nothing decoded. Raises ValidationError."""
    if not file.size:
        raise ValidationError(EMPTY, code="empty_picture")
    if file.size > MAX_BYTES:
        raise ValidationError(TOO_LARGE, code="too_large")
    content = content_of(file)
    image = read_header(content)
    if image.width * image.height > MAX_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
    kind, endings = FORMATS[str(image.format)]
    if ending_of(file.name) not in endings:
        found = {"kind": kind, "ending": endings[0]}
        raise ValidationError(MISNAMED, code="misnamed", params=found)
    if kind != "JPEG" and getattr(image, "is_animated", False):
        raise ValidationError(MOVING, code="moving")
    if kind == "JPEG" and scans(content) > MAX_SCANS:
        raise ValidationError(OVERPACKED, code="overpacked")
    return image


def read_header(content: bytes) -> Image.Image:
    """The picture in `content`, lazily. Only our formats are tried, none with a program in it."""
    try:
        return Image.open(BytesIO(content), formats=READ)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from error
    except Exception as error:  # Pillow raises whatever the bytes made of its reader.
        if b"<svg" in content[:4096].lower():
            raise ValidationError(SVG, code="svg") from error
        raise ValidationError(UNREADABLE, code="unreadable") from error


def decode(image: Image.Image) -> None:
    """Read every pixel, so that a file cut short is noticed. Raises ValidationError."""
    try:
        image.load()
    except Exception as error:  # Pillow raises whatever the bytes made of its reader.
        raise ValidationError(BROKEN, code="broken") from error


def scans(content: bytes) -> int:
    """How many scans a JPEG holds (ITU T.81, annex B), without decoding it."""
    count, position = 0, 2
    while found := MARKER.search(content, position):
        marker, position = found[1][0], found.end()
        if marker == END_OF_IMAGE:
            break
        count += marker == START_OF_SCAN
        position += int.from_bytes(content[position : position + 2], "big")
    return count
