"""Uploads, honest and hostile, made on the spot."""

import io
import random
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# A profile whose red is green and whose green is red.
SWAPPED = SRGB.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
PROGRAM = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def bytes_of(image: Image.Image, kind: str, **options) -> bytes:
    held = io.BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def scene(width=700, height=300, mode="RGB") -> Image.Image:
    """Something with as many colours as a photograph, the same each time."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    noise = Image.frombytes("L", (width, height), random.Random(1).randbytes(width * height))
    return Image.merge("RGB", (across, down, noise)).convert(mode)


def jpeg(image: Image.Image | None = None, name="photo.jpg", **options) -> SimpleUploadedFile:
    return upload(name, bytes_of(image or scene(), "JPEG", **options))


def png(image: Image.Image, name="picture.png", **options) -> SimpleUploadedFile:
    return upload(name, bytes_of(image, "PNG", **options))


def described_jpeg(orientation=1, profile: bytes | None = None) -> SimpleUploadedFile:
    """A JPEG that says where, when and by whom it was taken."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SECRETCAMERA"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", tuple(TiffImagePlugin.IFDRational(n) for n in (43, 15, 24))
    gps[29] = "2026:11:23"
    return jpeg(
        exif=exif,
        comment=b"SECRETCOMMENT",
        xmp=b"<x:xmpmeta>SECRETXMP</x:xmpmeta>",
        icc_profile=profile,
    )


def profiled_jpeg() -> SimpleUploadedFile:
    """The same with a profile of its colours, which takes it another way through the cleaning."""
    return described_jpeg(profile=SRGB)


def described_png() -> SimpleUploadedFile:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "SECRETAUTHOR")
    text.add_itxt("Comment", "SECRETCOMMENT", zip=False)
    return png(scene(), pnginfo=text)


def moving(kind: str) -> bytes:
    frames = [scene(40, 30), scene(40, 30).rotate(180)]
    return bytes_of(frames[0], kind, save_all=True, append_images=frames[1:])


def png_with_header(width: int, height: int) -> bytes:
    """A small PNG that unpacks to `width` × `height` pixels of one bit."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packed = zlib.compress(b"\0" * ((width // 8 + 1) * height), 9)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def jpeg_of_many_scans() -> bytes:
    """A progressive JPEG whose last scan is repeated two hundred times."""
    content = bytes_of(scene(64, 64), "JPEG", progressive=True)
    last = content[content.rfind(b"\xff\xda") : -2]
    return content[:-2] + last * 200 + b"\xff\xd9"


def packed(files: dict[str, str]) -> bytes:
    """A zip with `files` in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def zip_bomb(files: dict[str, str]) -> bytes:
    """A zip with `files` and one more that says it unpacks to 500 MB."""
    said, real = struct.pack("<I", 500 * 1024**2), struct.pack("<I", 1_234_567)
    return packed({**files, "bomb.xml": "\0" * 1_234_567}).replace(real, said)


def older(stream: str) -> bytes:
    """What a file of Office 97 looks like from outside, with the stream `stream` in it."""
    head = bytes.fromhex("d0cf11e0a1b11ae1")
    return head + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 512
