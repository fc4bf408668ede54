"""What is kept of a picture: upright pixels in sRGB, in several sizes, and nothing else."""

import io
import re

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageCms

from tests.factories import make_person, make_photo, make_training
from tests.uploads import samples
from trainings.models import Person, Photo

pytestmark = pytest.mark.django_db

SECRETS = [b"SECRET", b"Exif", b"GPS", b"xmpmeta", b"tEXt", b"iTXt", b"eXIf", b"ICC", b"iCCP"]


def names(stored):
    """The stored files, each hash written as `#`."""
    files = (str(path.relative_to(stored)) for path in stored.rglob("*") if path.is_file())
    return sorted(re.sub(r"[0-9a-f]{12}", "#", name) for name in files)


def photo_of(upload):
    """The stored picture of a person whose photograph is `upload`."""
    return Person.objects.get(pk=make_person(photo=upload).pk).photo


def pixels(picture):
    with picture.open() as file:
        return Image.open(io.BytesIO(file.read())).copy()


def about(colour, of):
    """Whether two colours differ by no more than JPEG blurs them."""
    return all(abs(one - other) <= 6 for one, other in zip(colour, of, strict=True))


def test_a_picture_is_kept_with_four_widths_in_three_kinds(stored):
    photo_of(samples.jpeg(samples.scene(1680, 720), "Тянь-Шань, утро.jpg"))
    root = "people/tyan-shan-utro-#-1680x720"
    assert names(stored) == [
        f"{root}.1600.avif",
        f"{root}.1600.jpg",
        f"{root}.1600.webp",
        f"{root}.480.avif",
        f"{root}.480.jpg",
        f"{root}.480.webp",
        f"{root}.720.avif",
        f"{root}.720.jpg",
        f"{root}.720.webp",
        f"{root}.960.avif",
        f"{root}.960.jpg",
        f"{root}.960.webp",
        f"{root}.jpg",
    ]


def test_every_size_is_what_its_name_says(stored):
    photo_of(samples.jpeg(samples.scene(1680, 720)))
    for path in stored.rglob("*.*.*"):
        width, kind = path.name.split(".")[1:]
        with Image.open(path) as image:
            assert (image.format, image.size) == (
                {"jpg": "JPEG", "webp": "WEBP", "avif": "AVIF"}[kind],
                (int(width), round(720 * int(width) / 1680)),
            )


@pytest.mark.parametrize(
    ("width", "widths"),
    [(30, {30}), (480, {480}), (700, {480, 700}), (1600, {480, 720, 960, 1600})],
)
def test_no_size_is_wider_than_the_picture(stored, width, widths):
    photo_of(samples.jpeg(samples.scene(width, 40)))
    assert {int(path.name.split(".")[1]) for path in stored.rglob("*.webp")} == widths


def test_a_large_picture_is_made_2400_wide():
    photo = photo_of(samples.jpeg(samples.scene(3000, 1500)))
    assert pixels(photo).size == (2400, 1200) == (photo.width, photo.height)


def test_a_ribbon_keeps_its_shape_and_a_height_that_webp_can_hold():
    photo = photo_of(samples.jpeg(samples.scene(600, 20_000)))
    assert pixels(photo).size == (144, 4800)


def test_showing_a_picture_reads_no_file(stored):
    photo = photo_of(samples.jpeg(samples.scene(700, 300)))
    for path in list(stored.rglob("*.*")):
        path.unlink()
    assert (photo.width, photo.height) == (700, 300)
    assert photo.srcset("webp").endswith(" 700w")


def test_a_name_that_says_no_size_is_of_unknown_size():
    photo = Person(photo="people/by-hand.jpg").photo
    assert (photo.width, photo.height, photo.srcset()) == (None, None, "")


def test_the_same_upload_is_stored_once(stored):
    first = photo_of(samples.jpeg())
    times = {path: path.stat().st_mtime_ns for path in stored.rglob("*.*")}
    second = photo_of(samples.jpeg())
    assert second.name == first.name
    assert {path: path.stat().st_mtime_ns for path in stored.rglob("*.*")} == times


def test_another_picture_of_the_same_name_is_another_file():
    first = photo_of(samples.jpeg(samples.scene(700, 300)))
    assert photo_of(samples.jpeg(samples.scene(700, 300).rotate(180))).name != first.name


def test_a_copy_that_was_cut_off_is_stored_anew(stored):
    photo = photo_of(samples.jpeg())
    (stored / photo.name).write_bytes(b"\xff\xd8")
    photo_of(samples.jpeg())
    assert pixels(photo).size == (700, 300)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd.jpg", "passwd"),
        ("C:\\Users\\Aida\\отчёт.jpg", "otchet"),
        ("<script>.jpg", "script"),
        ("…….jpg", "picture"),
        ("g" * 200 + ".jpg", "g" * 60),
        ("x\x00y\n.jpg", "xy"),
    ],
)
def test_names_become_short_ascii_inside_their_folder(name, stem):
    person = Person(name="Aigul")
    person.photo.save(name, samples.jpeg(), save=True)
    assert re.sub(r"[0-9a-f]{12}", "#", person.photo.name) == f"people/{stem}-#-700x300.jpg"


@pytest.mark.parametrize(
    "make", [samples.described_jpeg, samples.profiled_jpeg, samples.described_png]
)
def test_nothing_is_kept_of_who_took_it_where_and_when(stored, make):
    upload = make()
    assert any(secret in upload.read() for secret in SECRETS)
    photo_of(upload)
    kept = [path.read_bytes() for path in stored.rglob("*.*")]
    assert len(kept) == 7
    assert [secret for secret in SECRETS if any(secret in content for content in kept)] == []


@pytest.mark.parametrize("make", [samples.described_jpeg, samples.profiled_jpeg])
def test_no_size_carries_exif_or_a_profile(stored, make):
    photo_of(make())
    for path in stored.rglob("*.*"):
        with Image.open(path) as image:
            assert dict(image.getexif()) == {}
            assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & set(image.info)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation):
    upright = Image.new("RGB", (80, 40), "red")
    upright.paste("blue", (0, 0, 40, 20))  # blue above on the left
    turned_back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    as_taken = upright.transpose(turned_back) if turned_back is not None else upright
    photo = photo_of(samples.jpeg(as_taken, exif=exif, quality=95, subsampling=0))
    assert (photo.width, photo.height) == (80, 40)
    kept = pixels(photo)
    assert about(kept.getpixel((10, 5)), (0, 0, 254))
    assert about(kept.getpixel((70, 35)), (254, 0, 0))


def test_grey_of_16_bits_is_scaled_and_not_cut_off():
    photo = photo_of(samples.png(Image.new("I;16", (40, 40), 32768)))
    assert pixels(photo).getpixel((5, 5)) == (128, 128, 128)


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P"])
def test_other_modes_come_out_in_the_same_colours(mode):
    photo = photo_of(samples.png(Image.new("RGB", (40, 40), "white").convert(mode)))
    assert (pixels(photo).mode, pixels(photo).getpixel((5, 5))) == ("RGB", (255, 255, 255))


def test_printers_colours_become_those_of_a_screen():
    photo = photo_of(samples.jpeg(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), quality=95))
    assert about(pixels(photo).getpixel((5, 5)), (254, 0, 0))


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_profile_is_applied_before_it_is_dropped(mode):
    red = Image.new(mode, (40, 40), "red")
    photo = photo_of(samples.png(red, icc_profile=samples.SWAPPED))
    assert pixels(photo).getpixel((5, 5)) == (0, 255, 0)


@pytest.mark.parametrize(
    "profile",
    [b"not a profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()],
    ids=["broken", "of other colours"],
)
def test_a_profile_that_cannot_be_applied_is_passed_over(profile):
    photo = photo_of(samples.png(Image.new("RGB", (40, 40), "red"), icc_profile=profile))
    assert pixels(photo).getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "P"])
def test_what_is_transparent_stays_so_and_is_kept_without_loss(stored, mode):
    image = Image.new("RGBA", (600, 400), (29, 107, 104, 255))
    image.paste((0, 0, 0, 0), (0, 0, 300, 400))
    if mode == "P":
        upload = samples.png(image.quantize(16))
    elif mode == "PA":
        upload = samples.png(image.convert("LA"))
    else:
        upload = samples.png(image.convert(mode))
    photo = photo_of(upload)
    kept = pixels(photo)
    assert (kept.getpixel((10, 10))[3], kept.getpixel((590, 10))[3]) == (0, 255)
    assert {path.suffix for path in stored.rglob("*.*")} == {".png", ".webp"}
    with Image.open(next(stored.rglob("*.480.webp"))) as small:
        assert (small.getpixel((10, 10))[3], small.getpixel((470, 10))[3]) == (0, 255)


def test_transparency_that_hides_nothing_is_dropped():
    photo = photo_of(samples.png(samples.scene(mode="RGBA")))
    assert (photo.name[-4:], pixels(photo).mode) == (".jpg", "RGB")


def test_no_size_says_where_it_was_taken(stored):
    photo_of(samples.described_jpeg())
    assert not [path for path in stored.rglob("*.*") if b"SECRET" in path.read_bytes()]


def test_a_drawing_is_kept_without_loss():
    logo = Image.new("RGB", (300, 200), "white")
    logo.paste("#1d6b68", (50, 50, 250, 150))
    photo = photo_of(samples.png(logo))
    assert photo.name.endswith("-300x200.png")
    assert pixels(photo).tobytes() == logo.tobytes()


@pytest.mark.parametrize(
    ("asked", "given"), [(300, 480), (480, 480), (700, 720), (900, 960), (1200, 1600)]
)
def test_a_preview_gets_the_smallest_jpeg_that_is_wide_enough(asked, given):
    photo = photo_of(samples.jpeg(samples.scene(1680, 720)))
    root = photo.url.removesuffix(".jpg")
    assert photo.url_for(asked) == f"{root}.{given}.jpg"


def test_a_preview_wider_than_all_sizes_gets_the_picture_itself():
    photo = photo_of(samples.jpeg(samples.scene(2000, 500)))
    assert (photo.url_for(1900), Person().photo.url_for(960)) == (photo.url, "")


def test_deleting_takes_every_size_along(stored):
    photo_of(samples.jpeg()).delete()
    assert names(stored) == []
    assert Person.objects.get().photo.name == ""


def test_deleting_leaves_the_files_that_another_row_shows(stored):
    shared = photo_of(samples.jpeg())
    other = photo_of(samples.jpeg())
    before = names(stored)
    shared.delete()
    assert names(stored) == before
    other.delete()
    assert names(stored) == []


def test_a_photograph_of_a_training_is_kept_in_its_own_folder(stored):
    photo = make_photo(make_training(), image=samples.jpeg())
    assert Photo.objects.get(pk=photo.pk).image.name.startswith("photos/photo-")


def test_a_file_that_is_no_upload_goes_the_same_way():
    person = Person(name="Aigul")
    person.photo = ContentFile(samples.described_jpeg().read(), name="from-a-record.jpg")
    person.full_clean()
    person.save()
    assert person.photo.name.startswith("people/from-a-record-")
    assert "exif" not in pixels(person.photo).info
