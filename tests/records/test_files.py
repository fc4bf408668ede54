"""Pictures and documents beside a record file."""

from pathlib import Path

import pytest

from tests import factories as make
from tests.records.files import complaints, load, loaded, write
from tests.records.rows import empty_the_record
from trainings import records
from trainings.models import Document, Photo, Training

pytestmark = pytest.mark.django_db

TEXT = """
trainings:
  - slug: t
    title: A training
    photos:
      - {image: photos/group.jpg, caption: All of us}
    documents:
      - {file: agenda.pdf, title: Agenda}
"""
WHERE = "line 6: trainings[0].photos[0].image: "


@pytest.fixture(autouse=True)
def media(settings, tmp_path_factory) -> Path:
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    return settings.MEDIA_ROOT


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with a picture and a document."""
    picture(tmp_path / "photos" / "group.jpg")
    (tmp_path / "agenda.pdf").write_bytes(b"%PDF-1.4 agenda")
    return tmp_path


def picture(path: Path, **options) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(make.make_picture(path.name, **options).read())
    return path


def stored(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def test_they_are_stored_as_uploads_are(folder):
    loaded(write(folder, TEXT))
    assert Photo.objects.get().image.width == 60
    assert Document.objects.get().file.read() == b"%PDF-1.4 agenda"


def test_the_same_picture_is_not_stored_twice(folder, media):
    loaded(write(folder, TEXT))
    before = stored(media)
    assert "photos/group" in " ".join(before)
    outcome = load(folder, TEXT)
    assert (outcome.created, outcome.changed, outcome.troubles) == (0, 0, [])
    assert stored(media) == before


def test_another_picture_under_the_same_name_replaces_it(folder):
    loaded(write(folder, TEXT))
    before = Photo.objects.get().image.name
    picture(folder / "photos" / "group.jpg", size=(70, 40))
    assert load(folder, TEXT).changed == 1
    assert Photo.objects.get().image.name != before
    assert Photo.objects.get().image.width == 70


def test_a_picture_that_is_no_longer_named_leaves_the_row(folder):
    loaded(write(folder, TEXT))
    assert load(folder, TEXT.replace("image: photos/group.jpg, ", "")).changed == 1
    assert Photo.objects.get().image.name == ""


@pytest.mark.parametrize(
    "name", ["../group.jpg", "photos/../../group.jpg", "/etc/passwd", "photos//group.jpg",
             "C:\\group.jpg", "./group.jpg", "photos/"]
)  # fmt: skip
def test_a_file_outside_the_folder_is_refused(folder, name):
    picture(folder.parent / "group.jpg")
    assert complaints(folder, TEXT.replace("photos/group.jpg", f"'{name}'")) == [
        (
            f"{WHERE}expected the name of a file beside this one, such as photos/group.jpg; "
            f"found “{name}”."
        )
    ]
    assert not Training.objects.exists()


def test_a_link_is_refused(folder):
    (folder / "photos" / "linked.jpg").symlink_to(folder / "photos" / "group.jpg")
    (folder / "elsewhere").symlink_to(folder / "photos")
    for name in ("photos/linked.jpg", "elsewhere/group.jpg"):
        assert complaints(folder, TEXT.replace("photos/group.jpg", name)) == [
            f"{WHERE}“{name}” is a link to another place. Put the file itself there."
        ]


def test_a_file_that_is_not_there_is_told(folder):
    assert complaints(folder, TEXT.replace("group.jpg", "nobody.jpg")) == [
        (
            f"{WHERE}There is no file “photos/nobody.jpg” beside this one. Put it there, or "
            "correct the name."
        )
    ]


def test_a_picture_that_could_not_be_uploaded_is_refused(folder, media):
    (folder / "photos" / "group.jpg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert complaints(folder, TEXT) == [
        (
            f"{WHERE}SVG drawings are not accepted: they can hold programs. Save it as PNG and "
            "choose that."
        )
    ]
    assert not Training.objects.exists()
    assert stored(media) == []


def test_a_document_that_could_not_be_uploaded_is_refused(folder, media):
    (folder / "agenda.pdf").write_bytes(b"MZ program")
    [complaint] = complaints(folder, TEXT)
    assert complaint.startswith("line 8: trainings[0].documents[0].file: This file is named .pdf")
    assert stored(media) == []


def test_an_error_elsewhere_stores_no_file(folder, media):
    assert len(complaints(folder, TEXT + "    capacity: -1\n")) == 1
    assert stored(media) == []


def test_a_dump_with_a_folder_can_be_loaded_elsewhere_to_the_same_bytes(folder, media, tmp_path):
    loaded(write(folder, TEXT))
    before = {name: (media / name).read_bytes() for name in stored(media)}
    text = records.dump([Training.objects.get()], tmp_path / "out")
    empty_the_record()
    for name in before:
        (media / name).unlink()
    loaded(write(tmp_path / "out", text))
    assert {name: (media / name).read_bytes() for name in stored(media)} == before


def test_a_dump_without_a_folder_is_loaded_where_the_files_are_on_record(folder, tmp_path):
    loaded(write(folder, TEXT))
    alone = tmp_path / "alone"
    alone.mkdir()
    outcome = load(alone, records.dump([Training.objects.get()]))
    assert (outcome.created, outcome.changed, outcome.troubles) == (0, 0, [])


def test_a_picture_named_like_a_stored_one_is_cleaned_all_the_same(folder):
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E] = "where I live"
    name = "group-0123456789ab-60x40.jpg"
    picture(folder / "photos" / name, exif=exif)
    loaded(write(folder, TEXT.replace("group.jpg", name)))
    held = Photo.objects.get().image
    assert held.name != f"photos/{name}"
    with Image.open(held.path) as image:
        assert not image.getexif()


def test_a_stored_picture_can_t_be_replaced_by_its_name(folder, media):
    loaded(write(folder, TEXT))
    name = Photo.objects.get().image.name
    before = (media / name).read_bytes()
    other = folder / "other"
    other.mkdir()
    (other / "photos").mkdir()
    picture(other / name, colour="#b64c13", quality=88, progressive=True, optimize=True)
    (other / "agenda.pdf").write_bytes(b"%PDF-1.4 agenda")
    text = TEXT.replace("photos/group.jpg", name).replace("slug: t", "slug: u")
    loaded(write(other, text))
    assert (media / name).read_bytes() == before
    assert Photo.objects.get(training__slug="u").image.name != name
