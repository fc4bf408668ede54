"""Pictures cleaned and made in several sizes. What is kept is the pixels, and nothing else."""

import re
from io import BytesIO
from typing import NamedTuple

from django.core.files.base import File
from django.core.files.storage import Storage
from PIL import Image, ImageCms

from trainings.pictures.checks import decode, open_picture
from trainings.stored import content_name, content_of, put

WIDTHS = (480, 720, 960, 1600)
LARGEST = (2400, 4800)
# A quarter of a second for the widest. What a telephone waits for, over its whole width and with
# small pixels, is packed longer and closer: docs/decisions/2026-11-23-pictures.md.
TELEPHONE = 720
AVIF = {"quality": 50, "speed": 8}
AVIF_OF_A_TELEPHONE = {"quality": 44, "speed": 6}
# Fewer colours than this in a picture that was not JPEG: a logo or a drawing, which JPEG blurs.
COLOURS_OF_A_DRAWING = 128

NAME = re.compile(r"-(\d+)x(\d+)\.(jpg|png)$")
SMALL = re.compile(r"(-\d+x\d+\.\d+)\.(?:avif|webp)$")
SIZED = re.compile(r"(-\d+x\d+)\.\d+(\.(?:jpg|png))$")

ORIENTATION = 0x0112
# How a camera held the picture, and what turns it upright (EXIF 2.3, 4.6.4).
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Cleaned(NamedTuple):
    """A picture ready to be stored: RGB or RGBA in sRGB, upright, without any description."""

    image: Image.Image
    ending: str  # jpg, or png where nothing may be lost

    def name(self, upload: File, name: str) -> str:
        """The name to store it under: stem, hash of the upload, width and height."""
        stem = content_name(name, content_of(upload), otherwise="picture")
        return f"{stem}-{self.image.width}x{self.image.height}.{self.ending}"


def clean(file: File) -> Cleaned:
    """The picture in the upload `file`. Raises ValidationError for one that may not be kept."""
    image = open_picture(file)
    decode(image)
    profile = image.info.get("icc_profile")
    turn = UPRIGHT.get(orientation(image))
    is_jpeg = image.format in ("JPEG", "MPO")
    image = in_plain_mode(image)
    is_drawing = not is_jpeg and image.getcolors(COLOURS_OF_A_DRAWING) is not None
    if turn is not None:
        image = image.transpose(turn)
    image.thumbnail(LARGEST, Image.Resampling.LANCZOS, reducing_gap=3)
    image = pixels_of(in_srgb(image, profile))
    return Cleaned(image, "png" if is_drawing or image.mode == "RGBA" else "jpg")


def orientation(image: Image.Image) -> int:
    """The number of the EXIF orientation; 1, upright, where none can be read."""
    try:
        return image.getexif().get(ORIENTATION, 1)
    except Exception:  # Broken EXIF is common and Pillow raises whatever it meets.
        return 1


def in_plain_mode(image: Image.Image) -> Image.Image:
    """The same picture as L, RGB, RGBA or CMYK of 8 bits."""
    if image.mode.startswith("I"):
        # Grey of 16 bits; `convert` alone would cut off instead of scaling.
        image.info.pop("transparency", None)
        return image.point(lambda level: level / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours that a browser assumes; a profile that is broken or of other colours is left."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            wanted = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(image, given, wanted, outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            changed = None
        if changed is not None:
            return changed
    return image.convert(mode)


def pixels_of(image: Image.Image) -> Image.Image:
    """The pixels alone, without EXIF, GPS, XMP, comments or a profile, or alpha that hides none."""
    bands = image.split()
    if len(bands) == 4 and bands[3].getextrema()[0] == 255:
        bands = bands[:3]
    alone = Image.merge("RGBA" if len(bands) == 4 else "RGB", bands)
    alone.info.clear()  # Bands remember what the picture said of itself, and saving writes it.
    return alone


def size_in(name: str | None) -> tuple[int, int] | None:
    """Width and height in pixels as the name says: `…-1680x720.jpg`; None in another name."""
    found = NAME.search(name or "")
    return (int(found[1]), int(found[2])) if found else None


def sized_names(name: str) -> dict[str, tuple[int, str]]:
    """The names of the sizes of the picture `name`, each with its width and its ending.

    480, 720, 960 and 1600 pixels wide or as wide as the picture is, in WebP and in the picture's
    own kind, a photograph in AVIF too. Empty for a name that doesn't say how wide the picture is.
    """
    size = size_in(name)
    if size is None:
        return {}
    root, own = name.rsplit(".", 1)
    widths = sorted({min(step, size[0]) for step in WIDTHS})
    endings = ("avif", "webp", own) if own == "jpg" else ("webp", own)
    return {f"{root}.{width}.{ending}": (width, ending) for ending in endings for width in widths}


def stand_in(name: str) -> str:
    """What is shown while the size `name` of a picture is not made: its JPEG, else the picture.

    "" for a name that is not that of a size.
    """
    if SMALL.search(name):
        return SMALL.sub(r"\1.jpg", name)
    return SIZED.sub(r"\1\2", name) if SIZED.search(name) else ""


def store_sizes(storage: Storage, name: str, image: Image.Image, names: set[str]) -> None:
    """Make and store those sizes of the picture `name` that are in `names`."""
    smaller: dict[int, Image.Image] = {}
    for sized, (width, ending) in sized_names(name).items():
        if sized in names:
            if width not in smaller:
                smaller[width] = in_width(image, width)
            put(storage, sized, encoded(smaller[width], ending, lossless=name.endswith(".png")))


def in_width(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def encoded(image: Image.Image, ending: str, *, lossless: bool = False, quality: int = 80) -> bytes:
    """The bytes of `image` as jpg, png, webp or avif."""
    content = BytesIO()
    if ending == "png":
        image.save(content, "PNG", optimize=True)
    elif ending == "avif":
        image.save(content, "AVIF", **AVIF_OF_A_TELEPHONE if image.width <= TELEPHONE else AVIF)
    elif ending == "webp":
        image.save(content, "WEBP", quality=75, lossless=lossless, method=4)
    else:
        image.save(content, "JPEG", quality=quality, progressive=True, optimize=True)
    return content.getvalue()
